import Exams
import Learning
import Questions
import Text
import Workflows

/// A formal exam at the terminal. Whatever is answered is on the disk before the screen moves on.
package final class SittingScreen {
  let talk: Conversation
  let run: SitExam
  private let data: MingfaData
  /// Hides the paper where nobody sits at it.
  let idle: IdleWatch
  /// Whether the last thing that was typed was to leave.
  private var isLeaving = false
  /// What was told of the time left.
  var notices: TimeNotices
  private var ticks = 0
  /// Half an answer that stood on the line when the paper was hidden.
  private var draft = ""

  /// So many milliseconds without a key, and the paper is hidden: it is for one pair of eyes.
  private static let idleLimit: Int64 = 5 * 60_000

  package init(_ talk: Conversation, run: SitExam, data: MingfaData) {
    self.talk = talk
    self.run = run
    self.data = data
    idle = IdleWatch(data.environment.clock, limit: Self.idleLimit)
    notices = TimeNotices(remaining: run.remaining)
  }

  enum Then {
    case welcome, show, again, hide, end
    /// Until the invigilator gives time back.
    case wait
    case leave(Leaving)
  }

  /// Goes through the paper until it is handed in or the terminal is left.
  ///
  /// - Throws: `ScreenFailure`, `ExamFailure.goneElsewhere`, `.heldElsewhere`, `StorageFailure`.
  package func goThrough() throws -> Leaving {
    var then = run.isEntered ? Then.welcome : .wait
    while true {
      if run.state.end != nil { then = .end }
      switch then {
      case .welcome:
        notices = TimeNotices(remaining: run.remaining)
        try talk.show(SittingPage.welcome(run, style: talk.style))
        then = .show
      case .show:
        guard run.remaining > 0 else {
          then = try timeOut()
          continue
        }
        try talk.show(SittingPage.lines(run, style: talk.style, interactive: talk.isInteractive))
        then = try ask()
      case .again: then = try ask()
      case .hide: then = try hide()
      case .wait: then = try waitForTime()
      case .end:
        let receipt = try data.evidence.receipt(of: run.candidate.id)?.code ?? ""
        try talk.show(SittingPage.end(run, receipt: receipt, style: talk.style))
        return .back
      case .leave(let leaving):
        if case .terminated = leaving { return leaving }
        try talk.say(SittingPage.leaving(isHeld: run.isEntered))
        return leaving
      }
    }
  }

  // MARK: One question

  private func ask() throws -> Then {
    var prompt = LinePrompt(
      SittingPage.prompt(run, remaining: run.remaining, language: talk.language), style: .bold,
      history: nil, completions: PromptCommand.allCases.map { ":\($0.word)" },
      startingText: draft,
      clock: clock { [run, talk] in
        SittingPage.prompt(run, remaining: $0, language: talk.language)
      })
    prompt.watch = idle
    draft = ""
    switch talk.reader.readLine(prompt) {
    case .endOfInput: return try leave(.back)
    case .interrupt: return try leave(.interrupted)
    case .terminate(let signal): return .leave(.terminated(signal))
    case .tick: return afterTick()
    case .refused(let refusal):
      try talk.say(refusal.wording)
      return .again
    case .line(let line):
      idle.begin()
      isLeaving = false
      return try take(line)
    }
  }

  /// Leaves at the second press in a row: whoever has left needs the invigilator to come back.
  private func leave(_ leaving: Leaving) throws -> Then {
    guard talk.isInteractive, !isLeaving else { return .leave(leaving) }
    isLeaving = true
    try talk.say(SittingPage.stay)
    return .again
  }

  /// The clock of a prompt: it ends the wait when the time is over or nobody is there.
  ///
  /// - Parameters:
  ///   - watches: whether the paper is seen, so that it has to be hidden from whoever comes by.
  ///   - text: the prompt with so many milliseconds left.
  func clock(watches: Bool = true, _ text: @escaping (Int64) -> String) -> PromptClock? {
    guard talk.isInteractive else { return nil }
    return PromptClock(every: 1) { [weak self] in
      guard let self else { return .stop }
      self.ticks += 1
      // Time given back and the end of the exam come from elsewhere.
      if self.ticks % 5 == 0 { try? self.run.refresh() }
      let remaining = self.run.remaining
      guard remaining > 0, self.run.state.end == nil else { return .stop }
      if watches, self.idle.absence != nil { return .stop }
      if let notice = self.notices.due(remaining) {
        return .notice(self.talk.style.sentence(notice), prompt: text(remaining))
      }
      return .prompt(text(remaining))
    }
  }

  /// What comes when the clock ended the wait.
  func afterTick() -> Then {
    guard run.remaining > 0, run.state.end == nil, idle.absence != nil else { return .show }
    draft = talk.reader.draft
    return .hide
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
      return try notSaved(failure)
    }
    try talk.say(Wording(zh: "第 \(number) 题已保存", en: "Question \(number) is saved"))
    if response == .blank { return .show }
    return try step(1)
  }

  /// Says that nothing was kept, and leaves the question where it is: it can be tried again.
  private func notSaved(_ failure: StorageFailure) throws -> Then {
    try talk.say(
      Wording(zh: "[未保存] \(failure.wording.zh)", en: "[not saved] \(failure.wording.en)"))
    guard talk.isInteractive else { throw failure }
    return .again
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
      } catch let failure as StorageFailure { return try notSaved(failure) }
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
}
