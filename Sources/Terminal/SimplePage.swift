import Learning
import People
import Questions
import Statutes
import Text
import Workflows

/// The pages of simple mode: few words, much room, and a digit for everything. A key and what it does are
/// not torn apart at the end of a line.
enum SimplePage {
  /// Lines that belong together; a blank line sets them apart from others where there is room.
  typealias Block = [String]

  /// Blocks in groups, as spacious as the window allows: a blank line between all blocks, else between
  /// the groups only, else none. Blank lines say nothing to a screen reader.
  static func spaced(_ groups: [[Block]], style: PageStyle, height: Int) -> [String] {
    let groups = groups.map { $0.filter { !$0.isEmpty } }.filter { !$0.isEmpty }
    func joined(_ blocks: [Block]) -> [String] { Array(blocks.joined(separator: [""])) }
    // The prompt wants a line as well.
    let room = style.plain ? 0 : height - 1
    for lines in [joined(groups.flatMap { $0 }), joined(groups.map { Array($0.joined()) })]
    where lines.count <= room { return lines }
    return groups.flatMap { $0.flatMap { $0 } }
  }

  // MARK: A question

  /// A question.
  ///
  /// - Parameters:
  ///   - learner: whose record it is: who greeted her has scrolled away in a low window.
  ///   - assistedBy: who types for the learner.
  ///   - height: rows of the window.
  static func question(
    _ card: PracticeCard, learner: Learner, assistedBy: String?, style: PageStyle, height: Int,
    interactive: Bool
  ) -> [String] {
    spaced(
      [
        [header(card, learner: learner, assistedBy: assistedBy, style: style)],
        [style.wrapped(card.question.stem, first: " ", indent: 1)],
        choices(card, style: style),
        interactive ? [style.sentence(howToAnswer(card))] : [],
      ], style: style, height: height)
  }

  private static func header(
    _ card: PracticeCard, learner: Learner, assistedBy: String?, style: PageStyle
  ) -> Block {
    let place = Wording(
      zh: " 第 \(card.number) 题，共 \(card.total) 题",
      en: " Question \(card.number) of \(card.total)")
    var people: [String] = []
    if !learner.isGuest { people.append(LearnerName.text(learner, style.language)) }
    if let assistedBy {
      let hand = Wording(
        zh: "代填：\(SafeText.clean(assistedBy))", en: "typed by \(SafeText.clean(assistedBy))")
      people.append(hand(style.language))
    }
    return style.heading(place(style.language), people.joined(separator: "   "))
  }

  private static func choices(_ card: PracticeCard, style: PageStyle) -> [Block] {
    guard !card.question.options.isEmpty else {
      return [style.row([truth(true), truth(false)].map { $0(style.language) }, indent: 3)]
    }
    return card.numberedOptions.map { option in
      style.wrapped(option.text, first: "   \(option.number). ", indent: 6)
    }
  }

  private static func truth(_ value: Bool) -> Wording {
    value ? Wording(zh: "1 对", en: "1 true") : Wording(zh: "2 错", en: "2 false")
  }

  private static func howToAnswer(_ card: PracticeCard) -> Wording {
    takesSeveral(card)
      ? Wording(
        zh: "可选几个，如 12，再按回车；只按回车\u{A0}=\u{A0}跳过；0\u{A0}=\u{A0}结束",
        en:
          "Choose one or more, such as 12, then Enter; Enter alone\u{A0}=\u{A0}skip; 0\u{A0}=\u{A0}end"
      )
      : Wording(
        zh: "按一个数字，再按回车；只按回车\u{A0}=\u{A0}跳过；0\u{A0}=\u{A0}结束",
        en: "Press one digit, then Enter; Enter alone\u{A0}=\u{A0}skip; 0\u{A0}=\u{A0}end")
  }

  private static func takesSeveral(_ card: PracticeCard) -> Bool {
    card.question.kind.type.form == .options(severalAllowed: true)
  }

  /// What stands before the cursor.
  static func prompt(_ card: PracticeCard) -> Wording {
    takesSeveral(card)
      ? Wording(zh: "答（可选几个）> ", en: "answers> ") : Wording(zh: "答> ", en: "answer> ")
  }

  // MARK: After an answer

  /// Verdict, right answer, why in plain words, and last where it stands in the law.
  ///
  /// - Parameter isLast: whether the sitting is over.
  static func feedback(
    _ feedback: PracticeFeedback, isLast: Bool, style: PageStyle, height: Int, interactive: Bool
  ) -> [String] {
    let card = feedback.card
    let reasons = card.question.rationale.spelled { id in card.number(of: id).map { "(\($0))" } }
    return spaced(
      [
        [verdict(feedback, style: style), key(card, style: style)],
        [reasons.isEmpty ? [] : style.wrapped(reasons, first: " ", indent: 1)],
        [citations(card, style: style)],
        interactive ? [style.sentence(hint(isLast: isLast))] : [],
      ], style: style, height: height)
  }

  private static func verdict(_ feedback: PracticeFeedback, style: PageStyle) -> Block {
    let said = numbers(feedback.response, card: feedback.card)
    let words: Wording =
      switch feedback.grade.verdict {
      case .right: Wording(zh: "[对] 答对了！", en: "[right] Well done!")
      case .partial:
        Wording(zh: "[错] 没有选全，你答的是 \(said)", en: "[wrong] Not all of them; you answered \(said)")
      case .wrong, .blank:
        Wording(zh: "[错] 你答的是 \(said)", en: "[wrong] You answered \(said)")
      }
    return style.sentence(words)
  }

  private static func numbers(_ response: Response, card: PracticeCard) -> String {
    switch response {
    case .options(let ids):
      ids.compactMap { card.number(of: $0) }.sorted().map(String.init).joined(separator: " ")
    case .truth(let said): said ? "1" : "2"
    case .blank, .blanks, .text: ""
    }
  }

  private static func key(_ card: PracticeCard, style: PageStyle) -> Block {
    let label = Wording(zh: " 正确答案：", en: " Right answer: ")(style.language)
    let indent = DisplayWidth.columns(of: label)
    switch card.question.key {
    case .truth(let right): return style.wrapped(truth(right)(style.language), first: label)
    case .options(let ids):
      let numbers = Set(ids.compactMap { card.number(of: $0) })
      return card.numberedOptions.filter { numbers.contains($0.number) }.enumerated()
        .flatMap { place, option in
          let lead = place == 0 ? label : String(repeating: " ", count: indent)
          return style.wrapped(option.text, first: lead + "\(option.number). ", indent: indent + 3)
        }
    case .blanks, .points: return []
    }
  }

  /// All citations as one sentence: who wants them finds them, and nobody has to read them first.
  private static func citations(_ card: PracticeCard, style: PageStyle) -> Block {
    guard !card.sources.isEmpty else { return [] }
    return style.wrapped(
      card.sources.map { SourcePage.place($0, in: card.stored.language, style: style) }
        .joined(separator: Wording(zh: "；", en: "; ")(style.language)),
      first: Wording(zh: " 依据：", en: " Basis: ")(style.language), indent: 3)
  }

  static func hint(isLast: Bool) -> Wording {
    isLast
      ? Wording(zh: "回车\u{A0}=\u{A0}看看做得怎么样", en: "Enter\u{A0}=\u{A0}see how it went")
      : Wording(
        zh: "回车\u{A0}=\u{A0}下一题；0\u{A0}=\u{A0}结束",
        en: "Enter\u{A0}=\u{A0}next question; 0\u{A0}=\u{A0}end")
  }

  // MARK: The end

  /// What was done, in plain words.
  ///
  /// - Parameters:
  ///   - sitting: what was done since the learner came; told apart where today saw more.
  ///   - isOpen: whether questions of the sitting are left.
  static func end(
    _ sitting: DayTally, today: DayTally, isOpen: Bool, style: PageStyle, height: Int
  ) -> [String] {
    var said: [Wording] = []
    if sitting.answered > 0, sitting != today {
      said.append(
        Wording(
          zh: "这次做了 \(sitting.answered) 题，对 \(sitting.right) 题。",
          en: "This time: \(sitting.right) right of \(sitting.answered)."))
    }
    said.append(
      today.answered == 0
        ? Wording(zh: "今天还没有做题。", en: "Nothing was answered today.")
        : Wording(
          zh: "今天做了 \(today.answered) 题，对 \(today.right) 题。",
          en: "Today: \(today.right) right of \(today.answered)."))
    if isOpen {
      said.append(Wording(zh: "没做完的，下次接着做。", en: "The rest waits for the next time."))
    }
    return spaced([said.map { style.sentence($0) }], style: style, height: height)
  }

  /// The day brings nothing more.
  static let allDone = Wording(
    zh: "今天的题都做完了，明天再来！", en: "All of today's questions are done. See you tomorrow!")
}

extension SimplePage {
  // MARK: Who is learning

  /// The learners with the numbers that choose them, one under the other where the window is high
  /// enough, else side by side: the first ones must not have scrolled away.
  ///
  /// - Parameter usual: the place of the one whom Enter alone chooses.
  static func learners(
    _ known: [Learner], usual: Int, style: PageStyle, height: Int
  ) -> [String] {
    guard !known.isEmpty else {
      return spaced(
        [
          [style.sentence(Wording(zh: "学法练习", en: "Practise the law"))],
          [
            style.sentence(
              Wording(
                zh: "1 或回车\u{A0}=\u{A0}开始；0\u{A0}=\u{A0}结束",
                en: "1 or Enter\u{A0}=\u{A0}begin; 0\u{A0}=\u{A0}end"))
          ],
        ], style: style, height: height)
    }
    let question = style.sentence(Wording(zh: "你是谁？", en: "Who are you?"))
    let usualName = LearnerName.text(known[usual], style.language)
    let hint = style.sentence(
      Wording(
        zh: "按你的号，再按回车；只按回车\u{A0}=\u{A0}\(usualName)；0\u{A0}=\u{A0}结束",
        en: "Press your number, then Enter; Enter alone\u{A0}=\u{A0}\(usualName); 0\u{A0}=\u{A0}end"
      ))
    let digits = String(known.count).count
    let list = known.enumerated().map { place, learner in
      AlignedColumns.padded(String(place + 1), to: digits, alignment: .right) + ". "
        + LearnerName.text(learner, style.language)
    }
    let column = list.flatMap { style.wrapped($0, first: "   ", indent: 6) }
    let isHigh = question.count + column.count + hint.count >= height
    return spaced(
      [[question], [isHigh && !style.plain ? grid(list, style: style) : column], [hint]],
      style: style, height: height)
  }

  /// Words in columns of one width, row by row.
  private static func grid(_ words: [String], style: PageStyle) -> [String] {
    let folded = words.map { UnambiguousText.folded($0) }
    let cell = (folded.map { DisplayWidth.columns(of: $0) }.max() ?? 0) + 3
    let columns = max(1, (style.width - 3) / cell)
    guard columns > 1 else { return words.flatMap { style.wrapped($0, first: "   ", indent: 6) } }
    return stride(from: 0, to: folded.count, by: columns).map { start in
      let row = folded[start..<min(start + columns, folded.count)]
      return "   "
        + row.dropLast().map { AlignedColumns.padded($0, to: cell, alignment: .left) }.joined()
        + (row.last ?? "")
    }
  }
}
