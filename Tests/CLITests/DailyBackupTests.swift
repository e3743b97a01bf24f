import Foundation
import Testing

/// The backup that the program makes by itself once a day, as people meet it.
@Suite struct DailyBackupTests {
  private func backups(_ desk: Desk) -> [String] {
    let folder = desk.data.appendingPathComponent("backups").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  private static let noon = "2026-11-24T04:00:00Z"

  @Test func `it is made when the first session ends, and never between answers`() throws {
    let desk = try Desk.town()
    desk.environment["MINGFA_CLOCK"] = Self.noon
    let terminal = try TerminalSession(desk, ["practice", "sequential"])
    try terminal.wait(for: "答> ")
    #expect(backups(desk) == [])
    try terminal.enter("a", then: "回车> ")
    #expect(backups(desk) == [])
    terminal.type("q\r")
    #expect(terminal.finish() == .exit(0))
    #expect(backups(desk) == ["mingfa-auto-20261124.sqlite"])
    // The answer of the session is in it.
    #expect(
      try DatabaseDump.column(
        "SELECT count(*) FROM step WHERE kind = 'answer'",
        at: desk.data.path + "/backups/mingfa-auto-20261124.sqlite") == ["1"])
  }

  @Test func `at home it is made when a session ends, and home goes on`() throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, [])
    try terminal.wait(for: "明法> ")
    try terminal.enter("1", then: "答> ")
    try terminal.enter("a", then: "回车> ")
    try terminal.enter("q", then: "明法> ")
    #expect(backups(desk).count == 1)
    terminal.type("0\r")
    #expect(terminal.finish() == .exit(0))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a closed window is the end of a session, too`(signal: Int32) throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, ["practice", "sequential"])
    try terminal.wait(for: "答> ")
    try terminal.enter("a", then: "回车> ")
    terminal.send(signal)
    #expect(terminal.finish() == .exit(128 + signal))
    #expect(backups(desk).count == 1)
  }

  @Test func `a week and more leaves seven, and what was made by hand`() throws {
    let desk = try Desk.town()
    desk.environment["MINGFA_CLOCK"] = "2026-11-01T04:00:00Z"
    try desk.mingfa("data", "backup")
    for day in 10...19 {
      desk.environment["MINGFA_CLOCK"] = "2026-11-\(day)T04:00:00Z"
      #expect(try desk.mingfa("practice", "sequential", input: "a\n").status == 0)
    }
    #expect(
      backups(desk) == (13...19).map { "mingfa-auto-202611\($0).sqlite" }
        + ["mingfa-hand-20261101T040000Z.sqlite"])
  }

  @Test func `reading makes none`() throws {
    let desk = try Desk.town()
    for command in [["bank", "list"], ["stats"], ["learner", "list"], ["data", "check"]] {
      #expect(try desk.run(Desk.program, command).status == 0)
    }
    #expect(backups(desk) == [])
  }

  @Test func `two sessions that end at once make one`() throws {
    let desk = try Desk.numbers()
    desk.environment["MINGFA_CLOCK"] = Self.noon
    for _ in 1...4 {
      try? FileManager.default.removeItem(atPath: desk.data.path + "/backups")
      let runs = try (1...3).map { _ in
        try desk.start(["learner", "add", UUID().uuidString], input: Data())
      }
      for (child, files) in runs {
        let run = try files.result(child.wait(atMost: 60))
        #expect(run.status == 0 && run.errors == "", "\(run.errors)")
      }
      #expect(backups(desk) == ["mingfa-auto-20261124.sqlite"])
    }
  }

  @Test func `one that fails is told in one sentence, and practice is done`() throws {
    let desk = try Desk.town()
    try Data("in the way".utf8).write(to: desk.data.appendingPathComponent("backups"))
    let run = try desk.mingfa("practice", "sequential", input: "a\n")
    #expect(run.status == 0)
    #expect(run.text.contains("用时"))
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.contains("自动备份没有做成"))
    #expect(try desk.mingfa("data", "check").status == 0)
  }

  @Test(.enabled(if: Mounts.areAllowed, Mounts.reason))
  func `it leaves a disk alone that is nearly full`() throws {
    let desk = try Desk.town()
    let run = try desk.mounted(
      """
      size=$(($(du -sk data | cut -f1) + 4000))
      mkdir disk && mount -t tmpfs -o size=${size}k tmpfs disk && cp -a data/. disk
      """,
      run: "mingfa practice sequential --data disk; status=$?; ls disk/backups; exit $status",
      input: "a\n")
    #expect(run.status == 0)
    #expect(run.errors.contains("自动备份没有做成"))
    #expect(run.errors.contains("磁盘已满"))
    #expect(!run.text.contains("mingfa-auto"))
  }

  @Test func `the database is one whole file when the program has ended`() throws {
    let desk = try Desk.town()
    try desk.mingfa("practice", "sequential", input: "a\n")
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.data.path)
    // The lock, on which writers of evidence queue, is empty and stays.
    #expect(Set(names) == ["mingfa.sqlite", "backups", "exam.lock"])
  }
}
