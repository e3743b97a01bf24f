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

  /// A kind of paper that was sat.
  package struct Paper: Hashable, Sendable {
    package var questions: Int
    /// Points, as people write them.
    package var full: String
    package var passMark: String

    package init(questions: Int, full: String, passMark: String) {
      self.questions = questions
      self.full = full
      self.passMark = passMark
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
    /// How many of the results came from each kind of paper.
    package var papers: [Paper: Int]
    package var guestResults: Int
    package var assistedResults: Int
    /// The day up to which was counted.
    package var asOf: String

    package init(
      results: [Result], registered: [String: [Int64?: Set<Int64>]], unitNames: [Int64: String],
      papers: [Paper: Int] = [:], guestResults: Int, assistedResults: Int, asOf: String
    ) {
      self.results = results
      self.registered = registered
      self.unitNames = unitNames
      self.papers = papers
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
  /// with registered learners has its row; units that lie in one have a subtotal below them, and
  /// the last row of each month and bank recounts all.
  package static func report(_ facts: Facts) -> Report {
    var rows: [Report.Row] = []
    let groups = Dictionary(grouping: facts.results) { Group(month: $0.month, banks: $0.banks) }
    for group in groups.keys.sorted(by: { ($0.month, $0.banks) < ($1.month, $1.banks) }) {
      let results = groups[group] ?? []
      let registered = facts.registered[group.month] ?? [:]
      for line in UnitTree(names: facts.unitNames)
        .lines(of: Set(results.map(\.unit)).union(registered.keys))
      {
        rows.append(
          row(
            unit: line.cell, group: group,
            results: results.filter { line.units.contains($0.unit) },
            registered: line.units.reduce(into: []) { $0.formUnion(registered[$1] ?? []) },
            scope: line.scope))
      }
    }
    return Report(
      id: "pass-rate", schema: 1, title: Wording(zh: "合格率报表", en: "Pass rates"),
      notes: notes(facts), columns: columns, rows: rows,
      nothing: Wording(zh: "还没有模拟考试的成绩", en: "There are no results of mock exams yet"))
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
    unit: Report.Cell, group: Group, results: [Result], registered: Set<Int64>,
    scope: Report.Row.Scope
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
      ], scope: scope)
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
    notes += papers(facts.papers)
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

  /// What the papers were: pass rates of unlike papers do not compare.
  private static func papers(_ papers: [Paper: Int]) -> [Wording] {
    func words(_ paper: Paper) -> Wording {
      Wording(
        zh: "\(paper.questions) 题、满分 \(paper.full)、合格线 \(paper.passMark)",
        en: "\(paper.questions) questions, \(paper.full) points, pass mark \(paper.passMark)")
    }
    let kinds = papers.sorted {
      ($1.value, $0.key.questions, $0.key.full, $0.key.passMark)
        < ($0.value, $1.key.questions, $1.key.full, $1.key.passMark)
    }
    guard let first = kinds.first else { return [] }
    guard kinds.count > 1 else {
      return [Wording(zh: "试卷：\(words(first.key).zh)", en: "Papers: \(words(first.key).en)")]
    }
    let list = kinds.map { paper, sittings in
      Wording(
        zh: "\(words(paper).zh)（\(sittings) 人次）", en: "\(words(paper).en) (\(sittings) sittings)")
    }
    return [
      Wording(
        zh: "试卷不一，合格率不宜直接比较：\(list.map(\.zh).joined(separator: "；"))",
        en: "The papers differ, so their pass rates hardly compare: "
          + "\(list.map(\.en).joined(separator: "; "))")
    ]
  }
}
