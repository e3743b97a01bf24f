import Foundation
import Reports
import Statistics
import Testing
import Text

/// The report as files that other programs open.
@Suite struct RendererTests {
  private static let sample = PassRateReport.report(
    PassRateReport.Facts(
      results: [
        .init(learner: 1, unit: 1, month: "2026-11", banks: "民法典 + 宪法", isPassed: true),
        .init(learner: 2, unit: 1, month: "2026-11", banks: "民法典 + 宪法", isPassed: false),
        .init(learner: 3, unit: 1, month: "2026-11", banks: "民法典 + 宪法", isPassed: true),
      ], registered: ["2026-11": [1: [1, 2, 3], 2: [4]]],
      unitNames: [1: "=HYPERLINK(\"x\")/东镇", 2: "某县,\"西镇\""], guestResults: 0, assistedResults: 1,
      asOf: "2026-11-24"))

  @Test func `CSV is what a double click opens rightly in a spreadsheet`() {
    #expect(
      CSVRenderer.text(of: Self.sample, in: .chinese) == """
        \u{FEFF}单位,月份,题库,登记人数,参加人数,人次,合格人数,参加率,合格率\r
        "'=HYPERLINK(""x"")/东镇",2026-11,民法典 + 宪法,3,3,3,2,100.00%,66.67%\r
        "某县,""西镇\""",2026-11,民法典 + 宪法,1,0,0,0,0.00%,无\r
        合计,2026-11,民法典 + 宪法,4,3,3,2,75.00%,66.67%\r
        截至 2026-11-24；数据来自模拟考试，不是正式考试成绩\r
        参加率 = 参加人数 ÷ 登记人数；合格率 = 合格人数 ÷ 参加人数；同月同题库内，一人合格一次即为合格\r
        其中代为操作的 1 人次\r

        """)
  }

  @Test func `CSV is told in English, too`() {
    let text = CSVRenderer.text(of: Self.sample, in: .english)
    #expect(
      text.hasPrefix(
        "\u{FEFF}Unit,Month,Banks,Registered,Attempted,Sittings,Passed,Attendance,Pass rate\r\n"))
    #expect(text.contains(",0.00%,none\r\n"))
  }

  @Test(arguments: [
    ("某镇", "某镇"), ("", ""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("two\r\nlines", "\"two\r\nlines\""),
    ("=1+1", "'=1+1"), ("+86", "'+86"), ("-1", "'-1"), ("@x", "'@x"), ("＝1", "'＝1"),
    ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"), ("\tx", "'\tx"), ("\r=1", "\"'\r=1\""),
    ("\n=1", "\"'\n=1\""), ("1=1", "1=1"), ("a-b", "a-b"),
    // A combining mark makes another character of a sign, but a spreadsheet reads the sign.
    ("=\u{301}1", "'=\u{301}1"), ("a,\u{301}b", "\"a,\u{301}b\""),
    ("\"\u{301}x", "\"\"\"\u{301}x\""), ("=1,\"2\"", "\"'=1,\"\"2\"\"\""),
  ]) func `a field is quoted where it must be and never run as a formula`(
    text: String, field: String
  ) {
    #expect(Array(CSVRenderer.field(text).unicodeScalars) == Array(field.unicodeScalars))
  }

  @Test func `JSON names its schema and keeps counts as numbers`() throws {
    let text = try JSONRenderer.text(of: Self.sample, in: .chinese)
    #expect(text.hasSuffix("}\n"))
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(Set(json.keys) == ["schema", "title", "notes", "rows"])
    #expect(json["schema"] as? String == "mingfa.pass-rate/1")
    #expect(json["title"] as? String == "合格率报表")
    #expect((json["notes"] as? [String])?.count == 3)
    let rows = try #require(json["rows"] as? [[String: Any]])
    #expect(rows.count == 3)
    #expect(
      Set(rows[0].keys) == [
        "unit", "month", "banks", "registered", "attempted", "sittings", "passed", "attendance",
        "passRate", "total", "subtotal",
      ])
    #expect(rows[0]["unit"] as? String == "=HYPERLINK(\"x\")/东镇")
    #expect(rows[0]["registered"] as? Int == 3)
    #expect(rows.map { $0["total"] as? Bool } == [false, false, true])
    #expect(rows[2]["unit"] == nil, "the word for a total is no unit")
    let rate = try #require(rows[0]["passRate"] as? [String: Any])
    #expect(rate["numerator"] as? Int == 2)
    #expect(rate["denominator"] as? Int == 3)
    #expect(rate["percent"] as? String == "66.67")
    let none = try #require(rows[1]["passRate"] as? [String: Any])
    #expect(none["denominator"] as? Int == 0)
    #expect(none["percent"] == nil || none["percent"] is NSNull)
  }

  @Test func `JSON of the same report is the same text`() throws {
    let texts = try (0..<5).map { _ in try JSONRenderer.text(of: Self.sample, in: .english) }
    #expect(Set(texts).count == 1)
    #expect(texts[0].contains("\"passRate\""))
  }

  // MARK: Rates

  @Test(arguments: [
    (12, 13, 9231, "92.31%"), (0, 7, 0, "0.00%"), (7, 7, 10_000, "100.00%"),
    (1, 3, 3333, "33.33%"), (2, 3, 6667, "66.67%"),
    // Halves of the last digit go up.
    (1, 32, 313, "3.13%"), (3, 32, 938, "9.38%"), (1, 20_000, 1, "0.01%"), (1, 20_001, 0, "0.00%"),
    (1, 800, 13, "0.13%"), (199, 200, 9950, "99.50%"), (99_999, 100_000, 10_000, "100.00%"),
  ]) func `a rate is rounded half up to hundredths of a percent`(
    numerator: Int, denominator: Int, points: Int, percent: String
  ) {
    let rate = Rate(numerator, of: denominator)
    #expect(rate.basisPoints == points)
    #expect(rate.percent == percent)
    #expect(
      Report.Cell.rate(rate).text(in: .chinese) == "\(percent) (\(numerator)/\(denominator))")
  }

  @Test func `a rate of nothing is none and keeps its counts`() {
    let rate = Rate(0, of: 0)
    #expect(rate.basisPoints == nil)
    #expect(rate.percent == nil)
    #expect(Report.Cell.rate(rate).text(in: .chinese) == "无 (0/0)")
    #expect(Report.Cell.rate(rate).text(in: .english) == "none (0/0)")
  }

  @Test(arguments: [
    (1, 2, 1), (-1, 2, -1), (1, -2, -1), (-1, -2, 1), (5, 2, 3), (-5, 2, -3), (4, 3, 1), (5, 3, 2),
    (0, 5, 0), (7, 0, 0), (1 << 60, 1, 1 << 60), (.min + 1, .max, -1),
  ]) func `integers are divided with halves away from zero`(
    numerator: Int, denominator: Int, quotient: Int
  ) {
    #expect(Ratio.roundedHalfUp(numerator, denominator) == quotient)
  }
}
