import Exams
import Learning
import Questions
import Text
import Workflows

/// A formal exam at the terminal. Whatever is answered is on the disk before the screen moves on.
package final class SittingScreen {
  private let talk: Conversation
  private let run: SitExam
  private let data: MingfaData
  /// What was told of the time left.
  private var notices: TimeNotices
  private var ticks = 0

  package init(_ talk: Conversation, run: SitExam, data: MingfaData) {
    self.talk = talk
    self.run = run
    self.data = data
    notices = TimeNotices(remaining: run.remaining)
  }

  private enum Then {
    case show, again, end
    case leave(Leaving)
  }

  /// Goes through the paper until it is handed in or the terminal is left.
  ///
  /// - Throws: `ScreenFailure`, `ExamFailure.goneElsewhere`, `StorageFailure`.
  package func goThrough() throws -> Leaving {
    try talk.show(SittingPage.welcome(run, style: talk.style))
    var then = Then.show
    while true {
      if run.state.end != nil { then = .end }
      switch then {
      case .show:
        guard run.remaining > 0 else {
          then = try timeOut()
          continue
        }
        try talk.show(SittingPage.lines(run, style: talk.style, interactive: talk.isInteractive))
        then = try ask()
      case .again: then = try ask()
      case .end:
        let receipt = try data.evidence.receipt(of: run.candidate.id)?.code ?? ""
        try talk.show(SittingPage.end(run, receipt: receipt, style: talk.style))
        return .back
      case .leave(let leaving):
        if case .terminated = leaving { return leaving }
        try talk.say(
          Wording(
            zh: "已作答的都已保存；考试时间照走，回来请再登录",
            en: "Every answer is saved; the time runs on. Sign in again to go on"))
        return leaving
      }
    }
  }

  private func timeOut() throws -> Then {
    do { try run.timeOut() } catch ExamFailure.hasEnded { try run.refresh() }
    return .end
  }

  // MARK: One question

  private func ask() throws -> Then {
    let prompt = LinePrompt(
      SittingPage.prompt(run, remaining: run.remaining, language: talk.language), style: .bold,
      history: nil, completions: PromptCommand.allCases.map { ":\($0.word)" }, clock: clock())
    switch talk.reader.readLine(prompt) {
    case .endOfInput: return .leave(.back)
    case .interrupt: return .leave(.interrupted)
    case .terminate(let signal): return .leave(.terminated(signal))
    case .tick: return .show
    case .refused(let refusal):
      try talk.say(refusal.wording)
      return .again
    case .line(let line): return try take(line)
    }
  }

  /// - Parameter fixed: the prompt, where it does not tell the time.
  private func clock(_ fixed: String? = nil) -> PromptClock? {
    guard talk.isInteractive else { return nil }
    return PromptClock(every: 1) { [weak self] in
      guard let self else { return .stop }
      self.ticks += 1
      // Time given back and the end of the exam come from elsewhere.
      if self.ticks % 5 == 0 { try? self.run.refresh() }
      let remaining = self.run.remaining
      guard remaining > 0, self.run.state.end == nil else { return .stop }
      let text =
        fixed
        ?? SittingPage.prompt(self.run, remaining: remaining, language: self.talk.language)
      if let notice = self.notices.due(remaining) {
        return .notice(self.talk.style.sentence(notice), prompt: text)
      }
      return .prompt(text)
    }
  }

  private func take(_ line: String) throws -> Then {
    let card = run.card
    if InputText.narrowed(line).isEmpty { return try step(1) }
    if InputText.handsIn(line) { return try submit() }
    if [":清空", ":clear"].contains(InputText.narrowed(line).lowercased()) {
      return try keep(.blank)
    }
    switch PromptCommand.read(line, lettersCount: QuestionPage.takesLetters(card.question)) {
    case .command(let typed): return try perform(typed)
    case .unknownWord, .severalCommands:
      try talk.say(Wording(zh: "没有这个命令；输入 ? 看帮助", en: "There is no such command; type ? for help"))
      return .again
    case .answer:
      switch card.response(typed: line) {
      case .failure(let flaw):
        try talk.say(flaw.wording)
        return .again
      case .success(let response): return try keep(response)
      }
    }
  }

  private func keep(_ response: Response) throws -> Then {
    let number = run.position + 1
    do {
      try run.answer(response, line: run.line(at: run.position))
    } catch ExamFailure.timeIsOver {
      return try timeOut()
    } catch ExamFailure.hasEnded {
      return .end
    } catch let failure as StorageFailure {
      try talk.say(
        Wording(
          zh: "[未保存] \(failure.wording.zh)", en: "[not saved] \(failure.wording.en)"))
      guard talk.isInteractive else { throw failure }
      return .again
    }
    try talk.say(Wording(zh: "第 \(number) 题已保存", en: "Question \(number) is saved"))
    if response == .blank { return .show }
    return try step(1)
  }

  private func perform(_ typed: PromptCommand.Typed) throws -> Then {
    switch typed.command {
    case .next: return try step(1)
    case .previous: return try step(-1)
    case .jump:
      guard let number = Int(typed.argument), (1...run.count).contains(number) else {
        try talk.say(
          Wording(
            zh: "题号是 1 到 \(run.count)，如 j 12", en: "Questions go from 1 to \(run.count): j 12"))
        return .again
      }
      run.position = number - 1
      return .show
    case .mark:
      let line = run.line(at: run.position)
      do {
        try run.mark(!run.state.marked.contains(line), line: line)
      } catch ExamFailure.timeIsOver { return try timeOut() } catch ExamFailure.hasEnded {
        return .end
      }
      return .show
    case .sheet:
      try talk.show(SheetPage.lines(run.sheet, style: talk.style, isExam: true))
      return .again
    case .submit: return try submit()
    case .help:
      for line in SittingPage.help { try talk.say(line) }
      return .again
    case .stop:
      try talk.say(
        Wording(
          zh: "考试中请不要离开；交卷输入 :交卷，要换机器请找监考老师，Ctrl-D 退出程序",
          en: "Do not leave an exam; :submit hands in, the invigilator helps to change computers, "
            + "Ctrl-D leaves the program"))
      return .again
    default:
      try talk.say(Wording(zh: "考试中没有这个命令", en: "Not in an exam"))
      return .again
    }
  }

  /// On past the last question the sheet comes, so that nobody goes round without noticing.
  private func step(_ by: Int) throws -> Then {
    let next = run.position + by
    guard next < run.count else {
      guard talk.isInteractive else { return try submit() }
      try talk.show(SheetPage.lines(run.sheet, style: talk.style, isExam: true))
      try talk.say(
        Wording(
          zh: "到卷末了。j 题号 = 回去看；:交卷 = 交卷",
          en: "The end of the paper. j NUMBER = go back; :submit = hand in"))
      return .again
    }
    run.position = max(0, next)
    return .show
  }

  /// Lists the gaps and wants the word typed: nobody hands a paper in by a slip.
  private func submit() throws -> Then {
    let wait = run.untilLeaving
    guard wait == 0 else {
      try talk.say(ExamFailure.tooEarly(wait).wording)
      return .again
    }
    try talk.show(SheetPage.lines(run.sheet, style: talk.style, isExam: true))
    try talk.say(
      Wording(
        zh: "交卷后不能再改。确定请输入 交卷；直接回车 = 继续作答",
        en: "After this nothing can be changed. Type 'submit' to hand in; Enter = go on"))
    let prompt = Wording(zh: "交卷？> ", en: "hand in?> ")
    switch talk.reader.readLine(
      LinePrompt(prompt(talk.language), style: .bold, clock: clock(prompt(talk.language))))
    {
    case .endOfInput: return .leave(.back)
    case .interrupt: return .leave(.interrupted)
    case .terminate(let signal): return .leave(.terminated(signal))
    case .tick, .refused: return .show
    case .line(let line):
      guard InputText.handsIn(line, asCommand: true) else { return .show }
      do { try run.submit() } catch ExamFailure.hasEnded { try run.refresh() }
      return .end
    }
  }
}
