import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Workflows

/// A mock exam from opening to its result.
@Suite struct MockExamTests {
  let test: TestData
  let learner: Learner
  static let minute: Int64 = 60_000

  static let outline = MockOutline(
    sections: [
      .init(kind: .single, count: 2, points: Score(points: 30)),
      .init(kind: .trueFalse, count: 2, points: Score(points: 20)),
    ], minutes: 30)

  init() throws {
    test = try TestData()
    try test.load(
      SampleBank.bank(
        SampleBank.items(try (1...5).map { try SampleBank.single("S\($0)") })
          + [try SampleBank.caseItem("C", questions: 2)]
          + SampleBank.items(try (1...4).map { try SampleBank.truth("T\($0)") })))
    learner = try test.learner()
  }

  private func begin() throws -> Practise {
    try test.begin(.mock, by: learner, outline: Self.outline)
  }

  private func answer(_ exam: Practise, _ number: Int, right: Bool) throws {
    let card = try #require(try exam.jump(to: number)?.card)
    let feedback = try exam.answer(card.question.response(right: right))
    #expect(feedback == nil, "nothing is told before the end")
  }

  private func results() throws -> [MockResult] { try test.data.figures.results().map(\.result) }

  @Test func `the paper is drawn by seed with its marks, its limit and its pass mark`() throws {
    let exam = try begin()
    let terms = try #require(exam.mockTerms)
    #expect(terms.full == Score(points: 100))
    #expect(terms.passMark == Score(points: 60))
    #expect(terms.limit == Int64(30 * 60_000))
    #expect(try exam.sheet().map(\.kind) == [.single, .single, .trueFalse, .trueFalse])
    func paper(_ seed: UInt64) throws -> [Int64] {
      let exam = try test.begin(.mock, by: learner, seed: seed, outline: Self.outline)
      return try (1...4).compactMap { try exam.jump(to: $0)?.card?.stored.ref.question }
    }
    #expect(try paper(5) == paper(5))
    #expect(Set(try (1...8).map(paper)).count > 1)
  }

  @Test(
    arguments: [
      ([true, true, true, true], 100, true), ([true, true, false, false], 60, true),
      ([true, false, true, false], 50, false), ([false, false, false, false], 0, false),
      ([true, nil, nil, true], 50, false), ([nil, nil, nil, nil], 0, false),
    ] as [([Bool?], Int, Bool)])
  func `the marks are summed at the end and kept`(
    rights: [Bool?], points: Int, isPassed: Bool
  ) throws {
    let exam = try begin()
    for (index, right) in rights.enumerated() {
      if let right { try answer(exam, index + 1, right: right) }
    }
    test.clock.advance(10 * Self.minute)
    let end = try exam.submit()
    let result = try #require(end.result)
    #expect(result.score == Score(points: points))
    #expect(result.isPassed == isPassed)
    #expect(result.answered == rights.count { $0 != nil })
    #expect(result.right == rights.count { $0 == true })
    #expect(result.duration == 10 * Self.minute)
    #expect(result.reason == .submitted)
    #expect(try results() == [result])
    #expect(end.summary.answered == result.answered)
    #expect(try exam.review().map(\.card.number) == (1...4).filter { rights[$0 - 1] != true })
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
    #expect(try Practise.open(of: learner.id, data: test.data).isEmpty)
  }

  @Test func `an answer can be changed until the end, and the last one counts`() throws {
    let exam = try begin()
    for right in [false, true, false, true] { try answer(exam, 1, right: right) }
    try answer(exam, 2, right: true)
    try answer(exam, 2, right: false)
    let end = try exam.submit()
    #expect(end.result?.score == Score(points: 30))
    #expect(end.result?.answered == 2)
    #expect(
      try ShowStatistics(test.data, actor: test.actor).figures(of: learner).right.denominator == 2)
  }

  @Test func `answering the last question does not hand the paper in`() throws {
    let exam = try begin()
    for number in 1...4 { try answer(exam, number, right: true) }
    guard case .allAnswered = try exam.turn(stay: false) else {
      Issue.record("something else came")
      return
    }
    #expect(try results().isEmpty)
    try answer(exam, 2, right: false)
    #expect(try exam.submit().result?.score == Score(points: 70))
  }

  @Test func `the sheet shows what is answered, marked and before the learner`() throws {
    let exam = try begin()
    try answer(exam, 3, right: true)
    _ = try exam.jump(to: 2)
    #expect(try exam.toggleMark())
    let sheet = try exam.sheet()
    #expect(sheet.map(\.isAnswered) == [false, false, true, false])
    #expect(sheet.map(\.isMarked) == [false, true, false, false])
    #expect(sheet.map(\.isCurrent) == [false, true, false, false])
    #expect(try !exam.toggleMark())
    #expect(try exam.jump(to: 0) == nil)
    #expect(try exam.jump(to: 5) == nil)
  }

  // MARK: The clock

  @Test func `time goes on while the program is closed`() throws {
    let exam = try begin()
    #expect(exam.remaining == 30 * Self.minute)
    try answer(exam, 1, right: true)
    _ = try exam.pause()
    test.clock.advance(12 * Self.minute)
    let again = try #require(try test.resume(learner))
    #expect(again.remaining == 18 * Self.minute)
    #expect(try again.turn().card?.remaining == 18 * Self.minute)
  }

  @Test func `setting the clock on the wall gives no time, a restart of the computer neither`()
    throws
  {
    let exam = try begin()
    test.clock.advance(10 * Self.minute)
    test.clock.setWall(HandClock.noon - 5 * Self.minute)
    #expect(exam.remaining == 20 * Self.minute)
    test.clock.setWall(HandClock.noon + 10 * Self.minute)
    test.clock.reboot(after: 5 * Self.minute)
    let again = try #require(try test.resume(learner))
    #expect(again.remaining == 15 * Self.minute)
  }

  @Test func `at the deadline the paper is handed in with the answers given`() throws {
    let exam = try begin()
    try answer(exam, 1, right: true)
    try answer(exam, 3, right: true)
    test.clock.advance(30 * Self.minute)
    let end = try #require(try exam.turn().end)
    #expect(end.result?.score == Score(points: 50))
    #expect(end.result?.reason == .deadline)
    #expect(end.result?.duration == 30 * Self.minute)
    #expect(!end.isOpen)
    #expect(try results().count == 1)
  }

  @Test func `an answer after the deadline is refused and not kept`() throws {
    let exam = try begin()
    let card = try #require(try exam.turn().card)
    test.clock.advance(30 * Self.minute)
    let before = try test.data.practice.attempt(AttemptID(1)).steps
    #expect(throws: WorkflowFailure.timeIsOver) {
      try exam.answer(card.question.response(right: true))
    }
    #expect(try test.data.practice.attempt(AttemptID(1)).steps == before)
    #expect(try exam.turn().end?.result?.answered == 0)
  }

  @Test func `one moment before the deadline an answer still counts`() throws {
    let exam = try begin()
    test.clock.advance(30 * Self.minute - 1)
    try answer(exam, 1, right: true)
    test.clock.advance(1)
    #expect(try exam.turn().end?.result?.right == 1)
  }

  @Test func `an exam that ran out while the program was closed ended at its deadline`() throws {
    let exam = try begin()
    try answer(exam, 1, right: true)
    _ = try exam.pause()
    // Found again in the next month.
    test.clock.advance(20 * 86_400_000)
    let again = try #require(try test.resume(learner))
    let end = try #require(try again.turn().end)
    #expect(end.result?.reason == .deadline)
    #expect(end.result?.duration == 30 * Self.minute)
    let row = try #require(try test.data.figures.results().first)
    #expect(row.ended == HandClock.noon + 30 * Self.minute)
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `jumping after the deadline ends the exam, too`() throws {
    let exam = try begin()
    test.clock.advance(31 * Self.minute)
    #expect(try exam.jump(to: 2)?.end?.result?.reason == .deadline)
  }

  @Test func `without a limit no time runs out`() throws {
    var outline = Self.outline
    outline.minutes = nil
    let exam = try test.begin(.mock, by: learner, outline: outline)
    test.clock.advance(90 * 86_400_000)
    #expect(exam.remaining == nil)
    #expect(try exam.turn().card != nil)
  }

  // MARK: The paper

  @Test func `a paper that cannot be filled names what lacks and opens nothing`() throws {
    var outline = Self.outline
    outline.sections[0].count = 6
    outline.sections.append(
      .init(.cases(questions: nil), count: 2, points: Score(points: 2)))
    let shortage = MockDraw.Shortage(lines: [
      .init(kind: .single, wanted: 6, available: 5), .init(kind: nil, wanted: 2, available: 1),
    ])
    #expect(throws: WorkflowFailure.paperCannotBeFilled(shortage)) {
      try test.begin(.mock, by: learner, outline: outline)
    }
    #expect(try Practise.open(of: learner.id, data: test.data).isEmpty)
  }

  @Test func `without an outline the usual paper shrinks to what the banks hold`() throws {
    #expect(throws: WorkflowFailure.self) { try test.begin(.mock, by: learner) }
    try test.load(
      SampleBank.bank(
        SampleBank.items(
          [try SampleBank.multiple("M1"), try SampleBank.multiple("M2")]), id: "more"))
    let exam = try test.begin(.mock, by: learner)
    #expect(try exam.sheet().count == 10)
    #expect(exam.mockTerms?.full == Score(points: 100))
  }

  @Test func `only what may be practised is drawn`() throws {
    var bank = try SampleBank.bank(
      SampleBank.items(try (1...4).map { try SampleBank.multiple("M\($0)") }), id: "states")
    bank.chapters[0].items[0].questions[0].state = .draft
    bank.chapters[0].items[1].questions[0].state = .retired
    bank.chapters[0].items[2].questions[0].use = .exam
    try test.load(bank)
    func outline(_ count: Int) -> MockOutline {
      MockOutline(sections: [.init(kind: .multiple, count: count, points: Score(points: 1))])
    }
    let exam = try test.begin(.mock, by: learner, outline: outline(1))
    #expect(try exam.turn().card?.question.code.text == "M4")
    #expect(throws: WorkflowFailure.self) {
      try test.begin(.mock, by: learner, outline: outline(2))
    }
  }

  @Test func `the case of a paper stands whole and in order`() throws {
    var outline = Self.outline
    outline.sections.append(
      .init(.cases(questions: nil), count: 1, points: Score(points: 2)))
    let exam = try test.begin(.mock, by: learner, outline: outline)
    let codes = try (5...6).compactMap { try exam.jump(to: $0)?.card?.question.code.text }
    #expect(codes == ["C-1", "C-2"])
    #expect(exam.mockTerms?.full == Score(points: 104))
  }

  @Test func `a new exam ends the unfinished one without a result`() throws {
    let first = try begin()
    try answer(first, 1, right: true)
    _ = try begin()
    #expect(try results().isEmpty)
    #expect(try test.data.practice.attempt(AttemptID(1)).steps.last?.fact == .finish(.abandoned))
    #expect(throws: StorageFailure.staleSequence) { try first.submit() }
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `an exam whose time ran out gets its result before a new one begins`() throws {
    try answer(try begin(), 1, right: true)
    test.clock.advance(86_400_000)
    _ = try begin()
    let results = try test.data.figures.results(of: learner.id)
    #expect(results.map(\.result.reason) == [.deadline])
    #expect(results.first?.result.answered == 1)
  }

  @Test func `a key that changes meanwhile does not change the exam`() throws {
    let exam = try begin()
    let card = try #require(try exam.turn().card)
    var bank = try SampleBank.bank(
      SampleBank.items(try (1...5).map { try SampleBank.single("S\($0)", right: 3) }))
    bank.header = try SampleBank.header(version: "2")
    try test.load(bank)
    _ = try exam.answer(card.question.response(right: true))
    #expect(try exam.submit().result?.right == 1)
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }
}
