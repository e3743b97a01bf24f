import Statistics
import Text

/// 参考率 and 合格率 of formal exams: expected, present, absent and passed, by unit, exam and month. First
/// sittings and what they came to after make-ups are two series.
package enum ExamRateReport {
  /// Somebody on the list of a first sitting, with all sittings of that exam.
  package struct Person: Hashable, Sendable {
    package var person: Int64
    /// The unit that the roster of the first sitting named; nil for none.
    package var unit: Int64?
    /// Whether the first sitting was begun.
    package var isPresent: Bool
    package var isPassed: Bool
    /// Make-ups begun.
    package var makeUps: Int
    /// Whether a make-up was passed.
    package var passedMakeUp: Bool

    package init(
      person: Int64, unit: Int64?, isPresent: Bool, isPassed: Bool, makeUps: Int = 0,
      passedMakeUp: Bool = false
    ) {
      self.person = person
      self.unit = unit
      self.isPresent = isPresent
      self.isPassed = isPassed
      self.makeUps = makeUps
      self.passedMakeUp = passedMakeUp
    }
  }

  /// A first sitting.
  package struct Exam: Hashable, Sendable {
    package var code: String
    package var title: String
    /// In which it was held: 2026-12.
    package var month: String
    /// Points, as people write them.
    package var full: String
    package var passMark: String
    /// How many make-ups of it have published results.
    package var makeUps: Int
    package var persons: [Person]

    package init(
      code: String, title: String, month: String, full: String, passMark: String, makeUps: Int,
      persons: [Person]
    ) {
      self.code = code
      self.title = title
      self.month = month
      self.full = full
      self.passMark = passMark
      self.makeUps = makeUps
      self.persons = persons
    }
  }

  /// What the pass rate is a part of. Places differ, so the report names it.
  package enum Basis: String, CaseIterable, Sendable {
    case present, expected
  }

  /// What the report is made of.
  package struct Facts: Sendable {
    package var exams: [Exam]
    /// The names of units, from the county down: 某县/某镇.
    package var unitNames: [Int64: String]
    package var basis: Basis
    /// Exams that count whose results are not published.
    package var unpublished: Int
    /// The day up to which was counted.
    package var asOf: String

    package init(
      exams: [Exam], unitNames: [Int64: String], basis: Basis = .present, unpublished: Int,
      asOf: String
    ) {
      self.exams = exams
      self.unitNames = unitNames
      self.basis = basis
      self.unpublished = unpublished
      self.asOf = asOf
    }
  }

  /// Builds the report: exam by exam the first sitting, then, where there was a make-up, the same people
  /// after it. Every total is counted anew from persons.
  package static func report(_ facts: Facts) -> Report {
    let tree = UnitTree(names: facts.unitNames)
    var rows: [Report.Row] = []
    for exam in facts.exams.sorted(by: { ($0.month, $0.code) < ($1.month, $1.code) }) {
      for isAfter in exam.makeUps > 0 ? [false, true] : [false] {
        for line in tree.lines(of: exam.persons.map(\.unit)) {
          let persons = exam.persons.filter { line.units.contains($0.unit) }
          rows.append(
            row(line, exam: exam, persons: persons, isAfter: isAfter, basis: facts.basis))
        }
      }
    }
    return Report(
      id: "exam-rates", schema: 1,
      title: Wording(zh: "合格率报表（正式考试）", en: "Pass rates of formal exams"), notes: notes(facts),
      columns: columns, rows: rows,
      nothing: Wording(
        zh: "还没有公布成绩的正式考试", en: "There is no formal exam with published results yet"))
  }

  private static func row(
    _ line: UnitTree.Line, exam: Exam, persons: [Person], isAfter: Bool, basis: Basis
  ) -> Report.Row {
    let present = persons.count { $0.isPresent || isAfter && $0.makeUps > 0 }
    let passed = persons.count { $0.isPassed || isAfter && $0.passedMakeUp }
    let sittings = persons.reduce(0) {
      $0 + ($1.isPresent ? 1 : 0) + (isAfter ? $1.makeUps : 0)
    }
    let series =
      isAfter
      ? Report.Cell.named("after-make-ups", Wording(zh: "补考后", en: "After make-ups"))
      : .named("first", Wording(zh: "首考", en: "First sitting"))
    return Report.Row(
      cells: [
        line.cell, .text(exam.month), .named(exam.code, Wording(zh: exam.title, en: exam.title)),
        series, .count(persons.count), .count(present), .count(persons.count - present),
        .count(sittings), .count(passed), .rate(Rate(present, of: persons.count)),
        .rate(Rate(passed, of: basis == .present ? present : persons.count)),
      ], scope: line.scope)
  }

  private static let columns = [
    Report.Column(id: "unit", heading: Wording(zh: "单位", en: "Unit"), isNumber: false),
    Report.Column(id: "month", heading: Wording(zh: "月份", en: "Month"), isNumber: false),
    Report.Column(id: "exam", heading: Wording(zh: "考试", en: "Exam"), isNumber: false),
    Report.Column(id: "series", heading: Wording(zh: "口径", en: "Series"), isNumber: false),
    Report.Column(id: "expected", heading: Wording(zh: "应考人数", en: "Expected"), isNumber: true),
    Report.Column(id: "present", heading: Wording(zh: "实考人数", en: "Present"), isNumber: true),
    Report.Column(id: "absent", heading: Wording(zh: "缺考人数", en: "Absent"), isNumber: true),
    Report.Column(id: "sittings", heading: Wording(zh: "实考人次", en: "Sittings"), isNumber: true),
    Report.Column(id: "passed", heading: Wording(zh: "合格人数", en: "Passed"), isNumber: true),
    Report.Column(
      id: "attendance", heading: Wording(zh: "参考率", en: "Attendance"), isNumber: true),
    Report.Column(id: "passRate", heading: Wording(zh: "合格率", en: "Pass rate"), isNumber: true),
  ]

  private static func notes(_ facts: Facts) -> [Wording] {
    var notes = [
      Wording(
        zh: "截至 \(facts.asOf)；数据来自已公布成绩的正式考试，不含演练；模拟考试见 --kind mock",
        en: "As of \(facts.asOf); from formal exams with published results, without rehearsals; "
          + "mock exams: --kind mock"),
      facts.basis == .present
        ? Wording(
          zh: "参考率 = 实考人数 ÷ 应考人数；合格率 = 合格人数 ÷ 实考人数（以实考人数计）",
          en: "Attendance = present ÷ expected; pass rate = passed ÷ present")
        : Wording(
          zh: "参考率 = 实考人数 ÷ 应考人数；合格率 = 合格人数 ÷ 应考人数（以应考人数计）",
          en: "Attendance = present ÷ expected; pass rate = passed ÷ expected"),
    ]
    if facts.exams.contains(where: { $0.makeUps > 0 }) {
      notes.append(
        Wording(
          zh: "首考只算首考；补考后把首考名单上的人连同补考一起算，一人只计一次，考过一次合格即为合格，人次另计",
          en:
            "The first sitting alone, then the people of its list with their make-ups: each person "
            + "once, passed who passed any of them; sittings are counted apart"))
    }
    for exam in facts.exams.sorted(by: { ($0.month, $0.code) < ($1.month, $1.code) }) {
      notes.append(
        Wording(
          zh: "\(exam.title)（\(exam.code)）：满分 \(exam.full)，合格线 \(exam.passMark)"
            + (exam.makeUps > 0 ? "，补考 \(exam.makeUps) 次" : ""),
          en: "\(exam.title) (\(exam.code)): \(exam.full) points, pass mark \(exam.passMark)"
            + (exam.makeUps > 0 ? ", make-ups: \(exam.makeUps)" : "")))
    }
    if facts.unpublished > 0 {
      notes.append(
        Wording(
          zh: "另有 \(facts.unpublished) 场考试还没有公布成绩，未计入",
          en: "\(facts.unpublished) exams whose results are not published are not counted"))
    }
    return notes
  }
}
