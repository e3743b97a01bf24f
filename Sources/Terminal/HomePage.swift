import Learning
import People
import Text
import Workflows

/// The home screen: what today brings, what there is to know, what can be done.
enum HomePage {
  /// Below this many columns a plan is told in few words.
  private static let narrow = 60

  /// - Parameter date: the day and the time, as they are shown.
  static func lines(
    _ facts: HomeFacts, learner: Learner, date: String, style: PageStyle
  ) -> [String] {
    let language = style.language
    var lines = style.heading(
      Wording(zh: "明法   学员：", en: "Mingfa   Learner: ")(language)
        + LearnerName.textWithUnit(learner, language), date)
    lines += style.rule
    lines += style.row([
      String(InputText.trimmed(facts.today.wording(language))),
      facts.streak.map { streak($0)(language) } ?? "",
    ])
    lines += facts.plans.flatMap {
      style.width < narrow ? style.sentence($0.brief) : PlanPage.lines($0, style: style)
    }
    if let resume = facts.resume {
      let point = resume.wording
      lines += style.sentence(
        Wording(
          zh: "上次：\(point.zh)（接着做输入 \(HomeEntry.resume.number)）",
          en: "Left open: \(point.en) (to go on, type \(HomeEntry.resume.number))"))
    }
    lines += facts.amended.flatMap { style.sentence($0.wording) }
    lines += menu(facts, style: style)
    lines += style.rule
    let enter = HomeEntry.likeliest(facts).number
    return lines
      + style.sentence(
        Wording(
          zh: "输入编号或头几个字，回车确认；直接回车 = \(enter)；w 换学员，? 帮助，0 退出",
          en:
            "Type a number or the first letters, then Enter; Enter = \(enter); w another learner, "
            + "? help, 0 leave"))
  }

  private static func streak(_ days: Int) -> Wording {
    Wording(zh: "已连续 \(days) 天", en: "days in a row: \(days)")
  }

  /// The entries, in two columns where they fit.
  private static func menu(_ facts: HomeFacts, style: PageStyle) -> [String] {
    let entries = HomeEntry.all(facts)
    let cells = entries.map { cell($0, facts, style.language) }
    let half = (cells.count + 1) / 2
    let column = style.width / 2
    let fits = cells.enumerated().allSatisfy { place, cell in
      DisplayWidth.columns(of: cell) < (place < half ? column : style.width - column)
    }
    guard fits, !style.plain else {
      return zip(entries, cells).flatMap { entry, cell in
        style.wrapped(
          String(cell.dropFirst(lead(entry).count)), first: lead(entry), indent: 5)
      }
    }
    return (0..<half).map { row in
      guard row + half < cells.count else { return cells[row] }
      return AlignedColumns.padded(cells[row], to: column, alignment: .left) + cells[row + half]
    }
  }

  /// A number and the space around it.
  private static func lead(_ entry: HomeEntry) -> String {
    AlignedColumns.padded(String(entry.number), to: 3, alignment: .right) + "  "
  }

  private static func cell(
    _ entry: HomeEntry, _ facts: HomeFacts, _ language: Language
  ) -> String {
    let title = entry.title(facts)(language)
    guard let note = entry.note(facts)?(language) else { return lead(entry) + title }
    return lead(entry)
      + AlignedColumns.padded(title, to: language == .chinese ? 12 : 16, alignment: .left)
      + "  " + UnambiguousText.folded(note)
  }
}
