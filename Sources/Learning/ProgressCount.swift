/// How far a learner came with some questions, as counts of questions.
package struct ProgressCount: Hashable, Sendable {
  /// All that practice asks.
  package var questions: Int
  /// Answered at least once; a blank answer is none.
  package var seen: Int
  /// Seen, not due today, and not weak.
  package var known: Int
  /// In the notebook, or due again since their key was changed: what the notebook asks.
  package var weak: Int

  package init(questions: Int = 0, seen: Int = 0, known: Int = 0, weak: Int = 0) {
    self.questions = questions
    self.seen = seen
    self.known = known
    self.weak = weak
  }

  /// Both together.
  package static func + (left: ProgressCount, right: ProgressCount) -> ProgressCount {
    ProgressCount(
      questions: left.questions + right.questions, seen: left.seen + right.seen,
      known: left.known + right.known, weak: left.weak + right.weak)
  }
}
