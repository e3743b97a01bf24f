import Questions

/// What a mock exam is made of: how many questions of each type, and their marks.
package struct MockOutline: Hashable, Sendable {
  /// The questions that stand together on the paper.
  package struct Section: Hashable, Sendable {
    /// What a section holds.
    package enum Content: Hashable, Sendable {
      /// Of one type, each standing alone.
      case questions(QuestionKind)
      /// Cases, drawn whole; of exactly this many questions each, where a number is given.
      case cases(questions: Int?)
    }

    package var content: Content
    /// How many questions or cases.
    package var count: Int
    /// Of one question.
    package var points: Score
    /// Overrides the questions' own rules, where given.
    package var rule: ScoringRule?
    /// The section's marks never fall below this; nil where deductions go on into other sections.
    package var floor: Score?

    package init(
      _ content: Content, count: Int, points: Score, rule: ScoringRule? = nil, floor: Score? = nil
    ) {
      self.content = content
      self.count = count
      self.points = points
      self.rule = rule
      self.floor = floor
    }

    /// Questions of one type.
    package init(kind: QuestionKind, count: Int, points: Score) {
      self.init(.questions(kind), count: count, points: points)
    }

    /// The type of its questions; nil for cases.
    package var kind: QuestionKind? {
      if case .questions(let kind) = content { kind } else { nil }
    }
  }

  package var sections: [Section]
  /// nil sets no time limit.
  package var minutes: Int?
  /// In hundredths of the full marks: 60 of 100 is 6000.
  package var passShare: Int
  /// How many questions of the paper may have each trait that candidates are told by.
  package var bounds: [ClosedRange<Int>]
  /// What the paper is called; nil for one of the learner's own.
  package var paper: MockTerms.Paper?

  package init(
    sections: [Section], minutes: Int? = 60, passShare: Int = 6000,
    bounds: [ClosedRange<Int>] = [], paper: MockTerms.Paper? = nil
  ) {
    self.sections = sections
    self.minutes = minutes
    self.passShare = passShare
    self.bounds = bounds
    self.paper = paper
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
