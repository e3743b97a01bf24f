import Learning
import Text
import Workflows

/// What follows an answer: reading why, saying how well it was recalled, going on.
extension PracticeScreen {
  /// Waits for Enter so that the explanation is read; a pipe has nobody to wait for.
  func afterFeedback(_ feedback: PracticeFeedback) throws -> Then {
    guard talk.isInteractive else {
      try talk.show(talk.style.rule)
      return .turn(stay: false)
    }
    let rates = !feedback.intervals.isEmpty
    try offerRating(feedback)
    try talk.show(
      hints(
        rates
          ? Wording(zh: "回车 = 3", en: "Enter = 3")
          : Wording(zh: "回车 = 下一题", en: "Enter = next question"),
        [.source, .star, .note, .report, .undo, .stop, .help]))
    run.readAhead()
    let prompt = Wording(zh: "回车> ", en: "Enter> ")
    while true {
      switch try talk.nextLine(LinePrompt(prompt(talk.language), style: .bold)) {
      case .left(let leaving): return .leave(leaving)
      case .line(let line):
        let text = InputText.narrowed(line)
        if text.isEmpty { return .turn(stay: false) }
        if rates, let rating = Int(text).flatMap(Rating.init) {
          return .show(try run.rate(rating))
        }
        guard case .command(let typed) = PromptCommand.read(line, lettersCount: true) else {
          try talk.say(
            rates
              ? Wording(
                zh: "请输入 1 到 4；直接回车 = 3；? 看帮助", en: "Type 1 to 4; Enter alone = 3; ? for help")
              : Wording(
                zh: "直接回车做下一题，? 看帮助", en: "Press Enter for the next question, ? for help"))
          continue
        }
        if let then = try perform(typed, after: feedback) { return then }
      }
    }
  }

  /// The verdict and what follows from it.
  func show(_ feedback: PracticeFeedback) throws {
    let needed = run.learner.notebookStreak
    try talk.show(
      styled(FeedbackPage.lines(feedback, style: talk.style, needed: needed), feedback))
    try offerRating(feedback)
  }

  private func offerRating(_ feedback: PracticeFeedback) throws {
    guard talk.isInteractive, !feedback.intervals.isEmpty else { return }
    try talk.show(
      RatingPage.lines(feedback.intervals, isPlanned: feedback.isPlanned, style: talk.style))
  }

  /// A command after an answer; nil asks again.
  private func perform(_ typed: PromptCommand.Typed, after feedback: PracticeFeedback) throws
    -> Then?
  {
    let card = feedback.card
    switch typed.command {
    case .next: return .turn(stay: false)
    case .why: try talk.show(FeedbackPage.reasons(card, style: talk.style))
    case .source: try talk.show(sources(card))
    case .help:
      try talk.show(
        HelpPage.afterAnswer(style: talk.style, rates: !feedback.intervals.isEmpty))
    default:
      // What was looked up does not lead away from the feedback, which then stands there again.
      switch (typed.command, try perform(typed, card: card)) {
      case (_, .again): return nil
      case (.search, .turn):
        try talk.show(
          QuestionPage.header(card, style: talk.style) + talk.style.rule
            + QuestionPage.body(card, style: talk.style))
        try show(feedback)
        return nil
      case (_, let then): return then
      }
    }
    return nil
  }

  private func hints(_ enter: Wording, _ commands: [PromptCommand]) -> [String] {
    talk.style.rule
      + talk.style.row(
        [enter(talk.language)]
          + commands.map { "\($0.letter.map(String.init) ?? "") \($0.wording(talk.language))" })
  }

  /// 背题: a question with its key and reasons; nothing is asked.
  func read(_ card: PracticeCard) throws -> Then {
    try talk.show(
      QuestionPage.header(card, style: talk.style) + talk.style.rule
        + QuestionPage.body(card, style: talk.style)
        + FeedbackPage.key(card, style: talk.style)
        + FeedbackPage.reasons(card, style: talk.style)
        + SourcePage.brief(card, style: talk.style)
        + FeedbackPage.note(card, style: talk.style))
    let prompt = LinePrompt(Wording(zh: "回车> ", en: "Enter> ")(talk.language), style: .bold)
    if talk.isInteractive {
      try talk.show(
        hints(
          Wording(zh: "回车 = 下一题", en: "Enter = next question"),
          [.previous, .star, .note, .report, .jump, .stop, .help]))
    }
    while true {
      switch try talk.nextLine(prompt) {
      case .left(let leaving): return .leave(leaving)
      case .line(let line):
        if InputText.narrowed(line).isEmpty {
          try run.skip()
          return .turn(stay: false)
        }
        guard case .command(let typed) = PromptCommand.read(line, lettersCount: true) else {
          try talk.say(
            Wording(
              zh: "背题不作答；直接回车看下一题，? 看帮助",
              en: "Nothing is asked here; press Enter for the next question, ? for help"))
          continue
        }
        switch typed.command {
        case .next:
          try run.skip()
          return .turn(stay: false)
        case .why, .source, .mark, .undo, .submit:
          try talk.say(
            Wording(zh: "背题时不需要这个命令", en: "There is no need of this command here"))
        case .help: try talk.show(HelpPage.afterAnswer(style: talk.style, rates: false))
        default:
          let then = try perform(typed, card: card)
          if case .again = then { continue }
          return then
        }
      }
    }
  }
}
