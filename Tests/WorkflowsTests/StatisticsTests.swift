import Learning
import People
import Questions
import Statistics
import Storage
import TestKit
import Testing
import Workflows

/// A learner's own figures, and the settings that they rest on.
@Suite struct StatisticsTests {
  let test: TestData
  let learner: Learner

  init() throws {
    test = try TestData()
    var bank = try SampleBank.bank(
      SampleBank.items([try SampleBank.truth("T1"), try SampleBank.truth("T2")]))
    bank.chapters.append(
      BankChapter(title: "第二章", items: SampleBank.items([try SampleBank.truth("T3")])))
    try test.load(bank)
    learner = try test.learner()
  }

  private func figures() throws -> ShowStatistics.Figures {
    try ShowStatistics(test.data, actor: test.actor).figures(of: learner)
  }

  private func practise(_ rights: [Bool], assistedBy: String? = nil) throws {
    let run = try test.begin(.sequential, by: learner, assistedBy: assistedBy)
    for right in rights {
      let card = try #require(try run.turn().card)
      _ = try run.answer(card.question.response(right: right))
    }
    _ = try run.pause()
  }

  @Test func `before the first answer there is nothing`() throws {
    let figures = try figures()
    #expect(figures.right == Rate(0, of: 0))
    #expect(figures.chapters.isEmpty)
    #expect(figures.days.isEmpty)
    #expect(figures.mocks.isEmpty)
  }

  @Test func `answers are counted by chapter and day, those of another hand apart, too`() throws {
    try practise([true, false, true])
    test.clock.advance(86_400_000)
    try practise([true], assistedBy: "驻村干部")
    let figures = try figures()
    #expect(figures.right == Rate(3, of: 4))
    #expect(figures.assisted == Rate(1, of: 1))
    #expect(figures.notebook == 1)
    #expect(figures.chapters.map(\.title) == ["第一章", "第二章"])
    #expect(figures.chapters.map(\.right) == [Rate(2, of: 3), Rate(1, of: 1)])
    #expect(figures.chapters.map(\.seen) == [2, 1])
    #expect(figures.chapters.map(\.questions) == [2, 1])
    #expect(figures.days.map(\.date) == ["2026-11-24", "2026-11-25"])
    #expect(figures.days.map(\.answered) == [3, 1])
    #expect(figures.days.map(\.right) == [2, 1])
  }

  @Test func `an undone answer, a skipped question and a paper not handed in do not count`() throws
  {
    let run = try test.begin(.sequential, by: learner)
    _ = try run.answer(.truth(false))
    try run.undo()
    try run.skip()
    _ = try run.turn(stay: false)
    _ = try run.answer(.truth(true))
    let exam = try test.begin(
      .mock, by: learner,
      outline: MockOutline(sections: [.init(kind: .trueFalse, count: 2, points: Score(points: 50))])
    )
    _ = try exam.answer(.truth(true))
    #expect(try figures().right == Rate(1, of: 1))
    _ = try exam.answer(.truth(false))
    _ = try exam.submit()
    #expect(try figures().right == Rate(1, of: 2))
    #expect(try figures().mocks.count == 1)
  }

  @Test func `the last fourteen days with answers are told`() throws {
    for _ in 0..<16 {
      try practise([true])
      test.clock.advance(2 * 86_400_000)
    }
    let days = try figures().days
    #expect(days.count == 14)
    #expect(days.first?.date == "2026-11-28")
    #expect(days.last?.date == "2026-12-24")
  }

  @Test func `a learner sees his own figures alone`() throws {
    let other = try test.learner("小王")
    try practise([true, true])
    #expect(
      try ShowStatistics(test.data, actor: test.actor).figures(of: other).right == Rate(0, of: 0))
  }

  // MARK: Settings

  private var settings: ChangeSettings { ChangeSettings(test.data, actor: test.actor) }

  @Test func `the day begins as it was set, each part alone`() throws {
    var now = try settings.setDay(startHour: nil, zone: nil)
    #expect(now.hour == 4 && now.zone == "Asia/Shanghai")
    now = try settings.setDay(startHour: 0, zone: nil)
    now = try settings.setDay(startHour: nil, zone: "Asia/Urumqi")
    #expect(now.hour == 0 && now.zone == "Asia/Urumqi")
    // 23:00 in Shanghai is 21:00 in Ürümqi; 01:00 is 23:00 there, the same day.
    let rule = try test.data.dayRule()
    #expect(
      rule.day(of: HandClock.noon + 11 * 3_600_000) == rule.day(of: HandClock.noon + 13 * 3_600_000)
    )
    #expect(rule.day(of: HandClock.noon + 15 * 3_600_000) == 1 + rule.day(of: HandClock.noon))
  }

  @Test(arguments: [-1, 24, 99]) func `an hour that is none is refused`(hour: Int) {
    #expect(throws: WorkflowFailure.hourOutOfRange(hour)) {
      try settings.setDay(startHour: hour, zone: "Asia/Urumqi")
    }
    #expect(throws: Never.self) { try settings.setDay(startHour: 23, zone: nil) }
  }

  @Test(arguments: ["", "Shanghai", "../etc/passwd", "Asia/Nowhere"])
  func `a zone that is none is refused and nothing is set`(zone: String) throws {
    #expect(throws: WorkflowFailure.zoneUnknown(zone)) {
      try settings.setDay(startHour: 7, zone: zone)
    }
    #expect(try settings.setDay(startHour: nil, zone: nil).hour == 4)
  }
}
