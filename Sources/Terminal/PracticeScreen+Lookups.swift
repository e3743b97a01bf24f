import Learning
import Text
import Workflows

/// Notes and the search, at the prompts of practice.
extension PracticeScreen {
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

  /// Finds questions by words. After it the question that was asked stands there again.
  func search(_ argument: String) throws -> Then {
    switch try SearchScreen(talk: talk, lookUp: run.lookUp).find(argument) {
    case .told: .again
    case .read: .turn(stay: true)
    case .left(let leaving): .leave(leaving)
    }
  }
}
