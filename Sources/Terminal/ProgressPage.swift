import Learning
import Text
import Workflows

/// How far a learner came, on one screen: chapters and, beside them where there is room, the days.
package enum ProgressPage {
  /// Narrower pages have the days below the chapters.
  private static let besideWidth = 76
  /// Between the chapters and the days.
  private static let gap = "   "

  /// The lines of a learner's progress.
  package static func lines(_ figures: ShowProgress.Figures, style: PageStyle) -> [String] {
    let language = style.language
    let count = figures.count
    var lines = style.row([
      Wording(zh: "学员", en: "Learner")(language) + " "
        + LearnerName.text(figures.learner, language),
      Wording(zh: "题目 \(count.questions)", en: "questions \(count.questions)")(language),
      Wording(zh: "做过 \(count.seen)", en: "seen \(count.seen)")(language),
      Wording(zh: "掌握 \(count.known)", en: "known \(count.known)")(language),
      Wording(zh: "薄弱 \(count.weak)", en: "weak \(count.weak)")(language),
    ])
    lines += style.rule
    let map = HeatMap(figures.calendar, answers: figures.answers)
    let table = table(figures, language)
    guard !style.plain else {
      return lines + style.table(table) + map.sentences(style: style)
    }
    let left = table.lines(width: style.width - map.width - gap.count)
    guard style.width >= besideWidth else {
      return lines + table.lines(width: style.width) + style.rule + map.lines(language)
        + map.legend(style: style)
    }
    let beside = PageStyle(width: map.width, language: language, plain: false)
    let right = map.lines(language) + [""] + map.legend(style: beside)
    let column = style.width - map.width
    return lines
      + (0..<max(left.count, right.count)).map { row in
        let start = row < left.count ? left[row] : ""
        guard row < right.count, !right[row].isEmpty else { return start }
        return AlignedColumns.padded(start, to: column, alignment: .left) + right[row]
      }
  }

  private static func table(
    _ figures: ShowProgress.Figures, _ language: Language
  ) -> AlignedColumns {
    // A bank in another language that was never opened is of no interest.
    let banks = figures.banks.filter { $0.language == language || $0.count.seen > 0 }
    return AlignedColumns(
      headings: [
        .init(Wording(zh: "题库和章节", en: "Banks and chapters")(language)),
        .init(Wording(zh: "题目", en: "All")(language), .right),
        .init(Wording(zh: "做过", en: "Seen")(language), .right),
        .init(Wording(zh: "掌握", en: "Known")(language), .right),
        .init(Wording(zh: "薄弱", en: "Weak")(language), .right),
      ],
      rows: banks.flatMap { bank in
        let chapters = bank.chapters.filter { !$0.title.isEmpty }
        return [row(SafeText.clean(bank.title), bank.count)]
          + chapters.map { row("- " + SafeText.clean($0.title), $0.count) }
      })
  }

  private static func row(_ name: String, _ count: ProgressCount) -> [String] {
    [name] + [count.questions, count.seen, count.known, count.weak].map(String.init)
  }
}
