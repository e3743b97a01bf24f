import Foundation
import Testing

/// `mingfa data restore` at a prompt, on a pipe, and in bad company.
@Suite struct RestoreTests {
  /// A desk on which two questions were answered, backed up in between, and the backup's name.
  private func practised() throws -> (Desk, String) {
    let desk = try Desk.town()
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    try desk.mingfa("practice", "sequential", input: "a\n")
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T05:00:00Z"
    try desk.mingfa("practice", "sequential", input: "ab\n")
    return (desk, "mingfa-auto-20261124.sqlite")
  }

  private func answers(_ desk: Desk) throws -> [String] {
    try DatabaseDump.column("SELECT count(*) FROM step WHERE kind = 'answer'", in: desk.data)
  }

  private func backups(_ desk: Desk) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: desk.data.path + "/backups").sorted()
  }

  // MARK: The way it goes

  @Test func `without a file the backups are listed, with how to go on`() throws {
    let (desk, backup) = try practised()
    let run = try desk.mingfa("data", "restore")
    #expect(run.status == 0)
    #expect(run.text.contains(backup) && run.text.contains("自动"))
    #expect(run.text.contains("2026-11-24 12:00"))
    #expect(run.text.contains("mingfa data restore \(backup)"))
    #expect(try desk.mingfa("数据", "恢复").text == run.text)
    let none = try Desk.town().mingfa("data", "restore", "--lang", "en")
    #expect(none.status == 0 && none.text.contains("no backups"))
  }

  @Test func `the list is also JSON`() throws {
    let (desk, backup) = try practised()
    let run = try desk.mingfa("data", "restore", "--format", "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(json["schema"] as? String == "mingfa.backup-list/1")
    let first = try #require((json["backups"] as? [[String: Any]])?.first)
    #expect(first["file"] as? String == backup)
    #expect(first["kind"] as? String == "automatic")
    #expect(first["usable"] as? Bool == true)
    #expect(first["answers"] as? Int == 1)
    #expect(first["lastStep"] as? Int == 1_795_492_800_000)
  }

  @Test func `with --yes it is done without a question, and can be taken back`() throws {
    let (desk, backup) = try practised()
    let run = try desk.mingfa("data", "restore", backup, "--yes")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("1 次作答"))
    #expect(try answers(desk) == ["1"])
    let kept = try #require(try backups(desk).first { $0.contains("replaced") })
    #expect(run.text.replacing("\n", with: "").contains(kept))
    #expect(try desk.mingfa("data", "restore", kept, "--yes").status == 0)
    #expect(try answers(desk) == ["2"])
    #expect(try desk.mingfa("data", "check").status == 0)
  }

  @Test func `a restore tells in JSON what it did`() throws {
    let (desk, backup) = try practised()
    let run = try desk.mingfa("data", "restore", backup, "--yes", "--format", "json")
    let json = try #require(
      try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    #expect(json["schema"] as? String == "mingfa.data-restore/1")
    #expect(json["restored"] as? String == backup)
    #expect(json["kept"] as? String == "mingfa-replaced-20261124T050000Z.sqlite")
  }

  @Test(arguments: [("", "1"), ("n", "2"), ("\u{4}", "2")])
  func `at a terminal it asks first, and says what happens to the present data`(
    typed: String, left: String
  ) throws {
    let (desk, backup) = try practised()
    let terminal = try TerminalSession(desk, ["data", "restore", backup])
    let question = try terminal.wait(for: "回车 = 是，n = 否> ").replacing("\r\n", with: "")
    #expect(question.contains("1 次作答") && question.contains("2 次作答"))
    #expect(question.contains("backups"))
    terminal.type(typed == "\u{4}" ? typed : typed + "\r")
    #expect(terminal.finish() == .exit(0))
    #expect(try answers(desk) == [left])
    if left == "2" { #expect(try backups(desk) == [backup]) }
  }

  @Test func `Ctrl-C at the question restores nothing`() throws {
    let (desk, backup) = try practised()
    let terminal = try TerminalSession(desk, ["data", "restore", backup])
    try terminal.wait(for: "n = 否> ")
    terminal.type("\u{3}")
    #expect(terminal.finish() == .exit(130))
    #expect(try answers(desk) == ["2"])
    #expect(!FileManager.default.fileExists(atPath: desk.data.path + "/restoring"))
  }

  @Test func `a new computer takes over what a stick brings, even one that is read-only`() throws {
    let (desk, backup) = try practised()
    let other = try Desk()
    let stick = other.path("mingfa stick?%20")
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: desk.data.path + "/backups/" + backup, toPath: stick + "/" + backup)
    chmod(stick, 0o500)
    defer { chmod(stick, 0o700) }
    let run = try other.mingfa("data", "restore", "\(stick)/\(backup)", "--yes")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try answers(other) == ["1"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: stick) == [backup])
  }

  // MARK: What is refused

  @Test func `without a terminal and without --yes nothing is done`() throws {
    let (desk, backup) = try practised()
    let before = try desk.dump()
    for more in [[], ["--no-input"]] {
      let run = try desk.run(Desk.program, ["data", "restore", backup] + more)
      #expect(run.status == 64)
      #expect(run.errors.contains("--yes"))
    }
    #expect(try desk.dump() == before)
  }

  static let refused: [(name: String, content: String?, status: Int32, sentence: String)] = [
    ("none.sqlite", nil, 66, "找不到备份"),
    ("letter.txt", "这里原来是一封信。", 65, "不是明法的数据库"),
    ("half.sqlite", "SQLite format 3\u{0}", 65, "不是明法的数据库"),
  ]

  @Test(arguments: refused.indices)
  func `a file that is no backup is refused in one sentence`(index: Int) throws {
    let (name, content, status, sentence) = Self.refused[index]
    let (desk, _) = try practised()
    if let content { try desk.folder.write(content, to: name) }
    let before = try desk.dump()
    let run = try desk.mingfa("data", "restore", desk.path(name), "--yes")
    #expect(run.status == status)
    #expect(run.errors.contains(sentence) && run.errors.contains(name))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.text == "")
    #expect(try desk.dump() == before)
    #expect(try backups(desk).count == 1)
  }

  @Test func `while someone practises in another window it is status 75`() throws {
    let (desk, backup) = try practised()
    let terminal = try TerminalSession(desk, ["practice", "random", "--seed", "1", "--new"])
    try terminal.wait(for: "保存退出")
    try terminal.wait(for: "> ")
    let run = try desk.mingfa("data", "restore", backup, "--yes")
    #expect(run.status == 75)
    #expect(run.errors.contains("其他窗口"))
    #expect(run.errors.split(separator: "\n").count == 1)
    terminal.type(":stop\r")
    #expect(terminal.finish() == .exit(0))
    #expect(try answers(desk) == ["2"])
    #expect(try desk.mingfa("data", "restore", backup, "--yes").status == 0)
  }

  @Test(arguments: ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "SELECT 1 FROM step"])
  func `while another program holds the database it is status 75`(sql: String) throws {
    let (desk, backup) = try practised()
    let other = try DatabaseDump.open(desk.data)
    let run = try other.inDatabase { db in
      try db.execute(sql: sql)
      defer { try? db.execute(sql: "ROLLBACK") }
      return try desk.mingfa("data", "restore", backup, "--yes")
    }
    #expect(run.status == 75)
    try other.close()
    #expect(try answers(desk) == ["2"])
  }

  @Test func `restores and sessions that meet lose nothing and break nothing`() throws {
    let (desk, backup) = try practised()
    for round in 1...6 {
      let restore = try desk.start(["data", "restore", backup, "--yes"], input: Data())
      usleep(UInt32(round * 7000))
      let session = try desk.start(["learner", "add", "新人\(round)"], input: Data())
      let first = try restore.1.result(restore.0.wait(atMost: 60))
      let second = try session.1.result(session.0.wait(atMost: 60))
      #expect([0, 75].contains(first.status), "\(first.errors)")
      #expect([0, 75].contains(second.status), "\(second.errors)")
      #expect(try desk.mingfa("data", "check").status == 0)
      // Who was told to be added stands in the database, or in what the restore has put aside.
      if second.status == 0 {
        let places =
          [desk.data.path + "/mingfa.sqlite"]
          + (try backups(desk)).map { desk.data.path + "/backups/" + $0 }
        let found = try places.contains {
          try DatabaseDump.column("SELECT name FROM learner_name", at: $0).contains("新人\(round)")
        }
        #expect(found)
      }
    }
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `on a full disk the database stays`() throws {
    let (desk, backup) = try practised()
    let before = try desk.dump()
    let run = try desk.mounted(
      """
      size=$(($(du -sk data | cut -f1) + 60))
      mkdir disk && mount -t tmpfs -o size=${size}k tmpfs disk && cp -a data/. disk
      """,
      run: """
        mingfa data restore \(backup) --yes --data disk; status=$?
        rm -rf data; cp -a disk data; exit $status
        """)
    #expect(run.status == 74)
    #expect(run.errors.contains("磁盘已满"))
    #expect(try desk.dump() == before)
    #expect(try backups(desk) == [backup])
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `in a read-only folder the list is shown and nothing is restored`() throws {
    let (desk, backup) = try practised()
    let mount = "mount --bind data data && mount -o remount,ro,bind data"
    let list = try desk.mounted(mount, run: "mingfa data restore")
    #expect(list.status == 0 && list.text.contains(backup))
    let run = try desk.mounted(mount, run: "mingfa data restore \(backup) --yes")
    #expect(run.status == 73 || run.status == 77)
    #expect(try answers(desk) == ["2"])
  }
}
