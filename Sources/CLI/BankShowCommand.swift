import ArgumentParser
import Reports
import Terminal
import Text
import Workflows

/// `mingfa bank show`: a bank's chapters, one question, or the whole bank as text.
struct BankShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "show",
      Wording(zh: "查看题库、某道题，或导出文本", en: "Show a bank or a question, or write it out as text"),
      examples: [
        "mingfa bank show civil-code", "mingfa bank show civil-code CC-001",
        "mingfa bank show civil-code --format source > civil-code.txt",
      ], aliases: ["查看"])
  }

  enum ShowFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, source
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: .worded(zh: "题库编号", en: "A bank's id", value: Wording(zh: "题库", en: "bank")))
  var bank: String

  @Argument(
    help: .worded(zh: "题目编号", en: "A question's code", value: Wording(zh: "编号", en: "code")))
  var code: String?

  @Option(
    help: .worded(
      zh: "输出：text、json 或 source（题库原文）", en: "text, json or source (the bank as a file)",
      value: Wording(zh: "格式", en: "format")))
  var format = ShowFormat.text

  private struct Document: Encodable {
    struct Chapter: Encodable {
      var title: String
      var questions: Int
    }
    var schema = "mingfa.bank-show/1"
    var bank: String
    var title: String
    var version: String
    var statutes: [String]
    var chapters: [Chapter]
  }

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let showing = try ShowBank(data, actor: session.actor)
    let found = try showing.find(bank)
    if let code {
      try session.screen.write(try showing.source(of: code, in: found))
      return
    }
    switch format {
    case .source: try session.screen.write(try showing.source(of: found))
    case .json, .text: try overview(found, data: data, session: session)
    }
  }

  private func overview(_ found: StoredBank, data: MingfaData, session: CommandSession) throws {
    let chapters = try data.banks.chapters(of: found.id)
    let editions = try data.banks.editions(of: found.id).map { "\($0.title.quoted) \($0.date.iso)" }
    try session.print(format == .json ? .json : .text) {
      try JSONText.encode(
        Document(
          bank: found.code, title: found.title, version: found.version.text, statutes: editions,
          chapters: chapters.map { .init(title: $0.title, questions: $0.questions) }))
    } text: {
      var lines = session.style.wrapped("\(found.code)   \(found.title)   \(found.version.text)")
      for edition in editions { lines += session.style.wrapped(edition, first: "  ", indent: 2) }
      return lines
        + session.style.table(
          AlignedColumns(
            headings: [
              .init(Wording(zh: "章节", en: "Chapter").spoken),
              .init(Wording(zh: "题数", en: "Questions").spoken, .right),
            ],
            rows: chapters.map { chapter in
              [
                chapter.title.isEmpty
                  ? Wording(zh: "（无章节）", en: "(no chapter)").spoken : SafeText.clean(chapter.title),
                String(chapter.questions),
              ]
            }))
    }
  }
}

/// `mingfa bank objections`: what learners hold to be wrong.
struct BankObjectionsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "objections", Wording(zh: "查看学员报告的“此题有误”", en: "What learners say is wrong with questions"),
      examples: [
        "mingfa bank objections", "mingfa bank objections --bank civil-code --format json",
      ],
      aliases: ["异议"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Option(help: .worded(zh: "只看这个题库", en: "This bank only", value: Wording(zh: "题库", en: "bank")))
  var bank: String?

  private struct Document: Encodable {
    struct Objection: Encodable {
      var number: Int64
      var bank: String
      var question: String
      var version: Int
      var learner: Int64
      var reason: String
      var stem: String
      /// UTC, milliseconds since 1970.
      var raised: Int64
    }
    var schema = "mingfa.bank-objections/1"
    var objections: [Objection]
  }

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let chosen = try bank.map {
      try PlanPractice(data).banks([$0], language: Spoken.language).first?.id ?? 0
    }
    let objections = try data.objections.objections(bank: chosen)
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          objections: objections.map {
            .init(
              number: $0.id, bank: $0.bankCode, question: $0.questionCode,
              version: $0.versionNumber, learner: $0.learner.number, reason: $0.reason,
              stem: $0.stem, raised: $0.raisedAt)
          }))
    } text: {
      guard !objections.isEmpty else {
        return session.style.wrapped(Wording(zh: "没有异议", en: "There are no objections").spoken)
      }
      return objections.flatMap { objection in
        let version = Wording(
          zh: "第 \(objection.versionNumber) 版，学员 \(objection.learner.number)：",
          en: "version \(objection.versionNumber), learner \(objection.learner.number): "
        ).spoken
        return session.style.wrapped(
          "\(objection.bankCode) \(objection.questionCode) \(version)\(objection.reason)",
          first: "\(objection.id)  ", indent: 3)
          + session.style.wrapped(objection.stem, first: "   | ", indent: 5)
      }
    }
  }
}
