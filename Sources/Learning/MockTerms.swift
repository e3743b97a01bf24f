import Questions

/// The terms of a mock exam, kept with the attempt: the marks of a result can be told from them
/// alone.
package struct MockTerms: Hashable, Sendable {
  /// The marks and the rule of one listed question.
  package struct Line: Hashable, Sendable {
    package var full: Score
    package var rule: ScoringRule

    package init(full: Score, rule: ScoringRule) {
      self.full = full
      self.rule = rule
    }
  }

  /// In the order of the plan's list.
  package var lines: [Line]
  /// Milliseconds from opening to the deadline; nil without a limit.
  package var limit: Int64?
  /// The least score that passes.
  package var passMark: Score

  package init(lines: [Line], limit: Int64?, passMark: Score) {
    self.lines = lines
    self.limit = limit
    self.passMark = passMark
  }

  /// The marks of a paper without a fault: the sum of its lines.
  package var full: Score { lines.reduce(.zero) { $0 + $1.full } }

  /// Milliseconds left at a moment, never below 0; nil without a limit. Computed from the opening,
  /// so that a restart gives no time back.
  package func remaining(at now: Moment, opened: Moment) -> Int64? {
    limit.map { max(0, $0 - now.milliseconds(since: opened)) }
  }
}
