import Exams
import Reports
import Text

extension ListResults {
  /// The score list as a report, for the screen, CSV and JSON alike.
  ///
  /// - Throws: as `list`.
  package func report(_ exam: StoredExam) throws -> Report {
    let list = try list(exam)
    let blueprint = try FindExam.blueprint(of: exam)
    let present = list.lines.count { $0.outcome != .absent }
    return ScoreListReport.report(
      title: exam.shownTitle,
      lines: list.lines.map { line in
        ScoreListReport.Line(
          number: line.candidate.number, name: line.candidate.name, unit: line.unit,
          outcomeCode: line.outcome.rawValue, outcome: Self.wording(line.outcome),
          score: line.grade?.score.text ?? "")
      }, expected: list.lines.count, present: present, passed: list.count(.passed),
      pass: blueprint.passMark.text, full: blueprint.full.text, head: list.head?.code ?? "",
      isPublished: list.isPublished)
  }

  private static func wording(_ outcome: Outcome) -> Wording {
    switch outcome {
    case .absent: Wording(zh: "缺考", en: "absent")
    case .sitting: Wording(zh: "未交卷", en: "not handed in")
    case .passed: Wording(zh: "合格", en: "passed")
    case .failed: Wording(zh: "不合格", en: "failed")
    }
  }
}
