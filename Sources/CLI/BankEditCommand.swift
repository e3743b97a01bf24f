import ArgumentParser
import Questions
import Reports
import Terminal
import Text
import Workflows

/// Who changes questions, and why.
struct AuthorOptions: ParsableArguments {
  @Option(
    name: .customLong("as"),
    help: .worded(
      zh: "谁改的，和改动一起留档", en: "Who changes it; kept with the change",
      value: Wording(zh: "姓名", en: "name")))
  var author: String?

  @Option(
    help: .worded(
      zh: "为什么改，一起留档", en: "Why; kept with the change", value: Wording(zh: "理由", en: "text")))
  var reason: String?

  @Flag(
    help: .worded(
      zh: "存为待审，由 mingfa bank review 启用", en: "Keep it for mingfa bank review to put in force"))
  var draft = false

  /// Both, where there is nobody to ask.
  ///
  /// - Throws: `WorkflowFailure.authorMissing`.
  func given() throws -> (author: String, reason: String) {
    guard let author, let reason else { throw WorkflowFailure.authorMissing }
    return (author, reason)
  }
}

/// `mingfa bank edit`: changing a question.
struct BankEditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "edit",
      Wording(zh: "改一道题：改完启用，或存为待审", en: "Change a question, at once or for a review"),
      examples: [
        "mingfa bank edit civil-code CC-001",
        Wording(
          zh: "mingfa bank edit civil-code CC-001 --set 答案=B --as 张三 --reason 有误",
          en:
            "mingfa bank edit civil-code CC-001 --set Answer=B --as Zhang --reason Typo"
        ).spoken,
        Wording(
          zh: "mingfa bank edit civil-code CC-001 --retire --as 张三 --reason 过时",
          en: "mingfa bank edit civil-code CC-001 --retire --as Zhang --reason Outdated"
        ).spoken,
        "mingfa bank edit civil-code CC-001 --history",
      ], aliases: ["修改"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption
  @OptionGroup var author: AuthorOptions

  @Argument(help: .worded(zh: "题库编号", en: "A bank's id", value: Wording(zh: "题库", en: "bank")))
  var bank: String

  @Argument(
    help: .worded(zh: "题目编号", en: "A question's code", value: Wording(zh: "编号", en: "code")))
  var code: String

  @Option(
    help: .worded(
      zh: "栏目=内容，写法同题库文件；题干、A、答案等，可多次；案例正文不能改",
      en:
        "FIELD=TEXT as in a bank file: Stem, A, Answer, …; may be repeated; not the text of a case",
      value: Wording(zh: "栏目=内容", en: "field=text")))
  var set: [String] = []

  @Flag(help: .worded(zh: "停用这题，记录都留着", en: "Retire the question; all records stay"))
  var retire = false

  @Flag(help: .worded(zh: "停用的题恢复为草稿", en: "Make a retired question a draft again"))
  var revive = false

  @Flag(help: .worded(zh: "看谁、何时、为什么改过", en: "Show who changed it, when and why"))
  var history = false

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let editing = try EditQuestion(data, actor: session.actor(in: data))
    var edited = try editing.begin(code, in: bank)
    if history {
      let transitions = try editing.history(of: edited)
      let rule = try data.dayRule()
      return try session.print(format.format) {
        try JSONText.encode(EditDocument(edited, history: transitions))
      } text: {
        EditPage.history(transitions, style: session.style) { rule.clockText(of: $0) }
      }
    }
    let result = EditResult(command: .edit, session: session, format: format.format)
    if retire || revive {
      let (name, reason) = try author.given()
      let isDone =
        retire
        ? try editing.retire(edited, by: name, reason: reason)
        : try editing.revive(edited, by: name, reason: reason)
      let state: QuestionState = retire ? .retired : .draft
      guard isDone else { throw WorkflowFailure.stateUnreachable(edited.code.text, state) }
      return try result.tell(edited, isNow: state)
    }
    for change in set {
      let parts = change.split(maxSplits: 1, omittingEmptySubsequences: false) {
        // Full width, too.
        $0 == "=" || $0.unicodeScalars.first?.value == 0xFF1D
      }
      guard parts.count == 2 else { throw WorkflowFailure.noSuchField(change) }
      try edited.set(String(parts[1]), named: String(parts[0]))
    }
    if set.isEmpty {
      guard session.isInteractive, format.format == .text else {
        throw WorkflowFailure.nothingToChange
      }
      let screen = EditScreen(
        editing, author: author.author, reason: author.reason, waits: author.draft,
        talk: session.talk)
      return try result.tell(try screen.edit(edited), of: edited.code)
    }
    let (name, reason) = try author.given()
    try result.tell(
      try editing.save(edited, waits: author.draft, by: name, reason: reason), of: edited)
  }
}
