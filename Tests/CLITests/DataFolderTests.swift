import Foundation
import GRDB
import Testing

/// Data folders and databases that the program cannot work with: it says so and changes nothing.
@Suite struct DataFolderTests {
  /// A change to a database that makes it unusable, and what is said of it.
  static let strangers: [(name: String, sql: String, status: Int32, sentence: String)] = [
    ("newer", "PRAGMA user_version = 99", 65, "请升级明法"),
    ("another program's", "PRAGMA application_id = 7", 65, "不是明法的数据库"),
  ]
  static let commands = [
    "bank list", "bank load bank.txt", "practice", "data check", "data backup",
  ]

  @Test(arguments: strangers.indices, commands)
  func `a database that is not ours to change is left alone`(
    index: Int, command: String
  ) throws {
    let (_, sql, status, sentence) = Self.strangers[index]
    let desk = try Desk.town()
    try desk.folder.write(BankText.everyType, to: "bank.txt")
    try DatabaseDump.change(sql, in: desk.data)
    let before = try desk.dump()
    let run = try desk.shell("mingfa \(command)", input: "a\n")
    #expect(run.status == status)
    #expect(run.errors.contains(sentence))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(try desk.dump() == before)
  }

  @Test(arguments: commands)
  func `a file that is no database is left alone`(command: String) throws {
    let desk = try Desk()
    try desk.folder.write(BankText.everyType, to: "bank.txt")
    let file = desk.data.appendingPathComponent("mingfa.sqlite")
    try FileManager.default.createDirectory(at: desk.data, withIntermediateDirectories: true)
    let content = Data(String(repeating: "这里原来是一封信。", count: 200).utf8)
    try content.write(to: file)
    let run = try desk.shell("mingfa \(command)", input: "a\n")
    #expect(run.status == 65)
    #expect(run.errors.contains("不是明法的数据库"))
    #expect(try Data(contentsOf: file) == content)
    #expect(try FileManager.default.contentsOfDirectory(atPath: desk.data.path).count == 1)
  }

  @Test(arguments: ["", "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"])
  func `a first start that was cut short is begun again`(left: String) throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(at: desk.data, withIntermediateDirectories: true)
    try DatabaseDump.change("PRAGMA journal_mode = WAL; " + left, in: desk.data)
    let run = try desk.mingfa("learner", "add", "张三")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try DatabaseDump.column("SELECT count(*) FROM station", in: desk.data) == ["1"])
  }

  @Test(arguments: ["bank load bank.txt", "practice", "learner add 李四"])
  func `a database that another process holds is status 75`(command: String) throws {
    let desk = try Desk.town()
    try desk.folder.write(BankText.numbered(3), to: "bank.txt")
    let before = try desk.dump()
    let other = try DatabaseDump.open(desk.data)
    let run = try other.inDatabase { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      defer { try? db.execute(sql: "ROLLBACK") }
      return try desk.shell("mingfa \(command)", input: "a\n")
    }
    #expect(run.status == 75)
    #expect(run.errors.contains("另一个程序"))
    #expect(try desk.dump() == before)
  }

  @Test func `a damaged database is found by the check, status 1 or 65`() throws {
    let desk = try Desk.numbers()
    // The log is emptied into the file, then a page in its middle is overwritten.
    try DatabaseDump.change("PRAGMA wal_checkpoint (TRUNCATE)", in: desk.data)
    let file = desk.data.appendingPathComponent("mingfa.sqlite")
    var bytes = try Data(contentsOf: file)
    for page in 8..<(bytes.count / 4096) {
      bytes.replaceSubrange(page * 4096 + 100..<page * 4096 + 300, with: Data(count: 200))
    }
    try bytes.write(to: file)
    let run = try desk.mingfa("data", "check")
    #expect(run.status == 1 || run.status == 65)
    #expect((run.text + run.errors).contains("backups"))
  }

  @Test func `a score that its steps do not give is found by the check`() throws {
    let desk = try Desk.town()
    let exam = try desk.mingfa(
      "practice", "mock", "--count", "true-false=1", "--seed", "7", input: "对\n")
    #expect(exam.status == 0)
    #expect(try desk.mingfa("data", "check").status == 0)
    try DatabaseDump.change(
      "DROP TRIGGER attempt_result_is_immutable; UPDATE attempt_result SET score = 199",
      in: desk.data)
    let run = try desk.mingfa("data", "check")
    #expect(run.status == 1)
    #expect(run.text.contains("1.99"))
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason), arguments: commands)
  func `a read-only data folder is said to be one`(command: String) throws {
    let desk = try Desk.town()
    try desk.folder.write(BankText.everyType, to: "bank.txt")
    let before = try desk.dump()
    let run = try desk.mounted(
      "mount --bind data data && mount -o remount,ro,bind data", run: "mingfa \(command)",
      input: "a\n")
    #expect(run.status == 73 || run.status == 77)
    #expect(run.errors.contains("data") || run.errors.contains("权限"))
    #expect(try desk.dump() == before)
  }
}

/// Mounts in a user namespace of the test's own, where the system allows them.
enum Mounts {
  static let reason: Comment = "this system allows no mounts to users (unshare -Urm)"

  static let areAllowed: Bool = {
    guard let desk = try? Desk() else { return false }
    let run = try? desk.run("unshare", ["-Urm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"])
    return run?.status == 0
  }()
}

extension Desk {
  /// Runs a line of the shell where a mount was made first; the mount ends with it.
  func mounted(_ mount: String, run line: String, input: String = "") throws -> ProgramRun {
    let script = "mingfa() { \"$MINGFA\" \"$@\"; }\n\(mount) || exit 99\n\(line)"
    return try run("unshare", ["-Urm", "bash", "-c", script], input: Data(input.utf8))
  }
}
