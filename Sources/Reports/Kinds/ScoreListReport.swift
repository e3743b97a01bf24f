import Statistics
import Text

/// The score list of an exam, and what it sums up to.
package enum ScoreListReport {
  /// A candidate's line; persons are told by name and unit, never by their ID number.
  package struct Line: Hashable, Sendable {
    package var number: String
    package var name: String
    package var unit: String
    /// A stable word for JSON.
    package var outcomeCode: String
    package var outcome: Wording
    /// In words, such as 82.5; empty without a result.
    package var score: String

    package init(
      number: String, name: String, unit: String, outcomeCode: String, outcome: Wording,
      score: String
    ) {
      self.number = number
      self.name = name
      self.unit = unit
      self.outcomeCode = outcomeCode
      self.outcome = outcome
      self.score = score
    }
  }

  /// - Parameters:
  ///   - title: of the exam.
  ///   - passed: of those who were present.
  ///   - head: the code of the log's head; empty where there is none.
  ///   - isPublished: whether the results are out.
  package static func report(
    title: Wording, lines: [Line], expected: Int, present: Int, passed: Int, pass: String,
    full: String, head: String, isPublished: Bool
  ) -> Report {
    let attendance = Rate(present, of: expected)
    let passRate = Rate(passed, of: present)
    func percent(_ rate: Rate, _ language: Language) -> String {
      Report.Cell.rate(rate).text(in: language)
    }
    var notes = [
      Wording(
        zh: "应考 \(expected) 人，实考 \(present) 人，缺考 \(expected - present) 人，参考率 "
          + "\(percent(attendance, .chinese))；合格 \(passed) 人，合格率 "
          + "\(percent(passRate, .chinese))（以实考人数计）",
        en: "\(expected) expected, \(present) present, \(expected - present) absent, attendance "
          + "\(percent(attendance, .english)); \(passed) passed, pass rate "
          + "\(percent(passRate, .english)) of those present"),
      Wording(zh: "满分 \(full)，\(pass) 分及格", en: "Full marks \(full), pass mark \(pass)"),
    ]
    if !isPublished {
      notes.append(Wording(zh: "成绩尚未公布", en: "These results are not published yet"))
    }
    if !head.isEmpty {
      notes.append(
        Wording(
          zh: "记录校验码 \(head)；与外部留存的校验码比对，才能发现整体重写或尾部删除",
          en:
            "Code of the record \(head); only against a code kept outside does a whole rewrite or a "
            + "cut-off tail show"))
    }
    return Report(
      id: "exam-results", schema: 1,
      title: Wording(zh: "\(title.zh) 成绩", en: "Results of \(title.en)"),
      notes: notes,
      columns: [
        .init(id: "number", heading: Wording(zh: "准考证号", en: "Number"), isNumber: false),
        .init(id: "name", heading: Wording(zh: "姓名", en: "Name"), isNumber: false),
        .init(id: "unit", heading: Wording(zh: "单位", en: "Unit"), isNumber: false),
        .init(id: "outcome", heading: Wording(zh: "结果", en: "Outcome"), isNumber: false),
        .init(id: "score", heading: Wording(zh: "成绩", en: "Score"), isNumber: true),
      ],
      rows: lines.map { line in
        Report.Row(cells: [
          .text(line.number), .text(line.name), .text(line.unit),
          .named(line.outcomeCode, line.outcome),
          .text(line.score),
        ])
      })
  }
}
