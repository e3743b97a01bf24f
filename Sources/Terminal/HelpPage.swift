import Text
import Workflows

/// Help for a prompt, at most 15 lines.
enum HelpPage {
  static func atQuestion(_ card: PracticeCard, style: PageStyle) -> [String] {
    let isMock = card.mode == .mock
    let letters = QuestionPage.takesLetters(card.question)
    let commands: [PromptCommand] =
      isMock
      ? [.next, .previous, .mark, .sheet, .jump, .star, .report, .submit, .stop]
      : [.next, .previous, .star, .note, .search, .report, .undo, .sheet, .jump, .stop]
    return style.sentence(QuestionPage.howToAnswer(card)) + list(commands, letters, style)
      + style.sentence(
        // Where a text is wanted, 0 is one.
        letters
          ? Wording(
            zh: "Ctrl-C 保存并结束；Ctrl-D 或 0 返回上一级",
            en: "Ctrl-C saves and ends; Ctrl-D or 0 goes one level back")
          : Wording(
            zh: "Ctrl-C 保存并结束；Ctrl-D 返回上一级", en: "Ctrl-C saves and ends; Ctrl-D goes one level back"
          ))
  }

  static func afterAnswer(style: PageStyle, rates: Bool) -> [String] {
    style.sentence(
      rates
        ? Wording(
          zh: "1 到 4 说记得怎么样；直接回车做下一题，算 3",
          en: "1 to 4 say how well you knew it; Enter alone goes to the next question, as 3")
        : Wording(zh: "直接回车做下一题", en: "Enter alone goes to the next question"))
      + list(
        [.why, .source, .star, .note, .search, .report, .undo, .previous, .sheet, .stop], true,
        style)
  }

  private static func list(
    _ commands: [PromptCommand], _ letters: Bool, _ style: PageStyle
  ) -> [String] {
    commands.flatMap { command in
      let key = letters ? command.letter.map { "\($0) / " } ?? "" : ""
      let name = AlignedColumns.padded("\(key):\(command.word)", to: 14, alignment: .left)
      return style.wrapped(command.explanation(style.language), first: "   \(name)", indent: 17)
    }
  }
}
