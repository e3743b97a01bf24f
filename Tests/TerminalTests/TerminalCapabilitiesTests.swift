import Foundation
import TestKit
import Testing

@testable import Terminal

/// What a terminal may be sent, judged for each stream by itself.
@Suite struct TerminalCapabilitiesTests {
  /// Two terminals of a given size, and a file.
  final class Streams {
    let terminal: Int32
    let file: Int32
    private let main: Int32

    init(columns: Int = 80, rows: Int = 24) throws {
      var main: Int32 = -1
      var own: Int32 = -1
      var size = winsize(
        ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
      try #require(openpty(&main, &own, nil, nil, &size) == 0)
      for descriptor in [main, own] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      self.main = main
      terminal = own
      file = open("/dev/null", O_RDWR | O_CLOEXEC)
      try #require(file >= 0)
    }

    func resize(columns: Int, rows: Int) {
      var size = winsize(
        ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
      _ = ioctl(main, UInt(TIOCSWINSZ), &size)
    }

    deinit { for descriptor in [main, terminal, file] { close(descriptor) } }
  }

  /// What the environment and the options say, and whether colour comes of it on a terminal.
  static let wishes: [(environment: [String: String], noColour: Bool, plain: Bool, colour: Bool)] =
    [
      (["TERM": "xterm"], false, false, true), (["TERM": "xterm-256color"], false, false, true),
      (["TERM": "xterm"], true, false, false), (["TERM": "xterm"], false, true, false),
      (["TERM": "xterm", "NO_COLOR": "1"], false, false, false),
      (["TERM": "xterm", "NO_COLOR": "0"], false, false, false),
      // no-color.org: an empty value is no wish.
      (["TERM": "xterm", "NO_COLOR": ""], false, false, true),
      (["TERM": "dumb"], false, false, false), (["TERM": ""], false, false, false),
      ([:], false, false, false),
    ]

  @Test(arguments: wishes.indices)
  func `colour is for terminals that can and persons who want it`(index: Int) throws {
    let (environment, noColour, plain, colour) = Self.wishes[index]
    let streams = try Streams()
    func capabilities(_ output: Int32, _ error: Int32) -> TerminalCapabilities {
      TerminalCapabilities(
        environment: { environment[$0] }, noColour: noColour, plain: plain, input: streams.terminal,
        output: output, error: error)
    }
    let both = capabilities(streams.terminal, streams.terminal)
    #expect(both.allowsColour(on: .output) == colour)
    #expect(both.allowsColour(on: .error) == colour)
    // Results in a file, messages on the screen; and the other way round.
    let filed = capabilities(streams.file, streams.terminal)
    #expect(!filed.allowsColour(on: .output))
    #expect(filed.allowsColour(on: .error) == colour)
    let quiet = capabilities(streams.terminal, streams.file)
    #expect(quiet.allowsColour(on: .output) == colour)
    #expect(!quiet.allowsColour(on: .error))

    let screen = Screen(filed)
    #expect(screen.styled("对", .right) == "对")
    #expect((screen.styled("对", .right, on: .error) != "对") == colour)
  }

  @Test(
    arguments: [
      ("xterm", false, true), ("xterm", true, false), ("dumb", false, false), ("", false, false),
      (nil, false, false),
    ] as [(String?, Bool, Bool)])
  func `only a terminal that can, without --plain, has its prompt redrawn`(
    name: String?, plain: Bool, redraws: Bool
  ) {
    let capabilities = TerminalCapabilities(
      environment: { $0 == "TERM" ? name : nil }, plain: plain)
    #expect(capabilities.allowsRedraw == redraws)
  }

  @Test func `a person types and sees only where input and output are terminals`() throws {
    let streams = try Streams()
    func isInteractive(_ input: Int32, _ output: Int32, _ error: Int32) -> Bool {
      TerminalCapabilities(
        environment: { _ in nil }, input: input, output: output, error: error
      ).isInteractive
    }
    let (terminal, file) = (streams.terminal, streams.file)
    #expect(isInteractive(terminal, terminal, terminal))
    #expect(isInteractive(terminal, terminal, file))
    #expect(!isInteractive(file, terminal, terminal))
    #expect(!isInteractive(terminal, file, terminal))
  }

  @Test func `the size is the terminal's of that moment`() throws {
    let streams = try Streams(columns: 40, rows: 12)
    let capabilities = TerminalCapabilities(
      environment: { $0 == "COLUMNS" ? "99" : nil }, input: streams.terminal,
      output: streams.terminal, error: streams.file)
    #expect(capabilities.width == 40)
    #expect(capabilities.height == 12)
    streams.resize(columns: 132, rows: 50)
    #expect(capabilities.width == 132)
    #expect(capabilities.height == 50)
    streams.resize(columns: 3, rows: 2)
    #expect(capabilities.width == 20)
    #expect(capabilities.height == 5)
  }

  @Test(
    arguments: [
      (nil, nil, 80, 24), ("100", "30", 100, 30), ("0", "-3", 80, 24), ("wide", "", 80, 24),
      ("5", "1", 20, 5), ("99999", "99999", 1000, 1000), ("1e3", " 50", 80, 24),
    ] as [(String?, String?, Int, Int)])
  func `without a terminal COLUMNS and LINES say the size, else 80 by 24`(
    columns: String?, rows: String?, width: Int, height: Int
  ) throws {
    let streams = try Streams()
    let capabilities = TerminalCapabilities(
      environment: { ["COLUMNS": columns, "LINES": rows][$0] ?? nil }, input: streams.file,
      output: streams.file, error: streams.terminal)
    #expect(capabilities.width == width)
    #expect(capabilities.height == height)
    // A serial line that does not know its size answers 0 by 0.
    let unknown = try Streams(columns: 0, rows: 0)
    let serial = TerminalCapabilities(
      environment: { ["COLUMNS": columns, "LINES": rows][$0] ?? nil }, input: unknown.terminal,
      output: unknown.terminal, error: unknown.terminal)
    #expect(serial.width == width)
    #expect(serial.height == height)
  }

  @Test func `a style ends with its line and hides its codes from readline`() {
    for style in Style.allCases {
      let lines = style.applied(to: "一\n\n二").split(
        separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 3)
      #expect(lines[1] == "")
      for (line, word) in [(lines[0], "一"), (lines[2], "二")] {
        #expect(line.wholeMatch(of: /\u{1B}\[[0-9;]+m(.)\u{1B}\[0m/)?.1 == Substring(word))
      }
      let prompt = style.applied(toPrompt: "答> ")
      #expect(prompt.wholeMatch(of: /\u{01}\u{1B}\[[0-9;]+m\u{02}答> \u{01}\u{1B}\[0m\u{02}/) != nil)
    }
  }
}
