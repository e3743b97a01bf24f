import Learning
import Text
import Workflows

/// Notes and the search, at the prompts of practice.
extension PracticeScreen {
  /// So many questions of a search are listed.
  static let listedHits = 9

  /// Writes a note on the present question, or changes the one there is.
  func note(_ argument: String) throws -> Then {
    do {
      let old = try run.note()
      var text = argument
      if text.isEmpty {
        guard talk.isInteractive else {
          try talk.say(Wording(zh: "请写明内容：i 内容", en: "Say what: i TEXT"))
          return .again
        }
        try talk.say(
          old == nil
            ? Wording(
              zh: "给这道题写一句笔记；直接回车 = 不写了", en: "Your note on this question; Enter alone = none")
            : Wording(
              zh: "改好后回车；清空再回车 = 删去笔记",
              en: "Change it, then Enter; an empty line takes the note away"))
        switch talk.reader.readLine(
          LinePrompt(
            Wording(zh: "笔记> ", en: "note> ")(talk.language), startingText: old ?? ""))
        {
        case .line(let line) where InputText.narrowed(line) == "?": return try note("")
        case .line(let line) where InputText.meansBack(line): return .again
        case .line(let line): text = String(InputText.trimmed(line))
        case .refused(let refusal):
          try talk.say(refusal.wording)
          return .again
        case .endOfInput, .tick: return .again
        case .interrupt: return .leave(.interrupted)
        case .terminate(let signal): return .leave(.terminated(signal))
        }
      }
      guard text != old ?? "" else { return .again }
      try run.note(text)
      try talk.say(
        text.isEmpty
          ? Wording(zh: "笔记已删去", en: "The note is gone")
          : Wording(
            zh: "笔记已保存，作答后会显示", en: "The note is saved; it is shown after your answer"))
    } catch let failure as WorkflowFailure { try talk.say(failure.wording) }
    return .again
  }

  /// Finds questions by words, and shows those that the learner wants to read.
  func search(_ argument: String) throws -> Then {
    var words = argument
    if InputText.narrowed(words).isEmpty {
      guard talk.isInteractive else {
        try talk.say(Wording(zh: "请写明要找的词：/词", en: "Say which words: /WORDS"))
        return .again
      }
      try talk.say(
        Wording(zh: "找什么词？直接回车 = 不找了", en: "Which words? Enter alone = never mind"))
      switch talk.reader.readLine(LinePrompt(Wording(zh: "查题> ", en: "find> ")(talk.language))) {
      case .line(let line) where InputText.narrowed(line) == "?": return try search("")
      case .line(let line) where InputText.narrowed(line).isEmpty || InputText.meansBack(line):
        return .again
      case .line(let line): words = line
      case .refused(let refusal):
        try talk.say(refusal.wording)
        return .again
      case .endOfInput, .tick: return .again
      case .interrupt: return .leave(.interrupted)
      case .terminate(let signal): return .leave(.terminated(signal))
      }
    }
    do {
      // One more than is shown tells whether there are more.
      let found = try run.find(words, limit: Self.listedHits + 1)
      guard !found.isEmpty else {
        try talk.say(Wording(zh: "没有找到；换个词试试", en: "Nothing was found; try another word"))
        return .again
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
      guard talk.isInteractive else { return .again }
      return try read(hits)
    } catch let failure as WorkflowFailure {
      try talk.say(failure.wording)
      return .again
    }
  }

  /// Shows found questions, one a wish, until the learner goes back.
  private func read(_ hits: [QuestionHit]) throws -> Then {
    while true {
      try talk.say(
        Wording(
          zh: "输入编号看题和答案；直接回车 = 回到刚才的题",
          en: "Type a number to read it with its key; Enter alone = back to your question"))
      switch talk.reader.readLine(LinePrompt(Wording(zh: "看题> ", en: "read> ")(talk.language))) {
      case .line(let line):
        let text = InputText.narrowed(line)
        if text.isEmpty || InputText.meansBack(text) { return .turn(stay: true) }
        guard let number = Int(text), hits.indices.contains(number - 1) else {
          try talk.say(
            Wording(zh: "请输入 1 到 \(hits.count)", en: "Type 1 to \(hits.count)"))
          continue
        }
        let card = try run.card(of: hits[number - 1])
        try talk.show(
          SearchPage.place(hits[number - 1], style: talk.style) + talk.style.rule
            + QuestionPage.body(card, style: talk.style)
            + FeedbackPage.key(card, style: talk.style)
            + FeedbackPage.reasons(card, style: talk.style)
            + FeedbackPage.citations(card, style: talk.style)
            + FeedbackPage.note(card, style: talk.style) + talk.style.rule)
      case .refused(let refusal): try talk.say(refusal.wording)
      case .tick: continue
      case .endOfInput: return .turn(stay: true)
      case .interrupt: return .leave(.interrupted)
      case .terminate(let signal): return .leave(.terminated(signal))
      }
    }
  }
}
