import ArgumentParser
import Foundation
import Reports
import Terminal
import Text
import Workflows

/// `mingfa bank check`: names every problem of a bank file, without loading it.
struct BankCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "check", Wording(zh: "检查题库文件，列出全部问题", en: "Check bank files, naming every problem"),
      examples: [
        Wording(zh: "mingfa bank check 我的题库.txt", en: "mingfa bank check my-bank.txt").spoken,
        Wording(
          zh: "mingfa bank check --assign-codes 我的题库.txt",
          en: "mingfa bank check --assign-codes my-bank.txt"
        ).spoken,
      ], aliases: ["检查"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "题库文件（.txt）", en: "Bank files (.txt)", value: Wording(zh: "文件", en: "file")),
    completion: .file(extensions: ["txt"]))
  var files: [String]

  @Flag(
    help: .worded(
      zh: "给缺编号的题写上编号（改写文件，原文件留作 .bak）",
      en: "Write codes to questions that lack one (rewrites the file, keeps the old as .bak)"))
  var assignCodes = false

  func run() throws {
    let session = try CommandSession(options)
    var failed = false
    var unreadable = false
    var reports: [(String, CheckBank.Outcome)] = []
    let checking = CheckBank(index: try CheckBank.knownIndex(session.environment))
    for file in files {
      if assignCodes { try assign(file, session: session) }
      let outcome = checking.check(file: file)
      let report = outcome.report
      reports.append((file, outcome))
      failed = failed || !report.isWhole
      unreadable = unreadable || report.isUnreadable
    }
    try session.print(format.format) {
      try ProblemList.json(reports)
    } text: {
      var lines: [String] = []
      for (file, outcome) in reports {
        let report = outcome.report
        lines += report.problems.flatMap { ProblemList.lines(of: $0, session: session) }
        lines += session.style.wrapped(
          Wording(
            zh:
              "\(file)：\(report.questionCount) 题，\(report.errorCount) 处错误，\(report.warningCount) 处提醒",
            en: "\(file): \(report.questionCount) questions, \(report.errorCount) errors, "
              + "\(report.warningCount) warnings"
          ).spoken)
      }
      let checked = reports.reduce(0) { $0 + $1.1.checked }
      let unchecked = reports.reduce(0) { $0 + $1.1.unchecked }
      lines += session.style.wrapped(
        Wording(
          zh: "依据：核对 \(checked) 处，未核对 \(unchecked) 处",
          en: "Citations: \(checked) checked, \(unchecked) not checked"
        ).spoken)
      return lines
    }
    if failed { throw ExitCode(unreadable ? ExitStatus.noInput : ExitStatus.data) }
  }

  private func assign(_ file: String, session: CommandSession) throws {
    guard let done = try AssignCodes.run(file: file) else {
      return session.note(
        Wording(zh: "\(file)：没有缺编号的题", en: "\(file): no question lacks a code"))
    }
    session.note(
      Wording(
        zh: "\(file)：写上了 \(done.count) 个编号，原文件存为 \(done.backup)",
        en: "\(file): wrote \(done.count) codes; the old file is \(done.backup)"))
    if let encoding = done.formerEncoding {
      session.note(
        Wording(
          zh: "\(file)：原来是 \(encoding) 编码，现在是 UTF-8，记事本和 WPS 都能打开",
          en: "\(file): it was \(encoding) and is UTF-8 now"))
    }
  }
}

/// Problems of a file as text and as JSON.
enum ProblemList {
  private struct Document: Encodable {
    struct File: Encodable {
      struct Problem: Encodable {
        var line: Int?
        var column: Int?
        var quote: String?
        var severity: String
        var message: String
      }
      var file: String
      var questions: Int
      var errors: Int
      var warnings: Int
      var citationsChecked: Int
      var citationsNotChecked: Int
      var problems: [Problem]
    }
    var schema = "mingfa.bank-check/1"
    var files: [File]
  }

  /// Prints the errors on standard error.
  static func print(_ report: ReadReport, session: CommandSession) throws {
    for problem in report.problems where problem.severity == .error {
      for line in lines(of: problem, session: session) { session.screen.message(line) }
    }
  }

  /// Place and sentence, then the line of the file. Wrapped for a person; for another program the
  /// sentence stays on one line.
  static func lines(of problem: ReadProblem, session: CommandSession) -> [String] {
    let sentence = problem.text(in: Spoken.language)
    let isSeen = session.screen.capabilities.isInteractive
    return (isSeen ? session.style.wrapped(sentence) : [SafeText.clean(sentence)])
      + (problem.quote.map { session.style.wrapped($0, first: "  | ", indent: 4) } ?? [])
  }

  static func json(_ reports: [(String, CheckBank.Outcome)]) throws -> String {
    try JSONText.encode(
      Document(
        files: reports.map { file, outcome in
          let report = outcome.report
          return Document.File(
            file: file, questions: report.questionCount, errors: report.errorCount,
            warnings: report.warningCount, citationsChecked: outcome.checked,
            citationsNotChecked: outcome.unchecked,
            problems: report.problems.map { problem in
              Document.File.Problem(
                line: problem.position?.line, column: problem.position?.column,
                quote: problem.quote.map { SafeText.clean($0) },
                severity: problem.severity == .error ? "error" : "warning",
                message: SafeText.clean(problem.fact.wording(Spoken.language)))
            })
        }))
  }
}
