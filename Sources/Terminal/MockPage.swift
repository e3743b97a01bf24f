import Learning
import Questions
import Text
import Workflows

/// What the result of a mock exam says section by section, how far it lies from the pass mark, and where
/// the score would lie if it were sat today.
enum MockPage {
  static func lines(_ end: PracticeEnd, result: MockResult, style: PageStyle) -> [String] {
    var lines: [String] = []
    if let title = end.title {
      lines += style.sentence(Wording(zh: "细目表：\(title)", en: "Blueprint: \(title)"))
    }
    for (place, section) in end.sections.enumerated() {
      let name = (section.kind?.type.name ?? Self.casus)(style.language)
      let (score, full) = (section.score.text, section.full.text)
      lines += style.wrapped(
        Wording(
          zh: "\(name)：对 \(section.right) / \(section.questions)，得分 \(score) / \(full)",
          en: "\(name): \(section.right) right of \(section.questions), score \(score) of \(full)")(
            style.language), first: "  \(place + 1). ", indent: 5)
    }
    lines += style.sentence(side(result))
    if let outlook = end.outlook { lines += style.sentence(words(outlook, result)) }
    return lines
  }

  private static let casus = Wording(zh: "案例题", en: "Cases")

  /// On which side of the pass mark the score lies, and how far.
  private static func side(_ result: MockResult) -> Wording {
    let above = Score(hundredths: result.score.hundredths - result.passMark.hundredths)
    let below = Score(hundredths: -above.hundredths)
    if above < .zero {
      return Wording(
        zh: "离合格线还差 \(below.text) 分", en: "\(below.text) points below the pass mark")
    }
    return above == .zero
      ? Wording(zh: "正好在合格线上", en: "Exactly on the pass mark")
      : Wording(zh: "高出合格线 \(above.text) 分", en: "\(above.text) points above the pass mark")
  }

  private static func words(_ outlook: MockOutlook, _ result: MockResult) -> Wording {
    switch outlook {
    case .tooFew(let sat, let needed):
      return Wording(
        zh: "今天考会得多少：次数太少（\(sat) 次），这样的卷子考满 \(needed) 次再估计",
        en: "If sat today: too few to tell (\(sat)); there is a range after \(needed) such papers")
    case .range(let low, let high, let count):
      let verdict =
        low >= result.passMark
        ? Wording(zh: "都在合格线上", en: "all of it passes")
        : high < result.passMark
          ? Wording(zh: "都在合格线下", en: "none of it passes")
          : Wording(zh: "合格线在其中", en: "the pass mark lies within")
      return Wording(
        zh: "今天考，十次里大约有八次在 \(low.text) 到 \(high.text) 分之间（按最近 \(count) 次），\(verdict.zh)",
        en: "If sat today, eight times of ten \(low.text) to \(high.text) points (by the last "
          + "\(count)); \(verdict.en)")
    }
  }
}
