import Foundation
import Testing

/// Backups and restores that are killed at a random moment: what is there afterwards is the old
/// database or the new one, and nothing that was kept is gone.
@Suite struct RestoreFaultTests {
  private static let moments =
    ProcessInfo.processInfo.environment["MINGFA_FAULTS"] == "full" ? 200 : 16

  @Test func `kill -9 in a restore leaves the old database or the new one, whole`() throws {
    let desk = try Desk.numbers()
    let typed = (1...40).map { "答\($0)\n" }.joined()
    try desk.mingfa("practice", "sequential", input: String(typed.prefix(40)))
    let backup = try #require(
      try FileManager.default.contentsOfDirectory(atPath: desk.data.path + "/backups").first)
    try desk.mingfa("practice", "sequential", input: typed)
    let counts = try ["/mingfa.sqlite", "/backups/" + backup].map {
      try answers(at: desk.data.path + $0)
    }
    #expect(counts[0] > counts[1])
    let limit = try length(of: ["data", "restore", backup, "--yes"], on: try Desk(data: desk.data))
    var ends: [Int: Int] = [:]
    for _ in 1...Self.moments {
      let copy = try Desk(data: desk.data)
      let (child, files) = try copy.start(["data", "restore", backup, "--yes"], input: Data())
      usleep(UInt32(Double.random(in: 0...limit) * 1e6))
      child.send(SIGKILL)
      let run = try files.result(child.wait(atMost: 30))
      let live = try answers(at: copy.data.path + "/mingfa.sqlite")
      #expect(counts.contains(live))
      if run.text.contains("已恢复") { #expect(live == counts[1]) }
      ends[live, default: 0] += 1
      // What was replaced is kept, and the backup itself stays.
      if live == counts[1] { #expect(try kept(in: copy) == [counts[0]]) }
      #expect(try answers(at: copy.data.path + "/backups/" + backup) == counts[1])
      let check = try copy.mingfa("data", "check")
      #expect(check.status == 0, "\(check.text)\(check.errors)")
      #expect(try copy.mingfa("data", "restore", backup, "--yes").status == 0)
      let left = try FileManager.default.contentsOfDirectory(atPath: copy.data.path)
      #expect(!left.contains("restoring"))
    }
    // Killed before it began every time, it would prove nothing.
    #expect(Self.moments < 100 || ends.count == 2, "\(ends)")
  }

  @Test func `kill -9 in a backup leaves no half one under a backup's name`() throws {
    let whole = try Desk.numbers()
    let limit = try length(of: ["data", "backup"], on: whole)
    for _ in 1...Self.moments {
      let desk = try Desk.numbers()
      let (child, files) = try desk.start(["data", "backup"], input: Data())
      usleep(UInt32(Double.random(in: 0...limit) * 1e6))
      child.send(SIGKILL)
      _ = try files.result(child.wait(atMost: 30))
      let folder = desk.data.path + "/backups"
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      where name.hasSuffix(".sqlite") {
        let path = folder + "/" + name
        #expect(try DatabaseDump.column("PRAGMA integrity_check", at: path) == ["ok"])
        #expect(try DatabaseDump.column("SELECT count(*) FROM question", at: path) == ["400"])
      }
      #expect(try desk.mingfa("data", "backup").status == 0)
    }
  }

  private func answers(at path: String) throws -> Int {
    try DatabaseDump.column("SELECT count(*) FROM step WHERE kind = 'answer'", at: path).first
      .flatMap { Int($0) } ?? -1
  }

  private func kept(in desk: Desk) throws -> [Int] {
    let folder = desk.data.path + "/backups"
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.contains("replaced") }.map { try answers(at: folder + "/" + $0) }
  }

  /// How long a command takes that nobody kills, in seconds.
  private func length(of arguments: [String], on desk: Desk) throws -> Double {
    let start = ContinuousClock.now
    try desk.run(Desk.program, arguments)
    return (ContinuousClock.now - start) / .seconds(1)
  }
}
