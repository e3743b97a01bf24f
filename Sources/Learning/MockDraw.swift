import Questions

/// A mock paper drawn from a pool.
package enum MockDraw {
  /// The paper cannot be filled: what has fewer questions than wanted. A shorter paper is never given
  /// silently.
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

    /// A trait whose bounds no drawn paper met: which of the outline's bounds, and how near they came.
    package struct Miss: Hashable, Sendable {
      package var bound: Int
      package var found: Int

      package init(bound: Int, found: Int) {
        self.bound = bound
        self.found = found
      }
    }

    package let lines: [Line]
    /// Only where no type falls short.
    package let misses: [Miss]

    package init(lines: [Line], misses: [Miss] = []) {
      self.lines = lines
      self.misses = misses
    }
  }

  /// A question that may be drawn.
  package struct Candidate: Hashable, Sendable {
    package var ref: QuestionRef
    package var kind: QuestionKind
    package var rule: ScoringRule
    /// Which of the outline's bounds count it.
    package var traits: Set<Int>

    package init(ref: QuestionRef, kind: QuestionKind, rule: ScoringRule, traits: Set<Int> = []) {
      self.ref = ref
      self.kind = kind
      self.rule = rule
      self.traits = traits
    }
  }

  /// How often a paper is drawn anew where the one before could not be brought within its bounds.
  private static let starts = 30

  /// Draws a paper by seed: the sections in order, cases whole.
  ///
  /// - Parameters:
  ///   - singles: the questions that stand alone, in a stable order.
  ///   - cases: the questions of each case.
  /// - Returns: the questions in the order of the paper with the terms line by line, or every type
  ///   that falls short.
  package static func paper(
    _ outline: MockOutline, singles: [Candidate], cases: [[Candidate]], seed: UInt64
  ) -> Result<(refs: [QuestionRef], terms: MockTerms), Shortage> {
    let pools = Pools(outline, singles: singles, cases: cases)
    let shortages = pools.shortages(outline)
    guard shortages.isEmpty else { return .failure(Shortage(lines: shortages)) }
    var generator = SeededGenerator(seed: seed, purpose: 0x6D6F_636B)
    var nearest: MockExchange?
    for _ in 0..<(outline.bounds.isEmpty ? 1 : starts) {
      var exchange = pools.draw(outline, &generator)
      exchange.settle(&generator)
      if exchange.excess == 0 { return .success(paper(exchange.drawn, outline)) }
      if exchange.excess < nearest?.excess ?? .max { nearest = exchange }
    }
    let misses = (nearest?.counts ?? []).enumerated().filter {
      !outline.bounds[$0.offset].contains($0.element)
    }.map { Shortage.Miss(bound: $0.offset, found: $0.element) }
    return .failure(Shortage(lines: [], misses: misses))
  }

  private static func paper(
    _ drawn: [[MockExchange.Unit]], _ outline: MockOutline
  ) -> (refs: [QuestionRef], terms: MockTerms) {
    var refs: [QuestionRef] = []
    var lines: [MockTerms.Line] = []
    var sections: [MockTerms.Section] = []
    for (section, units) in zip(outline.sections, drawn) {
      let candidates = units.flatMap(\.candidates)
      refs += candidates.map(\.ref)
      lines += candidates.map {
        MockTerms.Line(full: section.points, rule: section.rule ?? $0.rule)
      }
      guard !candidates.isEmpty else { continue }
      sections.append(
        MockTerms.Section(
          kind: section.kind, questions: candidates.count, floor: section.floor))
    }
    let full = lines.reduce(Score.zero) { $0 + $1.full }
    let terms = MockTerms(
      lines: lines, sections: sections, paper: outline.paper,
      limit: outline.minutes.map { Int64($0) * 60_000 },
      passMark: full.share(outline.passShare, of: 10_000))
    return (refs, terms)
  }
}

/// What each section draws from: questions alone, or the questions of a case.
private struct Pools {
  private var units: [MockOutline.Section.Content: [MockExchange.Unit]] = [:]
  /// What the units have of each trait, each combination once.
  private var tallies: [[Int]] = []

  init(
    _ outline: MockOutline, singles: [MockDraw.Candidate], cases: [[MockDraw.Candidate]]
  ) {
    let kinds = Dictionary(grouping: singles, by: \.kind)
    var known: [[Int]: Int] = [:]
    for section in outline.sections where units[section.content] == nil {
      let groups: [[MockDraw.Candidate]] =
        switch section.content {
        case .questions(let kind): kinds[kind, default: []].map { [$0] }
        case .cases(let size): cases.filter { size == nil || $0.count == size }
        }
      units[section.content] = groups.map { candidates in
        let tally = outline.bounds.indices.map { trait in
          candidates.count { $0.traits.contains(trait) }
        }
        let place = known[tally] ?? tallies.count
        if place == tallies.count {
          known[tally] = place
          tallies.append(tally)
        }
        return MockExchange.Unit(candidates: candidates, tally: place)
      }
    }
  }

  /// What has fewer units than its sections want together.
  func shortages(_ outline: MockOutline) -> [MockDraw.Shortage.Line] {
    let wanted = outline.sections.reduce(into: [:]) { $0[$1.content, default: 0] += $1.count }
    var seen: Set<MockOutline.Section.Content> = []
    return outline.sections.compactMap { section in
      let (wanted, available) = (
        wanted[section.content] ?? 0, units[section.content]?.count ?? 0
      )
      guard available < wanted, seen.insert(section.content).inserted else { return nil }
      return MockDraw.Shortage.Line(kind: section.kind, wanted: wanted, available: available)
    }
  }

  /// Fills the sections at random.
  func draw(_ outline: MockOutline, _ generator: inout SeededGenerator) -> MockExchange {
    var spare = units
    let drawn = outline.sections.map { section in
      let order = generator.shuffled(spare[section.content, default: []])
      // Another section of the same kind draws from what is left.
      spare[section.content] = Array(order.dropFirst(section.count))
      return Array(order.prefix(section.count))
    }
    return MockExchange(
      sections: outline.sections.map(\.content), drawn: drawn, spare: spare,
      bounds: outline.bounds, tallies: tallies)
  }
}
