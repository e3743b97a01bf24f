import Foundation
import Testing

/// Sessions killed at random moments. What the screen acknowledged is in the database, and the next
/// session goes on from there.
///
/// `kill -9` leaves the system's page cache alone: it proves the order of writing and showing, not
/// that anything reached the disk. The power cuts of `PowerCutFaultTests` prove that.
@Suite(.serialized) struct KillFaultTests {
  /// How many kills: 200 in the full round of `make faults`.
  static let moments =
    ProcessInfo.processInfo.environment["MINGFA_FAULTS"] == "full" ? 200 : 10
  /// Answers offered to each session; it is killed before it comes to the end of them.
  static let offered = 24

  @Test func `kill -9 at random moments of practice loses no acknowledged answer`() throws {
    var chance = SystemRandomNumberGenerator()
    var desk = try Desk.numbers()
    let limit = try length(of: ["practice", "sequential"])
    var killed = 0
    var acknowledgedInAll = 0
    var round = 0
    while killed < Self.moments, round < Self.moments * 4 {
      round += 1
      // A fresh copy now and then, so that the bank never ends.
      if round % 12 == 0 { desk = try Desk.numbers() }
      let before = try Acknowledged.kept(in: desk.data)
      let moment = Double.random(in: 0...limit, using: &chance)
      let (end, text) = try killedRun(
        desk, ["practice", "sequential"], round: round, after: moment)
      if end == .signal(SIGKILL) { killed += 1 }
      let acknowledged = Acknowledged.answers(in: text)
      acknowledgedInAll += acknowledged.count
      // Read before the program can repair anything.
      #expect(try DatabaseDump.column("PRAGMA integrity_check", in: desk.data) == ["ok"])
      let kept = try Acknowledged.kept(in: desk.data)
      let new = Array(kept.dropFirst(before.count))
      #expect(Array(kept.prefix(before.count)) == before, "killed after \(moment) s")
      // The answer whose feedback was on its way may be kept beyond those acknowledged.
      #expect(
        new == acknowledged || new.dropLast() == acknowledged[...], "killed after \(moment) s")
      if let first = text.firstMatch(of: /题 ([0-9]+) 的答案是/) {
        #expect(Int(first.1) == before.count + 1, "killed after \(moment) s")
      }
      let check = try desk.mingfa("data", "check")
      #expect(check.status == 0, "killed after \(moment) s: \(check.text)\(check.errors)")
    }
    #expect(killed == Self.moments)
    // A test that kills before the first answer every time proves nothing.
    #expect(acknowledgedInAll > killed)
  }

  @Test func `kill -9 in a mock exam keeps the paper and every saved answer`() throws {
    var chance = SystemRandomNumberGenerator()
    let paper = ["practice", "mock", "--count", "fill-in=40", "--minutes", "0", "--seed", "7"]
    let limit = try length(of: paper)
    var killed = 0
    var round = 0
    while killed < max(Self.moments / 10, 2), round < Self.moments * 4 {
      round += 1
      let desk = try Desk.numbers()
      let (end, text) = try killedRun(
        desk, paper, round: round, after: Double.random(in: 0...limit, using: &chance))
      guard end == .signal(SIGKILL) else { continue }
      killed += 1
      let saved = text.matches(of: /已保存：第 ([0-9]+) 题 = (答[0-9-]+)/).map { String($0.2) }
      let kept = try Acknowledged.kept(in: desk.data)
      #expect(kept == saved || kept.dropLast() == saved[...])
      let next = try desk.mingfa("practice", "mock")
      // A pipe hands the paper in only when every question has an answer.
      if !kept.isEmpty {
        #expect(next.text.contains("第 \(kept.count + 1) / 40 题"))
        let stems = text.matches(of: /题 ([0-9]+) 的答案是/).map { String($0.1) }
        let stem = try #require(next.text.firstMatch(of: /题 ([0-9]+) 的答案是/)).1
        #expect(stems.count <= kept.count || stems[kept.count] == String(stem))
      }
      #expect(try desk.mingfa("data", "check").status == 0)
    }
    #expect(killed >= 2)
  }

  @Test func `kill -9 while a bank is loaded leaves all of it or nothing`() throws {
    var chance = SystemRandomNumberGenerator()
    let bank = BankText.numbered(1500, id: "big")
    let whole = try Desk.town()
    try whole.folder.write(bank, to: "big.txt")
    let start = ContinuousClock.now
    try whole.mingfa("bank", "load", "big.txt")
    let limit = (ContinuousClock.now - start) / .seconds(1)
    var killed = 0
    var round = 0
    while killed < max(Self.moments / 10, 2), round < Self.moments * 4 {
      round += 1
      let desk = try Desk.town()
      try desk.folder.write(bank, to: "big.txt")
      let (child, files) = try desk.start(["bank", "load", "big.txt"], input: Data())
      usleep(UInt32(Double.random(in: 0...limit, using: &chance) * 1e6))
      child.send(SIGKILL)
      let end = child.wait(atMost: 30)
      let run = try files.result(end)
      if end == .signal(SIGKILL) { killed += 1 }
      let count = try DatabaseDump.column("SELECT count(*) FROM question", in: desk.data)
      #expect(count == ["8"] || count == ["1508"])
      if run.text.contains("新增 1500") { #expect(count == ["1508"]) }
      #expect(try desk.mingfa("data", "check").status == 0)
      // Loading again completes what was cut short.
      if round == 1 {
        #expect(try desk.mingfa("bank", "load", "big.txt").status == 0)
        #expect(try DatabaseDump.column("SELECT count(*) FROM question", in: desk.data) == ["1508"])
      }
    }
    #expect(killed >= 2)
  }

  @Test func `kill -9 at the first start leaves a folder that the next start can use`() throws {
    var chance = SystemRandomNumberGenerator()
    var killed = 0
    var round = 0
    while killed < max(Self.moments / 4, 5), round < Self.moments * 8 {
      round += 1
      let desk = try Desk()
      let (child, files) = try desk.start(["learner", "add", "张三"], input: Data())
      usleep(UInt32.random(in: 0...40_000, using: &chance))
      child.send(SIGKILL)
      let end = child.wait(atMost: 30)
      let first = try files.result(end)
      if end == .signal(SIGKILL) { killed += 1 }
      let next = try desk.mingfa("learner", "add", "李四")
      #expect(next.status == 0, "\(next.errors)")
      #expect(try DatabaseDump.column("SELECT count(*) FROM station", in: desk.data) == ["1"])
      let names = try DatabaseDump.column("SELECT name FROM learner_name", in: desk.data)
      #expect(names.contains("李四"))
      if first.text.contains("已添加") { #expect(names.contains("张三")) }
    }
    #expect(killed >= 5)
  }

  /// How long a session takes that nobody kills, in seconds.
  private func length(of arguments: [String]) throws -> Double {
    let desk = try Desk.numbers()
    let start = ContinuousClock.now
    try desk.run(Desk.program, arguments, input: Data(Self.typed(round: 0).utf8))
    return (ContinuousClock.now - start) / .seconds(1)
  }

  private func killedRun(
    _ desk: Desk, _ arguments: [String], round: Int, after seconds: Double
  ) throws -> (ChildProcess.End, String) {
    let (child, files) = try desk.start(
      arguments, input: Data(Self.typed(round: round).utf8))
    usleep(UInt32(seconds * 1e6))
    child.send(SIGKILL)
    let end = child.wait(atMost: 30)
    return (end, try files.result(end).text)
  }

  /// Answers that no other round gives.
  private static func typed(round: Int) -> String {
    (1...offered).map { "答\(round)-\($0)\n" }.joined()
  }
}
