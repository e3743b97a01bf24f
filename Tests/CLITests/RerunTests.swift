import Foundation
import Testing

/// What comes out the same when it is done again.
@Suite struct RerunTests {
  /// Ways to practise, and what is typed in each; only the modes that draw are interesting.
  static let sessions: [(arguments: String, keys: String)] = [
    ("practice --bank town", "a\nabc\nn\ns\nr 少一个选项\n对\nu\n错\n"),
    ("practice random", "a\nb\nab\n对\n要约；承诺\n租金\nk\nb\n"),
    ("practice chapter --chapter 合同", "要约；承诺\n租金和租期\na\n对\n"),
    ("practice mock --count single=1,multiple=1,case=1 --minutes 30", "a\nm\nb\nabc\nk\na\n对\n"),
  ]

  private func desk(seconds: Int = 0) throws -> Desk {
    let desk = try Desk.town()
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T08:00:0\(seconds)Z+1500"
    return desk
  }

  private func run(
    _ session: (arguments: String, keys: String), seed: Int, on desk: Desk, language: String
  ) throws -> ProgramRun {
    try desk.run(
      Desk.program,
      session.arguments.split(separator: " ").map(String.init)
        + ["--seed", String(seed), "--lang", language],
      input: Data(session.keys.utf8))
  }

  @Test(arguments: sessions.indices, ["zh", "en"])
  func `from copies of one data folder the same seed gives the same screens and the same steps`(
    index: Int, language: String
  ) throws {
    var screens: Set<String> = []
    var dumps: Set<String> = []
    for _ in 1...3 {
      let desk = try desk()
      let run = try run(Self.sessions[index], seed: 7, on: desk, language: language)
      #expect(run.status == 0)
      #expect(run.errors == "")
      screens.insert(run.text)
      dumps.insert(try desk.dump())
    }
    #expect(screens.count == 1)
    #expect(dumps.count == 1)
    #expect(try #require(screens.first).count > 500)
  }

  @Test(arguments: [1, 3])
  func `another seed gives other screens`(index: Int) throws {
    let screens = try (1...4).map { seed in
      try run(Self.sessions[index], seed: seed, on: desk(), language: "zh").text
    }
    #expect(Set(screens).count > 1)
  }

  @Test func `the same seed gives the same screens at a terminal`() throws {
    let screens = try (1...2).map { _ in
      let desk = try desk()
      let session = try TerminalSession(
        desk, ["practice", "random", "--seed", "3", "--learner", "张三"])
      // The line above the prompt, which names the ways out, and the prompt itself.
      try session.wait(for: "保存退出")
      try session.wait(for: "> ")
      try session.enter("?", then: "返回上一级")
      try session.wait(for: "> ")
      session.type("\u{4}")
      #expect(session.finish() == .exit(0))
      return session.raw
    }
    #expect(screens[0] == screens[1])
  }

  @Test(arguments: [[], ["--format", "text"], ["--format", "csv"], ["--format", "json"]])
  func `a report run again is the same byte for byte, on the screen and in its file`(
    format: [String]
  ) throws {
    let desk = try desk()
    try desk.mingfa("practice", "mock", "--count", "true-false=1", "--seed", "7", input: "对\n")
    try desk.mingfa("learner", "add", "王五", "--unit", "某县/邻镇")
    func report() throws -> [Data] {
      let run = try desk.run(Desk.program, ["report", "pass-rate"] + format)
      #expect(run.status == 0)
      let folder = desk.data.appendingPathComponent("reports")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      #expect(names == (format.isEmpty ? ["合格率-2026-11.csv"] : []))
      return try [run.output, Data(run.errors.utf8)]
        + names.map { try Data(contentsOf: folder.appendingPathComponent($0)) }
    }
    let first = try report()
    #expect(try report() == first)
    // Not because nothing stands in it.
    #expect(String(decoding: first[0], as: UTF8.self).contains("2026-11"))
  }
}
