import People
import Text
import Workflows

/// A line reader for a computer that several learners share: after ten minutes without a key it asks
/// whether the person is still the same, before anything else is shown or recorded.
///
/// Where nothing was typed the wait ends and the question stands there when someone comes. Where
/// something was, it is asked at Enter, and the line counts only after a yes. After a no every read ends
/// the input, so that each screen goes back, until `takeDeparture` is called.
package final class PresenceCheck: LineReader {
  private let talk: Conversation
  private let watch: IdleWatch
  private let isShared: () -> Bool
  private var isCounting = false

  /// Who sits there; nil as long as nobody said so, and then nothing is asked.
  package var person: Learner?
  /// Whether someone said that the person is another one.
  package private(set) var hasLeft = false
  /// Told of an absence, in milliseconds, when the person is there again.
  var onReturn: ((Int64) -> Void)?

  package private(set) var draft = ""
  package var facts: [TerminalFact] { talk.reader.facts }

  /// - Parameters:
  ///   - talk: what it reads from and asks in.
  ///   - clock: the one that steps are stamped by.
  ///   - isShared: whether more than one learner is known.
  package init(
    _ talk: Conversation, clock: any Timekeeper, isShared: @escaping () -> Bool
  ) {
    self.talk = talk
    self.isShared = isShared
    watch = IdleWatch(clock)
  }

  /// Whether the person left, and no longer: from now on nobody is known to sit there.
  package func takeDeparture() -> Bool {
    guard hasLeft else { return false }
    hasLeft = false
    person = nil
    return true
  }

  package func readLine(_ prompt: LinePrompt) -> LineEvent {
    if hasLeft { return .endOfInput }
    guard let person, isShared() else {
      isCounting = false
      defer { draft = talk.reader.draft }
      return talk.reader.readLine(prompt)
    }
    // A clock that ended the last wait was no sign of anybody.
    if !isCounting { watch.begin() }
    let event = talk.reader.readLine(watched(prompt))
    draft = talk.reader.draft
    isCounting = false
    switch event {
    case .interrupt, .terminate: return event
    case .line, .endOfInput, .tick, .refused: break
    }
    guard let absence = watch.absence else {
      isCounting = event == .tick
      return event
    }
    return answer(event, by: person, after: absence)
  }

  /// The prompt with a clock that ends the wait when nobody is there.
  private func watched(_ prompt: LinePrompt) -> LinePrompt {
    var prompt = prompt
    prompt.watch = watch
    let own = prompt.clock
    prompt.clock = PromptClock(every: own?.interval ?? 1) { [watch] in
      let tick = own?.onTick() ?? .nothing
      guard tick != .stop, watch.absence != nil else { return tick }
      return .stopIfEmpty(else: tick)
    }
    return prompt
  }

  private func answer(
    _ event: LineEvent, by person: Learner, after absence: Int64
  ) -> LineEvent {
    var consent = Conversation.Consent.left(.back)
    // Where the screen fails, so will the next page, which can say so.
    let asking = watch.duration {
      if let given = try? Self.ask(talk, about: person, leads: false) { consent = given }
    }
    switch consent {
    case .yes:
      onReturn?(absence + asking)
      return event
    case .left(.interrupted): return .interrupt
    case .left(.terminated(let signal)): return .terminate(signal: signal)
    case .no, .left(.back):
      hasLeft = true
      return .endOfInput
    }
  }

  /// Asks whether the person is still the same.
  ///
  /// - Parameter leads: whether there is a way back from here.
  static func ask(
    _ talk: Conversation, about person: Learner, leads: Bool
  ) throws(ScreenFailure) -> Conversation.Consent {
    try talk.confirm(
      Wording(
        zh: "还是\(LearnerName.text(person, .chinese))吗？回车 = 是，2 = 换人"
          + (leads ? "，0 = 返回" : ""),
        en: "Still \(LearnerName.text(person, .english))? Enter = yes, 2 = someone else"
          + (leads ? ", 0 = back" : "")),
      prompt: Wording(zh: "回车> ", en: "Enter> "))
  }
}

extension Conversation {
  /// Who watches whether the person is still the same; nil where nobody does.
  package var presence: PresenceCheck? { reader as? PresenceCheck }
}
