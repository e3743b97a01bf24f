import Reports
import Statistics
import TestKit
import Testing
import Text

@Suite("Pass rates")
struct PassRateTests {
  private let report = PassRateReport.report(
    PassRateReport.Facts(
      results: [
        .init(learner: 1, unit: 7, month: "2026-11", banks: "甲", isPassed: false),
        .init(learner: 1, unit: 7, month: "2026-11", banks: "甲", isPassed: true),
        .init(learner: 2, unit: 8, month: "2026-11", banks: "甲", isPassed: false),
      ], registered: ["2026-11": [7: [1, 3, 4], 8: [2]]], unitNames: [7: "=某镇", 8: "某县/乙镇"],
      guestResults: 1, assistedResults: 0, asOf: "2026-11-24"))

  @Test("Persons are counted once, totals are recomputed from counts")
  func counts() throws {
    let total = try #require(report.rows.last)
    #expect(total.isTotal)
    #expect(
      Array(total.cells[3...]) == [
        .count(4), .count(2), .count(3), .count(1), .rate(Rate(2, of: 4)), .rate(Rate(1, of: 2)),
      ])
  }

  @Test("CSV opens in Excel: byte order mark, CRLF, no formula from data")
  func csv() {
    let text = CSVRenderer.text(of: report, in: .chinese)
    #expect(text.unicodeScalars.first == "\u{FEFF}")
    #expect(text.contains("\r\n'=某镇,2026-11,甲,3,1,2,1,33.33%,100.00%\r\n"))
  }

  @Test(
    "Rates round half up and a zero denominator has none",
    arguments: [(65, 80, "81.25%"), (1, 8, "12.50%"), (2, 3, "66.67%"), (12, 13, "92.31%")])
  func rates(numerator: Int, denominator: Int, percent: String) {
    #expect(Rate(numerator, of: denominator).percent == percent)
    #expect(Rate(numerator, of: 0).percent == nil)
  }

  @Test("JSON carries the version of its schema")
  func json() throws {
    let text = try JSONRenderer.text(of: report, in: .english)
    #expect(text.contains("\"mingfa.pass-rate/1\""))
  }
}
