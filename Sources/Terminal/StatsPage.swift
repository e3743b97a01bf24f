import Statistics
import Text
import Workflows

/// A learner's figures on the screen.
package enum StatsPage {
  /// The lines of a learner's figures.
  package static func lines(_ figures: ShowStatistics.Figures, style: PageStyle) -> [String] {
    let language = style.language
    var lines = style.row([
      Wording(zh: "学员", en: "Learner")(language) + " "
        + LearnerName.text(figures.learner, language),
      Wording(zh: "答题", en: "answers")(language) + " " + rate(figures.right, language),
      Wording(zh: "错题本 \(figures.notebook)", en: "notebook \(figures.notebook)")(language),
      Wording(zh: "收藏 \(figures.starred)", en: "starred \(figures.starred)")(language),
    ])
    if figures.assisted.denominator > 0 {
      lines += style.row([
        Wording(zh: "其中代为操作", en: "typed by another hand")(language) + " "
          + rate(figures.assisted, language)
      ])
    }
    if !figures.chapters.isEmpty {
      lines += style.rule
      lines += style.table(
        AlignedColumns(
          headings: [
            .init(Wording(zh: "章节", en: "Chapter")(language)),
            .init(Wording(zh: "做过", en: "Seen")(language), .right),
            .init(Wording(zh: "正确率", en: "Right")(language), .right),
          ],
          rows: figures.chapters.map { chapter in
            [
              SafeText.clean(
                chapter.title.isEmpty ? chapter.bank : "\(chapter.bank) > \(chapter.title)"),
              "\(chapter.seen)/\(chapter.questions)", rate(chapter.right, language),
            ]
          }))
    }
    if !figures.days.isEmpty {
      lines += style.rule
      lines += style.table(
        AlignedColumns(
          headings: [
            .init(Wording(zh: "日期", en: "Day")(language)),
            .init(Wording(zh: "答题", en: "Answered")(language), .right),
            .init(Wording(zh: "答对", en: "Right")(language), .right),
          ],
          rows: figures.days.map { [$0.date, String($0.answered), String($0.right)] }))
    }
    for mock in figures.mocks.suffix(5) {
      let verdict =
        mock.result.isPassed
        ? Wording(zh: "[合格]", en: "[passed]") : Wording(zh: "[未合格]", en: "[not passed]")
      lines += style.row([
        Wording(zh: "模拟考试", en: "Mock exam")(language),
        "\(mock.result.score.text) / \(mock.result.full.text)", verdict(language),
      ])
    }
    return lines
  }

  private static func rate(_ rate: Rate, _ language: Language) -> String {
    let percent = rate.percent ?? Wording(zh: "无", en: "none")(language)
    return "\(percent) (\(rate.numerator)/\(rate.denominator))"
  }
}

extension PageStyle {
  /// A table for the width of the page; sentences where the page is plain.
  package func table(_ table: AlignedColumns) -> [String] {
    plain ? table.sentences(in: language).flatMap { wrapped($0) } : table.lines(width: width)
  }
}
