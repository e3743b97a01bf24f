import Questions
import Text
import Workflows

/// Objections, as the trainer reads them and as the learner is told of the answer.
package enum ObjectionPage {
  /// Number, question, reason and stem; the answer, if there is one.
  package static func forTrainer(_ objection: Objection, style: PageStyle) -> [String] {
    let version = Wording(
      zh: "第 \(objection.versionNumber) 版，学员 \(objection.learner.number)：",
      en: "version \(objection.versionNumber), learner \(objection.learner.number): "
    )(style.language)
    return style.wrapped(
      "\(objection.bankCode) \(objection.questionCode) \(version)\(objection.reason)",
      first: "\(objection.id)  ", indent: 3)
      + style.wrapped(objection.stem, first: "   | ", indent: 5)
      + letters(objection, style: style) + answer(objection, style: style)
  }

  /// What the learner reads at the next start.
  package static func forLearner(_ objection: Objection, style: PageStyle) -> [String] {
    style.sentence(
      Wording(
        zh: "你报告过的题 \(objection.questionCode) 有答复了：",
        en: "Your objection to question \(objection.questionCode) has an answer:"))
      + style.wrapped(objection.stem, first: "   | ", indent: 5)
      + style.wrapped(
        objection.reason, first: Wording(zh: "   你说：", en: "   You said: ")(style.language),
        indent: 5)
      + answer(objection, style: style)
  }

  private static func letters(_ objection: Objection, style: PageStyle) -> [String] {
    let bank = objection.bankLetters.map(String.init)
    guard bank != bank.sorted() else { return [] }
    let screen = AnswerOption.letters.prefix(bank.count).map(String.init)
    return style.wrapped(
      Wording(
        zh: "学员屏幕上的 \(screen.joined(separator: "、")) 依次是题库里的 "
          + "\(bank.joined(separator: "、"))",
        en: "The learner's \(screen.joined(separator: ", ")) are the bank's "
          + "\(bank.joined(separator: ", "))")(style.language),
      first: "   ", indent: 3)
  }

  private static func answer(_ objection: Objection, style: PageStyle) -> [String] {
    guard let answer = objection.answer else { return [] }
    let decision: Wording =
      switch answer.decision {
      case .accepted: Wording(zh: "   [采纳] ", en: "   [accepted] ")
      case .rejected: Wording(zh: "   [不采纳] ", en: "   [not accepted] ")
      }
    return style.wrapped(answer.text, first: decision(style.language), indent: 5)
  }
}
