import Foundation
import Testing

/// `mingfa doctor`: it finds what is wrong, says what to do, and needs nothing to be in order.
@Suite struct DoctorTests {
  private struct Line: Decodable {
    let check: String
    let level: String
    let message: String
  }
  private struct Document: Decodable {
    let schema: String
    let ok: Bool
    let lines: [Line]
  }

  /// The lines of the doctor, by what was looked at.
  private func lines(_ desk: Desk, status: Int32) throws -> [String: Line] {
    let run = try desk.mingfa("doctor", "--format", "json", "--lang", "en")
    #expect(run.status == status, "\(run.text)")
    let document = try JSONDecoder().decode(Document.self, from: run.output)
    #expect(document.schema == "mingfa.doctor/1")
    #expect(document.ok == (status == 0))
    return Dictionary(document.lines.map { ($0.check, $0) }, uniquingKeysWith: { $1 })
  }

  @Test func `a computer in order is told line by line`() throws {
    let desk = try Desk.town()
    desk.environment["MINGFA_BANKS"] = Desk.shippedBanks
    try desk.mingfa("practice", "sequential", input: "a\n")
    let lines = try lines(desk, status: 0)
    #expect(
      Set(lines.keys).isSuperset(of: [
        "program", "sqlite", "language", "locale", "terminal", "data-folder", "file-system",
        "free-space", "database", "sync", "backup", "shipped-banks", "history", "day",
      ]))
    #expect(
      lines["program"]?.message.contains(Desk.program.replacing("/debug/", with: "/")) == false)
    #expect(
      lines["data-folder"]?.message == "at \(desk.data.path) (by MINGFA_DATA=\(desk.data.path))")
    #expect(lines["language"]?.message == "English (by --lang)")
    #expect(lines["sync"]?.message.contains("WAL, FULL") == true)
    #expect(lines["database"]?.message.contains("1 answers") == true)
    #expect(lines["backup"]?.message.contains("mingfa-auto-") == true)
    #expect(lines["day"]?.message == "at 4:00 (Asia/Shanghai)")
    let run = try desk.mingfa("体检")
    #expect(run.status == 0)
    #expect(run.lines.last == "一切正常" || run.text.contains("[注意]"))
    #expect(run.text.contains("[正常] 存盘方式："))
  }

  @Test func `before the first start all is well and nothing is made`() throws {
    let desk = try Desk()
    let lines = try lines(desk, status: 0)
    #expect(lines["database"]?.message.contains("none yet") == true)
    #expect(!FileManager.default.fileExists(atPath: desk.data.path))
  }

  static let patients: [(content: Data?, sql: String?, words: String)] = [
    (Data("这里原来是一封信。".utf8), nil, "no Mingfa database"),
    (nil, "PRAGMA user_version = 99", "upgrade Mingfa"),
    (nil, "PRAGMA application_id = 7", "no Mingfa database"),
  ]

  @Test(arguments: patients.indices)
  func `an unusable database is an error with a cure, and stays as it is`(index: Int) throws {
    let (content, sql, words) = Self.patients[index]
    let desk = try Desk.town()
    let file = desk.data.appendingPathComponent("mingfa.sqlite")
    if let sql { try DatabaseDump.change(sql, in: desk.data) }
    if let content { try content.write(to: file) }
    let before = try Data(contentsOf: file)
    let line = try #require(try lines(desk, status: 1)["database"])
    #expect(line.level == "error")
    #expect(line.message.contains(words))
    #expect(line.message.contains("mingfa data restore"))
    #expect(try Data(contentsOf: file) == before)
  }

  @Test func `damage in the middle of the file is found`() throws {
    let desk = try Desk.numbers()
    try DatabaseDump.change("PRAGMA wal_checkpoint (TRUNCATE)", in: desk.data)
    let file = desk.data.appendingPathComponent("mingfa.sqlite")
    var bytes = try Data(contentsOf: file)
    let pages = bytes.count / 4096
    for page in (pages - 10)..<pages {
      let start = page * 4096
      bytes.replaceSubrange(start..<start + 100, with: Data(repeating: 0xFF, count: 100))
    }
    try bytes.write(to: file)
    let line = try #require(try lines(desk, status: 1)["database"])
    #expect(line.level == "error" && line.message.contains("mingfa data restore"))
  }

  @Test func `a day of practice without a backup is a warning`() throws {
    let desk = try Desk.town()
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    try desk.mingfa("practice", "sequential", input: "a\n")
    desk.environment["MINGFA_CLOCK"] = "2026-11-25T04:00:00Z"
    #expect(try lines(desk, status: 0)["backup"]?.level == "ok")
    try FileManager.default.removeItem(atPath: desk.data.path + "/backups")
    let line = try #require(try lines(desk, status: 0)["backup"])
    #expect(line.level == "warning" && line.message.contains("mingfa data backup"))
    try desk.mingfa("data", "backup")
    #expect(try lines(desk, status: 0)["backup"]?.level == "ok")
  }

  @Test func `a clock that was set back is a warning`() throws {
    let desk = try Desk.town()
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    try desk.mingfa("practice", "sequential", input: "a\n")
    desk.environment["MINGFA_CLOCK"] = "2026-10-24T04:00:00Z"
    let line = try #require(try lines(desk, status: 0)["clock"])
    #expect(line.level == "warning" && line.message.contains("31 days"))
  }

  @Test func `a database that others may read is a warning`() throws {
    let desk = try Desk.town()
    chmod(desk.data.path + "/mingfa.sqlite", 0o644)
    #expect(try lines(desk, status: 0)["permissions"]?.level == "warning")
  }

  @Test func `a data folder that is a file is an error`() throws {
    let desk = try Desk()
    try desk.folder.write("x", to: "data")
    #expect(try lines(desk, status: 1)["data-folder"]?.level == "error")
  }

  @Test func `it works while someone practises`() throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, ["practice", "sequential"])
    try terminal.wait(for: "答> ")
    #expect(try lines(desk, status: 0)["database"]?.level == "ok")
    terminal.type("q\r")
    #expect(terminal.finish() == .exit(0))
  }

  @Test func `at a terminal its kind and size are told`() throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, ["doctor"], columns: 70, rows: 33)
    #expect(terminal.finish() == .exit(0))
    #expect(terminal.text.contains("xterm，70×33，有颜色"))
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `a folder in memory, full and read-only is told as that`() throws {
    let desk = try Desk.town()
    let run = try desk.mounted(
      """
      mkdir disk && mount -t tmpfs -o size=$(($(du -sk data | cut -f1) + 60))k tmpfs disk
      cp -a data/. disk && mount -o remount,ro disk
      """, run: "mingfa doctor --data disk")
    #expect(run.status == 1)
    #expect(run.text.contains("[注意] 文件系统：tmpfs"))
    #expect(run.text.contains("[错误] 剩余空间"))
    #expect(run.text.contains("[错误] 数据文件夹"))
  }

  @Test func `doctor counts answers and a check of the data sessions, and each says so`() throws {
    let desk = try Desk.town()
    try desk.mingfa("practice", "sequential", input: "a\nab\nab\n")
    // Of this seed the first question asks for no words, to which q would be an answer.
    try desk.mingfa("practice", "random", "--seed", "2", input: "q\n")
    #expect(try desk.mingfa("doctor").text.contains("3 次作答（每答一题算一次）"))
    let check = try desk.mingfa("data", "check").text.replacing("\n", with: "")
    #expect(check.contains("题库里 8 题（含停用），练习和考试 2 次，"), "\(check)")
    desk.environment["LANG"] = "en_US.UTF-8"
    #expect(try desk.mingfa("data", "check").text.contains("2 practices and exams"))
  }
}
