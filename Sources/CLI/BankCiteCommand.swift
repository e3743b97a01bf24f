import ArgumentParser
import Reports
import Statutes
import Terminal
import Text
import Workflows

/// `mingfa bank cite`: proposes articles for questions that cite none.
struct BankCiteCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "cite", Wording(zh: "给没有依据的题找条文", en: "Find articles for questions that cite none"),
      examples: [
        Wording(zh: "mingfa bank cite 我的题库.txt", en: "mingfa bank cite my-bank.txt").spoken,
        Wording(
          zh: "mingfa bank cite --format json 我的题库.txt",
          en: "mingfa bank cite --format json my-bank.txt"
        ).spoken,
      ], aliases: ["依据"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(zh: "题库文件（.txt）", en: "A bank file (.txt)", value: Wording(zh: "文件", en: "file")),
    completion: .file(extensions: ["txt"]))
  var file: String

  private struct Document: Encodable {
    struct Question: Encodable {
      struct Proposal: Encodable {
        var citation: String
        var edition: String
        var sentence: String?
      }
      var code: String
      var line: Int
      var stem: String
      var proposals: [Proposal]
    }
    var schema = "mingfa.bank-cite/1"
    var file: String
    var questions: [Question]
  }

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let citing = try CiteQuestions(data, actor: session.actor(in: data))
    let reading = citing.read(file)
    session.note(held: reading.held)
    guard reading.report.isWhole else {
      try ProblemList.print(reading.report, session: session)
      throw ExitCode(reading.report.isUnreadable ? ExitStatus.noInput : ExitStatus.data)
    }
    guard format.format == .text, session.isInteractive, !reading.uncited.isEmpty else {
      return try list(reading, session)
    }
    let (settled, leaving) = try CitePage.settle(reading.uncited, talk: session.talk)
    if let backup = try citing.write(settled, to: reading) {
      session.note(
        Wording(
          zh: "\(file)：写上了 \(settled.count) 题的依据，原文件存为 \(backup)",
          en:
            "\(file): wrote the citations of \(settled.count) questions; the old file is \(backup)")
      )
    } else {
      session.note(Wording(zh: "\(file)：没有改动", en: "\(file): unchanged"))
    }
    if let leaving { throw ExitCode(HomeCommand.status(of: leaving)) }
  }

  private func list(_ reading: CiteQuestions.Reading, _ session: CommandSession) throws {
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          file: file,
          questions: reading.uncited.map { uncited in
            Document.Question(
              code: uncited.question.code.text, line: uncited.line, stem: uncited.question.stem,
              proposals: uncited.proposals.map {
                .init(
                  citation: $0.citation.text(in: .chinese), edition: $0.edition.date.iso,
                  sentence: $0.sentence)
              })
          }))
    } text: {
      reading.uncited.isEmpty
        ? session.style.wrapped(
          Wording(zh: "每道题都写了依据", en: "Every question cites its source").spoken)
        : reading.uncited.enumerated().flatMap { index, uncited in
          CitePage.lines(
            uncited, number: index + 1, of: reading.uncited.count, style: session.style)
        }
    }
  }
}
