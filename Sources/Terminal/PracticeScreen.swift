import Learning
import Questions
import Text
import Workflows

/// Practice and mock exams at the terminal: shows what the workflow says and hands it what is typed.
package final class PracticeScreen {
  let talk: Conversation
  let run: Practise
  /// What was told of the time left; nil before the first question.
  private var notices: TimeNotices?
  /// A key that was typed where words are wanted, and asked for again.
  private var doubted: String?

  /// Whether it goes back to the home screen.
  private let isFromHome: Bool

  package init(_ talk: Conversation, run: Practise, isFromHome: Bool = false) {
    self.talk = talk
    self.run = run
    self.isFromHome = isFromHome
  }

  /// What a step of the conversation leads to.
  enum Then {
    /// The next question, or the same if `stay`.
    case turn(stay: Bool)
    case show(PracticeTurn)
    /// Asks again without showing the question anew.
    case again
    case leave(Leaving)
    case ended(PracticeEnd)
  }

  /// Goes through the questions until the person leaves or all are done.
  ///
  /// - Throws: `ScreenFailure`, `StorageFailure.staleSequence`.
  package func goThrough() throws -> Leaving {
    talk.presence?.onReturn = { [run] in run.wasAway(for: $0) }
    defer { talk.presence?.onReturn = nil }
    var then = Then.turn(stay: true)
    var card: PracticeCard?
    while true {
      // No question is put before the one who came instead.
      if talk.presence?.hasLeft == true { return try leave(.back) }
      switch then {
      case .turn(let stay):
        card = nil
        then = .show(try run.turn(stay: stay))
      case .show(.question(let next)) where !run.mode.rules.asks:
        card = next
        then = try read(next)
      case .show(.question(let next)):
        card = next
        try talk.show(
          QuestionPage.lines(next, style: talk.style, interactive: talk.isInteractive))
        then = try ask(next)
      case .show(.allAnswered): then = try offerSubmission()
      case .show(.ended(let end)), .ended(let end): return try close(end)
      case .again:
        guard let card else {
          then = .turn(stay: true)
          continue
        }
        then = try ask(card)
      case .leave(let leaving): return try leave(leaving)
      }
    }
  }

  // MARK: One question

  private func ask(_ card: PracticeCard) throws -> Then {
    // The time goes on while one question is asked several times.
    let now = card.remaining == nil ? card : run.remaining.map { card.with(remaining: $0) } ?? card
    // With so little time left at the start, the prompt says it already.
    if notices == nil { notices = now.remaining.map(TimeNotices.init(remaining:)) }
    let prompt = LinePrompt(
      QuestionPage.prompt(now, language: talk.language), style: .bold,
      history: nil, completions: completions(card), clock: clock(card))
    switch talk.reader.readLine(prompt) {
    case .endOfInput: return .leave(.back)
    case .interrupt: return .leave(.interrupted)
    case .terminate(let signal): return .leave(.terminated(signal))
    case .tick: return .turn(stay: true)
    case .refused(let refusal):
      try talk.say(refusal.wording)
      return .again
    case .line(let line):
      let letters = QuestionPage.takesLetters(card.question)
      switch PromptCommand.read(line, lettersCount: letters) {
      case .command(let typed): return try perform(typed, card: card)
      case .unknownWord(let word):
        try talk.say(
          Wording(
            zh: "没有命令 :\(SafeText.clean(word))，输入 ? 看帮助",
            en: "There is no command :\(SafeText.clean(word)); type ? for help"))
        return .again
      case .severalCommands(let word, let commands):
        let words = commands.map { ":\($0.word) \($0.wording(talk.language))" }
        try talk.say(
          Wording(
            zh: ":\(SafeText.clean(word)) 可以是 \(words.joined(separator: "、"))，请多输入几个字",
            en: ":\(SafeText.clean(word)) may be \(words.joined(separator: ", ")); type more of it")
        )
        return .again
      case .answer: return try take(line, card: card)
      }
    }
  }

  private func completions(_ card: PracticeCard) -> [String] {
    PromptCommand.allCases.map { ":\($0.word)" }
  }

  /// A mock exam's time left stands in the prompt; at 15, 5 and 1 minutes a line says so.
  private func clock(_ card: PracticeCard) -> PromptClock? {
    guard card.remaining != nil, talk.isInteractive else { return nil }
    return PromptClock(every: 1) { [weak self] in
      guard let self, let remaining = self.run.remaining else { return .nothing }
      guard remaining > 0 else { return .stop }
      let text = QuestionPage.prompt(card.with(remaining: remaining), language: self.talk.language)
      if let notice = self.notices?.due(remaining) {
        return .notice(self.talk.style.sentence(notice), prompt: text)
      }
      return .prompt(text)
    }
  }

  private func take(_ line: String, card: PracticeCard) throws -> Then {
    if InputText.narrowed(line).isEmpty {
      // Enter alone: later. An answered question of a paper stays as it is.
      if card.response == nil { try run.skip() }
      return .turn(stay: false)
    }
    if run.mode == .mock, InputText.handsIn(line) { return try submit() }
    if !QuestionPage.takesLetters(card.question), try seemsCommand(line) { return .again }
    switch card.response(typed: line) {
    case .failure(let flaw):
      try talk.say(flaw.wording)
      return .again
    case .success(let response): return try answer(response, card: card)
    }
  }

  /// Where words are wanted, a key alone is likelier a slip than an answer: it is asked for twice.
  private func seemsCommand(_ line: String) throws -> Bool {
    let text = InputText.narrowed(line).lowercased()
    guard talk.isInteractive, text.count == 1, text != doubted,
      let command = PromptCommand.allCases.first(where: {
        $0.letter.map { String($0) == text } == true || (text == "0" && $0 == .stop)
      })
    else {
      doubted = nil
      return false
    }
    doubted = text
    try talk.say(
      Wording(
        zh: "这里要写字；命令请写 \(command.typed(in: .chinese))。真要答“\(text)”就再输入一次",
        en:
          "Words are wanted here; the command is \(command.typed(in: .english)). To answer '\(text)', type it again"
      ))
    return true
  }

  private func answer(_ response: Response, card: PracticeCard) throws -> Then {
    do {
      guard let feedback = try run.answer(response, to: card.stored.ref) else {
        try talk.say(
          Wording(
            zh: "已保存：第 \(card.number) 题 = "
              + AnswerWords.text(response, card: card, language: .chinese),
            en: "Saved: question \(card.number) = "
              + AnswerWords.text(response, card: card, language: .english)))
        return .turn(stay: false)
      }
      let needed = run.learner.notebookStreak
      try talk.show(
        styled(FeedbackPage.lines(feedback, style: talk.style, needed: needed), feedback))
      return try afterFeedback(feedback)
    } catch WorkflowFailure.timeIsOver {
      return .turn(stay: true)
    } catch WorkflowFailure.notBeforeYou {
      try talk.say(WorkflowFailure.notBeforeYou.wording)
      return .turn(stay: false)
    } catch let failure as StorageFailure where failure != .staleSequence {
      try talk.say(
        Wording(
          zh: "[未保存] \(failure.wording.zh)", en: "[not saved] \(failure.wording.en)"))
      guard talk.isInteractive else { throw failure }
      return .again
    }
  }

  /// The first line of the verdict in colour; the words say the same.
  func styled(_ lines: [String], _ feedback: PracticeFeedback) -> [String] {
    guard let first = lines.first else { return lines }
    let style: Style = feedback.grade.verdict == .right ? .right : .wrong
    return [talk.screen.styled(first, style)] + lines.dropFirst()
  }

  func sources(_ card: PracticeCard) -> [String] {
    let lines = SourcePage.whole(card, style: talk.style)
    guard !lines.isEmpty else {
      return talk.style.sentence(Wording(zh: "这道题没有写依据", en: "This question cites nothing"))
    }
    return lines
  }

  // MARK: Ends

  private func offerSubmission() throws -> Then {
    try talk.show(
      SheetPage.lines(
        try run.sheet(), style: talk.style, isExam: run.mode == .mock))
    guard talk.isInteractive else { return .ended(try run.submit()) }
    try talk.say(
      Wording(
        zh: "全部题目都已作答。交卷请输入 :交卷；p 上一题，j 题号 可改答案；直接回车 = 再看第 1 题",
        en: "Every question has an answer. Type :submit to hand in; p or j NUMBER to change one; "
          + "Enter = look at question 1 again"))
    switch talk.reader.readLine(
      LinePrompt(Wording(zh: "交卷？> ", en: "hand in?> ")(talk.language), style: .bold))
    {
    case .endOfInput: return .leave(.back)
    case .interrupt: return .leave(.interrupted)
    case .terminate(let signal): return .leave(.terminated(signal))
    case .tick, .refused: return .turn(stay: true)
    case .line(let line):
      if InputText.narrowed(line).isEmpty { return try run.jump(to: 1).map { .show($0) } ?? .again }
      if InputText.handsIn(line) { return .ended(try run.submit()) }
      guard case .command(let typed) = PromptCommand.read(line, lettersCount: true) else {
        return .show(.allAnswered)
      }
      switch typed.command {
      case .submit: return try submit()
      case .stop: return .leave(.back)
      case .previous: return try run.previous().map { .show($0) } ?? .show(.allAnswered)
      case .jump:
        guard let number = Int(typed.argument), let turn = try run.jump(to: number) else {
          return .show(.allAnswered)
        }
        return .show(turn)
      default: return .show(.allAnswered)
      }
    }
  }

  /// Lists the gaps and wants the word typed: nobody hands a paper in by a slip.
  func submit() throws -> Then {
    guard run.mode == .mock else {
      try talk.say(Wording(zh: "只有模拟考试才交卷；q 保存退出", en: "Only mock exams are handed in; q leaves"))
      return .again
    }
    try talk.show(
      SheetPage.lines(
        try run.sheet(), style: talk.style, isExam: run.mode == .mock))
    try talk.say(
      Wording(zh: "确定交卷请输入 交卷；直接回车 = 继续作答", en: "Type 'submit' to hand in; Enter = go on"))
    switch talk.reader.readLine(
      LinePrompt(Wording(zh: "交卷？> ", en: "hand in?> ")(talk.language), style: .bold))
    {
    case .line(let line) where InputText.narrowed(line) == "?": return try submit()
    case .line(let line):
      return InputText.handsIn(line, asCommand: true)
        ? .ended(try run.submit()) : .turn(stay: true)
    case .endOfInput: return .leave(.back)
    case .interrupt: return .leave(.interrupted)
    case .terminate(let signal): return .leave(.terminated(signal))
    case .tick, .refused: return .turn(stay: true)
    }
  }

  /// The result, and of a mock exam the questions that did not earn full marks: one by one for a
  /// person, who reads them; before the result where nobody waits between them.
  private func close(_ end: PracticeEnd) throws -> Leaving {
    let lines = end.result == nil ? [] : try run.review()
    let reviewed = SummaryPage.reviewed(lines)
    guard talk.isInteractive else {
      if !lines.isEmpty {
        try talk.show(
          talk.style.rule
            + talk.style.sentence(
              Wording(
                zh: "\(reviewed.zh)，成绩在最后：", en: "\(reviewed.en); the result comes last:")))
      }
      for line in lines { try talk.show(SummaryPage.review(line, style: talk.style)) }
      try talk.show(SummaryPage.lines(end, style: talk.style, isFromHome: isFromHome))
      return .back
    }
    try talk.show(SummaryPage.lines(end, style: talk.style, isFromHome: isFromHome))
    guard !lines.isEmpty else { return .back }
    let consent = try talk.confirm(
      Wording(zh: "\(reviewed.zh)，逐题看一遍吗？", en: "\(reviewed.en); read them one by one?"))
    switch consent {
    case .yes: return try goOver(lines)
    case .no, .left(.back): return .back
    case .left(let leaving): return leaving
    }
  }

  private func goOver(_ lines: [ReviewLine]) throws -> Leaving {
    let prompt = Wording(zh: "回车> ", en: "Enter> ")
    for (index, line) in lines.enumerated() {
      try talk.show(SummaryPage.review(line, style: talk.style) + talk.style.rule)
      try talk.say(
        index + 1 < lines.count
          ? Wording(
            zh: "\(index + 1) / \(lines.count)   回车 = 下一题   0 = 不看了",
            en: "\(index + 1) of \(lines.count)   Enter = next   0 = enough")
          : Wording(
            zh: "\(index + 1) / \(lines.count)   回车 = 结束",
            en: "\(index + 1) of \(lines.count)   Enter = done"))
      waiting: while true {
        switch try talk.nextLine(LinePrompt(prompt(talk.language), style: .bold)) {
        case .line(let text) where InputText.narrowed(text).isEmpty: break waiting
        case .line(let text) where InputText.meansBack(text): return .back
        case .line:
          try talk.say(
            Wording(zh: "直接回车看下一题；0 返回", en: "Enter alone goes on; 0 goes back"))
        case .left(let leaving): return leaving
        }
      }
    }
    return .back
  }

  /// Everything is saved already; this notes the leaving and says so.
  private func leave(_ leaving: Leaving) throws -> Leaving {
    let end = try run.pause()
    // What was done here is not for the one who came instead.
    if talk.presence?.hasLeft == true { return leaving }
    switch leaving {
    case .terminated: break
    case .interrupted:
      try talk.say(
        Wording(zh: "已作答的都已保存，下次接着做", en: "Every answer is saved; go on next time"))
    case .back: try talk.show(SummaryPage.lines(end, style: talk.style, isFromHome: isFromHome))
    }
    if case .terminated = leaving { return leaving }
    if end.isOpen, let remaining = run.remaining {
      try talk.say(
        Wording(
          zh: "考试时间照走，还剩 \(Durations.words(remaining).zh)",
          en: "The clock of the exam goes on: \(Durations.words(remaining).en) left"))
    }
    return leaving
  }
}
