import Questions

/// What is remembered of one learner and one question. It follows the question through its versions.
package struct QuestionMemory: Hashable, Sendable {
  package var answered: Int
  package var right: Int
  /// Right answers in a row.
  package var streak: Int
  package var inNotebook: Bool
  /// Due again whatever was known, since the key changed.
  package var isDue: Bool

  package init(
    answered: Int = 0, right: Int = 0, streak: Int = 0, inNotebook: Bool = false,
    isDue: Bool = false
  ) {
    self.answered = answered
    self.right = right
    self.streak = streak
    self.inNotebook = inNotebook
    self.isDue = isDue
  }
}

/// The notebook of missed questions 错题本. It fills itself, from practice and from mock exams.
package enum MistakeNotebook {
  /// Right answers in a row that take a question out, unless the learner chose another number.
  package static let usualStreak = 3

  /// The memory after an answer. A miss, or half a miss, puts the question in; `needed` right answers
  /// in a row take it out; a blank changes nothing in practice and counts as a miss in an exam, where
  /// the question was left unanswered to the end.
  package static func memory(
    _ memory: QuestionMemory, after verdict: Grade.Verdict, needed: Int, inExam: Bool
  ) -> QuestionMemory {
    var memory = memory
    switch verdict {
    case .blank:
      guard inExam else { return memory }
      memory.streak = 0
      memory.inNotebook = true
    case .wrong, .partial:
      memory.answered += 1
      memory.streak = 0
      memory.inNotebook = true
      memory.isDue = false
    case .right:
      memory.answered += 1
      memory.right += 1
      memory.streak += 1
      memory.isDue = false
      if memory.streak >= needed { memory.inNotebook = false }
    }
    return memory
  }
}
