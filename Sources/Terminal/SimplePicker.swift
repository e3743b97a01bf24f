import People
import Text
import Workflows

/// Asks who sits there, for people who hardly type: a numbered list, and no names to be written. New
/// learners are added by the office.
package struct SimplePicker {
  let talk: Conversation
  let editing: EditLearners

  package init(_ talk: Conversation, editing: EditLearners) {
    self.talk = talk
    self.editing = editing
  }

  /// The learner: a guest where nobody is known, the one that there is, else one from a list.
  package func pick() throws -> LearnerPicker.Answer {
    let known = try editing.choosable()
    if known.count == 1 { return .learner(known[0]) }
    let last = known.isEmpty ? nil : try editing.unasked(named: nil)
    let usual = known.firstIndex { $0.id == last?.id } ?? 0
    try talk.show(
      SimplePage.learners(
        known, usual: usual, style: talk.style, height: talk.screen.capabilities.height))
    while true {
      switch try talk.nextLine(
        LinePrompt(Wording(zh: "号> ", en: "number> ")(talk.language), style: .bold))
      {
      case .line(let line):
        let text = InputText.narrowed(line)
        if text == "0" { return .left(.back) }
        let number = text.isEmpty ? usual + 1 : Int(text) ?? 0
        if known.isEmpty, number == 1 { return .learner(try editing.guest()) }
        if known.indices.contains(number - 1) { return .learner(known[number - 1]) }
        try talk.say(
          Wording(
            zh: known.isEmpty ? "请按 1，再按回车" : "请按 1 到 \(known.count) 的数字，再按回车",
            en: known.isEmpty
              ? "Press 1, then Enter" : "Press a number from 1 to \(known.count), then Enter"))
      case .left(let leaving): return .left(leaving)
      }
    }
  }

  /// Whose record it is.
  package static func greeting(_ learner: Learner) -> Wording {
    guard !learner.isGuest else { return Wording(zh: "你好！", en: "Hello!") }
    return Wording(
      zh: "\(LearnerName.text(learner, .chinese))，你好！",
      en: "Hello, \(LearnerName.text(learner, .english))!")
  }
}
