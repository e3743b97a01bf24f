import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Text
import Workflows

/// How far a learner came, beside counts that were made in another way.
@Suite struct ProgressTests {
  let test: TestData
  let learner: Learner
  static let day: Int64 = 86_400_000

  /// Two banks, the first with two chapters and a case.
  init() throws {
    test = try TestData()
    var bank = try SampleBank.bank(
      SampleBank.items(try (1...9).map { try SampleBank.truth("A\($0)") })
        + [try SampleBank.caseItem("C", questions: 2)])
    bank.chapters.append(
      BankChapter(
        title: "第二章", items: SampleBank.items(try (1...6).map { try SampleBank.truth("B\($0)") })))
    try test.load(bank)
    try test.load(
      SampleBank.bank(
        SampleBank.items(try (1...5).map { try SampleBank.truth("D\($0)") }), id: "other"))
    learner = try test.learner()
  }

  private func figures(_ banks: [String] = []) throws -> ShowProgress.Figures {
    try ShowProgress(test.data, actor: test.actor).figures(of: learner, banks: banks)
  }

  /// Counted question by question, from the memory of each.
  private func counted(_ codes: [String]) throws -> ProgressCount {
    let today = try test.data.dayRule().day(of: test.clock.now().utc)
    var count = ProgressCount()
    for code in codes {
      let ref = try #require(try test.data.questions.find(code: code, bank: nil).first)
      let memory = try test.data.memories.memory(of: learner.id, question: ref.question)
      let isWeak = memory.inNotebook || memory.isDue
      count.questions += 1
      if memory.review != nil { count.seen += 1 }
      if isWeak { count.weak += 1 }
      if memory.review != nil, !memory.isDue(on: today), !isWeak { count.known += 1 }
    }
    return count
  }

  private static let chapters = [
    (1...9).map { "A\($0)" } + ["C-1", "C-2"], (1...6).map { "B\($0)" }, (1...5).map { "D\($0)" },
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `chapters count what the memories of their questions say`(seed: UInt64) throws {
    var dice = SeededGenerator(seed: seed)
    for round in 0..<12 {
      let run = try test.begin(
        round % 4 == 3 ? .today : .random, by: learner, seed: UInt64(round) + seed)
      for _ in 0..<9 {
        guard let card = try run.turn().card else { break }
        let isRight = dice.next() % 4 > 0
        _ = try run.answer(
          dice.next() % 9 == 0 ? .blank : card.question.response(right: isRight))
        if dice.next() % 7 == 0 { try? run.undo() }
      }
      test.clock.advance(Self.day * Int64(dice.next() % 4))
      let figures = try figures()
      #expect(figures.banks.map(\.code) == ["demo", "other"])
      let told = figures.banks.flatMap { $0.chapters.map(\.count) }
      #expect(told == (try Self.chapters.map(counted)), "round \(round)")
      #expect(figures.count == told.reduce(ProgressCount(), +))
      #expect(figures.count.weak == (try test.data.practice.counts(of: learner.id).notebook))
      #expect(told.allSatisfy { $0.known <= $0.seen && $0.seen <= $0.questions })
    }
    #expect(try figures().count.known > 0)
  }

  @Test func `a changed key makes a known question weak`() throws {
    let run = try test.begin(.sequential, by: learner, banks: ["other"])
    while let card = try run.turn().card {
      _ = try run.answer(card.question.response(right: true))
    }
    #expect(try figures(["other"]).count == ProgressCount(questions: 5, seen: 5, known: 5))
    try test.load(
      SampleBank.bank(
        SampleBank.items(try (1...5).map { try SampleBank.truth("D\($0)", $0 > 1) }), id: "other",
        version: "2"))
    #expect(
      try figures(["other"]).count == ProgressCount(questions: 5, seen: 5, known: 4, weak: 1))
    #expect(try figures(["题库 other"]).banks.map(\.code) == ["other"])
  }

  @Test func `a bank that is not there is told`() {
    #expect(throws: WorkflowFailure.noSuchBank("nowhere", known: ["demo", "other"])) {
      try figures(["nowhere"])
    }
  }

  @Test(arguments: [(4, "Asia/Shanghai"), (0, "Asia/Shanghai"), (4, "America/New_York")])
  func `answers are counted on the day that the data's rule says`(
    hour: Int, zone: String
  ) throws {
    _ = try ChangeSettings(test.data, actor: test.actor).setDay(startHour: hour, zone: zone)
    let rule = try test.data.dayRule()
    var counted: [Int: Int] = [:]
    for step in 0..<120 {
      let run = try test.begin(.random, by: learner, seed: UInt64(step))
      let card = try #require(try run.turn().card)
      _ = try run.answer(card.question.response(right: step % 3 > 0))
      if step % 10 == 0 {
        // Taken back, so it does not count.
        try run.undo()
      } else {
        counted[rule.day(of: test.clock.now().utc), default: 0] += 1
      }
      test.clock.advance(19 * 3_600_000)
    }
    let figures = try figures()
    let first = figures.calendar.first
    #expect(figures.calendar.today == rule.day(of: test.clock.now().utc))
    #expect(figures.answers == counted.filter { $0.key >= first })
    #expect(figures.answers.count < counted.count && figures.answers.count > 60)
  }

  @Test func `the answers of a paper count when it was handed in, those of others never`() throws {
    let outline = MockOutline(
      sections: [.init(kind: .trueFalse, count: 3, points: Score(points: 2))])
    let exam = try test.begin(.mock, by: learner, outline: outline)
    for _ in 1...2 {
      guard let card = try exam.turn().card else { break }
      _ = try exam.answer(card.question.response(right: true))
    }
    #expect(try figures().answers.isEmpty)
    _ = try exam.submit()
    #expect(try figures().answers.values.map { $0 } == [2])
    let other = try test.learner("小王")
    #expect(
      try ShowProgress(test.data, actor: test.actor).figures(of: other).answers.isEmpty)
  }
}
