import Questions

/// The notebook of missed questions 错题本. It fills itself, from practice and from mock exams.
package enum MistakeNotebook {
  /// Right answers in a row that take a question out, unless the learner chose another number.
  package static let usualStreak = 3

  /// The memory after an answer. A miss, or half a miss, puts the question in; `needed` right
  /// answers in a row take it out; a blank changes nothing in practice and counts as a miss in an
  /// exam, where the question was left unanswered to the end.
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
