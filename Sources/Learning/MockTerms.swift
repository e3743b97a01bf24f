import Questions

/// The terms of a mock exam, kept with the attempt: the marks of a result can be told from them alone.
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

  /// The full marks of the paper: the sum of its lines.
  package var full: Score { lines.reduce(.zero) { $0 + $1.full } }

  /// Milliseconds left at a moment, never below 0; nil without a limit. Computed from the opening,
  /// so that a restart gives no time back.
  package func remaining(at now: Moment, opened: Moment) -> Int64? {
    limit.map { max(0, $0 - now.milliseconds(since: opened)) }
  }
}

/// What a mock exam is made of: how many questions of each type, and their marks.
package struct MockOutline: Hashable, Sendable {
  /// So many questions of one type, each worth the same.
  package struct Section: Hashable, Sendable {
    package var kind: QuestionKind
    package var count: Int
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

/// A mock paper drawn from a pool.
package enum MockDraw {
  /// The paper cannot be filled: which type has fewer questions than wanted. A shorter paper is never
  /// given silently.
  package struct Shortage: Error, Hashable {
    /// One type that falls short: how many were wanted, how many there are.
    package struct Line: Hashable, Sendable {
      /// nil for cases.
      package var kind: QuestionKind?
      package var wanted: Int
      package var available: Int

      package init(kind: QuestionKind?, wanted: Int, available: Int) {
        self.kind = kind
        self.wanted = wanted
        self.available = available
      }
    }
    package let lines: [Line]

    package init(lines: [Line]) { self.lines = lines }
  }

  /// A question that may be drawn.
  package struct Candidate: Hashable, Sendable {
    package var ref: QuestionRef
    package var kind: QuestionKind
    package var rule: ScoringRule

    package init(ref: QuestionRef, kind: QuestionKind, rule: ScoringRule) {
      self.ref = ref
      self.kind = kind
      self.rule = rule
    }
  }

  /// Draws a paper by seed: the sections in order, then the cases whole.
  ///
  /// - Parameters:
  ///   - singles: the questions that stand alone, in a stable order.
  ///   - cases: the questions of each case.
  package static func paper(
    _ outline: MockOutline, singles: [Candidate], cases: [[Candidate]], seed: UInt64
  ) -> Result<(refs: [QuestionRef], terms: MockTerms), Shortage> {
    let pools = Dictionary(grouping: singles, by: \.kind)
    var shortages: [Shortage.Line] = []
    for section in outline.sections where pools[section.kind, default: []].count < section.count {
      shortages.append(
        Shortage.Line(
          kind: section.kind, wanted: section.count,
          available: pools[section.kind, default: []].count))
    }
    if cases.count < outline.cases {
      shortages.append(Shortage.Line(kind: nil, wanted: outline.cases, available: cases.count))
    }
    guard shortages.isEmpty else { return .failure(Shortage(lines: shortages)) }
    var generator = SeededGenerator(seed: seed, purpose: 0x6D6F_636B)
    var refs: [QuestionRef] = []
    var lines: [MockTerms.Line] = []
    func add(_ candidate: Candidate, points: Score) {
      refs.append(candidate.ref)
      lines.append(MockTerms.Line(full: points, rule: outline.rule ?? candidate.rule))
    }
    for section in outline.sections {
      let drawn = generator.shuffled(pools[section.kind, default: []]).prefix(section.count)
      for candidate in drawn { add(candidate, points: section.points) }
    }
    for drawn in generator.shuffled(cases).prefix(outline.cases) {
      for candidate in drawn { add(candidate, points: outline.casePoints) }
    }
    let full = lines.reduce(Score.zero) { $0 + $1.full }
    let terms = MockTerms(
      lines: lines, limit: outline.minutes.map { Int64($0) * 60_000 },
      passMark: full.share(outline.passShare, of: 10_000))
    return .success((refs, terms))
  }
}
