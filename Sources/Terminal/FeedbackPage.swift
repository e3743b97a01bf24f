import Learning
import Questions
import Text
import Workflows

/// What is told after an answer: verdict, right answer, why, and the citation with its edition.
enum FeedbackPage {
  static func lines(_ feedback: PracticeFeedback, style: PageStyle, needed: Int) -> [String] {
    var lines = verdict(
      feedback.grade, response: feedback.response, card: feedback.card, style: style,
      extra: Wording(
        zh: "用时 \(Durations.words(feedback.duration).zh)",
        en: "in \(Durations.words(feedback.duration).en)")(style.language))
    if feedback.card.isAmended {
      lines += style.sentence(
        Wording(
          zh: "题库改了这道题的答案，以现在的为准", en: "The bank changed this key; what stands here now holds"))
    }
    lines += reasons(feedback.card, style: style)
    lines += SourcePage.brief(feedback.card, style: style) + note(feedback.card, style: style)
    if feedback.grade.verdict == .wrong || feedback.grade.verdict == .partial {
      lines += style.sentence(
        Wording(
          zh: "已进错题本，连续答对 \(needed) 次后移出",
          en: "Now in your notebook; \(needed) right answers in a row take it out"))
    } else if feedback.memory.inNotebook {
      let left = needed - feedback.memory.streak
      lines += style.sentence(
        Wording(
          zh: "错题本里的题，再连续答对 \(left) 次移出",
          en: "From your notebook; \(left) more right in a row take it out"))
    }
    return lines
  }

  /// [对] 回答正确   你的答案 A C   正确答案 A C
  static func verdict(
    _ grade: Grade, response: Response, card: PracticeCard, style: PageStyle, extra: String
  ) -> [String] {
    let language = style.language
    let mark: Wording =
      switch grade.verdict {
      case .right: Wording(zh: "[对] 回答正确", en: "[right] Correct")
      case .wrong: Wording(zh: "[错] 回答错误", en: "[wrong] Not correct")
      case .partial: Wording(zh: "[半对] 不完全正确", en: "[partly] Not complete")
      case .blank: Wording(zh: "[未答] 没有作答", en: "[empty] Not answered")
      }
    let said = Wording(zh: "你的答案", en: "your answer")(language)
    let key = Wording(zh: "正确答案", en: "right answer")(language)
    let yours = AnswerWords.text(response, card: card, language: language)
    switch card.question.key {
    case .points(let points):
      var lines = style.row([
        mark(language),
        Wording(
          zh: "要点 \(grade.hits) / \(grade.total)", en: "points \(grade.hits) of \(grade.total)")(
            language), extra,
      ])
      for (position, point) in points.enumerated() {
        let made = grade.hitParts.contains(position)
        let sign = (made ? Wording(zh: "[有]", en: "[made]") : Wording(zh: "[缺]", en: "[missing]"))(
          language)
        lines += style.wrapped(point.wording, first: "   \(sign) ", indent: 8)
      }
      lines += style.sentence(
        Wording(
          zh: "按关键词判要点，仅供练习参考", en: "Points are found by their words: a guide for practice"))
      return lines
    default:
      return style.row([
        mark(language), grade.verdict == .blank ? "" : "\(said) \(yours)",
        "\(key) \(AnswerWords.key(card, language: language))", extra,
      ])
    }
  }

  /// The key alone, for reading through.
  static func key(_ card: PracticeCard, style: PageStyle) -> [String] {
    let label = Wording(zh: " 正确答案  ", en: " Key  ")(style.language)
    guard case .points(let points) = card.question.key else {
      return style.wrapped(
        AnswerWords.key(card, language: style.language), first: label, indent: 3)
    }
    return points.enumerated().flatMap { position, point in
      style.wrapped(point.wording, first: "   (\(position + 1)) ", indent: 7)
    }
  }

  /// The explanation with this screen's letters.
  static func reasons(_ card: PracticeCard, style: PageStyle) -> [String] {
    let text = card.question.rationale.text { card.letter(of: $0) }
    guard !text.isEmpty else {
      return style.sentence(Wording(zh: "（本题没有解析）", en: "(No explanation.)"))
    }
    return style.wrapped(
      text, first: Wording(zh: " 为什么  ", en: " Why  ")(style.language), indent: 3)
  }

  /// What the learner noted on it.
  static func note(_ card: PracticeCard, style: PageStyle) -> [String] {
    guard let note = card.note else { return [] }
    return style.wrapped(
      note, first: Wording(zh: " 笔记  ", en: " Note  ")(style.language), indent: 3)
  }
}
