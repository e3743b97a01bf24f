import Text

/// How hard its author holds a question to be 难度, until responses say it better.
package enum Difficulty: Int, CaseIterable, Sendable {
  case veryEasy = 1
  case easy, medium, hard, veryHard
}

/// What a question asks of the learner 认知层次.
package enum CognitiveLevel: Int, CaseIterable, Sendable {
  case remember = 1
  case understand, apply
}

/// Whether the options may be shown in another order.
package enum OptionOrder: Int, CaseIterable, Sendable {
  /// Any order.
  case free = 0
  /// The last option stays last: 以上都对.
  case anchored = 1
  /// As written: options that name others by letter.
  case fixed = 2
}

/// What a question may be used for 用途.
package enum QuestionUse: Int, CaseIterable, Sendable {
  case both = 0
  case practice = 1
  case exam = 2
}
