import ArgumentParser
import Foundation
import Reports
import Terminal
import Text
import Workflows

/// `mingfa bank add`: adding a question.
struct BankAddCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "add",
      Wording(zh: "给题库添加一道题", en: "Add a question to a bank"),
      examples: [
        "mingfa bank add civil-code",
        Wording(
          zh: "mingfa bank add civil-code --file 新题.txt --as 张三 --reason 补充",
          en: "mingfa bank add civil-code --file new.txt --as Zhang --reason More"
        ).spoken,
        Wording(
          zh: "mingfa bank add civil-code --file - --as 张三 --reason 补充 < 新题.txt",
          en: "mingfa bank add civil-code --file - --as Zhang --reason More < new.txt"
        ).spoken,
      ], aliases: ["添加"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption
  @OptionGroup var author: AuthorOptions

  @Argument(help: .worded(zh: "题库编号", en: "A bank's id", value: Wording(zh: "题库", en: "bank")))
  var bank: String

  @Option(
    help: .worded(
      zh: "放进哪一章", en: "The chapter that it is put in", value: Wording(zh: "章节", en: "chapter")))
  var chapter: String?

  @Option(
    help: .worded(
      zh: "题库格式的一道题；- 从标准输入读",
      en: "One question in the bank format; - reads standard input",
      value: Wording(zh: "文件", en: "file")),
    completion: .file(extensions: ["txt"]))
  var file: String?

  func run() throws {
    let session = try CommandSession(options)
    let editing = try EditQuestion(try session.openData(), actor: session.actor)
    let result = EditResult(command: .add, session: session, format: format.format)
    guard let file else {
      guard session.isInteractive, format.format == .text else { throw Failure.fileNeeded }
      let screen = EditScreen(
        editing, author: author.author, reason: author.reason, waits: author.draft,
        talk: session.talk)
      return try result.tell(try screen.add(to: bank, chapter: chapter), of: nil)
    }
    let (name, reason) = try author.given()
    switch try editing.add(try bytes(of: file), named: file, to: bank, chapter: chapter) {
    case .refused(let problems): try result.refuse(problems, bank: bank)
    case .read(let edited):
      try result.tell(
        try editing.save(edited, waits: author.draft, by: name, reason: reason), of: edited)
    }
  }

  private func bytes(of file: String) throws -> Data {
    if file == "-" { return FileHandle.standardInput.readDataToEndOfFile() }
    guard let found = FileManager.default.contents(atPath: file) else {
      throw Failure.fileNotFound(file)
    }
    return found
  }
}
