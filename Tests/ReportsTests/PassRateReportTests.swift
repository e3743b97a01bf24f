import Foundation
import Reports
import Statistics
import Testing
import Text

/// The figures of the pass-rate report.
@Suite struct PassRateReportTests {
  typealias Result = PassRateReport.Result

  static func result(
    _ learner: Int64, unit: Int64? = 1, month: String = "2026-11", banks: String = "民法典",
    passed: Bool
  ) -> Result {
    Result(learner: learner, unit: unit, month: month, banks: banks, isPassed: passed)
  }

  static func report(
    _ results: [Result], registered: [String: [Int64?: Set<Int64>]] = [:], guests: Int = 0,
    assisted: Int = 0
  ) -> Report {
    PassRateReport.report(
      PassRateReport.Facts(
        results: results, registered: registered, unitNames: [1: "某县/东镇", 2: "某县/西镇"],
        guestResults: guests, assistedResults: assisted, asOf: "2026-11-24"))
  }

  private func lines(_ report: Report) -> [String] {
    report.rows.map { row in
      (row.scope == .total ? "* " : row.scope == .subtotal ? "+ " : "")
        + row.cells.map { $0.text(in: .chinese) }.joined(separator: " ")
    }
  }

  @Test func `a person is counted once, and who passed once has passed`() {
    let report = Self.report(
      [
        Self.result(7, passed: false), Self.result(7, passed: true), Self.result(7, passed: false),
        Self.result(8, passed: false),
      ], registered: ["2026-11": [1: [7, 8, 9]]])
    #expect(lines(report) == ["某县/东镇 2026-11 民法典 3 2 4 1 66.67% (2/3) 50.00% (1/2)"])
  }

  @Test func `a total is counted anew from persons, never summed or averaged`() {
    let report = Self.report(
      [
        Self.result(1, unit: 1, passed: true), Self.result(2, unit: 1, passed: true),
        // The same person sat in two units within the month.
        Self.result(2, unit: 2, passed: false), Self.result(3, unit: 2, passed: false),
      ], registered: ["2026-11": [1: [1, 2], 2: [3, 4, 5, 6]]])
    #expect(
      lines(report) == [
        "某县/东镇 2026-11 民法典 2 2 2 2 100.00% (2/2) 100.00% (2/2)",
        "某县/西镇 2026-11 民法典 5 2 2 0 40.00% (2/5) 0.00% (0/2)",
        "* 合计 2026-11 民法典 6 3 4 2 50.00% (3/6) 66.67% (2/3)",
      ])
  }

  @Test func `units that lie in one have a subtotal below them, of persons counted anew`() {
    let names: [Int64: String] = [
      1: "某县", 2: "某县/东镇", 3: "某县/东镇/甲村", 4: "某县/东镇/乙村", 5: "某县/东镇二", 6: "邻县/南镇",
    ]
    let report = PassRateReport.report(
      PassRateReport.Facts(
        results: [
          Self.result(1, unit: 3, passed: true), Self.result(2, unit: 4, passed: false),
          // The same person sat in two villages of a town.
          Self.result(1, unit: 4, passed: false), Self.result(5, unit: 5, passed: true),
        ],
        registered: ["2026-11": [1: [9], 2: [8], 3: [1], 4: [2], 5: [5], 6: [6, 7], nil: [4]]],
        unitNames: names, papers: [:], guestResults: 0, assistedResults: 0, asOf: "2026-11-24"))
    #expect(
      lines(report).map { $0.split(separator: " 2026-11 民法典 ").joined(separator: ": ") } == [
        "某县: 1 0 0 0 0.00% (0/1) 无 (0/0)", "某县/东镇: 1 0 0 0 0.00% (0/1) 无 (0/0)",
        "某县/东镇/乙村: 2 2 2 0 100.00% (2/2) 0.00% (0/2)",
        "某县/东镇/甲村: 1 1 1 1 100.00% (1/1) 100.00% (1/1)",
        "+ 某县/东镇 小计: 3 2 3 1 66.67% (2/3) 50.00% (1/2)",
        "某县/东镇二: 1 1 1 1 100.00% (1/1) 100.00% (1/1)",
        "+ 某县 小计: 5 3 4 2 60.00% (3/5) 66.67% (2/3)",
        "邻县/南镇: 2 0 0 0 0.00% (0/2) 无 (0/0)", "未填单位: 1 0 0 0 0.00% (0/1) 无 (0/0)",
        "* 合计: 8 3 4 2 37.50% (3/8) 66.67% (2/3)",
      ])
  }

  @Test(
    arguments: [
      ([:], nil), ([20: 3], "试卷：20 题、满分 100、合格线 60"),
      ([20: 1, 5: 4], "试卷不一，合格率不宜直接比较：5 题、满分 100、合格线 60（4 人次）；20 题、满分 100、合格线 60（1 人次）"),
    ] as [([Int: Int], String?)])
  func `the papers are told, and that unlike ones do not compare`(
    papers: [Int: Int], note: String?
  ) {
    let report = PassRateReport.report(
      PassRateReport.Facts(
        results: [], registered: [:], unitNames: [:],
        papers: papers.reduce(into: [:]) {
          $0[.init(questions: $1.key, full: "100", passMark: "60")] = $1.value
        }, guestResults: 0, assistedResults: 0, asOf: "2026-11-24"))
    #expect(report.notes.map(\.zh).first { $0.hasPrefix("试卷") } == note)
  }

  @Test func `a unit that nobody attended stands there with none of its rates`() {
    let report = Self.report(
      [Self.result(1, unit: 1, passed: true)], registered: ["2026-11": [1: [1], 2: [2, 3]]])
    #expect(lines(report)[1] == "某县/西镇 2026-11 民法典 2 0 0 0 0.00% (0/2) 无 (0/0)")
  }

  @Test func `months and banks are kept apart, in order, learners without a unit come last`() {
    let report = Self.report([
      Self.result(1, month: "2026-12", passed: true), Self.result(1, banks: "宪法", passed: true),
      Self.result(1, unit: nil, passed: false), Self.result(2, unit: 2, passed: false),
      Self.result(3, month: "2025-12", passed: true),
    ])
    #expect(
      report.rows.map { row in
        row.cells.prefix(3).map { $0.text(in: .chinese) }.joined(separator: " ")
      } == [
        "某县/东镇 2025-12 民法典", "某县/东镇 2026-11 宪法", "某县/西镇 2026-11 民法典",
        "未填单位 2026-11 民法典", "合计 2026-11 民法典", "某县/东镇 2026-12 民法典",
      ])
  }

  @Test func `who moved away within the month is counted where he sat`() {
    let report = Self.report(
      [Self.result(1, unit: 1, passed: true)], registered: ["2026-11": [2: [1]]])
    #expect(
      lines(report) == [
        "某县/东镇 2026-11 民法典 1 1 1 1 100.00% (1/1) 100.00% (1/1)",
        "某县/西镇 2026-11 民法典 1 0 0 0 0.00% (0/1) 无 (0/0)",
        "* 合计 2026-11 民法典 1 1 1 1 100.00% (1/1) 100.00% (1/1)",
      ])
  }

  @Test func `without results there are no rows and the notes still stand`() {
    let report = Self.report([], registered: ["2026-11": [1: [1]]])
    #expect(report.rows.isEmpty)
    #expect(report.notes.count == 2)
  }

  @Test func `guests and assisted sittings are told in notes`() {
    let notes = Self.report([Self.result(1, passed: true)], guests: 3, assisted: 1).notes
    #expect(notes.count == 4)
    #expect(notes[2].zh.contains("3") && notes[2].en.contains("3"))
    #expect(notes[3].zh.contains("1") && notes[3].en.contains("1"))
  }

  @Test func `every cell of a row stands under its heading`() {
    let report = Self.report([Self.result(1, passed: true)])
    #expect(report.rows.allSatisfy { $0.cells.count == report.columns.count })
    #expect(Set(report.columns.map(\.id)).count == report.columns.count)
  }
}
