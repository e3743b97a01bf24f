import People
import Questions

/// The number of an attempt in the store.
package struct AttemptID: Hashable, Comparable, Sendable {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  package static func < (left: AttemptID, right: AttemptID) -> Bool { left.number < right.number }
}

/// What happened at one step of an attempt. Attempts are nothing but their steps: resuming, undoing
/// and checking a score are reading.
package enum StepFact: Hashable, Sendable {
  /// A question came before the learner, with its options in this order. `index` is its item in the
  /// plan.
  case start(QuestionRef, index: Int, optionOrder: [OptionID])
  /// The learner answered. The verdict is the one that was told, under the key of that version.
  case answer(QuestionRef, Response, Grade)
  /// The learner put the question off.
  case skip(QuestionRef)
  /// The learner went back or on to a question.
  case move(QuestionRef)
  /// The learner marked a question to look at again, or took the mark off.
  case mark(QuestionRef, Bool)
  /// The answer given at this sequence number no longer stands.
  case undo(QuestionRef, sequence: Int)
  /// The learner left; the attempt stays open.
  case pause
  /// The learner came back.
  case resume
  /// The attempt is over.
  case finish(FinishReason)

  /// The question that the step is about; nil for steps about the whole attempt.
  package var question: QuestionRef? {
    switch self {
    case .start(let ref, _, _), .answer(let ref, _, _), .skip(let ref), .move(let ref),
      .mark(let ref, _), .undo(let ref, _):
      ref
    case .pause, .resume, .finish: nil
    }
  }
}

/// Why an attempt ended.
package enum FinishReason: String, Hashable, Sendable {
  /// All questions were done.
  case completed
  /// The learner handed the paper in.
  case submitted
  /// The time was over.
  case deadline
  /// The learner began another instead.
  case abandoned
}

/// A step as it was recorded.
package struct Step: Hashable, Sendable {
  package var sequence: Int
  package var moment: Moment
  package var fact: StepFact
  /// Whose hand typed, where it was not the learner's.
  package var assistedBy: String?

  package init(sequence: Int, moment: Moment, fact: StepFact, assistedBy: String? = nil) {
    self.sequence = sequence
    self.moment = moment
    self.fact = fact
    self.assistedBy = assistedBy
  }
}

/// How an attempt was opened. It never changes afterwards.
package struct AttemptOpening: Hashable, Sendable {
  package var mode: PracticeMode
  package var plan: ItemPlan
  package var seed: UInt64
  package var banks: [Int64]
  /// The chapter practised, where the mode is by chapter.
  package var chapter: String?
  /// Points, time limit and pass mark of a mock exam.
  package var mock: MockTerms?
  package var moment: Moment

  package init(
    mode: PracticeMode, plan: ItemPlan, seed: UInt64, banks: [Int64], chapter: String? = nil,
    mock: MockTerms? = nil, moment: Moment
  ) {
    self.mode = mode
    self.plan = plan
    self.seed = seed
    self.banks = banks
    self.chapter = chapter
    self.mock = mock
    self.moment = moment
  }
}
