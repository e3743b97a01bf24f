import Foundation
import Testing

/// Sessions at a terminal: ways in, ways out, and what is kept on each.
@Suite struct SessionTests {
  /// A way to a prompt: what is typed, and the words that show that its answer has come.
  struct Prompt: Sendable, CustomTestStringConvertible {
    let name: String
    var arguments: [String] = []
    let keys: [(line: String, shown: String)]
    let prompt: String
    var testDescription: String { name }
  }

  static let prompts = [
    Prompt(name: "home", keys: [], prompt: "明法> "),
    Prompt(name: "chapters", keys: [("3", "练哪一章")], prompt: "章节> "),
    Prompt(name: "a question", arguments: ["practice", "sequential"], keys: [], prompt: "答> "),
    Prompt(
      name: "after an answer", arguments: ["practice", "sequential"], keys: [("b", "用时")],
      prompt: "回车> "),
    Prompt(
      name: "the reason of an objection", arguments: ["practice", "sequential"],
      keys: [("r", "哪里有误")],
      prompt: "理由> "),
    Prompt(
      name: "a mock exam", arguments: ["practice", "mock", "--count", "true-false=1"],
      keys: [("s", "已收藏")], prompt: "对错> "),
    Prompt(
      name: "handing in", arguments: ["practice", "mock", "--count", "true-false=1"],
      keys: [("对", "已保存：第 1 题 = 对")], prompt: "交卷？> "),
    Prompt(
      name: "the word that hands in",
      arguments: ["practice", "mock", "--count", "true-false=1"],
      keys: [(":submit", "确定交卷")], prompt: "交卷？> "),
    Prompt(name: "another learner", keys: [("9", "谁来学习")], prompt: "学员> "),
  ]

  private func session(_ prompt: Prompt) throws -> (Desk, TerminalSession) {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, prompt.arguments)
    for (line, shown) in prompt.keys {
      try terminal.wait(for: "> ")
      try terminal.enter(line, then: shown)
    }
    try terminal.wait(for: prompt.prompt)
    return (desk, terminal)
  }

  @Test(arguments: prompts)
  func `Ctrl-C ends the program with status 130 and gives the terminal back`(
    prompt: Prompt
  ) throws {
    let (desk, terminal) = try session(prompt)
    #expect(!terminal.isRestored, "readline has the terminal")
    terminal.type("半句话\u{3}")
    #expect(terminal.finish() == .exit(130))
    #expect(terminal.isRestored)
    #expect(terminal.text.unicodeScalars.last == "\n")
    #expect(try desk.mingfa("data", "check").status == 0)
  }

  @Test(arguments: prompts, [SIGTERM, SIGHUP])
  func `a program that is told to end keeps all and gives the terminal back`(
    prompt: Prompt, signal: Int32
  ) throws {
    let (desk, terminal) = try session(prompt)
    terminal.type("半句话")
    try terminal.wait(for: "半句话")
    terminal.send(signal)
    #expect(terminal.finish() == .exit(128 + signal))
    #expect(terminal.isRestored)
    let answers = prompt.keys.count { ["b", "对"].contains($0.line) }
    let kept = try DatabaseDump.column(
      "SELECT count(*) FROM step WHERE kind = 'answer'", in: desk.data)
    #expect(kept == [String(answers)])
    #expect(try desk.mingfa("data", "check").status == 0)
  }

  @Test func `Ctrl-C says that every answer is kept, and it is`() throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, ["practice", "sequential"])
    try terminal.wait(for: "答> ")
    try terminal.enter("a", then: "回车> ")
    try terminal.enter("", then: "第 2 / 8 题")
    try terminal.wait(for: "答（可多选）> ")
    terminal.type("ab\u{3}")
    #expect(terminal.finish() == .exit(130))
    #expect(terminal.text.contains("已作答的都已保存，下次接着做"))
    let kept = try DatabaseDump.column(
      "SELECT kind FROM step ORDER BY sequence", in: desk.data)
    #expect(kept == ["start", "answer", "start", "pause"])
  }

  @Test func `Ctrl-D goes one level back at a time`() throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, [])
    try terminal.wait(for: "明法> ")
    try terminal.enter("1", then: "答> ")
    terminal.type("\u{4}")
    try terminal.wait(for: "已全部保存")
    try terminal.wait(for: "明法> ")
    terminal.type("3\r")
    try terminal.wait(for: "章节> ")
    terminal.type("\u{4}")
    try terminal.wait(for: "明法> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == .exit(0))
    #expect(terminal.isRestored)
  }

  @Test func `a lost line keeps every answer`() throws {
    let desk = try Desk.town()
    do {
      let terminal = try TerminalSession(desk, ["practice", "sequential"])
      try terminal.wait(for: "答> ")
      try terminal.enter("a", then: "回车> ")
      terminal.hangUp()
      #expect(terminal.finish() == .exit(129))
    }
    #expect(
      try DatabaseDump.column("SELECT kind FROM step ORDER BY sequence", in: desk.data)
        == ["start", "answer", "pause"])
  }

  @Test(arguments: [
    ["random", "--seed", "1"], ["random", "--seed", "2"], ["random", "--seed", "3"],
    ["mock", "--count", "single=1", "--minutes", "0", "--seed", "4"],
    ["mock", "--count", "multiple=1", "--minutes", "0", "--seed", "5"],
  ])
  func `going on shows the same question with its options in the same order`(
    mode: [String]
  ) throws {
    let desk = try Desk.town()
    let first = try TerminalSession(desk, ["practice"] + mode)
    let before = try first.wait(for: "答题卡")
    first.send(SIGTERM)
    #expect(first.finish() == .exit(143))
    for _ in 1...3 {
      let next = try TerminalSession(desk, ["practice", mode[0]])
      try next.wait(for: "接着做吗")
      try next.wait(for: "回车 = 是，n = 否> ")
      let after = try next.enter("", then: "答题卡")
      let stem = try #require(after.range(of: " 第 "))
      #expect(before.contains(after[stem.lowerBound...]))
      next.send(SIGKILL)
      #expect(next.finish() == .signal(SIGKILL))
    }
  }

  @Test func `n begins anew and the old attempt is closed`() throws {
    let desk = try Desk.town()
    try desk.mingfa("practice", "sequential", input: "a\nab\n")
    let terminal = try TerminalSession(desk, ["practice", "sequential"])
    try terminal.wait(for: "n = 否> ")
    try terminal.enter("n", then: "第 1 / 8 题")
    try terminal.wait(for: "答> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == .exit(0))
    #expect(
      try DatabaseDump.column("SELECT count(*) FROM open_attempt", in: desk.data) == ["1"])
  }

  @Test func `a mock exam is handed in by typing the word, and its result is kept`() throws {
    let desk = try Desk.town()
    let terminal = try TerminalSession(
      desk, ["practice", "mock", "--count", "true-false=1,single=1", "--minutes", "10"])
    try terminal.wait(for: "第 1 / 2 题")
    try terminal.enter(":submit", then: "确定交卷")
    // A slip hands nothing in.
    try terminal.enter("y", then: "第 1 / 2 题")
    try terminal.enter(":submit", then: "确定交卷")
    try terminal.enter("交卷", then: "模拟考试结束")
    // What did not earn full marks is gone over one by one, as far as the learner likes.
    try terminal.wait(for: "没有得满分的 2 题")
    try terminal.wait(for: "n = 否> ")
    try terminal.enter("", then: "1 / 2   回车 = 下一题")
    try terminal.wait(for: "回车> ")
    try terminal.enter("", then: "2 / 2   回车 = 结束")
    try terminal.wait(for: "回车> ")
    terminal.type("\r")
    #expect(terminal.finish() == .exit(0))
    #expect(terminal.text.contains("[未合格]"))
    #expect(terminal.text.contains("共 2 题：答对 0，答错或不全 0，未答 2"))
    #expect(
      try DatabaseDump.column("SELECT score FROM attempt_result", in: desk.data) == ["0"])
  }

  @Test(arguments: ["dumb", "xterm"], [true, false])
  func `plain pages and dumb terminals get no escape sequences`(
    name: String, plain: Bool
  ) throws {
    guard plain || name == "dumb" else { return }
    let desk = try Desk.town()
    desk.environment["TERM"] = name
    let terminal = try TerminalSession(
      desk, ["practice", "sequential"] + (plain ? ["--plain"] : []))
    try terminal.wait(for: "答> ")
    try terminal.enter("a", then: "回车> ")
    terminal.type("\u{4}")
    #expect(terminal.finish() == .exit(0))
    // Pasting stays bracketed where the terminal can: nothing of it is seen or read out.
    #expect(!terminal.raw.replacing(/\u{1B}\[\?2004[hl]/, with: "").contains("\u{1B}"))
    #expect(plain != terminal.text.contains("----"))
  }

  @Test func `NO_COLOR takes the colour away, the words stay`() throws {
    func raw(_ noColour: String?) throws -> String {
      let desk = try Desk.town()
      desk.environment["NO_COLOR"] = noColour
      let terminal = try TerminalSession(desk, ["practice", "sequential"])
      try terminal.wait(for: "答> ")
      try terminal.enter("a", then: "回车> ")
      terminal.type("\u{4}")
      #expect(terminal.finish() == .exit(0))
      return terminal.raw
    }
    let colour = /\u{1B}\[[0-9;]*m/
    let (plain, coloured) = (try raw("1"), try raw(nil))
    #expect(!plain.contains(colour))
    #expect(coloured.contains(colour))
    #expect(TerminalSession.plain(plain).contains(/\[[对错]\] 回答/))
  }
}
