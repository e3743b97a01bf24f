import Foundation
import Testing

/// What is typed at a prompt and is neither an answer nor a choice.
@Suite struct PromptTests {
  /// A prompt, how to get there, and what `?` says there.
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    var arguments: [String] = []
    var keys: [String] = []
    let prompt: String
    let help: String
    /// Whether 0 and q lead one level up from here.
    var leadsBack = true
    var testDescription: String { name }
  }

  static let places = [
    Place(name: "home", prompt: "明法> ", help: "输入左边的编号"),
    Place(name: "chapters", keys: ["3"], prompt: "章节> ", help: "请输入 1 到 2"),
    Place(name: "who is learning", keys: ["9"], prompt: "学员> ", help: "请输入 1；新学员请输入 n"),
    Place(name: "a new name", keys: ["9", "n"], prompt: "姓名> ", help: "新学员叫什么名字"),
    Place(name: "a choice", arguments: ["practice", "sequential"], prompt: "答> ", help: "/ :skip"),
    Place(
      name: "after an answer", arguments: ["practice", "sequential"], keys: ["a"], prompt: "回车> ",
      help: "直接回车做下一题"),
    Place(
      name: "looking back", arguments: ["practice", "sequential"], keys: ["a", "", "p"],
      prompt: "回车> ", help: "回车 = 回到没答的题"),
    Place(
      name: "an objection", arguments: ["practice", "sequential"], keys: ["r"], prompt: "理由> ",
      help: "此题哪里有误"),
    Place(
      name: "a note", arguments: ["practice"], keys: ["i"], prompt: "笔记> ", help: "写一句笔记"),
    Place(name: "a search", arguments: ["practice"], keys: ["/"], prompt: "查题> ", help: "找什么词"),
    Place(
      name: "handing in", arguments: ["practice", "mock", "--count", "true-false=1"],
      keys: [":submit"], prompt: "交卷？> ", help: "确定交卷请输入"),
    Place(
      name: "words", arguments: ["practice", "mock", "--count", "fill-in=1"], prompt: "填空> ",
      help: ":submit", leadsBack: false),
  ]

  private func session(_ place: Place) throws -> (Desk, TerminalSession) {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, place.arguments)
    for key in place.keys {
      try terminal.wait(for: "> ")
      terminal.type(key + "\r")
      // The echo goes by, so that the next prompt waited for is a new one.
      try terminal.wait(for: "\n")
    }
    try terminal.wait(for: place.prompt)
    return (desk, terminal)
  }

  /// The rows of what was written; the terminal's carriage returns are none of them.
  private func rows(_ text: String) -> [Substring] {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\r" }))
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test(arguments: places)
  func `a question mark tells what can be typed, and the prompt stays`(place: Place) throws {
    let (desk, terminal) = try session(place)
    defer { withExtendedLifetime(desk) {} }
    let words = try terminal.enter("?", then: place.prompt)
    #expect(words.contains(place.help))
    #expect(rows(words).count <= 17)
  }

  @Test(arguments: places.filter(\.leadsBack), ["0", "q", "ｑ"])
  func `0 and q lead one level back`(place: Place, key: String) throws {
    let (desk, terminal) = try session(place)
    defer { withExtendedLifetime(desk) {} }
    terminal.type(key + "\r")
    switch place.name {
    case "home", "a choice", "after an answer", "looking back":
      #expect(terminal.finish() == .exit(0))
    case "an objection", "a note", "a search": try terminal.wait(for: "答> ")
    case "handing in": try terminal.wait(for: "对错> ")
    default: try terminal.wait(for: "明法> ")
    }
    #expect(!terminal.text.contains("已记下"))
  }

  @Test func `what the menu does not understand is told in one line`() throws {
    let (desk, terminal) = try session(Self.places[0])
    defer { withExtendedLifetime(desk) {} }
    let words = try terminal.enter("第九", then: "明法> ")
    #expect(rows(words) == ["第九", " 请输入 0 到 11 的编号", "明法> "])
  }

  @Test func `Ctrl-D leaves no empty line, then or later`() throws {
    for name in ["xterm", "dumb"] {
      let desk = try Desk.town()
      desk.environment["TERM"] = name
      let terminal = try TerminalSession(desk, [])
      try terminal.wait(for: "明法> ")
      try terminal.enter("1", then: "答> ")
      terminal.type("\u{4}")
      try terminal.wait(for: "明法> ")
      try terminal.enter("?", then: "明法> ")
      try terminal.enter("0", then: "\n")
      #expect(terminal.finish() == .exit(0))
      #expect(!rows(terminal.text).dropLast().contains(""), "\(name): \(terminal.text)")
    }
  }

  @Test func `who looks back returns to the question that was left open`() throws {
    let (desk, terminal) = try session(Self.places[4])
    defer { withExtendedLifetime(desk) {} }
    try terminal.enter("a", then: "回车> ")
    try terminal.enter("", then: "第 2 / 8 题")
    for way in ["p", "j 1"] {
      try terminal.wait(for: "答（可多选）> ")
      let back = try terminal.enter(way, then: "回车> ")
      #expect(back.contains("第 1 / 8 题") && back.contains("你的答案"))
      try terminal.enter("", then: "第 2 / 8 题")
    }
  }

  @Test(arguments: ["\u{4}", "\u{3}"])
  func `who leaves an exam is told that its clock goes on`(key: String) throws {
    let desk = try Desk.town()
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T01:00:00Z"
    for (minutes, told) in [("20", true), ("0", false)] {
      let terminal = try TerminalSession(
        desk, ["practice", "mock", "--new", "--count", "true-false=1", "--minutes", minutes])
      try terminal.wait(for: "对错> ")
      terminal.type(key)
      #expect(terminal.finish() == .exit(key == "\u{4}" ? 0 : 130))
      #expect(terminal.text.contains("考试时间照走，还剩 20 分 0 秒") == told)
    }
  }

  @Test func `the same data, clock and seed give the same screens`() throws {
    func screens(seed: String) throws -> String {
      let desk = try Desk.town()
      desk.environment["MINGFA_CLOCK"] = "2026-11-24T01:00:00Z+1500"
      desk.environment["MINGFA_SEED"] = seed
      let answers = "b\nac\n\n对\n要约；承诺\n租金\na\n"
      return try ["sequential", "random", "mock"].map { mode in
        let run = try desk.mingfa("practice", mode, "--new", input: answers)
        return run.text + run.errors
      }.joined()
    }
    let first = try screens(seed: "7")
    #expect(try screens(seed: "7") == first)
    #expect(try screens(seed: "8") != first)
  }
}
