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

  /// So many lines that stand together under one heading.
  package struct Section: Hashable, Sendable {
    /// The type of its questions; nil for cases.
    package var kind: QuestionKind?
    /// How many questions, and so lines.
    package var questions: Int
    /// The section's marks never fall below this; nil where deductions go on into other sections.
    package var floor: Score?

    package init(kind: QuestionKind?, questions: Int, floor: Score? = nil) {
      self.kind = kind
      self.questions = questions
      self.floor = floor
    }
  }

  /// The blueprint that the paper was drawn by.
  package struct Paper: Hashable, Sendable {
    package var code: String
    package var title: String

    package init(code: String, title: String) {
      self.code = code
      self.title = title
    }
  }

  /// In the order of the plan's list.
  package var lines: [Line]
  /// In the order of the paper; empty for attempts from before papers had sections.
  package var sections: [Section]
  /// nil for the usual paper, and for one of the learner's own.
  package var paper: Paper?
  /// Milliseconds from opening to the deadline; nil without a limit.
  package var limit: Int64?
  /// The least score that passes.
  package var passMark: Score

  package init(
    lines: [Line], sections: [Section] = [], paper: Paper? = nil, limit: Int64?, passMark: Score
  ) {
    self.lines = lines
    self.sections = sections
    self.paper = paper
    self.limit = limit
    self.passMark = passMark
  }

  /// The marks of a paper without a fault: the sum of its lines.
  package var full: Score { lines.reduce(.zero) { $0 + $1.full } }

  /// What papers have in common whose results can be compared: the code of their blueprint, else the
  /// sections with their marks. nil for attempts from before papers had sections.
  package var series: String? {
    if let paper { return paper.code }
    guard !sections.isEmpty else { return nil }
    var start = 0
    let parts = sections.map { section in
      defer { start += section.questions }
      let points = lines.dropFirst(start).first?.full.hundredths ?? 0
      return "\(section.kind?.id ?? "case") \(section.questions) \(points)"
    }
    return parts.joined(separator: ", ")
  }

  /// Milliseconds left at a moment, never below 0; nil without a limit. Computed from the opening,
  /// so that a restart gives no time back.
  package func remaining(at now: Moment, opened: Moment) -> Int64? {
    limit.map { max(0, $0 - now.milliseconds(since: opened)) }
  }
}
