import ArgumentParser
import Reports
import Terminal
import Text
import Workflows

/// `mingfa exam preflight`.
struct ExamPreflightCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "preflight",
      Wording(zh: "考前检查：时钟、空间、备份、卷、名单", en: "Before the exam: clock, space, backup, papers"),
      examples: ["mingfa exam preflight", "mingfa exam preflight --key"], aliases: ["考前检查"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption
  @OptionGroup var format: FormatOption

  @Flag(help: .worded(zh: "输入开考码，试开每一套卷", en: "Ask for the opening code, and try each form"))
  var key = false

  private struct Document: Encodable {
    struct Line: Encodable {
      var check: String
      var ok: Bool
      var message: String
    }
    var schema = "mingfa.exam-preflight/1"
    var exam: String
    var ok: Bool
    var lines: [Line]
  }

  func run(_ desk: SignedIn) throws {
    let session = desk.session
    let exam = try FindExam(desk.data).exam(toActOn: which.exam, isToCome: true)
    let code = key ? try OpeningCode.ask(session) : nil
    let facts = try PreflightExam(desk.data, actor: desk.actor).facts(about: exam, key: code)
    let isOK = facts.allSatisfy(\.isOK)
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          exam: exam.code, ok: isOK,
          lines: facts.map {
            .init(check: $0.check, ok: $0.isOK, message: SafeText.clean($0.wording.spoken))
          }))
    } text: {
      facts.flatMap { fact in
        let mark =
          fact.isOK ? Wording(zh: "[好]", en: "[ok]") : Wording(zh: "[要处理]", en: "[to do]")
        return session.style.wrapped("\(mark.spoken) \(fact.wording.spoken)", indent: 4)
      }
    }
    if !isOK { throw ExitCode(ExitStatus.checkFailed) }
  }
}
