import Text
import Workflows

/// Finds questions by words and shows those that the learner wants to read.
struct SearchScreen {
  let talk: Conversation
  /// Where the keys are not to be seen now, throws.
  let lookUp: () throws -> LookUpQuestions

  /// So many questions are listed.
  static let listedHits = 9

  /// What came of it.
  enum Outcome {
    /// Nothing but a few lines more stands on the screen.
    case told
    /// Questions were read; what stood there before is far above.
    case read
    case left(Leaving)
  }

  /// Finds by the words, or asks for some.
  func find(_ words: String) throws -> Outcome {
    guard !InputText.narrowed(words).isEmpty else { return try ask() }
    do {
      let questions = try lookUp()
      // One more than is shown tells whether there are more.
      let found = try questions.find(words, limit: Self.listedHits + 1)
      guard !found.isEmpty else {
        try talk.say(Wording(zh: "没有找到；换个词试试", en: "Nothing was found; try another word"))
        return .told
      }
      let hits = Array(found.prefix(Self.listedHits))
      for (index, hit) in hits.enumerated() {
        try talk.show(SearchPage.numbered(hit, index + 1, style: talk.style))
      }
      if found.count > hits.count {
        try talk.say(
          Wording(
            zh: "只列出前 \(hits.count) 道；多写一个词可缩小范围",
            en: "Only the first \(hits.count) are listed; a further word narrows the search"))
      }
      guard talk.isInteractive else { return .told }
      return try read(hits, of: questions)
    } catch let failure as WorkflowFailure {
      try talk.say(failure.wording)
      return .told
    }
  }

  private func ask() throws -> Outcome {
    guard talk.isInteractive else {
      try talk.say(Wording(zh: "请写明要找的词：/词", en: "Say which words: /WORDS"))
      return .told
    }
    try talk.say(
      Wording(zh: "找什么词？直接回车 = 不找了", en: "Which words? Enter alone = never mind"))
    switch talk.reader.readLine(LinePrompt(Wording(zh: "查题> ", en: "find> ")(talk.language))) {
    case .line(let line) where InputText.narrowed(line) == "?": return try ask()
    case .line(let line) where InputText.narrowed(line).isEmpty || InputText.meansBack(line):
      return .told
    case .line(let line): return try find(line)
    case .refused(let refusal):
      try talk.say(refusal.wording)
      return .told
    case .endOfInput, .tick: return .told
    case .interrupt: return .left(.interrupted)
    case .terminate(let signal): return .left(.terminated(signal))
    }
  }

  /// Shows found questions, one a wish, until the learner goes back.
  private func read(_ hits: [QuestionHit], of questions: LookUpQuestions) throws -> Outcome {
    while true {
      try talk.say(
        Wording(
          zh: "输入编号看题和答案；直接回车 = 返回",
          en: "Type a number to read it with its key; Enter alone = back"))
      switch try talk.nextLine(LinePrompt(Wording(zh: "看题> ", en: "read> ")(talk.language))) {
      case .line(let line):
        let text = InputText.narrowed(line)
        if text.isEmpty || InputText.meansBack(text) { return .read }
        guard let number = Int(text), hits.indices.contains(number - 1) else {
          try talk.say(
            Wording(zh: "请输入 1 到 \(hits.count)", en: "Type 1 to \(hits.count)"))
          continue
        }
        let card = try questions.card(of: hits[number - 1])
        try talk.show(
          SearchPage.place(hits[number - 1], style: talk.style) + talk.style.rule
            + QuestionPage.body(card, style: talk.style)
            + FeedbackPage.key(card, style: talk.style)
            + FeedbackPage.reasons(card, style: talk.style)
            + SourcePage.brief(card, style: talk.style)
            + FeedbackPage.note(card, style: talk.style) + talk.style.rule)
      case .left(.back): return .read
      case .left(let leaving): return .left(leaving)
      }
    }
  }
}
