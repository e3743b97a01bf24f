import Foundation
import TestKit
import Testing
import Text

/// What readline makes of keys at a prompt: Chinese, windows that change, completion, history,
/// pasted text, suspension.
@Suite struct TypingTests {
  /// The first question of the second chapter has two blanks.
  static let blanks = ["practice", "chapter", "--chapter", "合同", "--bank", "town"]

  private func session(
    _ arguments: [String], at prompt: String, columns: Int = 80
  ) throws -> (Desk, TerminalSession) {
    let desk = try Desk.town()
    let terminal = try TerminalSession(desk, arguments, columns: columns)
    try terminal.wait(for: prompt)
    return (desk, terminal)
  }

  /// The answers on record, as they are stored.
  private func answers(_ desk: Desk) throws -> [String] {
    try DatabaseDump.column(
      "SELECT payload FROM step WHERE kind = 'answer' ORDER BY sequence", in: desk.data)
  }

  @Test func `Chinese is edited by character, with the cursor where the text is`() throws {
    let (desk, terminal) = try session(Self.blanks, at: "填空> ")
    terminal.type("要约啊\u{7F}；承诺")
    try terminal.wait(for: "the typed text") { $0.beforeCursor == "填空> 要约；承诺" }
    // Left, left, left: before the semicolon; then Home and End.
    terminal.type("\u{1B}[D\u{1B}[D\u{1B}[D人")
    try terminal.wait(for: "the insertion") {
      $0.line == "填空> 要约人；承诺" && $0.beforeCursor == "填空> 要约人"
    }
    terminal.type("\u{7F}\u{1}")
    try terminal.wait(for: "the start") { $0.line == "填空> 要约；承诺" && $0.beforeCursor == "填空> " }
    terminal.type("\u{5}\r")
    try terminal.wait(for: "[对] 回答正确")
    #expect(try answers(desk).count == 1)
  }

  @Test(arguments: [40, 33, 100])
  func `a window that is resized while a prompt stands keeps what was typed`(columns: Int) throws {
    let (desk, terminal) = try session(Self.blanks, at: "填空> ")
    let typed = "要约就是希望和别人订立合同的意思表示；承诺"
    terminal.type(typed)
    try terminal.wait(for: "the typed text") { $0.beforeCursor == "填空> " + typed }
    terminal.resize(columns: columns)
    // The prompt is drawn anew for the new width, once.
    let screen = try terminal.wait(for: "the prompt at \(columns) columns") { screen in
      let rows = screen.lines[...screen.row]
      guard let start = rows.lastIndex(where: { $0.hasPrefix("填空> ") }) else { return false }
      return rows[start...].joined() == "填空> " + typed
    }
    #expect(screen.lines.count { $0.hasPrefix("填空> ") } == 1)
    terminal.type("来了")
    try terminal.wait(for: "more text") { screen in
      screen.lines[..<(screen.row + 1)].joined().hasSuffix(typed + "来了")
    }
    // The next page has the new width.
    terminal.type("\r")
    try terminal.wait(for: "回车> ")
    let end = terminal.screen
    #expect(end.lines.contains(String(repeating: "-", count: columns)))
    #expect(try answers(desk).count == 1)
    #expect(try answers(desk).first?.contains("承诺来了") == true)
  }

  @Test func `at 40 columns nothing but a long answer goes over a line's end`() throws {
    let (_, terminal) = try session(["practice", "sequential"], at: "> ", columns: 40)
    for answer in [
      "?", "a", "", "ab", "", "a", "", "对", "", "要约；承诺", "", "租金和租期", "", "a", "", "对", "",
    ] {
      try terminal.wait(for: "a prompt") { $0.beforeCursor.hasSuffix("> ") }
      // What was typed for the last prompt may still be on its way to the screen.
      let before = terminal.screen.all
      terminal.type(answer + "\r")
      try terminal.wait(for: "an answer to '\(answer)'") { screen in
        screen.all != before
          && (screen.beforeCursor.hasSuffix("> ") || screen.all.contains("本次答题 8"))
      }
    }
    #expect(terminal.finish() == .exit(0))
    #expect(terminal.screen.wraps == 0)
    #expect(terminal.lines.filter { DisplayWidth.columns(of: $0) > 40 } == [])
    #expect(terminal.screen.all.contains("本次答题 8"))
  }

  @Test func `Tab shows what may follow and completes what is sure, in either width`() throws {
    let (desk, terminal) = try session(["practice", "sequential"], at: "答> ")
    terminal.type(":st\t")
    try terminal.wait(for: "both words") {
      $0.all.contains(/:star +:stop/) && $0.beforeCursor == "答> :st"
    }
    terminal.type("a\t")
    try terminal.wait(for: "the word") { $0.beforeCursor == "答> :star" }
    terminal.type("\r")
    try terminal.wait(for: "已收藏")
    try terminal.wait(for: "答> ")
    terminal.type("：ＨＥ\t")
    try terminal.wait(for: "the word") { $0.beforeCursor == "答> :help" }
    terminal.type("\r")
    try terminal.wait(for: "Ctrl-C 保存并结束")
    try terminal.wait(for: "答> ")
    // Nothing else is offered: no file names.
    terminal.type("b\t\t")
    terminal.type("\r")
    try terminal.wait(for: "用时")
    #expect(try answers(desk).count == 1)
    #expect(
      try DatabaseDump.column("SELECT count(*) FROM star", in: desk.data) == ["1"])
  }

  @Test func `the beginning of two commands is asked about, not guessed`() throws {
    let (desk, terminal) = try session(["practice", "sequential"], at: "答> ")
    try terminal.enter(":st", then: ":st 可以是 :star 收藏、:stop 保存退出，请多输入几个字")
    try terminal.enter(":收", then: "已收藏")
    #expect(try DatabaseDump.column("SELECT count(*) FROM star", in: desk.data) == ["1"])
  }

  @Test func `Up brings back what was chosen at home, also in the next run, and no answers`() throws
  {
    let (desk, terminal) = try session([], at: "明法> ")
    try terminal.enter("10", then: "答题")
    try terminal.wait(for: "明法> ")
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "the line before") { $0.beforeCursor == "明法> 10" }
    terminal.type("\u{15}顺序\r")
    try terminal.wait(for: "答> ")
    terminal.type("a\r")
    try terminal.wait(for: "回车> ")
    terminal.type("\u{1B}[A")
    terminal.type("x\u{7F}\u{4}")
    try terminal.wait(for: "明法> ")
    terminal.type("\u{1B}[A")
    try terminal.wait(for: "the choice") { $0.beforeCursor == "明法> 顺序" }
    terminal.type("\u{1B}[A\u{1B}[A")
    try terminal.wait(for: "the first choice") { $0.beforeCursor == "明法> 10" }
    terminal.type("\u{15}0\r")
    #expect(terminal.finish() == .exit(0))
    let next = try TerminalSession(desk, [])
    try next.wait(for: "明法> ")
    next.type("\u{1B}[A\u{1B}[A")
    try next.wait(for: "a choice of the last run") { $0.beforeCursor == "明法> 顺序" }
    next.type("\u{3}")
    #expect(next.finish() == .exit(130))
    let kept = try String(
      contentsOf: desk.data.appendingPathComponent("history-home"), encoding: .utf8)
    #expect(kept == "10\n顺序\n0\n")
  }

  @Test func `several pasted lines answer one question at most, after Enter`() throws {
    let (desk, terminal) = try session(Self.blanks, at: "填空> ")
    terminal.type("\u{1B}[200~要约\n承诺\r\n\u{1B}[201~")
    try terminal.wait(for: "the pasted text") { $0.all.contains(/填空> 要约\n承诺/) }
    // Pasted line ends enter nothing.
    terminal.type("\u{1}")
    try terminal.wait(for: "the start") { $0.beforeCursor == "填空> " }
    #expect(try answers(desk) == [])
    terminal.type("\u{5}\r")
    try terminal.wait(for: "[对] 回答正确")
    try terminal.wait(for: "回车> ")
    #expect(try answers(desk).count == 1)
  }

  @Test func `Ctrl-Z gives the terminal to the shell, and fg goes on with what was typed`() throws {
    let desk = try Desk.town()
    desk.environment["PS1"] = "shell$ "
    desk.environment["HISTFILE"] = "/dev/null"
    let terminal = try TerminalSession(
      desk, ["--norc", "--noprofile", "-i"], program: "/bin/bash")
    try terminal.wait(for: "shell$ ")
    terminal.type("'\(Desk.program)' \(Self.blanks.joined(separator: " "))\r")
    try terminal.wait(for: "填空> ")
    terminal.type("要约；承")
    try terminal.wait(for: "half a text") { $0.beforeCursor == "填空> 要约；承" }
    terminal.type("\u{1A}")
    try terminal.wait(for: "shell$ ")
    // The shell has a terminal that echoes.
    try terminal.enter("echo ab''cd", then: "abcd")
    try terminal.wait(for: "shell$ ")
    terminal.type("fg\r")
    try terminal.wait(for: "the text again") { $0.beforeCursor == "填空> 要约；承" }
    terminal.type("诺\r")
    try terminal.wait(for: "[对] 回答正确")
    try terminal.wait(for: "回车> ")
    terminal.type("\u{4}")
    try terminal.wait(for: "shell$ ")
    #expect(try answers(desk).count == 1)
    terminal.type("exit\r")
    #expect(terminal.finish() == .exit(0))
  }
}
