import Foundation
import TestKit
import Testing

/// From copies of one data folder, with a fixed clock, the same seed gives the same screens and the
/// same records; another seed gives others.
@Suite struct SameSeedTests {
  /// A run of the program: its arguments, `SEED` for a seed, and what is typed.
  struct Session: Sendable {
    let arguments: String
    var input = ""

    func words(seed: Int) -> [String] {
      arguments.replacing("SEED", with: String(seed)).split(separator: " ").map(String.init)
    }
  }

  private static let mock =
    "practice mock --seed SEED --count single=1,multiple=1,true-false=1,fill-in=4,case=1"

  /// What is gone through on a pipe, one after the other.
  static let pipe = [
    Session(
      arguments: "practice sequential --seed SEED --bank town",
      input: "a\nb\ns\nab\n?\nc\nk\n对\n要约；拒绝\n:skip\nb\nr 答案应为Ｂ，改了\n错\n租金\n"),
    Session(arguments: "practice random --seed SEED", input: "正确1\n正确2\n正确3\nb\nab\n对\n正确9\n"),
    Session(
      arguments: "practice chapter --chapter 合同 --bank town --seed SEED", input: "要约；承诺\n租金\na\n"),
    Session(arguments: "practice notebook --seed SEED", input: "a\nab\n对\n要约；承诺\n租金 租期\na\n错\n"),
    Session(arguments: "practice starred --seed SEED", input: "ab\n"),
    Session(
      arguments: mock + " --minutes 30",
      input: "a\nab\nm\n对\n正确1\n正确2\n要约；承诺\nx\n:sheet\na\n错\n:submit\n交卷\n"),
    Session(arguments: mock + " --minutes 1", input: "a\nb\nab\n对\n错\n正确1\n正确2\nx\n"),
    Session(arguments: "stats"), Session(arguments: "stats --format json --lang en"),
    Session(arguments: "report pass-rate --output -"),
    Session(arguments: "report pass-rate --format csv"),
    Session(arguments: "report pass-rate --format json --lang en"),
    Session(arguments: "bank objections --format json"), Session(arguments: "bank list"),
    Session(arguments: "learner list"), Session(arguments: "data check"),
  ]

  /// The screens of all sessions on a pipe, and the records they leave.
  private func screens(
    seed: Int, clock: String = "2026-11-24T04:00:00Z+4000"
  ) throws -> (screens: [String], records: String) {
    let desk = try Desk(data: LoadedFolders.noon.get())
    desk.environment["MINGFA_CLOCK"] = clock
    let screens = try Self.pipe.map { session in
      let run = try desk.run(
        Desk.program, session.words(seed: seed), input: Data(session.input.utf8))
      #expect(run.status == 0, "\(session.arguments)\n\(run.errors)")
      return run.text + "\n--\n" + run.errors
    }
    return (screens, try desk.dump())
  }

  @Test func `on a pipe, copies of a folder give the same screens and the same records`() throws {
    let first = try screens(seed: 7)
    let second = try screens(seed: 7)
    for (index, session) in Self.pipe.enumerated() {
      #expect(first.screens[index] == second.screens[index], "\(session.arguments)")
    }
    #expect(first.records == second.records)
    // What is compared is not nothing.
    #expect(first.screens.joined().contains("[对] 回答正确"))
    #expect(first.screens.joined().contains("时间到，自动交卷"))
    #expect(first.records.contains("答案应为Ｂ，改了"))

    let other = try screens(seed: 8)
    for index in [1, 5] {
      #expect(first.screens[index] != other.screens[index], "\(Self.pipe[index].arguments)")
    }
    #expect(first.records != other.records)
    let later = try screens(seed: 7, clock: "2026-12-24T04:00:00Z+4000")
    #expect(first.screens[9] != later.screens[9], "the report says what month it is of")
  }

  /// What is typed at a terminal: a line for each prompt, or ^D.
  struct Keys: Sendable {
    let arguments: String
    let lines: [String]
  }

  static let terminal = [
    Keys(
      arguments: "practice sequential --seed SEED --bank town",
      lines: ["a", "", ":st", "s", "ab", "y", "l", "", "?", "p", "", "a", "u", "b", "", "^D"]),
    Keys(
      arguments: "practice random --seed SEED --bank numbers",
      lines: ["正确1", "", "正确2", "", ":report 题干，不通", ":stop"]),
    Keys(arguments: "practice notebook --seed SEED", lines: ["b", "^D"]),
    Keys(
      arguments: "practice mock --seed SEED --count single=1,true-false=1,fill-in=3 --minutes 30",
      lines: ["a", "对", "正确1", ":mark", "正确2", ":jump 3", "正确3", ":submit", "交卷", "", "0"]),
    Keys(arguments: "--lang en", lines: ["10", "11", "4", "", "3", "0", "0"]),
  ]

  /// The screens of all sessions at a terminal, and the records they leave.
  private func shown(seed: Int) throws -> (screens: [String], records: String) {
    let desk = try Desk(data: LoadedFolders.noon.get())
    desk.environment["MINGFA_CLOCK"] = "2026-11-24T04:00:00Z"
    let screens = try Self.terminal.map { keys in
      let session = Session(arguments: keys.arguments)
      let terminal = try TerminalSession(desk, session.words(seed: seed), columns: 72, rows: 30)
      for (number, line) in keys.lines.enumerated() {
        // A new prompt stands.
        try terminal.wait(for: "prompt \(number) of \(keys.arguments)") { screen in
          screen.beforeCursor.hasSuffix("> ") && terminal.prompts > number
        }
        terminal.type(line == "^D" ? "\u{4}" : line + "\r")
      }
      let end = terminal.finish()
      #expect(end == .exit(0), "\(keys.arguments)\n\(terminal.screen.all)")
      return terminal.screen.all
    }
    return (screens, try desk.dump())
  }

  @Test func `at a terminal, copies of a folder give the same screens and the same records`() throws
  {
    let first = try shown(seed: 7)
    let second = try shown(seed: 7)
    for (index, keys) in Self.terminal.enumerated() {
      #expect(first.screens[index] == second.screens[index], "\(keys.arguments)")
    }
    #expect(first.records == second.records)
    #expect(first.screens.joined().contains("模拟考试结束"))
    let other = try shown(seed: 8)
    #expect(first.screens[1] != other.screens[1])
    #expect(first.screens[3] != other.screens[3])
    #expect(first.records != other.records)
  }
}
