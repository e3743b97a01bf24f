import People
import Text
import Workflows

/// Asks who sits there.
package struct LearnerPicker {
  let talk: Conversation
  let editing: EditLearners

  package init(_ talk: Conversation, editing: EditLearners) {
    self.talk = talk
    self.editing = editing
  }

  /// What came of the question.
  package enum Answer: Sendable {
    case learner(Learner)
    case left(Leaving)
  }

  /// The learner: asked for a name where nobody is known, taken as is where there is one, else the last
  /// one, if that is still the person, or picked from a numbered list.
  ///
  /// - Parameter always: whether the list is shown in any case.
  package func pick(always: Bool = false) throws -> Answer {
    let known = try editing.choosable()
    if known.isEmpty { return try introduce(allowingGuest: true) }
    if known.count == 1, !always { return .learner(known[0]) }
    let last = try editing.unasked(named: nil)
    if !always {
      switch try PresenceCheck.ask(talk, about: last, leads: true) {
      case .yes: return .learner(last)
      case .no: break
      case .left(let leaving): return .left(leaving)
      }
    }
    let usual = known.firstIndex { $0.id == last.id } ?? 0
    try talk.say(Wording(zh: "谁来学习？", en: "Who is learning?"))
    for (index, learner) in known.enumerated() {
      try talk.show(
        talk.style.wrapped(
          LearnerName.textWithUnit(learner, talk.language), first: "  \(index + 1)  ", indent: 5))
    }
    try talk.say(
      Wording(
        zh: "输入编号；直接回车 = \(usual + 1)；n = 新学员；0 返回",
        en: "Type a number; Enter = \(usual + 1); n = someone new; 0 = back"))
    while true {
      switch try talk.nextLine(
        LinePrompt(Wording(zh: "学员> ", en: "learner> ")(talk.language), style: .bold))
      {
      case .line(let line):
        let text = InputText.narrowed(line)
        if text.isEmpty { return .learner(known[usual]) }
        if InputText.meansBack(text) { return .left(.back) }
        if text.lowercased() == "n" { return try introduce(allowingGuest: false) }
        if let number = Int(text), known.indices.contains(number - 1) {
          return .learner(known[number - 1])
        }
        if let learner = known.first(where: { $0.name == text }) { return .learner(learner) }
        if let answer = try introduce(as: line, amongst: known.count) { return answer }
      case .left(let leaving): return .left(leaving)
      }
    }
  }

  /// Takes a text for the name of someone new, once that is said to be right; nil to ask again, where
  /// it is not, or where the text is no name but a slip.
  private func introduce(as line: String, amongst count: Int) throws -> Answer? {
    guard editing.isUsable(name: line), line.contains(where: \.isLetter) else {
      try talk.say(
        count == 1
          ? Wording(
            zh: "请输入 1；新学员请输入 n 或者姓名；0 返回",
            en: "Type 1; n or a name for someone new; 0 = back")
          : Wording(
            zh: "请输入 1 到 \(count)；新学员请输入 n 或者姓名；0 返回",
            en: "Type 1 to \(count); n or a name for someone new; 0 = back"))
      return nil
    }
    let shown = SafeText.clean(String(InputText.trimmed(line)))
    switch try talk.confirm(
      Wording(
        zh: "没有叫“\(shown)”的学员，要添加吗？", en: "No learner is called '\(shown)'; add one?"))
    {
    case .yes: return .learner(try editing.add(EditLearners.Change(name: line)))
    case .no, .left(.back): return nil
    case .left(let leaving): return .left(leaving)
    }
  }

  private func introduce(allowingGuest: Bool) throws -> Answer {
    let question =
      allowingGuest
      ? Wording(
        zh: "欢迎！你叫什么名字？直接回车 = 访客；0 返回",
        en: "Welcome! What is your name? Enter = guest; 0 = back")
      : Wording(
        zh: "新学员叫什么名字？0 返回", en: "What is the new learner's name? 0 = back")
    try talk.say(question)
    while true {
      switch try talk.nextLine(
        LinePrompt(Wording(zh: "姓名> ", en: "name> ")(talk.language), style: .bold))
      {
      case .line(let line):
        let text = InputText.narrowed(line)
        if InputText.meansBack(text) { return .left(.back) }
        // Enter alone names nobody, and nobody is called "?".
        if text == "?" || text.isEmpty && !allowingGuest {
          try talk.say(question)
          continue
        }
        if text.isEmpty { return .learner(try editing.guest()) }
        do { return .learner(try editing.add(EditLearners.Change(name: line))) } catch let failure
          as WorkflowFailure
        {
          try talk.say(failure.wording)
        }
      case .left(let leaving): return .left(leaving)
      }
    }
  }
}

/// A learner's name on a screen.
package enum LearnerName {
  /// The name with the unit in brackets, which tells namesakes apart.
  static func textWithUnit(_ learner: Learner, _ language: Language) -> String {
    let name = text(learner, language)
    guard let unit = learner.unit.map({ SafeText.clean($0.name) }) else { return name }
    return Wording(zh: "\(name)（\(unit)）", en: "\(name) (\(unit))")(language)
  }

  package static func text(_ learner: Learner, _ language: Language) -> String {
    if let name = learner.name { return SafeText.clean(name) }
    return learner.isGuest
      ? Wording(zh: "访客", en: "Guest")(language)
      : Wording(zh: "学员 \(learner.id.number)", en: "Learner \(learner.id.number)")(language)
  }
}
