import Learning
import Questions
import Testing

/// Mock exams: drawing the paper, the clock, the marks.
@Suite struct MockTests {
  typealias Candidate = MockDraw.Candidate

  static func pool(_ counts: [(QuestionKind, Int)]) -> [Candidate] {
    var number: Int64 = 0
    return counts.flatMap { kind, count in
      (0..<count).map { _ in
        number += 1
        return Candidate(
          ref: QuestionRef(question: number, version: number), kind: kind, rule: .perOption)
      }
    }
  }

  static func cases(_ sizes: [Int]) -> [[Candidate]] {
    sizes.enumerated().map { index, size in
      (1...size).map {
        Candidate(
          ref: QuestionRef(question: Int64(1000 * (index + 1) + $0), version: 1), kind: .trueFalse,
          rule: .allOrNothing)
      }
    }
  }

  static let outline = MockOutline(
    sections: [
      .init(kind: .single, count: 5, points: Score(points: 2)),
      .init(kind: .trueFalse, count: 3, points: Score(points: 1)),
      .init(.cases(questions: nil), count: 2, points: Score(hundredths: 150)),
    ], minutes: 30)

  private static func draw(
    _ outline: MockOutline = outline, singles: [Candidate]? = nil, cases: [[Candidate]]? = nil,
    seed: UInt64 = 1
  ) throws -> (refs: [QuestionRef], terms: MockTerms) {
    try MockDraw.paper(
      outline, singles: singles ?? pool([(.single, 30), (.trueFalse, 10), (.multiple, 4)]),
      cases: cases ?? Self.cases([2, 3, 2, 4]), seed: seed
    ).get()
  }

  @Test func `the same seed draws the same paper and another seed another`() throws {
    let papers = try (1...20).map { try Self.draw(seed: UInt64($0)).refs }
    #expect(try Self.draw(seed: 1).refs == papers[0])
    #expect(Set(papers).count == 20)
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `a paper has its sections in order, its cases whole, and no question twice`(
    seed: UInt64
  ) throws {
    let cases = Self.cases([2, 3, 2, 4])
    let (refs, terms) = try Self.draw(cases: cases, seed: seed)
    #expect(refs.prefix(5).allSatisfy { (1...30).contains($0.question) })
    #expect(refs.dropFirst(5).prefix(3).allSatisfy { (31...40).contains($0.question) })
    var rest = Array(refs.dropFirst(8))
    let drawn = cases.filter { rest.contains($0[0].ref) }
    #expect(drawn.count == 2)
    while let first = rest.first {
      let whole = try #require(cases.first { $0[0].ref == first }).map(\.ref)
      #expect(Array(rest.prefix(whole.count)) == whole)
      rest.removeFirst(whole.count)
    }
    #expect(Set(refs).count == refs.count)
    #expect(terms.lines.count == refs.count)
  }

  @Test func `the terms hold marks, rules, limit and pass mark`() throws {
    let (refs, terms) = try Self.draw(cases: Self.cases([2, 2]))
    #expect(refs.count == 12)
    #expect(
      terms.lines.map(\.full.hundredths) == [
        200, 200, 200, 200, 200, 100, 100, 100, 150, 150, 150, 150,
      ])
    #expect(terms.lines[0].rule == .perOption)
    #expect(terms.lines[9].rule == .allOrNothing)
    #expect(terms.full == Score(points: 19))
    #expect(terms.passMark == Score(hundredths: 1140))
    #expect(terms.limit == Int64(1_800_000))
    var strict = Self.outline
    for index in strict.sections.indices {
      strict.sections[index].rule = ScoringRule(deduction: Score(points: 1))
    }
    strict.minutes = nil
    strict.passShare = 9000
    let other = try Self.draw(strict, cases: Self.cases([2, 2])).terms
    #expect(other.lines.allSatisfy { $0.rule.deduction == Score(points: 1) })
    #expect(other.limit == nil)
    #expect(other.passMark == Score(hundredths: 1710))
  }

  @Test func `two sections of one type never share a question`() throws {
    let outline = MockOutline(sections: [
      .init(kind: .single, count: 3, points: Score(points: 1)),
      .init(kind: .single, count: 3, points: Score(points: 2)),
    ])
    for seed in 0..<20 as Range<UInt64> {
      let refs = try Self.draw(outline, singles: Self.pool([(.single, 6)]), seed: seed).refs
      #expect(Set(refs).count == 6)
    }
    #expect(throws: MockDraw.Shortage(lines: [.init(kind: .single, wanted: 6, available: 5)])) {
      try Self.draw(outline, singles: Self.pool([(.single, 5)]))
    }
  }

  @Test func `a paper that cannot be filled names everything that lacks`() {
    let expected = MockDraw.Shortage(lines: [
      .init(kind: .single, wanted: 5, available: 4),
      .init(kind: .trueFalse, wanted: 3, available: 0),
      .init(kind: nil, wanted: 2, available: 1),
    ])
    #expect(throws: expected) {
      try Self.draw(singles: Self.pool([(.single, 4)]), cases: Self.cases([3]))
    }
  }

  @Test func `the usual papers are worth 100 points on every scale and keep their proportions`() {
    #expect(
      MockOutline.scales.map { $0.sections.map(\.count) }
        == [[25, 10, 15], [20, 8, 12], [10, 4, 6], [5, 2, 3]])
    for outline in MockOutline.scales {
      let full = outline.sections.reduce(0) { $0 + $1.count * $1.points.hundredths }
      #expect(full == 100_00)
      #expect(outline.passShare == 6000)
    }
  }

  // MARK: The clock

  static let opened = Moment(utc: 1_000_000, monotonic: 5000, boot: "one")

  @Test(
    arguments: [
      (Moment(utc: 1_000_000, monotonic: 5000, boot: "one"), 60_000),
      (Moment(utc: 1_020_000, monotonic: 25_000, boot: "one"), 40_000),
      // Someone set the clock on the wall back, or on: the monotonic one decides.
      (Moment(utc: 0, monotonic: 25_000, boot: "one"), 40_000),
      (Moment(utc: 9_000_000, monotonic: 25_000, boot: "one"), 40_000),
      // After a restart only the clock on the wall is left.
      (Moment(utc: 1_050_000, monotonic: 10, boot: "two"), 10_000),
      (Moment(utc: 999_000, monotonic: 10, boot: "two"), 60_000),
      (Moment(utc: 1_060_000, monotonic: 65_000, boot: "one"), 0),
      (Moment(utc: 2_000_000, monotonic: 900_000, boot: "one"), 0),
    ] as [(Moment, Int64)])
  func `time left runs by the clock that nobody can set`(now: Moment, left: Int64) {
    let terms = MockTerms(lines: [], limit: 60_000, passMark: .zero)
    #expect(terms.remaining(at: now, opened: Self.opened) == left)
  }

  @Test func `without a limit no time runs out`() {
    let terms = MockTerms(lines: [], limit: nil, passMark: .zero)
    #expect(terms.remaining(at: Self.opened, opened: Self.opened) == nil)
  }

  // MARK: The marks

  struct Marks: Sendable, CustomTestStringConvertible {
    let name: String
    let kinds: [QuestionKind]
    var rule = ScoringRule.allOrNothing
    /// nil is left without an answer.
    let grades: [Grade?]
    let score: Int
    var right = 0
    var testDescription: String { name }
  }

  static func grade(_ verdict: Grade.Verdict, _ hits: Int = 0, _ total: Int = 1) -> Grade {
    Grade(verdict: verdict, hits: hits, total: total)
  }

  static let marks = [
    Marks(
      name: "all right", kinds: [.single, .trueFalse],
      grades: [grade(.right), grade(.right)], score: 400, right: 2),
    Marks(name: "nothing answered", kinds: [.single, .multiple], grades: [nil, nil], score: 0),
    Marks(
      name: "half a multiple choice earns nothing by the usual rule", kinds: [.multiple],
      grades: [grade(.partial, 2, 3)], score: 0),
    Marks(
      name: "or half a point for each right option", kinds: [.multiple],
      rule: .perOption, grades: [grade(.partial, 2, 3)], score: 100),
    Marks(
      name: "or half the marks", kinds: [.indefinite], rule: .half,
      grades: [grade(.partial, 1, 3)], score: 100),
    Marks(
      name: "blanks earn their share", kinds: [.fillIn, .short],
      grades: [grade(.partial, 1, 3), grade(.partial, 2, 3)], score: 67 + 133),
    Marks(
      name: "a wrong answer is deducted for, a missing one is not",
      kinds: [.single, .single, .single],
      rule: ScoringRule(deduction: Score(hundredths: 50)),
      grades: [grade(.right), grade(.wrong), nil], score: 150, right: 1),
    Marks(
      name: "an empty answer is neither deducted for nor counted as answered",
      kinds: [.short, .single], rule: ScoringRule(deduction: Score(hundredths: 50)),
      grades: [grade(.blank), grade(.right)], score: 200, right: 1),
    Marks(
      name: "deductions never fall below zero", kinds: [.single, .single],
      rule: ScoringRule(deduction: Score(points: 3)), grades: [grade(.right), grade(.wrong)],
      score: 0, right: 1),
  ]

  private func result(
    _ marks: Marks, limit: Int64? = 60_000, ended: Moment, reason: FinishReason = .submitted
  ) -> MockResult {
    let refs = marks.kinds.indices.map { QuestionRef(question: Int64($0 + 1), version: 1) }
    let terms = MockTerms(
      lines: marks.kinds.map { _ in .init(full: Score(points: 2), rule: marks.rule) }, limit: limit,
      passMark: Score(points: 2))
    var state = AttemptState()
    func apply(_ fact: StepFact) {
      state.apply(Step(sequence: state.sequence + 1, moment: Self.opened, fact: fact))
    }
    for (index, grade) in marks.grades.enumerated() {
      apply(.start(refs[index], index: index, optionOrder: []))
      if let grade { apply(.answer(refs[index], .text("…"), grade)) }
    }
    return MockResult(
      opening: AttemptOpening(
        mode: .mock, plan: .listed(refs), seed: 1, banks: [1], mock: terms, moment: Self.opened),
      terms: terms, state: state,
      kinds: Dictionary(uniqueKeysWithValues: zip(refs.map(\.question), marks.kinds)), ended: ended,
      reason: reason)
  }

  @Test(arguments: marks) func `marks are summed by the rule of each line`(marks: Marks) {
    let ended = Moment(utc: 1_030_000, monotonic: 35_000, boot: "one")
    let result = result(marks, ended: ended)
    #expect(result.score == Score(hundredths: marks.score))
    #expect(result.full == Score(points: 2 * marks.kinds.count))
    #expect(result.questions == marks.kinds.count)
    #expect(result.answered == marks.grades.count { $0 != nil && $0?.verdict != .blank })
    #expect(result.right == marks.right)
    #expect(result.isPassed == (marks.score >= 200))
    #expect(result.duration == 30_000)
  }

  @Test(
    arguments: [
      (60_000 as Int64?, 30_000, 30_000), (60_000, 60_000, 60_000), (60_000, 999_000, 60_000),
      (nil, 999_000, 999_000),
    ] as [(Int64?, Int64, Int64)])
  func `an exam never lasted longer than its limit`(limit: Int64?, elapsed: Int64, counted: Int64) {
    let ended = Moment(
      utc: Self.opened.utc + elapsed, monotonic: Self.opened.monotonic + elapsed, boot: "one")
    let result = result(Self.marks[0], limit: limit, ended: ended, reason: .deadline)
    #expect(result.duration == counted)
    #expect(result.reason == .deadline)
  }

  @Test func `the pass mark itself passes`() {
    func passes(_ hundredths: Int) -> Bool {
      MockResult(
        score: Score(hundredths: hundredths), full: Score(points: 100), passMark: Score(points: 60),
        questions: 1, answered: 1, right: 1, duration: 0, reason: .submitted
      ).isPassed
    }
    #expect(passes(6000))
    #expect(!passes(5999))
  }
}
