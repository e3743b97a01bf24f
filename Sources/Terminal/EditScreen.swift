import Questions
import Text
import Workflows

/// Changes a question field by field, or writes a new one. Leaving keeps nothing.
package struct EditScreen {
  /// How it ended.
  package enum End {
    case left(Leaving)
    case ended(EditQuestion.Outcome)
  }

  private struct Left: Error {
    let leaving: Leaving
  }

  private let editing: EditQuestion
  private let talk: Conversation
  private let author: String?
  private let reason: String?
  private let waits: Bool

  /// - Parameters:
  ///   - author: the name to keep it under; nil where it has to be asked.
  ///   - reason: why; nil where it has to be asked.
  ///   - waits: whether it waits for a review, whatever key is pressed.
  package init(
    _ editing: EditQuestion, author: String?, reason: String?, waits: Bool, talk: Conversation
  ) {
    self.editing = editing
    self.author = author
    self.reason = reason
    self.waits = waits
    self.talk = talk
  }

  /// Shows a question until it is saved or left.
  ///
  /// - Throws: `ScreenFailure`, `StorageFailure`, `WorkflowFailure.changedMeanwhile`, `.codeTaken`.
  package func edit(_ edited: EditedQuestion) throws -> End {
    do {
      return try walk(edited)
    } catch let left as Left {
      return .left(left.leaving)
    }
  }

  /// Asks for a new question, part by part, then shows it as `edit` does.
  ///
  /// - Parameter chapter: nil where it has to be asked.
  package func add(to bank: String, chapter: String?) throws -> End {
    do {
      let titles = try editing.chapters(of: bank)
      let title =
        titles.count > 1 && chapter == nil
        ? titles[try choice(Wording(zh: "哪一章？", en: "Which chapter?"), amongst: titles)]
        : chapter
      var edited = try editing.add(to: bank, chapter: title)
      try fill(&edited)
      return try walk(edited)
    } catch let left as Left {
      return .left(left.leaving)
    }
  }

  private func walk(_ start: EditedQuestion) throws -> End {
    var edited = start
    while true {
      let judgement = try editing.judge(edited)
      let places = edited.places
      try talk.show(EditPage.desk(edited, judgement, style: talk.style))
      try talk.say(
        waits
          ? Wording(
            zh: "编号 = 改这一栏，s = 存为待审，q = 不保存退出",
            en: "number = change it, s = save for a review, q = quit without saving")
          : Wording(
            zh: "编号 = 改这一栏，s = 保存启用，d = 存为待审，q = 不保存退出",
            en: "number = change it, s = save, d = save for a review, q = quit without saving"))
      let text = InputText.narrowed(try line(Wording(zh: "改> ", en: "edit> "))).lowercased()
      if text.isEmpty { continue }
      if InputText.meansBack(text) { return .left(.back) }
      if text == "s" || text == "d" {
        if let outcome = try save(edited, judgement, waits: waits || text == "d") {
          return .ended(outcome)
        }
      } else if let number = Int(text), places.indices.contains(number - 1) {
        try change(places[number - 1], of: &edited)
      } else {
        try talk.say(
          Wording(
            zh: "请输入 1 到 \(places.count)、s\(waits ? "" : "、d") 或 q",
            en: "Type 1 to \(places.count), s\(waits ? "" : ", d") or q"))
      }
    }
  }

  /// nil where it cannot be saved as it is.
  private func save(
    _ edited: EditedQuestion, _ judgement: EditQuestion.Judgement, waits: Bool
  ) throws -> EditQuestion.Outcome? {
    guard judgement.question != nil, waits || judgement.isSound else {
      try talk.say(
        judgement.question == nil
          ? Wording(zh: "有错误，还不能保存；请先改好", en: "There are errors; mend them first")
          : Wording(
            zh: "有错误，不能启用；请先改好，或输入 d 存为待审",
            en: "There are errors; mend them first, or type d to save it for a review"))
      return nil
    }
    guard judgement.isChanged else { return .unchanged }
    var name = author
    while true {
      let who = try name ?? line(Wording(zh: "你的姓名> ", en: "Your name> "))
      let why = try reason ?? line(Wording(zh: "为什么改> ", en: "Why> "))
      do {
        return try editing.save(edited, waits: waits, by: who, reason: why)
      } catch let failure as WorkflowFailure {
        switch failure {
        case .nameUnusable where author == nil: name = nil
        case .reasonUnusable where reason == nil: name = who
        default: throw failure
        }
        try talk.say(failure.wording)
      }
    }
  }

  // MARK: Fields

  private func change(_ place: QuestionSheet.Place, of edited: inout EditedQuestion) throws {
    if place == .type { return try edited.set(type(), at: .type) }
    let present = edited.sheet[place]
    let name = QuestionSheet.name(of: place)(talk.language)
    if hasLines(place, of: edited) {
      let points = try lines(name, present: present).map { $0.hasPrefix("- ") ? $0 : "- " + $0 }
      try edited.set(points.joined(separator: "\n"), at: place)
    } else if present.contains("\n") {
      try edited.set(lines(name, present: present).joined(separator: "\n"), at: place)
    } else {
      try edited.set(
        line(Wording(zh: "\(name)> ", en: "\(name)> "), startingText: present), at: place)
    }
  }

  /// Whether each line of a field says something by itself: the points of a key.
  private func hasLines(_ place: QuestionSheet.Place, of edited: EditedQuestion) -> Bool {
    place == .field(.answer) && edited.kind?.type.form == .text
  }

  /// Line by line: an emptied one goes, and behind the last come new ones until one stays empty.
  private func lines(_ name: String, present: String) throws -> [String] {
    try talk.say(
      Wording(
        zh: "一行一行来：清空一行就删去它，最后直接回车结束",
        en: "Line by line: an emptied one is taken out; Enter alone at the end is the end"))
    let old = present.split(separator: "\n").map(String.init)
    var new: [String] = []
    var number = 0
    while true {
      number += 1
      let start = number <= old.count ? old[number - 1] : ""
      let text = try line(
        Wording(zh: "\(name) \(number)> ", en: "\(name) \(number)> "), startingText: start)
      if InputText.narrowed(text).isEmpty {
        if number > old.count { return new }
      } else {
        new.append(text)
      }
    }
  }

  private func type() throws -> String {
    let names = QuestionKind.all.map { $0.type.name(talk.language) }
    return names[try choice(Wording(zh: "哪种题？", en: "Which type?"), amongst: names)]
  }

  /// The parts of a new question, in the order of a file.
  private func fill(_ edited: inout EditedQuestion) throws {
    try edited.set(type(), at: .type)
    try change(.stem, of: &edited)
    if case .options? = edited.kind?.type.form {
      try talk.say(Wording(zh: "选项一个一个写，写完直接回车", en: "One option a line; Enter ends them"))
      for number in AnswerOption.letters.indices {
        try change(.option(number), of: &edited)
        if edited.sheet[.option(number)].isEmpty { break }
      }
    }
    for field in [BankField.answer, .explanation, .basis, .difficulty, .level] {
      try change(.field(field), of: &edited)
    }
  }

  // MARK: Asking

  private func line(_ prompt: Wording, startingText: String = "") throws -> String {
    switch try talk.nextLine(LinePrompt(prompt(talk.language), startingText: startingText)) {
    case .left(let leaving): throw Left(leaving: leaving)
    case .line(let line): return line
    }
  }

  /// The place of what is chosen by its number.
  private func choice(_ question: Wording, amongst names: [String]) throws -> Int {
    try talk.say(question)
    for (number, name) in names.enumerated() {
      let shown = name.isEmpty ? Wording(zh: "（无章节）", en: "(no chapter)")(talk.language) : name
      try talk.show(talk.style.wrapped(shown, first: " \(number + 1)  ", indent: 4))
    }
    while true {
      let text = InputText.narrowed(
        try line(Wording(zh: "编号，q = 退出> ", en: "number, q = quit> ")))
      if InputText.meansBack(text) { throw Left(leaving: .back) }
      if let number = Int(text), names.indices.contains(number - 1) { return number - 1 }
      try talk.say(
        Wording(zh: "请输入 1 到 \(names.count)", en: "Type 1 to \(names.count)"))
    }
  }
}
