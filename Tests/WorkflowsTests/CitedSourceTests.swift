import Foundation
import Learning
import People
import Questions
import Statutes
import Storage
import TestKit
import Testing
import Workflows

/// What a question rests on, as a learner is shown it.
@Suite struct CitedSourceTests {
  let test: TestData
  let learner: Learner

  init() throws {
    test = try TestData()
    try test.load(
      SampleBank.bank(SampleBank.items([try SampleBank.single("S1", stem: "房屋的买卖要不要登记")])))
    learner = try test.learner()
  }

  private func load(_ date: String) throws {
    let text = StatuteText(
      fullTitle: "中华人民共和国民法典", date: try #require(CalendarDate(iso: date)), effective: nil,
      preamble: [], headings: [],
      articles: [
        StatuteArticle(
          number: ArticleNumber(184), heading: nil,
          lines: ["图书的借用，由双方约定。房屋的买卖应当登记。", "登记由登记机构办理。"])
      ])
    _ = try test.data.statuteStore.load([text], now: 1).get()
  }

  private func source(_ mode: PracticeMode = .sequential) throws -> CitedSource? {
    try test.begin(
      mode, by: learner,
      outline: mode == .mock
        ? MockOutline(
          sections: [.init(kind: .single, count: 1, points: Score(points: 100))], minutes: 30) : nil
    ).turn().card?.sources.first
  }

  @Test func `without the text the citation stands with its edition`() throws {
    let source = try #require(try source())
    #expect(source.edition?.date.iso == "2020-05-28")
    #expect(source.lines.isEmpty && source.sentence == nil)
    #expect(source.later == nil && source.checkedOn == nil)
  }

  @Test func `the sentence of the law is that of the edition which the bank names`() throws {
    try load("2020-05-28")
    let source = try #require(try source())
    #expect(source.sentence == "房屋的买卖应当登记。")
    #expect(source.lines.count == 2)
    #expect(source.later == nil)
  }

  @Test func `of another edition only that it is there is told`() throws {
    try load("2026-05-28")
    let source = try #require(try source())
    #expect(source.later?.iso == "2026-05-28")
    #expect(source.lines.isEmpty)
  }

  @Test func `when somebody checked the question last stands beside it`() throws {
    var bank = try SampleBank.bank(SampleBank.items([try SampleBank.single("S1")]))
    for day in ["2026-02-01", "2026-03-01"] {
      bank.header.review = BankReview(
        date: try #require(CalendarDate(iso: day)), reviewer: "复核人")
      try test.load(bank)
    }
    #expect(try source()?.checkedOn?.iso == "2026-03-01")
  }

  @Test func `the law waits for the end of a mock exam`() throws {
    try load("2020-05-28")
    #expect(try source(.mock) == nil)
    let exam = try #require(try test.resume(learner))
    _ = try exam.submit()
    #expect(try exam.review().first?.card.sources.first?.sentence == "房屋的买卖应当登记。")
  }
}
