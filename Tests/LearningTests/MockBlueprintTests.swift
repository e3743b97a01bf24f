import Learning
import Questions
import Testing

/// Papers with sections, floors and bounds, as blueprints ask for them.
@Suite struct MockBlueprintTests {
  typealias Candidate = MockDraw.Candidate

  /// So many questions of a type; every third has trait 0, every fourth trait 1.
  private static func pool(_ count: Int, kind: QuestionKind = .single) -> [Candidate] {
    (1...count).map { number in
      var traits: Set<Int> = []
      if number % 3 == 0 { traits.insert(0) }
      if number % 4 == 0 { traits.insert(1) }
      return Candidate(
        ref: QuestionRef(question: Int64(number), version: 1), kind: kind, rule: .allOrNothing,
        traits: traits)
    }
  }

  private static func outline(_ bounds: [ClosedRange<Int>]) -> MockOutline {
    MockOutline(
      sections: [
        .init(kind: .single, count: 20, points: Score(points: 2)),
        .init(.cases(questions: 2), count: 2, points: Score(points: 5)),
      ], bounds: bounds, paper: .init(code: "town", title: "乡镇考试"))
  }

  /// Cases of two and three questions in turns; the first four have trait 0.
  private static let cases: [[Candidate]] = (0..<9).map { casus(Int64($0)) }

  private static func casus(_ number: Int64) -> [Candidate] {
    let size: Int64 = number % 2 == 0 ? 2 : 3
    return (0..<size).map { place in
      Candidate(
        ref: QuestionRef(question: 1000 + 10 * number + place, version: 1), kind: .trueFalse,
        rule: .half, traits: number < 4 ? [0] : [])
    }
  }

  static let bounds: [[ClosedRange<Int>]] = [
    [0...24, 0...24], [10...10, 0...24], [20...22, 2...2], [0...1, 8...24], [4...4, 10...10],
  ]

  @Test(arguments: bounds, 1...20 as ClosedRange<UInt64>)
  func `a paper keeps within its bounds and is the same for the same seed`(
    bounds: [ClosedRange<Int>], seed: UInt64
  ) throws {
    let outline = Self.outline(bounds)
    let pool = Self.pool(60)
    let paper = try MockDraw.paper(outline, singles: pool, cases: Self.cases, seed: seed).get()
    let all = Dictionary(
      (pool + Self.cases.joined()).map { ($0.ref, $0) }, uniquingKeysWith: { first, _ in first })
    for (trait, bound) in bounds.enumerated() {
      let count = paper.refs.count { all[$0]?.traits.contains(trait) == true }
      #expect(bound.contains(count), "\(trait)")
    }
    #expect(paper.refs.count == 24 && Set(paper.refs).count == 24)
    #expect(paper.terms.sections.map(\.questions) == [20, 4])
    #expect(paper.terms.full == Score(points: 60))
    let again = try MockDraw.paper(outline, singles: pool, cases: Self.cases, seed: seed).get()
    #expect(again.refs == paper.refs)
  }

  @Test func `cases of another size are not drawn, and too few are told`() {
    var outline = Self.outline([])
    outline.sections[1] = .init(.cases(questions: 3), count: 5, points: Score(points: 1))
    let drawn = MockDraw.paper(outline, singles: Self.pool(30), cases: Self.cases, seed: 1)
    #expect(throws: MockDraw.Shortage(lines: [.init(kind: nil, wanted: 5, available: 4)])) {
      try drawn.get()
    }
  }

  @Test func `bounds that no paper can meet are told with how near it came`() {
    // Six of twenty have trait 0, and two cases of two questions.
    let drawn = MockDraw.paper(
      Self.outline([24...24, 0...24]), singles: Self.pool(20), cases: Self.cases, seed: 1)
    #expect(
      throws: MockDraw.Shortage(lines: [], misses: [.init(bound: 0, found: 6 + 4)])
    ) { try drawn.get() }
  }

  // MARK: Marks

  private static func terms(_ floors: [Score?]) -> MockTerms {
    let strict = ScoringRule(deduction: Score(points: 1))
    return MockTerms(
      lines: (0..<2 * floors.count).map { _ in .init(full: Score(points: 2), rule: strict) },
      sections: floors.map { .init(kind: .single, questions: 2, floor: $0) }, limit: nil,
      passMark: Score(points: 2))
  }

  /// The sections and the result of a paper whose answers are right (true), wrong (false) or not there.
  private func marks(
    _ terms: MockTerms, _ answers: [Bool?]
  ) -> (sections: [MockSection], result: MockResult) {
    let opened = Moment(utc: 0, monotonic: 0, boot: "one")
    let refs = answers.indices.map { QuestionRef(question: Int64($0 + 1), version: 1) }
    var state = AttemptState()
    for (place, answer) in answers.enumerated() {
      var facts = [StepFact.start(refs[place], index: place, optionOrder: [])]
      if let answer {
        let grade = Grade(verdict: answer ? .right : .wrong, hits: answer ? 1 : 0, total: 1)
        facts.append(.answer(refs[place], .text("…"), grade))
      }
      for fact in facts {
        state.apply(Step(sequence: state.sequence + 1, moment: opened, fact: fact))
      }
    }
    let opening = AttemptOpening(
      mode: .mock, plan: .listed(refs), seed: 1, banks: [1], mock: terms, moment: opened)
    let kinds = Dictionary(uniqueKeysWithValues: refs.map { ($0.question, QuestionKind.single) })
    return (
      MockSection.sections(opening: opening, terms: terms, state: state, kinds: kinds),
      MockResult(
        opening: opening, terms: terms, state: state, kinds: kinds, ended: opened,
        reason: .submitted)
    )
  }

  @Test func `a section never falls below its floor, and one without goes on into others`() {
    let answers: [Bool?] = [false, false, true, nil]
    let floored = marks(Self.terms([.zero, .zero]), answers)
    #expect(floored.sections.map(\.score) == [.zero, Score(points: 2)])
    #expect(floored.sections.map(\.right) == [0, 1])
    #expect(floored.sections.map(\.answered) == [2, 1])
    #expect(floored.sections.map(\.full) == [Score(points: 4), Score(points: 4)])
    #expect(floored.result.score == Score(points: 2) && floored.result.isPassed)
    let open = marks(Self.terms([nil, nil]), answers)
    #expect(open.sections.map(\.score) == [Score(points: -2), Score(points: 2)])
    #expect(open.result.score == .zero && !open.result.isPassed)
    let deep = marks(Self.terms([Score(points: -1), nil]), answers)
    #expect(deep.result.score == Score(points: 1))
  }

  @Test func `a result has the counts of its sections, and old papers have one section`() {
    var terms = Self.terms([.zero, .zero])
    let (sections, result) = marks(terms, [true, false, true, nil])
    #expect(result.answered == sections.reduce(0) { $0 + $1.answered })
    #expect(result.right == 2 && result.questions == 4 && result.full == Score(points: 8))
    terms.sections = []
    let old = marks(terms, [false, false, true, nil])
    #expect(old.sections.count == 1)
    #expect(old.result.score == .zero, "their deductions went through the whole paper")
    #expect(terms.series == nil)
  }

  @Test func `papers of one blueprint are one series, and usual papers of one scale`() throws {
    let pool = MockTests.pool([(.single, 30), (.multiple, 12), (.trueFalse, 20)])
    func series(_ outline: MockOutline) throws -> String? {
      try MockDraw.paper(outline, singles: pool, cases: [], seed: 1).get().terms.series
    }
    let usual = try MockOutline.scales.map { try series($0) }
    #expect(Set(usual).count == MockOutline.scales.count && !usual.contains(nil))
    var named = MockOutline.scales[0]
    named.paper = .init(code: "town", title: "甲")
    #expect(try series(named) == "town")
  }
}
