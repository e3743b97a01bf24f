import Foundation
import Testing

/// The program in scripts: what it reads from a pipe, and what it writes where.
@Suite struct PipeTests {
  /// Commands with `--format json`, and the name of the schema that each states.
  static let documents: [(arguments: [String], schema: String)] = [
    (["bank", "list"], "mingfa.bank-list/1"), (["bank", "show", "town"], "mingfa.bank-show/1"),
    (["bank", "objections"], "mingfa.bank-objections/1"),
    (["bank", "check", "bank.txt"], "mingfa.bank-check/1"),
    (["bank", "load", "bank.txt"], "mingfa.bank-load/1"),
    (["learner", "list"], "mingfa.learner-list/1"), (["stats"], "mingfa.stats/1"),
    (["progress"], "mingfa.progress/1"),
    (["data", "check"], "mingfa.data-check/1"),
    (["report", "pass-rate"], "mingfa.pass-rate/1"),
  ]

  @Test(arguments: documents.indices)
  func `a JSON document parses, names its schema and is all of standard output`(
    index: Int
  ) throws {
    let desk = try Desk.town()
    try desk.folder.write(BankText.everyType, to: "bank.txt")
    try desk.mingfa("practice", "sequential", input: "a\nr 少一个选项\nb\n")
    let (arguments, schema) = Self.documents[index]
    let run = try desk.run(Desk.program, arguments + ["--format", "json"])
    #expect(run.status == 0)
    #expect(run.errors == "")
    let document = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(document["schema"] as? String == schema)
    #expect(run.text.hasSuffix("}\n"))
  }

  @Test(arguments: ["bank list", "learner list", "stats", "progress"])
  func `JSON says the same in both languages`(command: String) throws {
    let desk = try Desk.town()
    let words = command.split(separator: " ").map(String.init) + ["--format", "json", "--lang"]
    let chinese = try desk.run(Desk.program, words + ["zh"])
    let english = try desk.run(Desk.program, words + ["en"])
    #expect(chinese.output == english.output)
    #expect(chinese.status == 0)
  }

  @Test func `practice on a pipe takes answers a line at a time and ends with the input`() throws {
    let desk = try Desk.town()
    let run = try desk.mingfa("practice", "sequential", "--lang", "zh", input: "abcd\na\nabd\n")
    #expect(run.status == 0)
    #expect(run.errors == "")
    // The first line is no answer to a single choice; it is said so and asked again.
    #expect(run.lines.count { $0.contains("顺序练习 第") } == 3)
    #expect(run.lines.count { $0.hasPrefix(" [对]") || $0.hasPrefix(" [错]") } == 2)
    #expect(run.text.contains("已全部保存，下次接着做"))
    #expect(try column("SELECT count(*) FROM step WHERE kind = 'answer'", desk) == ["2"])
    #expect(try column("SELECT kind FROM step ORDER BY sequence DESC LIMIT 1", desk) == ["pause"])
  }

  @Test func `the next practice on a pipe goes on where the last one ended`() throws {
    let desk = try Desk.town()
    let first = try desk.mingfa("practice", "sequential", input: "a\n")
    let second = try desk.mingfa("practice", "sequential", input: "")
    let question = try #require(first.text.range(of: "顺序练习 第 2 / 8 题"))
    let left = first.text[question.lowerBound...].prefix { $0 != "-" }
    #expect(second.text.hasPrefix(left))
    #expect(second.status == 0)
  }

  @Test func `practice on a pipe asks for no profile: the named, the last, else a guest`() throws {
    let desk = try Desk()
    try desk.folder.write(BankText.everyType, to: "bank.txt")
    try desk.mingfa("bank", "load", "bank.txt")
    let names = """
      SELECT coalesce ((SELECT name FROM learner_name WHERE learner_id = a.learner_id), 'guest')
      FROM attempt a ORDER BY a.id DESC LIMIT 1
      """
    #expect(try desk.mingfa("practice", "sequential", input: "a\n").status == 0)
    #expect(try column(names, desk) == ["guest"])
    try desk.mingfa("learner", "add", "张三")
    try desk.mingfa("learner", "add", "李四")
    #expect(
      try desk.mingfa("practice", "sequential", "--learner", "张三", "--new", input: "a\n").status
        == 0)
    #expect(try column(names, desk) == ["张三"])
    #expect(try desk.mingfa("practice", "sequential", "--new", input: "a\n").status == 0)
    #expect(try column(names, desk) == ["张三"])
  }

  @Test func `a last line without a line end is an answer too`() throws {
    let desk = try Desk.town()
    let run = try desk.mingfa("practice", "sequential", input: "a")
    #expect(run.status == 0)
    #expect(try column("SELECT count(*) FROM step WHERE kind = 'answer'", desk) == ["1"])
  }

  @Test func `answers are taken as people type them`() throws {
    let desk = try Desk.town()
    let run = try desk.mingfa(
      "practice", "sequential", input: "Ａ\na、b，ｃ\nａ\n√\n要约；承诺\n租金和租期\na\n对\n")
    #expect(run.status == 0)
    #expect(try column("SELECT count(*) FROM step WHERE kind = 'answer'", desk) == ["8"])
    #expect(run.lines.count { $0.contains("[对] 回答正确") } >= 3)
    #expect(try column("SELECT kind FROM step ORDER BY sequence DESC LIMIT 1", desk) == ["finish"])
  }

  @Test(arguments: ["bank list", "bank show town", "practice", "--help", "stats", "progress"])
  func `a reader that goes away is no failure`(command: String) throws {
    let desk = try Desk.town()
    let answers = String(repeating: "a\n", count: 4)
    let run = try desk.shell(
      "mingfa \(command) | head -n 1 >/dev/null; echo ${PIPESTATUS[0]}", input: answers)
    #expect(run.text == "0\n")
    #expect(run.errors == "")
    // The same with nobody there from the first byte on.
    let closed = try desk.shell(
      "{ sleep 0.2; mingfa \(command); echo $? >&2; } | true", input: answers)
    #expect(closed.errors == "0\n")
  }

  @Test(arguments: [
    "bank list", "--help", "practice", "report pass-rate", "bank list --format json",
  ])
  func `output that cannot be written is status 74 with a reason`(command: String) throws {
    let desk = try Desk.town()
    let run = try desk.shell("mingfa \(command) >/dev/full", input: "a\n")
    #expect(run.status == 74)
    #expect(run.errors.contains("没有空间"))
  }

  @Test func `messages go to standard error, data to standard output`() throws {
    let desk = try Desk.town()
    let report = try desk.mingfa("report", "pass-rate", "--format", "csv")
    #expect(report.errors == "")
    #expect(report.output.starts(with: [0xEF, 0xBB, 0xBF]))
    let kept = try desk.mingfa("report", "pass-rate", "--output", "rates.csv")
    #expect(kept.text == "")
    #expect(kept.errors.contains("rates.csv"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: desk.path("rates.csv"))) == report.output)
  }

  @Test func `a report for standard output alone keeps no file`() throws {
    let desk = try Desk.town()
    let reports = desk.data.appendingPathComponent("reports").path
    for arguments in [
      ["--output", "-"], ["--output", "-", "--format", "csv"], ["--format", "json"],
    ] {
      let run = try desk.run(Desk.program, ["report", "pass-rate"] + arguments)
      #expect(run.status == 0)
      #expect(run.errors == "")
      #expect(!FileManager.default.fileExists(atPath: reports))
    }
    #expect(try desk.mingfa("report", "pass-rate").errors.contains("已写出"))
    #expect(FileManager.default.fileExists(atPath: reports))
  }

  @Test func `the data folder is --data, else MINGFA_DATA, else that of XDG, else of the home`()
    throws
  {
    let desk = try Desk()
    func made(_ arguments: String...) throws -> [String] {
      try desk.run(Desk.program, ["learner", "list"] + arguments)
      return ["named", "variable", "xdg/mingfa", ".local/share/mingfa"].filter {
        let database = desk.path($0) + "/mingfa.sqlite"
        defer { try? FileManager.default.removeItem(atPath: database) }
        return FileManager.default.fileExists(atPath: database)
      }
    }
    desk.environment["MINGFA_DATA"] = nil
    #expect(try made() == [".local/share/mingfa"])
    desk.environment["XDG_DATA_HOME"] = desk.path("xdg")
    #expect(try made() == ["xdg/mingfa"])
    desk.environment["MINGFA_DATA"] = desk.path("variable")
    #expect(try made() == ["variable"])
    #expect(try made("--data", "named") == ["named"])
  }

  @Test func `the data is for its owner alone`() throws {
    let desk = try Desk()
    try desk.mingfa("learner", "list")
    for (path, mode) in [("data", 0o700), ("data/mingfa.sqlite", 0o600)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: desk.path(path))
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == mode, "\(path)")
    }
  }

  private func column(_ sql: String, _ desk: Desk) throws -> [String] {
    try DatabaseDump.column(sql, in: desk.data)
  }
}
