import Statistics
import Text

/// 合格率: registered, attempted and passed, by unit, month and banks, from mock exams.
package enum PassRateReport {
  /// A result of a mock exam.
  package struct Result: Hashable, Sendable {
    package var learner: Int64
    /// The unit that the learner belonged to then; nil for none.
    package var unit: Int64?
    /// 2026-11.
    package var month: String
    /// The titles of its banks, joined.
    package var banks: String
    package var isPassed: Bool

    package init(learner: Int64, unit: Int64?, month: String, banks: String, isPassed: Bool) {
      self.learner = learner
      self.unit = unit
      self.month = month
      self.banks = banks
      self.isPassed = isPassed
    }
  }

  /// What the report is made of.
  package struct Facts: Sendable {
    /// Results of registered learners; guests are counted in `guestResults` only.
    package var results: [Result]
    /// For each month of the results, the registered learners by unit at its end.
    package var registered: [String: [Int64?: Set<Int64>]]
    /// The names of units, from the county down: 某县/某镇.
    package var unitNames: [Int64: String]
    package var guestResults: Int
    package var assistedResults: Int
    /// The day up to which was counted.
    package var asOf: String

    package init(
      results: [Result], registered: [String: [Int64?: Set<Int64>]], unitNames: [Int64: String],
      guestResults: Int, assistedResults: Int, asOf: String
    ) {
      self.results = results
      self.registered = registered
      self.unitNames = unitNames
      self.guestResults = guestResults
      self.assistedResults = assistedResults
      self.asOf = asOf
    }
  }

  private struct Group: Hashable {
    var month: String
    var banks: String
  }

  /// Builds the report. Persons are counted once a row: who passed once has passed. Every unit
  /// with registered learners has its row; the last row of each month and bank recounts all of
  /// them.
  package static func report(_ facts: Facts) -> Report {
    var rows: [Report.Row] = []
    let groups = Dictionary(grouping: facts.results) { Group(month: $0.month, banks: $0.banks) }
    for group in groups.keys.sorted(by: { ($0.month, $0.banks) < ($1.month, $1.banks) }) {
      let results = groups[group] ?? []
      let registered = facts.registered[group.month] ?? [:]
      let units = Set(results.map(\.unit)).union(registered.keys).sorted { left, right in
        name(left, facts) ?? "\u{10FFFF}" < name(right, facts) ?? "\u{10FFFF}"
      }
      for unit in units {
        rows.append(
          row(
            unit: name(unit, facts).map { .text($0) }
              ?? .worded(Wording(zh: "未填单位", en: "No unit")),
            group: group, results: results.filter { $0.unit == unit },
            registered: registered[unit] ?? [], isTotal: false))
      }
      if units.count > 1 {
        rows.append(
          row(
            unit: .worded(Wording(zh: "合计", en: "Total")), group: group, results: results,
            registered: registered.values.reduce(into: Set()) { $0.formUnion($1) }, isTotal: true))
      }
    }
    return Report(
      id: "pass-rate", schema: 1, title: Wording(zh: "合格率报表", en: "Pass rates"),
      notes: notes(facts), columns: columns, rows: rows)
  }

  private static func name(_ unit: Int64?, _ facts: Facts) -> String? {
    unit.map { facts.unitNames[$0] ?? String($0) }
  }

  private static let columns = [
    Report.Column(id: "unit", heading: Wording(zh: "单位", en: "Unit"), isNumber: false),
    Report.Column(id: "month", heading: Wording(zh: "月份", en: "Month"), isNumber: false),
    Report.Column(id: "banks", heading: Wording(zh: "题库", en: "Banks"), isNumber: false),
    Report.Column(id: "registered", heading: Wording(zh: "登记人数", en: "Registered"), isNumber: true),
    Report.Column(id: "attempted", heading: Wording(zh: "参加人数", en: "Attempted"), isNumber: true),
    Report.Column(id: "sittings", heading: Wording(zh: "人次", en: "Sittings"), isNumber: true),
    Report.Column(id: "passed", heading: Wording(zh: "合格人数", en: "Passed"), isNumber: true),
    Report.Column(
      id: "attendance", heading: Wording(zh: "参加率", en: "Attendance"), isNumber: true),
    Report.Column(id: "passRate", heading: Wording(zh: "合格率", en: "Pass rate"), isNumber: true),
  ]

  private static func row(
    unit: Report.Cell, group: Group, results: [Result], registered: Set<Int64>, isTotal: Bool
  ) -> Report.Row {
    let attempted = Set(results.map(\.learner))
    let passed = Set(results.lazy.filter(\.isPassed).map(\.learner))
    // Someone who moved away within the month attempted here all the same.
    let expected = registered.union(attempted)
    return Report.Row(
      cells: [
        unit, .text(group.month), .text(group.banks), .count(expected.count),
        .count(attempted.count), .count(results.count), .count(passed.count),
        .rate(Rate(attempted.count, of: expected.count)),
        .rate(Rate(passed.count, of: attempted.count)),
      ], isTotal: isTotal)
  }

  private static func notes(_ facts: Facts) -> [Wording] {
    var notes = [
      Wording(
        zh: "截至 \(facts.asOf)；数据来自模拟考试，不是正式考试成绩",
        en: "As of \(facts.asOf); from mock exams, not from formal exams"),
      Wording(
        zh: "参加率 = 参加人数 ÷ 登记人数；合格率 = 合格人数 ÷ 参加人数；同月同题库内，一人合格一次即为合格",
        en: "Attendance = attempted ÷ registered; pass rate = passed ÷ attempted; who passed once "
          + "within the month and banks has passed"),
    ]
    if facts.guestResults > 0 {
      notes.append(
        Wording(
          zh: "另有访客考试 \(facts.guestResults) 人次，未计入",
          en: "\(facts.guestResults) sittings of guests are not counted"))
    }
    if facts.assistedResults > 0 {
      notes.append(
        Wording(
          zh: "其中代为操作的 \(facts.assistedResults) 人次",
          en: "\(facts.assistedResults) of the sittings were typed by another hand"))
    }
    return notes
  }
}
