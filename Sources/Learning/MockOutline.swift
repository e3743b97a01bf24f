import Questions

/// What a mock exam is made of: how many questions of each type, and their marks.
package struct MockOutline: Hashable, Sendable {
  /// The questions of one type: how many, and the marks of each.
  package struct Section: Hashable, Sendable {
    package var kind: QuestionKind
    package var count: Int
    /// Of one question.
    package var points: Score

    package init(kind: QuestionKind, count: Int, points: Score) {
      self.kind = kind
      self.count = count
      self.points = points
    }
  }

  package var sections: [Section]
  /// How many cases, drawn whole; their questions earn `casePoints` each.
  package var cases: Int
  package var casePoints: Score
  /// nil sets no time limit.
  package var minutes: Int?
  /// In hundredths of the full marks: 60 of 100 is 6000.
  package var passShare: Int
  /// Overrides the questions' own rules, where given.
  package var rule: ScoringRule?

  package init(
    sections: [Section], cases: Int = 0, casePoints: Score = Score(points: 2), minutes: Int? = 60,
    passShare: Int = 6000, rule: ScoringRule? = nil
  ) {
    self.sections = sections
    self.cases = cases
    self.casePoints = casePoints
    self.minutes = minutes
    self.passShare = passShare
    self.rule = rule
  }

  /// 25 single choice, 10 multiple choice and 15 true/false questions of 2 points: a yearly staff
  /// exam as townships hold it. Where a bank has fewer questions, the same proportions on a smaller
  /// scale, always 100 points together; the smallest is 10 questions.
  package static let scales: [MockOutline] = [
    (5, 200, 60), (4, 250, 50), (2, 500, 25), (1, 1000, 15),
  ]
  .map { scale, hundredths, minutes in
    let points = Score(hundredths: hundredths)
    return MockOutline(
      sections: [
        Section(kind: .single, count: 5 * scale, points: points),
        Section(kind: .multiple, count: 2 * scale, points: points),
        Section(kind: .trueFalse, count: 3 * scale, points: points),
      ], minutes: minutes)
  }
}
