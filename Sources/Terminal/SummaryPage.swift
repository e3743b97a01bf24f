import Learning
import Questions
import Statistics
import Text
import Workflows

/// The card at the end of a session, and the result of a mock exam.
enum SummaryPage {
  /// - Parameter isFromHome: whether the home screen comes next, whose entries are named then.
  static func lines(
    _ end: PracticeEnd, style: PageStyle, isFromHome: Bool = false
  ) -> [String] {
    let language = style.language
    let summary = end.summary
    var lines = style.rule
    if let kept = end.keptAnswers {
      lines += style.sentence(
        Wording(
          zh: "已答 \(kept) 题，全部保存，下次接着做",
          en: "\(kept) answers, all saved; go on next time"))
      return lines + style.rule
    }
    if let result = end.result {
      lines += self.result(result, style: style)
      lines += MockPage.lines(end, result: result, style: style)
    }
    lines += style.row([
      Wording(zh: "本次答题 \(summary.answered)", en: "answered \(summary.answered)")(language),
      summary.answered == 0 ? "" : rate(summary, language),
      Wording(
        zh: "用时 \(Durations.words(summary.duration).zh)",
        en: "in \(Durations.words(summary.duration).en)")(language),
    ])
    if !summary.weakest.isEmpty {
      lines += style.sentence(Wording(zh: "薄弱章节", en: "Weakest chapters"))
      for chapter in summary.weakest {
        let title =
          chapter.title.isEmpty ? Wording(zh: "（无章节）", en: "(no chapter)")(language) : chapter.title
        lines += style.wrapped(
          title
            + Wording(
              zh: "：\(chapter.answered) 题对 \(chapter.right) 题",
              en: ": \(chapter.right) right of \(chapter.answered)")(language),
          first: "   - ", indent: 5)
      }
    }
    lines += style.sentence(advice(summary.advice, isFromHome: isFromHome))
    if end.isOpen {
      lines += style.sentence(
        Wording(
          zh: "已全部保存，下次接着做", en: "Everything is saved; go on next time"))
    }
    return lines + style.rule
  }

  private static func rate(_ summary: SessionSummary, _ language: Language) -> String {
    let rate = Rate(summary.right, of: summary.answered)
    let percent = rate.percent ?? Wording(zh: "无", en: "none")(language)
    return Wording(
      zh: "正确率 \(percent) (\(summary.right)/\(summary.answered))",
      en: "right \(percent) (\(summary.right)/\(summary.answered))")(language)
  }

  private static func result(_ result: MockResult, style: PageStyle) -> [String] {
    let language = style.language
    let verdict =
      result.isPassed
      ? Wording(zh: "[合格]", en: "[passed]") : Wording(zh: "[未合格]", en: "[not passed]")
    var lines = style.row([
      Wording(zh: "模拟考试结束", en: "Mock exam ended")(language), verdict(language),
      Wording(
        zh: "得分 \(result.score.text) / \(result.full.text)",
        en: "score \(result.score.text) of \(result.full.text)")(language),
      Wording(zh: "合格线 \(result.passMark.text)", en: "pass mark \(result.passMark.text)")(language),
    ])
    // A blank is not wrong.
    let (missed, empty) = (result.answered - result.right, result.questions - result.answered)
    lines += style.sentence(
      Wording(
        zh: "共 \(result.questions) 题：答对 \(result.right)，答错或不全 \(missed)，未答 \(empty)",
        en:
          "\(result.questions) questions: \(result.right) right, \(missed) wrong or not complete, "
          + "\(empty) empty"))
    if empty > 0 {
      lines += style.sentence(
        Wording(
          zh: "未答的不算答错；也放进错题本，好再练",
          en: "What is empty is not wrong; it is in your notebook all the same, to be practised"))
    }
    if result.reason == .deadline {
      lines += style.sentence(
        Wording(zh: "时间到，自动交卷", en: "The time was over; handed in automatically"))
    }
    return lines
  }

  /// How many questions are to be read after a mock exam, and how many of them were not answered.
  static func reviewed(_ lines: [ReviewLine]) -> Wording {
    let empty = lines.count { $0.grade.verdict == .blank }
    guard empty > 0 else {
      return Wording(
        zh: "没有得满分的 \(lines.count) 题", en: "\(lines.count) questions without full marks")
    }
    return Wording(
      zh: "没有得满分的 \(lines.count) 题（其中未答 \(empty) 题）",
      en: "\(lines.count) questions without full marks (\(empty) of them empty)")
  }

  private static func advice(_ step: SessionSummary.NextStep, isFromHome: Bool) -> Wording {
    let (notebook, mock) = (HomeEntry.mode(.notebook).number, HomeEntry.mode(.mock).number)
    switch step {
    case .practiseMistakes(let count) where isFromHome:
      return Wording(
        zh: "下一步：错题本里有 \(count) 题，请输入 \(notebook)",
        en: "Next: \(count) questions wait in your notebook: type \(notebook)")
    case .sitMock where isFromHome:
      return Wording(
        zh: "下一步：模拟考试，请输入 \(mock)", en: "Next: sit a mock exam: type \(mock)")
    case .answerSomething:
      return Wording(zh: "下一步：再来答几道题吧", en: "Next: answer a few questions")
    case .practiseMistakes(let count):
      return Wording(
        zh: "下一步：错题本里有 \(count) 题，运行 mingfa practice notebook",
        en: "Next: \(count) questions wait in your notebook: mingfa practice notebook")
    case .practiseChapter(let title):
      return Wording(zh: "下一步：再练一遍“\(title)”", en: "Next: practise '\(title)' once more")
    case .sitMock:
      return Wording(
        zh: "下一步：运行 mingfa practice mock 模拟考试",
        en: "Next: sit a mock exam: mingfa practice mock")
    case .goOn: return Wording(zh: "下一步：接着往下练", en: "Next: just go on")
    }
  }

  /// The questions of a mock exam that did not earn full marks, with keys.
  static func review(_ line: ReviewLine, style: PageStyle) -> [String] {
    let points = Wording(
      zh: "得分 \(line.score.text) / \(line.full.text)",
      en: "score \(line.score.text) of \(line.full.text)")(style.language)
    return style.rule + QuestionPage.header(line.card, style: style) + style.rule
      + QuestionPage.body(line.card, style: style)
      + FeedbackPage.verdict(
        line.grade, response: line.response, card: line.card, style: style, extra: points)
      + FeedbackPage.reasons(line.card, style: style)
      + SourcePage.brief(line.card, style: style)
  }
}
