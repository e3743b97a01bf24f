import ArgumentParser
import Foundation
import Questions
import Reports
import Terminal
import Text
import Workflows

/// `mingfa bank check`: names every problem of a bank file, without loading it.
struct BankCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "check",
      Wording(zh: "检查题库文件，列出全部问题和可疑之处", en: "Check bank files, naming every problem and doubt"),
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
      zh: "题库文件（.txt），或装着它们的文件夹", en: "Bank files (.txt), or folders of them",
      value: Wording(zh: "文件", en: "file")),
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
    let files = self.files.flatMap { CheckBank.files(at: $0) }
    if assignCodes { for file in files { try assign(file, session: session) } }
    let outcomes = try CheckBank(session.environment).check(files: files)
    for (file, outcome) in zip(files, outcomes) {
      reports.append((file, outcome))
      failed = failed || !outcome.report.isWhole
      unreadable = unreadable || outcome.report.isUnreadable
    }
    try session.print(format.format) {
      try ProblemList.json(reports)
    } text: {
      reports.flatMap { lines(file: $0, $1, session: session) }
        + purposes(of: outcomes, session.style)
        + session.style.wrapped(counts(of: outcomes).spoken)
    }
    if failed { throw ExitCode(unreadable ? ExitStatus.noInput : ExitStatus.data) }
  }

  private func lines(
    file: String, _ outcome: CheckBank.Outcome, session: CommandSession
  ) -> [String] {
    let report = outcome.report
    let waived = outcome.waived.count
    return report.problems.flatMap { ProblemList.lines(of: $0, session: session) }
      + session.style.wrapped(
        Wording(
          zh:
            "\(file)：\(report.questionCount) 题，\(report.errorCount) 处错误，\(report.warningCount) 处提醒"
            + (waived > 0 ? "，免查 \(waived) 处" : ""),
          en: "\(file): \(report.questionCount) questions, \(report.errorCount) errors, "
            + "\(report.warningCount) warnings" + (waived > 0 ? ", \(waived) waived" : "")
        ).spoken)
  }

  /// What each rule looks for that found something, and how it is silenced.
  private func purposes(of outcomes: [CheckBank.Outcome], _ style: PageStyle) -> [String] {
    let found = Set(outcomes.flatMap { $0.report.problems.map(\.fact.rule) })
    let rules = BankChecks.registry.filter { found.contains($0.id) }
    var lines = rules.flatMap { rule in
      style.wrapped(
        Wording(zh: "\(rule.id)：\(rule.purpose.zh)", en: "\(rule.id): \(rule.purpose.en)").spoken,
        first: "  ", indent: 4)
    }
    if let rule = rules.first(where: { $0.severity == .warning && $0.scope != .bank })?.id {
      lines += style.wrapped(
        Wording(
          zh: "确实没有问题的，请在那道题里写明理由：免查：\(rule)（理由）",
          en: "Where a question is right as it is, say why in it: Waive: \(rule) (reason)"
        ).spoken, first: "  ", indent: 4)
    }
    return lines
  }

  /// What was checked and what could not be: the last line.
  private func counts(of outcomes: [CheckBank.Outcome]) -> Wording {
    let checked = outcomes.reduce(0) { $0 + $1.checked }
    let unchecked = outcomes.reduce(0) { $0 + $1.unchecked }
    let rules = outcomes.reduce(into: [:]) { $0.merge($1.uncheckedByRule, uniquingKeysWith: +) }
    let list = rules.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      .joined(separator: ", ")
    guard !list.isEmpty else {
      return Wording(
        zh: "依据：核对 \(checked) 处，未核对 \(unchecked) 处",
        en: "Citations: \(checked) checked, \(unchecked) not checked")
    }
    return Wording(
      zh: "依据：核对 \(checked) 处，未核对 \(unchecked) 处；法律全文没有载入，未核对的题：\(list)",
      en:
        "Citations: \(checked) checked, \(unchecked) not checked; texts are not loaded, questions not "
        + "checked: \(list)")
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
        var rule: String
        var message: String
      }
      var file: String
      var questions: Int
      var errors: Int
      var warnings: Int
      var citationsChecked: Int
      var citationsNotChecked: Int
      struct Unchecked: Encodable {
        var rule: String
        var questions: Int
      }
      /// Questions that a rule could not be held against.
      var notChecked: [Unchecked]
      struct Waived: Encodable {
        var line: Int
        var column: Int
        var rule: String
        var message: String
        var reason: String
      }
      /// What questions silence.
      var waived: [Waived]
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
    let rule = problem.fact.rule
    let sentence = problem.text(in: Spoken.language) + (rule == "format" ? "" : " [\(rule)]")
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
            notChecked: outcome.uncheckedByRule.sorted { $0.key < $1.key }
              .map { .init(rule: $0.key, questions: $0.value) },
            // What is silenced stands at a question.
            waived: outcome.waived.compactMap { waived in
              waived.problem.position.map { position in
                Document.File.Waived(
                  line: position.line, column: position.column, rule: waived.problem.fact.rule,
                  message: SafeText.clean(waived.problem.fact.wording(Spoken.language)),
                  reason: SafeText.clean(waived.reason))
              }
            },
            problems: report.problems.map { problem in
              Document.File.Problem(
                line: problem.position?.line, column: problem.position?.column,
                quote: problem.quote.map { SafeText.clean($0) },
                severity: problem.severity == .error ? "error" : "warning",
                rule: problem.fact.rule,
                message: SafeText.clean(problem.fact.wording(Spoken.language)))
            })
        }))
  }
}
