import Foundation
import TestKit
import Testing

/// What comes from outside reaches no screen as it is: arguments, names of files, answers, reasons.
@Suite struct OutsideTextTests {
  static let hostile = "\u{1B}[31m坏\u{9B}2J\u{202E}\u{200B}\u{7}"

  /// What a terminal would obey in what a run has written.
  private func unsafe(_ run: ProgramRun) -> [Unicode.Scalar] {
    HostileText.unsafe(in: run.text + run.errors).filter { $0 != "\n" }
  }

  static let mistakes: [[String]] = [
    ["bank", "list", "--" + hostile], ["frob" + hostile], ["practice", hostile],
    ["practice", "--lang", hostile], ["practice", "--seed", hostile],
    ["practice", "--learner", hostile], ["practice", "--bank", hostile],
    ["practice", "chapter", "--chapter", hostile], ["practice", "mock", "--count", hostile],
    ["bank", "load", hostile + ".txt"], ["bank", "check", hostile + ".txt"],
    ["bank", "show", hostile], ["bank", "show", "town", hostile],
    ["bank", "objections", "--bank", hostile], ["learner", "add", hostile],
    ["learner", "add", "李四", "--unit", "某县/" + hostile], ["learner", "set", hostile],
    ["stats", "--learner", hostile], ["progress", "--bank", hostile],
    ["law", "coverage", "--learner", hostile], ["law", "coverage", "--bank", hostile],
    ["report", "pass-rate", "--from", hostile],
    ["report", "pass-rate", "--unit", hostile], ["report", "pass-rate", "--bank", hostile],
    ["report", "pass-rate", "--output", hostile + "/gone.csv"], ["data", "set", "--zone", hostile],
    ["bank", "list", "--data", "bank.txt/" + hostile],
  ]

  @Test(arguments: mistakes.indices)
  func `what was typed is quoted without what a terminal would obey`(index: Int) throws {
    let desk = try Desk.town()
    try desk.folder.write(BankText.everyType, to: "bank.txt")
    let run = try desk.run(Desk.program, Self.mistakes[index])
    #expect(unsafe(run) == [])
    #expect(run.status != 0)
    // It is quoted, not dropped.
    #expect((run.text + run.errors).contains("<1B>[31m坏<9B>2J<202E>"), "\(run.errors)")
  }

  @Test func `names of files are shown clean where a file is read and written`() throws {
    let desk = try Desk.town()
    let name = Self.hostile + ".txt"
    try desk.folder.write(BankText.everyType + "\n9. 没有答案\n", to: name)
    for arguments in [
      ["bank", "check", name], ["bank", "load", name], ["bank", "check", "--assign-codes", name],
      ["report", "pass-rate", "--output", Self.hostile + ".csv"],
    ] {
      let run = try desk.run(Desk.program, arguments)
      #expect(unsafe(run) == [], "\(arguments[1])")
      #expect((run.text + run.errors).contains("<1B>[31m坏"), "\(arguments[1])")
    }
    let check = try desk.run(Desk.program, ["bank", "check", name, "--format", "json"])
    #expect(unsafe(check) == [])
    let document = try JSONSerialization.jsonObject(with: check.output) as? [String: Any]
    #expect((document?["files"] as? [[String: Any]])?.first?["file"] as? String == name)
  }

  @Test func `an answer and a reason are kept as they were typed and shown clean`() throws {
    let desk = try Desk.town()
    let reason = "题干不通，" + Self.hostile + "；见“第２条”\u{0}末"
    let answer = Self.hostile + "；" + Self.hostile
    let practice = try desk.mingfa(
      "practice", "chapter", "--chapter", "合同", "--bank", "town",
      input: ":report \(reason)\n\(answer)\n\(Self.hostile)租金\n")
    #expect(practice.status == 0)
    #expect(unsafe(practice) == [])
    #expect(practice.text.contains("<1B>[31m坏"))
    let text = try desk.mingfa("bank", "objections")
    #expect(unsafe(text) == [])
    #expect(text.text.contains("<1B>[31m坏<9B>2J<202E><200B><07>"))
    let json = try desk.mingfa("bank", "objections", "--format", "json")
    #expect(unsafe(json) == [])
    let document = try JSONSerialization.jsonObject(with: json.output) as? [String: Any]
    let objections = document?["objections"] as? [[String: Any]]
    #expect(
      objections?.first?["reason"] as? String == reason.replacing("\0", with: "\u{FFFD}"))
  }

  @Test func `a data folder with such a name is shown clean to a person, as it is to a script`()
    throws
  {
    let desk = try Desk()
    let folder = desk.path("data" + Self.hostile)
    let script = try desk.mingfa("data", "backup", "--data", folder)
    #expect(script.status == 0)
    let path = script.text.trimmingCharacters(in: .newlines)
    #expect(path.hasPrefix(folder + "/backups/"))
    #expect(FileManager.default.fileExists(atPath: path))
    let terminal = try TerminalSession(desk, ["data", "backup", "--data", folder])
    #expect(terminal.finish() == .exit(0))
    #expect(terminal.raw.contains("data<1B>[31m坏<9B>2J<202E>"))
    #expect(!terminal.raw.contains("\u{1B}"))
  }
}
