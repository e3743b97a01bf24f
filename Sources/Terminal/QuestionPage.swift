import Learning
import Questions
import Text
import Workflows

/// A question on the screen.
enum QuestionPage {
  /// The lines of a question, from its header to the line that says what can be typed.
  static func lines(_ card: PracticeCard, style: PageStyle, interactive: Bool) -> [String] {
    // Who types has the time before the cursor, where it goes on.
    var lines = header(card, style: style, showsTime: !interactive) + style.rule
    lines += body(card, style: style)
    if interactive { lines += style.rule + hints(card, style: style) }
    return lines
  }

  /// - Parameter showsTime: whether the time left of a mock exam stands here.
  static func header(
    _ card: PracticeCard, style: PageStyle, showsTime: Bool = false
  ) -> [String] {
    let language = style.language
    let name = card.mode.rules.name(language)
    let place = Wording(
      zh: "\(name) 第 \(card.number) / \(card.total) 题",
      en: "\(name)  question \(card.number) of \(card.total)")
    let title = SafeText.clean(card.stored.bankTitle)
    let chapter = SafeText.clean(card.stored.chapter)
    let left = [
      place(language), card.question.kind.type.name(language),
      chapter.isEmpty ? title : "\(title) > \(chapter)",
    ]
    var right: [String] = []
    if card.isStarred { right.append(Wording(zh: "[收藏]", en: "[starred]")(language)) }
    if card.note != nil { right.append(Wording(zh: "[笔记]", en: "[note]")(language)) }
    if card.isMarked { right.append(Wording(zh: "[标记]", en: "[marked]")(language)) }
    if card.isAmended { right.append(Wording(zh: "[答案改过]", en: "[key changed]")(language)) }
    if card.question.state == .flagged {
      right.append(Wording(zh: "[存疑待复核]", en: "[in doubt]")(language))
    }
    if card.missed > 0 {
      right.append(Wording(zh: "错过 \(card.missed) 次", en: "missed \(card.missed)x")(language))
    }
    if showsTime, let remaining = card.remaining {
      right.append(Wording(zh: "剩余", en: "left")(language) + " " + Durations.clock(remaining))
    }
    return style.heading(left.joined(separator: "   "), right.joined(separator: " "))
  }

  /// Passage, stem and options.
  static func body(_ card: PracticeCard, style: PageStyle) -> [String] {
    var lines: [String] = []
    if let passage = card.stored.passage {
      if card.passageIsKnown {
        lines += style.sentence(
          Wording(
            zh: "（材料同上一题；j \(card.number) 再看一遍）",
            en: "(The passage is the one above; j \(card.number) shows it again.)"))
      } else {
        lines += style.wrapped(
          passage.text, first: Wording(zh: " [材料] ", en: " [Passage] ")(style.language), indent: 1)
        if !style.plain { lines.append("") }
      }
    }
    lines += style.wrapped(card.question.stem, first: " ", indent: 1)
    let chosen: Set<OptionID> = if case .options(let ids)? = card.response { ids } else { [] }
    for (position, option) in card.options.enumerated()
    where AnswerOption.letters.indices.contains(position) {
      let mark =
        chosen.contains(option.id) ? Wording(zh: "[已选] ", en: "[chosen] ")(style.language) : ""
      lines += style.wrapped(
        mark + option.text, first: "   \(AnswerOption.letters[position]). ", indent: 6)
    }
    if let response = card.response, response != .blank, chosen.isEmpty {
      lines += style.wrapped(
        AnswerWords.text(response, card: card, language: style.language),
        first: Wording(zh: " 已答：", en: " Your answer: ")(style.language), indent: 3)
    }
    return lines
  }

  private static func hints(_ card: PracticeCard, style: PageStyle) -> [String] {
    let language = style.language
    var lines = style.sentence(howToAnswer(card))
    let isChoice = takesLetters(card.question)
    let isMock = card.mode == .mock
    let commands: [PromptCommand] =
      isMock
      ? [.help, .mark, .next, .previous, .sheet, .jump, .stop, .submit]
      : [.help, .star, .next, .previous, .sheet, .report, .stop]
    lines += style.row(
      commands.map { command in
        let key = isChoice || command == .help ? command.letter.map(String.init) : nil
        let name = command.wording(language)
        if let key { return "\(key) \(name)" }
        let typed = command.typed(in: language)
        return typed == ":\(name)" ? typed : "\(typed) \(name)"
      })
    return lines
  }

  /// Whether single letters are commands at this question's prompt.
  static func takesLetters(_ question: Question) -> Bool {
    switch question.kind.type.form {
    case .options, .truth: true
    case .blanks, .text: false
    }
  }

  static func howToAnswer(_ card: PracticeCard) -> Wording {
    switch card.question.kind.type.form {
    case .options(let severalAllowed):
      severalAllowed
        ? Wording(
          zh: "答案可写 acd、A C D 或全角；直接回车 = 暂不作答",
          en: "Answer as acd or A C D; Enter alone = not now")
        : Wording(zh: "输入一个字母；直接回车 = 暂不作答", en: "Type one letter; Enter alone = not now")
    case .truth:
      Wording(zh: "输入 对 或 错（t / f 也行）；直接回车 = 暂不作答", en: "Type t or f; Enter alone = not now")
    case .blanks:
      StemBlanks.count(in: card.question.stem) > 1
        ? Wording(
          zh: "依次填写各空，用；隔开；直接回车 = 暂不作答",
          en: "Fill the blanks in order, separated by ;  Enter alone = not now")
        : Wording(zh: "直接写答案；直接回车 = 暂不作答", en: "Type the answer; Enter alone = not now")
    case .text:
      Wording(
        zh: "用自己的话写要点，写完回车；直接回车 = 暂不作答",
        en: "Write the points in your own words, then Enter; Enter alone = not now")
    }
  }

  /// The prompt that stands before the cursor.
  static func prompt(_ card: PracticeCard, language: Language) -> String {
    let form: Wording =
      switch card.question.kind.type.form {
      case .options(let severalAllowed):
        severalAllowed
          ? Wording(zh: "答（可多选）> ", en: "answers> ") : Wording(zh: "答> ", en: "answer> ")
      case .truth: Wording(zh: "对错> ", en: "true/false> ")
      case .blanks: Wording(zh: "填空> ", en: "fill in> ")
      case .text: Wording(zh: "答> ", en: "answer> ")
      }
    guard let remaining = card.remaining else { return form(language) }
    let left = Wording(zh: "剩", en: "left")(language)
    return "\(card.answeredCount)/\(card.total) \(left) \(Durations.clock(remaining)) "
      + form(language)
  }
}
