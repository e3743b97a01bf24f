import Learning
import People
import Text
import Workflows

/// The way through simple mode: goes on silently with what was left open, else takes a few of today's
/// questions, and after them asks for no more than whether to go on.
package struct SimpleEntry {
  let talk: Conversation
  let data: MingfaData
  let author: StepAuthor
  let assistedBy: String?

  /// - Parameter assistedBy: the name of who types for the learner, to be shown.
  package init(_ talk: Conversation, data: MingfaData, author: StepAuthor, assistedBy: String?) {
    self.talk = talk
    self.data = data
    self.author = author
    self.assistedBy = assistedBy
  }

  /// Practises, one sitting after the other.
  ///
  /// - Parameters:
  ///   - request: in the mode `simple`.
  ///   - resumes: whether a sitting that was left open is gone on with first.
  package func practise(_ request: PracticeRequest, resumes: Bool) throws -> Leaving {
    var resumes = resumes
    var done = (answered: 0, right: 0)
    while true {
      guard let run = try sitting(request, resumes: resumes) else {
        try talk.say(SimplePage.allDone)
        return .back
      }
      resumes = true
      let outcome = try SimpleScreen(talk, run: run, assistedBy: assistedBy).goThrough()
      // Someone else sits there now, to whom these figures say nothing.
      if talk.presence?.hasLeft == true { return .back }
      let end =
        switch outcome {
        case .finished(let end), .left(_, let end): end
        }
      done.answered += end.summary.answered
      done.right += end.summary.right
      if case .left(.terminated(let signal), _) = outcome { return .terminated(signal) }
      if case .left(.interrupted, _) = outcome {
        try talk.say(
          Wording(zh: "做过的都已保存，下次接着做", en: "Every answer is saved; go on next time"))
        return .interrupted
      }
      try tell(DayTally(answered: done.answered, right: done.right), isOpen: end.isOpen)
      if case .left(let leaving, _) = outcome { return leaving }
      guard talk.isInteractive else { return .back }
      guard try hasMore(request) else {
        try talk.say(SimplePage.allDone)
        return .back
      }
      switch try again() {
      case .yes: continue
      case .no: return .back
      case .left(let leaving): return leaving
      }
    }
  }

  /// What was left open in the language of the screen, else a new sitting; nil where the day is done.
  private func sitting(_ request: PracticeRequest, resumes: Bool) throws -> Practise? {
    if resumes {
      let open = try Practise.open(of: author.learner.id, data: data).first {
        try $0.mode == request.mode
          && Practise.isOf(language: talk.language, $0.id, data: data)
      }
      if let open { return try Practise.resume(open.id, by: author, data: data) }
    }
    do {
      return try Practise.begin(request, by: author, language: talk.language, data: data)
    } catch let failure as WorkflowFailure where failure.isDayDone {
      return nil
    }
  }

  /// Whether another sitting would find questions.
  private func hasMore(_ request: PracticeRequest) throws -> Bool {
    do {
      _ = try PlanPractice(data).opening(request, for: author.learner, language: talk.language)
      return true
    } catch let failure as WorkflowFailure where failure.isDayDone {
      return false
    }
  }

  private func tell(_ sitting: DayTally, isOpen: Bool) throws {
    let today = try DayTally(of: author.learner, for: author.actor, data: data)
    if !talk.style.plain { try talk.show([""]) }
    try talk.show(
      SimplePage.end(
        sitting, today: today, isOpen: isOpen, style: talk.style,
        height: talk.screen.capabilities.height))
  }

  /// Whether another sitting is wanted; Enter alone ends.
  private func again() throws -> Conversation.Consent {
    let question = Wording(
      zh: "1 = 再来一组；0 或回车 = 结束", en: "1 = some more; 0 or Enter = end")
    try talk.say(question)
    while true {
      switch try talk.nextLine(
        LinePrompt(Wording(zh: "再来？> ", en: "more?> ")(talk.language), style: .bold))
      {
      case .line(let line):
        switch InputText.narrowed(line) {
        case "1": return .yes
        case "", "0": return .no
        default: try talk.say(question)
        }
      case .left(.back): return .no
      case .left(let leaving): return .left(leaving)
      }
    }
  }
}
