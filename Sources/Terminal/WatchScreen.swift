import Learning
import People
import Text
import Workflows

/// Watching over a wave at a terminal: what changes is told as it comes, the prompt counts along, and time
/// is given back and sittings are released from here.
package final class WatchScreen {
  private let talk: Conversation
  private let look: () throws -> WatchExam.Room
  /// Asked at each act: who began to watch may have signed out since.
  private let holding: () throws -> HoldExam
  private var room: WatchExam.Room
  private var failure: (any Error)?

  /// Seconds between two looks.
  private static let pause = 3.0

  /// - Parameters:
  ///   - holding: acts as whoever is signed in at that moment.
  ///   - look: reads the room as it is now.
  package init(
    _ talk: Conversation, holding: @escaping () throws -> HoldExam,
    look: @escaping () throws -> WatchExam.Room
  ) throws {
    self.talk = talk
    self.holding = holding
    self.look = look
    room = try look()
  }

  /// Stays until the invigilator leaves or the wave has ended.
  ///
  /// - Throws: `ScreenFailure`, `StorageFailure`, `ExamFailure`, `Authorisation.Refusal`.
  package func stay() throws -> Leaving {
    try show()
    for line in WatchPage.help { try talk.say(line) }
    while true {
      let prompt = LinePrompt(
        WatchPage.prompt(room, language: talk.language), style: .bold, history: nil,
        clock: PromptClock(every: Self.pause) { [weak self] in self?.tick() ?? .stop })
      let event = talk.reader.readLine(prompt)
      if let failure {
        guard case ExamFailure.nothingOpen = failure else { throw failure }
        try talk.say(Wording(zh: "这一场已结束", en: "The wave has ended"))
        return .back
      }
      switch event {
      case .endOfInput: return .back
      case .interrupt: return .interrupted
      case .terminate(let signal): return .terminated(signal)
      case .tick: continue
      case .refused(let refusal): try talk.say(refusal.wording)
      case .line(let line):
        guard try take(line) else { return .back }
      }
    }
  }

  private func show() throws {
    room = try look()
    try talk.show(WatchPage.lines(room, style: talk.style))
  }

  /// Looks again; says what became otherwise without touching what is being typed.
  private func tick() -> PromptClock.Tick {
    do {
      let now = try look()
      let news = WatchPage.news(now, since: room)
      room = now
      let prompt = WatchPage.prompt(now, language: talk.language)
      guard !news.isEmpty else { return .prompt(prompt) }
      return .notice(news.flatMap { talk.style.sentence($0) }, prompt: prompt)
    } catch {
      failure = error
      return .stop
    }
  }

  /// - Returns: whether to stay.
  private func take(_ line: String) throws -> Bool {
    do {
      switch WatchOrder.read(line) {
      case nil:
        try talk.say(Wording(zh: "看不懂这一行；输入 ? 看帮助", en: "This cannot be read; type ? for help"))
      case .show: try show()
      case .help: for line in WatchPage.help { try talk.say(line) }
      case .leave: return false
      case .give(let number?, let minutes, let reason):
        try holding().give(minutes: minutes, to: number, of: room.exam, reason: reason)
        try talk.say(HeldAct.gaveTime(minutes: minutes, number: number).wording)
      case .give(nil, let minutes, let reason):
        let count = try holding().give(minutes: minutes, toAllOf: room.exam, reason: reason)
        try talk.say(HeldAct.gaveAll(minutes: minutes, candidates: count).wording)
      case .release(let number, let reason):
        try holding().release(number, of: room.exam, reason: reason)
        try talk.say(HeldAct.released(number: number).wording)
      }
    } catch let refused as ExamFailure {
      try talk.say(refused.wording)
    } catch let refused as Authorisation.Refusal {
      try talk.say(refused.wording)
    } catch let refused as AccountFailure { try talk.say(refused.wording) }
    return true
  }
}
