import Questions

/// A mock paper drawn from a pool.
package enum MockDraw {
  /// The paper cannot be filled: which type has fewer questions than wanted. A shorter paper is
  /// never given silently.
  package struct Shortage: Error, Hashable {
    /// One type that falls short: how many questions are wanted, and how many there are.
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
  /// - Returns: the questions in the order of the paper with the terms line by line, or every type
  ///   that falls short.
  package static func paper(
    _ outline: MockOutline, singles: [Candidate], cases: [[Candidate]], seed: UInt64
  ) -> Result<(refs: [QuestionRef], terms: MockTerms), Shortage> {
    var pools = Dictionary(grouping: singles, by: \.kind)
    var shortages: [Shortage.Line] = []
    let wanted = outline.sections.reduce(into: [:]) { $0[$1.kind, default: 0] += $1.count }
    for section in outline.sections where !shortages.contains(where: { $0.kind == section.kind }) {
      let available = pools[section.kind, default: []].count
      if let wanted = wanted[section.kind], available < wanted {
        shortages.append(
          Shortage.Line(kind: section.kind, wanted: wanted, available: available))
      }
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
      let order = generator.shuffled(pools[section.kind, default: []])
      for candidate in order.prefix(section.count) { add(candidate, points: section.points) }
      // Another section of the same type draws from what is left.
      pools[section.kind] = Array(order.dropFirst(section.count))
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
