import Learning
import People
import Text
import Workflows

/// Exam plans on the screen.
package enum PlanPage {
  /// A plan in few lines: its course in a sentence, and what should be known besides.
  package static func lines(_ status: PlanStatus, style: PageStyle) -> [String] {
    style.sentence(status.wording) + status.notices.flatMap { style.sentence($0.wording) }
  }

  /// All plans of a learner: whose they are, a table, and the course of each in a sentence.
  package static func list(
    _ statuses: [PlanStatus], of learner: Learner, style: PageStyle
  ) -> [String] {
    let language = style.language
    let whose = Wording(
      zh: "\(LearnerName.text(learner, .chinese))的考试计划",
      en: "Exam plans of \(LearnerName.text(learner, .english))")
    let none = Wording(zh: "无", en: "none")(language)
    let table = AlignedColumns(
      headings: [
        .init(Wording(zh: "号", en: "No.")(language), .right),
        .init(Wording(zh: "计划", en: "Plan")(language)),
        .init(Wording(zh: "考试日", en: "Exam day")(language)),
        .init(Wording(zh: "天数", en: "Days left")(language), .right),
        .init(Wording(zh: "每天分钟", en: "Minutes")(language), .right),
        .init(Wording(zh: "需要", en: "Needed")(language), .right),
        .init(Wording(zh: "见过", en: "Seen")(language), .right),
        .init(Wording(zh: "照计划预计", en: "If kept to")(language), .right),
        .init(Wording(zh: "进度", en: "Course")(language)),
      ],
      rows: statuses.map { status in
        [
          String(status.plan.number), SafeText.clean(status.plan.title),
          CivilDay(status.plan.examDay).iso, String(status.daysLeft),
          String(status.plan.minutes), status.course?.needed.map(String.init) ?? none,
          "\(status.seen)/\(status.questions)",
          status.course.map { "\($0.recallPercent)%" } ?? none, status.state(language),
        ]
      })
    return style.sentence(whose) + style.table(table) + style.rule
      + statuses.flatMap { lines($0, style: style) }
  }
}
