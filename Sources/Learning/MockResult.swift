import Questions

/// The result of a mock exam.
package struct MockResult: Hashable, Sendable {
  package var score: Score
  package var full: Score
  package var passMark: Score
  package var questions: Int
  package var answered: Int
  package var right: Int
  /// Milliseconds from opening to the end, at most the limit.
  package var duration: Int64
  package var reason: FinishReason

  /// Whether the score reaches the pass mark; the mark itself passes. Nobody passes an empty paper.
  package var isPassed: Bool { score >= passMark && full > .zero }

  package init(
    score: Score, full: Score, passMark: Score, questions: Int, answered: Int, right: Int,
    duration: Int64, reason: FinishReason
  ) {
    self.score = score
    self.full = full
    self.passMark = passMark
    self.questions = questions
    self.answered = answered
    self.right = right
    self.duration = duration
    self.reason = reason
  }

  /// The result of the standing answers under the attempt's terms: a function of both, so that
  /// anyone can recount it. The sum of the sections never falls below zero.
  ///
  /// - Parameters:
  ///   - kinds: the type of each listed question, by its number.
  package init(
    opening: AttemptOpening, terms: MockTerms, state: AttemptState,
    kinds: [Int64: QuestionKind], ended: Moment, reason: FinishReason
  ) {
    let sections = MockSection.sections(
      opening: opening, terms: terms, state: state, kinds: kinds)
    let score = sections.reduce(Score.zero) { $0 + $1.score }
    let elapsed = ended.milliseconds(since: opening.moment)
    self.init(
      score: max(.zero, score), full: terms.full, passMark: terms.passMark,
      questions: terms.lines.count, answered: sections.reduce(0) { $0 + $1.answered },
      right: sections.reduce(0) { $0 + $1.right },
      duration: terms.limit.map { min($0, elapsed) } ?? elapsed, reason: reason)
  }
}
