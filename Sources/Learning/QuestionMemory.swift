/// What is remembered of one learner and one question. It follows the question through its
/// versions.
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
