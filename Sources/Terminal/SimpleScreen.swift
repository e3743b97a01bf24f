import Questions
import Text
import Workflows

/// Simple mode at the terminal: one question after the other, answered with digits and Enter.
final class SimpleScreen {
  private let talk: Conversation
  private let run: Practise
  /// Who types for the learner.
  private let assistedBy: String?
  /// Whether something stands on the screen that the next question should not be read with.
  private var isScreenUsed = false
  /// The question that was put off last.
  private var skipped: Int?

  init(_ talk: Conversation, run: Practise, assistedBy: String?) {
    self.talk = talk
    self.run = run
    self.assistedBy = assistedBy
  }

  /// How a sitting ended.
  enum Outcome {
    case finished(PracticeEnd)
    /// Questions are left; they wait.
    case left(Leaving, PracticeEnd)
  }

  private enum Then {
    case turn(stay: Bool)
    /// Asks again without showing the question anew.
    case again(PracticeCard)
    case leave(Leaving)
  }

  /// Goes through the questions until the person leaves or all are done.
  ///
  /// - Throws: `ScreenFailure`, `StorageFailure.staleSequence`.
  func goThrough() throws -> Outcome {
    talk.presence?.onReturn = { [run] in run.wasAway(for: $0) }
    defer { talk.presence?.onReturn = nil }
    var then = Then.turn(stay: true)
    while true {
      switch then {
      case .turn(let stay):
        switch try run.turn(stay: stay) {
        case .question(let card):
          try show(card)
          then = try ask(card)
        case .ended(let end): return .finished(end)
        // Only a paper waits to be handed in.
        case .allAnswered: return .finished(try run.submit())
        }
      case .again(let card): then = try ask(card)
      case .leave(let leaving): return .left(leaving, try run.pause())
      }
    }
  }

  private var height: Int { talk.screen.capabilities.height }

  /// One question a screen: blank lines push what stood there out of sight, into the scrollback.
  private func show(_ card: PracticeCard) throws {
    if skipped == card.number {
      try talk.say(
        Wording(
          zh: "只剩这一题了，不会就猜一个；0 = 结束",
          en: "This is the last one left. A guess will do; 0 = end"))
    }
    skipped = nil
    let lines = SimplePage.question(
      card, learner: run.learner, assistedBy: assistedBy, style: talk.style, height: height,
      interactive: talk.isInteractive)
    if talk.isInteractive, !talk.style.plain {
      let blank = isScreenUsed ? max(1, height - 1 - lines.count) : 1
      try talk.show(Array(repeating: "", count: blank))
    }
    isScreenUsed = true
    try talk.show(lines)
  }

  private func ask(_ card: PracticeCard) throws -> Then {
    let prompt = SimplePage.prompt(card)(talk.language)
    switch talk.reader.readLine(LinePrompt(prompt, style: .bold)) {
    case .endOfInput: return .leave(.back)
    case .interrupt: return .leave(.interrupted)
    case .terminate(let signal): return .leave(.terminated(signal))
    // Whoever says that she is still there has forgotten the question by then.
    case .tick: return .turn(stay: true)
    case .refused(let refusal):
      try talk.say(refusal.wording)
      return .again(card)
    case .line(let line):
      let text = InputText.narrowed(line)
      if text == "0" { return .leave(.back) }
      if text.isEmpty {
        try run.skip()
        skipped = card.number
        return .turn(stay: false)
      }
      switch card.response(digits: text) {
      case .failure(let flaw):
        try talk.say(flaw.wording)
        return .again(card)
      case .success(let response): return try answer(response, card: card)
      }
    }
  }

  private func answer(_ response: Response, card: PracticeCard) throws -> Then {
    do {
      guard let feedback = try run.answer(response, to: card.stored.ref) else {
        return .turn(stay: false)
      }
      let isLast = card.answeredCount + 1 >= card.total
      var lines = SimplePage.feedback(
        feedback, isLast: isLast, style: talk.style, height: height,
        interactive: talk.isInteractive)
      if let first = lines.first {
        lines[0] = talk.screen.styled(first, feedback.grade.verdict == .right ? .right : .wrong)
      }
      if !talk.style.plain { lines.insert("", at: 0) }
      try talk.show(lines)
      return try afterFeedback(isLast: isLast)
    } catch WorkflowFailure.notBeforeYou {
      try talk.say(WorkflowFailure.notBeforeYou.wording)
      return .turn(stay: false)
    } catch let failure as StorageFailure where failure != .staleSequence {
      try talk.say(
        Wording(
          zh: "[未保存] \(failure.wording.zh)", en: "[not saved] \(failure.wording.en)"))
      guard talk.isInteractive else { throw failure }
      return .again(card)
    }
  }

  /// Waits for Enter so that the explanation is read; a pipe has nobody to wait for.
  private func afterFeedback(isLast: Bool) throws -> Then {
    guard talk.isInteractive else { return .turn(stay: false) }
    let prompt = LinePrompt(Wording(zh: "回车> ", en: "Enter> ")(talk.language), style: .bold)
    while true {
      switch try talk.nextLine(prompt) {
      case .left(let leaving): return .leave(leaving)
      case .line(let line):
        switch InputText.narrowed(line) {
        case "": return .turn(stay: false)
        case "0" where !isLast: return .leave(.back)
        // After the last question both keys lead to the end.
        case "0": return .turn(stay: false)
        default: try talk.say(SimplePage.hint(isLast: isLast))
        }
      }
    }
  }
}
