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

  @Argument(help: .worded(zh: "题库编号", en: "A bank's id", value: "bank"))
  var bank: String

  @Argument(help: .worded(zh: "题目编号", en: "A question's code", value: "code"))
  var code: String?

  @Option(
    help: .worded(
      zh: "输出：text、json 或 source（题库原文）", en: "text, json or source (the bank as a file)",
      value: "format"))
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
