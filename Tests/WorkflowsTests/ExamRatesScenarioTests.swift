import Learning
import People
import Reports
import TestKit
import Testing
import Workflows

/// The rates of formal exams, told by hand.
@Suite struct ExamRatesScenarioTests {
  let year: ExamYear

  /// Two townships: in the east 甲 passes, 乙 fails, 丙 stays away; in the west 丁 passes, 戊 and 己 fail;
  /// 庚 has no unit and stays away. In the make-up 乙 passes, 丙 fails, 戊 passes, 己 stays away.
  init() throws {
    year = try ExamYear()
    let east = ["某县", "东镇"]
    let west = ["某县", "西镇"]
    let list =
      [("甲", east), ("乙", east), ("丙", east), ("丁", west), ("戊", west), ("己", west)]
      .map { ExamYear.entrant($0.0, unit: $0.1) } + [ExamYear.entrant("庚", unit: [])]
    let trial = try year.create(list, code: "trial", isRehearsal: true)
    try year.hold(trial, ["甲": true, "乙": true])
    let first = try year.create(list, code: "one")
    try year.hold(first, ["甲": true, "乙": false, "丁": true, "戊": false, "己": false])
    let makeUp = try year.create(
      [1, 2, 4, 5].map { list[$0] }, code: "one-b", makeUpOf: "one")
    try year.hold(makeUp, ["乙": true, "丙": false, "戊": true])
  }

  private func lines(
    _ selection: BuildPassRate.Selection = .init(), basis: ExamRateReport.Basis = .present
  ) throws -> [String] {
    try BuildExamRates(year.room.data, actor: year.room.administrator)
      .report(selection, basis: basis).rows.map { row in
        row.cells.map { $0.text(in: .chinese) }.joined(separator: " ")
      }
  }

  static let first = [
    "某县/东镇 2026-11 考试 one 首考 3 2 1 2 1 66.67% (2/3) 50.00% (1/2)",
    "某县/西镇 2026-11 考试 one 首考 3 3 0 3 1 100.00% (3/3) 33.33% (1/3)",
    "某县 小计 2026-11 考试 one 首考 6 5 1 5 2 83.33% (5/6) 40.00% (2/5)",
    "未填单位 2026-11 考试 one 首考 1 0 1 0 0 0.00% (0/1) 无 (0/0)",
    "合计 2026-11 考试 one 首考 7 5 2 5 2 71.43% (5/7) 40.00% (2/5)",
  ]
  static let after = [
    "某县/东镇 2026-11 考试 one 补考后 3 3 0 4 2 100.00% (3/3) 66.67% (2/3)",
    "某县/西镇 2026-11 考试 one 补考后 3 3 0 4 2 100.00% (3/3) 66.67% (2/3)",
    "某县 小计 2026-11 考试 one 补考后 6 6 0 8 4 100.00% (6/6) 66.67% (4/6)",
    "未填单位 2026-11 考试 one 补考后 1 0 1 0 0 0.00% (0/1) 无 (0/0)",
    "合计 2026-11 考试 one 补考后 7 6 1 8 4 85.71% (6/7) 66.67% (4/6)",
  ]

  @Test func `first sitting and after make-ups are two series, totals counted anew from persons`()
    throws
  {
    #expect(try lines() == Self.first + Self.after)
    let notes = try BuildExamRates(year.room.data, actor: year.room.administrator).report().notes
    #expect(notes.map(\.zh).contains { $0.contains("以实考人数计") })
    #expect(notes.map(\.zh).contains("考试 one（one）：满分 100，合格线 60，补考 1 次"))
  }

  @Test func `the pass rate can be one of those expected, and says so`() throws {
    #expect(
      try lines(basis: .expected).last
        == "合计 2026-11 考试 one 补考后 7 6 1 8 4 85.71% (6/7) 57.14% (4/7)")
    let notes = try BuildExamRates(year.room.data, actor: year.room.administrator)
      .report(basis: .expected).notes
    #expect(notes.map(\.en).contains { $0.hasSuffix("passed ÷ expected") })
  }

  @Test func `what is not published is in no figure, but told of`() throws {
    let list = [ExamYear.entrant("甲", unit: ["某县", "东镇"])]
    let open = try year.create(list, code: "two", blueprint: ExamYear.blueprint("other"))
    try year.hold(open, ["甲": true], publishes: false)
    #expect(try lines() == Self.first + Self.after)
    func notes() throws -> [String] {
      try BuildExamRates(year.room.data, actor: year.room.administrator).report().notes.map(\.zh)
    }
    #expect(try notes().contains("另有 1 场考试还没有公布成绩，未计入"))
    try year.room.holding.publish(open.exam)
    #expect(
      try lines().last == "某县/东镇 2026-11 考试 two 首考 1 1 0 1 1 100.00% (1/1) 100.00% (1/1)")
    #expect(!(try notes().contains { $0.hasPrefix("另有") }))
  }

  @Test func `months, banks and units can be chosen`() throws {
    #expect(try lines(.init(unit: "某县/西镇")) == [Self.first[1], Self.after[1]])
    #expect(try lines(.init(bank: "town")).count == 10)
    #expect(try lines(.init(to: YearMonth(year: 2026, month: 10))).isEmpty)
    #expect(throws: WorkflowFailure.noSuchUnit("某")) { try lines(.init(unit: "某")) }
    #expect(throws: WorkflowFailure.noSuchBank("x", known: ["town"])) {
      try lines(.init(bank: "x"))
    }
  }

  @Test func `who moves later is counted where the roster of the exam had them`() throws {
    _ = try year.create(
      [
        ExamYear.entrant("辛", unit: ["某县", "西镇"], idNumber: "11010519491231002X")
      ], code: "three", blueprint: ExamYear.blueprint("third"))
    let third = try year.room.data.exams.exam(code: "three")
    let candidate = try year.room.data.exams.candidates(of: third?.id ?? 0).first
    _ = try year.create(
      [ExamYear.entrant("辛", unit: ["某县", "东镇"], idNumber: "11010519491231002X")],
      code: "four", blueprint: ExamYear.blueprint("fourth"))
    #expect(try year.room.data.exams.candidates(of: third?.id ?? 0).first == candidate)
  }

  @Test func `formal exams and mock exams keep to themselves`() throws {
    #expect(
      try BuildPassRate(year.room.data, actor: year.room.administrator).report().rows.isEmpty)
    #expect(try BuildExamRates(year.room.data, actor: year.room.administrator).hasAny())
    let empty = try ExamYear()
    #expect(try !BuildExamRates(empty.room.data, actor: empty.room.administrator).hasAny())
    for role in [nil, Role.learner, .invigilator] {
      #expect(throws: Authorisation.Refusal.self) {
        try BuildExamRates(year.room.data, actor: Actor(account: AccountID(3), role: role)).report()
      }
    }
  }
}
