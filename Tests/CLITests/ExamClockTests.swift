import Foundation
import TestKit
import Testing

/// The clock of a mock exam beside someone who types.
@Suite struct ExamClockTests {
  private func exam(
    minutes: Int, arguments: [String] = [], clock: String? = nil, terminal name: String = "xterm"
  ) throws -> (Desk, TerminalSession) {
    let desk = try Desk.town()
    desk.environment["MINGFA_CLOCK"] = clock
    desk.environment["TERM"] = name
    let terminal = try TerminalSession(
      desk,
      ["practice", "mock", "--count", "fill-in=1", "--minutes", String(minutes)] + arguments)
    try terminal.wait(for: "填空> ")
    return (desk, terminal)
  }

  private func answers(_ desk: Desk) throws -> [String] {
    try DatabaseDump.column(
      "SELECT payload FROM step WHERE kind = 'answer' ORDER BY sequence", in: desk.data)
  }

  @Test(arguments: [15, 5, 1])
  func `a notice of the time left leaves half a text as it was typed`(minutes: Int) throws {
    // Ten readings of the clock, one a second, from the start to the notice.
    let (desk, terminal) = try exam(minutes: minutes + 1, clock: "2026-11-24T04:00:00Z+7000")
    terminal.type("要约；承")
    let left = minutes == 1 ? #/ 还剩 \d+ 秒/# : try Regex(" 还剩 \(minutes - 1) 分 \\d+ 秒")
    let screen = try terminal.wait(for: "the notice and the prompt") { screen in
      screen.all.contains(left)
        && screen.beforeCursor.contains(#/^0/1 剩 0:\d\d:\d\d 填空> 要约；承$/#)
    }
    // The line that the notice came into is gone, and the notice stands once.
    #expect(screen.all.matches(of: #/填空> /#).count == 1)
    #expect(screen.all.matches(of: #/ 还剩 /#).count == 1)
    terminal.type("诺\r")
    try terminal.wait(for: "已保存：第 1 题 = 要约；承诺")
    #expect(try answers(desk).count == 1)
  }

  @Test func `each threshold is told once while the time goes by`() throws {
    // Each second of the test is a reading of the clock, 164 seconds after the one before.
    let (_, terminal) = try exam(minutes: 36, clock: "2026-11-24T04:00:00Z+164000")
    terminal.type("要约；承")
    let screen = try terminal.wait(for: "three notices") {
      $0.all.matches(of: #/ 还剩 /#).count == 3 && $0.beforeCursor.hasSuffix("填空> 要约；承")
    }
    let told = screen.all.matches(of: #/ 还剩 (?:(\d+) 分 )?(\d+) 秒/#).map {
      $0.1.flatMap { Int($0) } ?? 0
    }
    #expect(told.count == 3)
    for (minutes, limit) in zip(told, [15, 5, 1]) { #expect(minutes <= limit) }
    #expect(told == told.sorted(by: >))
  }

  @Test(arguments: [1, 5, 14, 60])
  func `the time left stands once on the screen, before the cursor`(minutes: Int) throws {
    let (_, terminal) = try exam(minutes: minutes)
    // Long enough for a notice to come.
    sleep(2)
    let screen = terminal.screen
    #expect(screen.beforeCursor.contains(#/^0/1 剩 \d:\d\d:\d\d 填空> $/#))
    #expect(!screen.all.contains("剩余") && !screen.all.contains("还剩"), "\(screen.all)")
  }

  @Test func `a pipe has the time with each question`() throws {
    let run = try Desk.town().mingfa(
      "practice", "mock", "--count", "fill-in=1", "--minutes", "60", input: "要约；承诺\n")
    #expect(run.text.contains("剩余 1:00:00"))
  }

  @Test func `the time in the prompt goes on beside the text`() throws {
    let (_, terminal) = try exam(minutes: 30)
    terminal.type("要约")
    func time(_ screen: TerminalGrid) -> Substring? {
      screen.beforeCursor.wholeMatch(of: #/0/1 剩 (0:\d\d:\d\d) 填空> 要约/#)?.1
    }
    let first = try #require(
      time(try terminal.wait(for: "the time") { time($0) != nil }))
    let later = try terminal.wait(for: "a later time") { time($0).map { $0 < first } ?? false }
    // One line, painted over.
    #expect(later.all.matches(of: #/填空> /#).count == 1)
  }

  @Test(arguments: ["dumb", "xterm"])
  func `where nothing is redrawn, the notice comes below and the text again`(name: String) throws {
    let (desk, terminal) = try exam(
      minutes: 6, arguments: name == "xterm" ? ["--plain"] : [],
      clock: "2026-11-24T04:00:00Z+7000", terminal: name)
    terminal.type("要约；承")
    try terminal.wait(for: "还剩 4 分")
    try terminal.wait(for: "填空> 要约；承")
    terminal.type("诺\r")
    try terminal.wait(for: "已保存：第 1 题 = 要约；承诺")
    #expect(try answers(desk).count == 1)
    let raw = terminal.raw.replacing(/\u{1B}\[\?2004[hl]/, with: "")
    #expect(!raw.contains("\u{1B}"))
  }

  @Test func `when the time is over the paper is handed in, and half a text is no answer`() throws {
    let (desk, terminal) = try exam(minutes: 2, clock: "2026-11-24T04:00:00Z+30000")
    terminal.type("要约；承")
    try terminal.wait(for: "时间到，自动交卷")
    try terminal.wait(for: "n = 否> ")
    terminal.type("n\r")
    #expect(terminal.finish() == .exit(0))
    #expect(terminal.isRestored)
    #expect(try answers(desk) == [])
    #expect(
      try DatabaseDump.column("SELECT count(*) FROM attempt_result", in: desk.data) == ["1"])
    #expect(terminal.text.contains("没有得满分的 1 题（其中未答 1 题）"))
    #expect(terminal.text.contains("共 1 题：答对 0，答错或不全 0，未答 1"))
    #expect(terminal.text.contains("未答的不算答错；也放进错题本"))
  }
}
