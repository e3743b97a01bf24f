import Learning
import Text
import Workflows

/// The commands at a question.
extension PracticeScreen {
  func perform(_ typed: PromptCommand.Typed, card: PracticeCard) throws -> Then {
    let isMock = run.mode == .mock
    switch typed.command {
    case .help:
      try talk.show(HelpPage.atQuestion(card, style: talk.style))
      return .again
    case .stop: return .leave(.back)
    case .next:
      if card.response == nil { try run.skip() }
      return .turn(stay: false)
    case .previous: return try previous()
    case .star:
      let isStarred = try run.toggleStar()
      try talk.say(
        isStarred
          ? Wording(zh: "已收藏", en: "Starred") : Wording(zh: "已取消收藏", en: "No longer starred"))
      return .again
    case .mark:
      let isMarked = try run.toggleMark()
      try talk.say(
        isMarked ? Wording(zh: "已标记", en: "Marked") : Wording(zh: "已取消标记", en: "Mark removed"))
      return .again
    case .sheet:
      try talk.show(
        SheetPage.lines(
          try run.sheet(), style: talk.style, isExam: run.mode == .mock))
      return .again
    case .jump: return try jump(typed.argument)
    case .undo:
      guard !isMock else {
        try talk.say(
          Wording(zh: "考试里不用撤销，直接改答案即可", en: "In an exam simply answer again"))
        return .again
      }
      do { try run.undo() } catch let failure as WorkflowFailure {
        try talk.say(failure.wording)
        return .again
      }
      try talk.say(Wording(zh: "已撤销，请重新作答", en: "Taken back; answer again"))
      return .turn(stay: true)
    case .why, .source:
      // The explanation and the citation lead to the key.
      try talk.say(
        isMock
          ? Wording(zh: "交卷后再看", en: "To be seen after handing in")
          : Wording(zh: "作答后再看", en: "To be seen after your answer"))
      return .again
    case .report: return try report(typed.argument)
    case .note: return try note(typed.argument)
    case .search: return try search(typed.argument)
    case .submit: return try submit()
    }
  }

  private func previous() throws -> Then {
    guard let turn = try run.previous() else {
      try talk.say(Wording(zh: "前面没有题了", en: "There is no question before this one"))
      return .again
    }
    return try lookBack(at: turn)
  }

  /// In practice an answered question is only looked at; in an exam it may be answered anew.
  private func lookBack(at turn: PracticeTurn) throws -> Then {
    guard case .question(let card) = turn, run.mode != .mock, let response = card.response else {
      return .show(turn)
    }
    let grade = card.question.kind.type.grade(response, of: card.question)
    try talk.show(
      QuestionPage.header(card, style: talk.style) + talk.style.rule
        + QuestionPage.body(card, style: talk.style)
        + FeedbackPage.verdict(
          grade, response: response, card: card, style: talk.style, extra: "")
        + FeedbackPage.reasons(card, style: talk.style)
        + SourcePage.brief(card, style: talk.style)
        + FeedbackPage.note(card, style: talk.style) + talk.style.rule)
    return try lookBack()
  }

  /// Waits until the learner has looked enough. Nothing is answered here: the letters on the screen
  /// are those of a question whose key was told.
  private func lookBack() throws -> Then {
    guard talk.isInteractive else { return .turn(stay: false) }
    while true {
      try talk.say(
        Wording(
          zh: "回车 = 回到没答的题   p 再往前   j 题号   q 保存退出",
          en: "Enter = back to the open question   p further back   j NUMBER   q quit"))
      switch try talk.nextLine(LinePrompt(Wording(zh: "回车> ", en: "Enter> ")(talk.language))) {
      case .line(let line):
        if InputText.narrowed(line).isEmpty { return .turn(stay: false) }
        guard case .command(let typed) = PromptCommand.read(line, lettersCount: true) else {
          continue
        }
        switch typed.command {
        case .previous:
          let then = try previous()
          if case .again = then { continue }
          return then
        case .jump:
          let then = try jump(typed.argument)
          if case .again = then { continue }
          return then
        case .next: return .turn(stay: false)
        case .stop: return .leave(.back)
        default: continue
        }
      case .left(let leaving): return .leave(leaving)
      }
    }
  }

  private func jump(_ argument: String) throws -> Then {
    guard let number = Int(InputText.narrowed(argument)) else {
      try talk.say(
        Wording(
          zh: "跳到哪一题？写成 j 12 或 :跳题 12", en: "Go to which question? Type j 12 or :jump 12"))
      return .again
    }
    guard let turn = try run.jump(to: number) else {
      try talk.say(
        Wording(
          zh: "跳不到第 \(number) 题：考试里可跳到任何一题，练习里只能跳到出现过的题",
          en: "Question \(number) cannot be gone to: in an exam every question can, in practice "
            + "only those that came before"))
      return .again
    }
    return try lookBack(at: turn)
  }

  private func report(_ argument: String) throws -> Then {
    var reason = argument
    if reason.isEmpty {
      guard talk.isInteractive else {
        try talk.say(
          Wording(zh: "请写明理由：r 理由", en: "Say why: r REASON"))
        return .again
      }
      try talk.say(
        Wording(
          zh: "此题哪里有误？写一句话；直接回车 = 不报了",
          en: "What is wrong with it? One sentence; Enter alone = never mind"))
      switch talk.reader.readLine(LinePrompt(Wording(zh: "理由> ", en: "reason> ")(talk.language))) {
      case .line(let line) where InputText.narrowed(line) == "?": return try report("")
      case .line(let line) where InputText.meansBack(line): return .again
      case .line(let line): reason = line
      case .endOfInput, .refused, .tick: return .again
      case .interrupt: return .leave(.interrupted)
      case .terminate(let signal): return .leave(.terminated(signal))
      }
    }
    guard !InputText.narrowed(reason).isEmpty else { return .again }
    try run.object(reason)
    try talk.say(
      Wording(zh: "已记下，题库管理员会看到。谢谢！", en: "Noted for the trainer. Thank you!"))
    return .again
  }
}
