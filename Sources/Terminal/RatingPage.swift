import Learning
import Text

/// The four ratings, each with the day on which the question would come again.
enum RatingPage {
  /// - Parameter isPlanned: whether an exam plan decides when the question comes.
  static func lines(_ intervals: [Rating: Int], isPlanned: Bool, style: PageStyle) -> [String] {
    let language = style.language
    let question =
      isPlanned
      ? Wording(
        zh: "记得怎么样？（括号里是该复习的日子；哪天出，由考试计划安排）",
        en: "How well did you know it? (when it is due in brackets; the exam plan chooses the day)")
      : Wording(
        zh: "记得怎么样？（括号里是下次复习）", en: "How well did you know it? (next time in brackets)")
    return style.sentence(question)
      + style.row(
        Rating.allCases.map { rating in
          let next = days(intervals[rating] ?? 0)
          let name = rating.wording
          return "\(rating.rawValue) "
            + Wording(zh: "\(name.zh)（\(next.zh)）", en: "\(name.en) (\(next.en))")(language)
        })
  }

  private static func days(_ count: Int) -> Wording {
    switch count {
    case ...0: Wording(zh: "今天", en: "today")
    case 1: Wording(zh: "明天", en: "tomorrow")
    case ..<60: Wording(zh: "\(count) 天", en: "\(count) days")
    case ..<730:
      Wording(zh: "\((count + 15) / 30) 个月", en: "\((count + 15) / 30) months")
    default: Wording(zh: "\((count + 182) / 365) 年", en: "\((count + 182) / 365) years")
    }
  }
}
