import Exams
import Learning
import Questions
import Text
import Workflows

/// Handing in: by the candidate, by the clock, and by who comes back when the time is over.
extension SittingScreen {
  /// Seconds between two tries where the disk refuses, and between two looks for time given back.
  private static let pause = 2.0

  /// Lists the gaps and wants the word typed: nobody hands a paper in by a slip.
  func submit() throws -> Then {
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
    let text = Wording(zh: "交卷？> ", en: "hand in?> ")(talk.language)
    var prompt = LinePrompt(text, style: .bold, clock: clock { _ in text })
    prompt.watch = idle
    switch talk.reader.readLine(prompt) {
    case .endOfInput: return .leave(.back)
    case .interrupt: return .leave(.interrupted)
    case .terminate(let signal): return .leave(.terminated(signal))
    case .tick: return afterTick()
    case .refused: return .show
    case .line(let line):
      idle.begin()
      guard InputText.handsIn(line, asCommand: true) else { return .show }
      return try handIn { try run.submit() }
    }
  }

  /// Hands in what is there. Nobody loses a paper to a disk that is busy: it is tried until it is in.
  func timeOut() throws -> Then {
    try handIn(again: true) { try run.timeOut() }
  }

  /// - Parameter again: whether to try until it is done.
  private func handIn(again: Bool = false, _ act: () throws -> Void) throws -> Then {
    var told: String?
    while true {
      do {
        try act()
        return .end
      } catch ExamFailure.hasEnded {
        return .end
      } catch ExamFailure.timeWasGiven(let left) {
        try talk.say(ExamFailure.timeWasGiven(left).wording)
        notices = TimeNotices(remaining: run.remaining)
        return .show
      } catch let failure as StorageFailure {
        guard talk.isInteractive else { throw failure }
        if told != failure.wording.zh { try talk.say(Self.notIn(failure, again: again)) }
        told = failure.wording.zh
        guard again else { return .again }
      }
      if let leaving = linger() { return .leave(leaving) }
    }
  }

  private static func notIn(_ failure: StorageFailure, again: Bool) -> Wording {
    let next =
      again
      ? Wording(zh: "正在重试，请不要离开", en: "trying again; stay here")
      : Wording(zh: "请再交一次", en: "hand in once more")
    return Wording(
      zh: "[未交卷] \(failure.wording.zh)；\(next.zh)",
      en: "[not handed in] \(failure.wording.en); \(next.en)")
  }

  /// Lets a moment pass, at the end of which whatever was refused is tried again.
  private func linger() -> Leaving? {
    let prompt = LinePrompt(
      Wording(zh: "正在交卷…", en: "handing in… ")(talk.language),
      clock: PromptClock(every: Self.pause) { .stop })
    return switch talk.reader.readLine(prompt) {
    case .endOfInput: .back
    case .interrupt: .interrupted
    case .terminate(let signal): .terminated(signal)
    case .tick, .refused, .line: nil
    }
  }

  // MARK: Released, and the time is over

  /// Keeps the sitting as it is until the invigilator has given time back, or the candidate hands in by her
  /// own word.
  func waitForTime() throws -> Then {
    for line in SittingPage.timeIsOver { try talk.say(line) }
    while true {
      var failure: ExamFailure?
      let look = { [run] in
        do { return try run.enterIfTimeIsLeft() } catch let refused as ExamFailure {
          failure = refused
          return true
        } catch {
          // A disk that is busy is asked again.
          return false
        }
      }
      let prompt = LinePrompt(
        Wording(zh: "等补时> ", en: "waiting for time> ")(talk.language), style: .bold,
        clock: PromptClock(every: Self.pause) { look() ? .stop : .nothing })
      let event = look() ? .tick : talk.reader.readLine(prompt)
      if let failure {
        guard failure == .hasEnded else { throw failure }
        return .end
      }
      switch event {
      case .endOfInput: return .leave(.back)
      case .interrupt: return .leave(.interrupted)
      case .terminate(let signal): return .leave(.terminated(signal))
      case .refused: continue
      case .tick:
        guard run.isEntered else { continue }
        try talk.say(ExamFailure.timeWasGiven(run.remaining).wording)
        idle.begin()
        return .welcome
      case .line(let line):
        if InputText.handsIn(line, asCommand: true) {
          let then = try handIn { try run.submit() }
          if case .again = then { continue }
          return then
        }
        for line in SittingPage.timeIsOver { try talk.say(line) }
      }
    }
  }

  // MARK: Nobody there

  /// Takes the paper off the screen until the candidate is back; the time runs on, and at its end the paper
  /// is handed in as always.
  func hide() throws -> Then {
    try talk.screen.clear()
    try talk.say(SittingPage.hidden)
    while true {
      guard run.remaining > 0, run.state.end == nil else { return .show }
      let text = { [talk] (remaining: Int64) in
        SittingPage.hiddenPrompt(remaining: remaining, language: talk.language)
      }
      switch talk.reader.readLine(
        LinePrompt(text(run.remaining), style: .bold, clock: clock(watches: false, text)))
      {
      case .endOfInput: return .leave(.back)
      case .interrupt: return .leave(.interrupted)
      case .terminate(let signal): return .leave(.terminated(signal))
      case .tick: continue
      case .refused: try talk.say(SittingPage.hidden)
      case .line(let line):
        guard run.isCandidate(typing: line) else {
          try talk.say(SittingPage.hidden)
          continue
        }
        try talk.screen.clear()
        idle.begin()
        return .show
      }
    }
  }
}
