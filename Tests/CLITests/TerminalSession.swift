import Foundation

/// The program at a terminal: a pseudo-terminal of a given size, keys typed, what it wrote read.
final class TerminalSession {
  struct Unseen: Error, CustomStringConvertible {
    let wanted: String
    let seen: String
    var description: String { "waited for '\(wanted)' and saw:\n\(seen)" }
  }

  private let main: Int32
  private let own: Int32
  private(set) var child: ChildProcess?
  private(set) var end: ChildProcess.End?
  /// All that the program wrote, byte for byte.
  private var bytes = Data()
  /// How much of the text `wait` has gone past.
  private var passed = 0
  /// The sizes of the window, each from a place among the bytes on.
  private var sizes: [(from: Int, columns: Int, rows: Int)]

  /// Starts the program of a desk in a terminal, or another one.
  init(
    _ desk: Desk, _ arguments: [String], program: String = Desk.program, columns: Int = 80,
    rows: Int = 24
  ) throws {
    try desk.markClock(arguments)
    sizes = [(0, columns, rows)]
    var main: Int32 = -1
    var own: Int32 = -1
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&main, &own, &name, nil, &size) == 0 else {
      throw ChildProcess.NotStarted(program: "openpty", number: errno)
    }
    let terminal = String(
      decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    for descriptor in [main, own] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(main, F_SETFL, O_NONBLOCK)
    self.main = main
    // Kept open, so that the terminal can be asked after the program has gone.
    self.own = own
    child = try ChildProcess(
      program, arguments, environment: ["TERM": "xterm"].merging(desk.environment) { $1 },
      folder: desk.folder.url.path, streams: .terminal(terminal))
  }

  deinit {
    if end == nil, let child {
      child.send(SIGKILL)
      _ = child.wait(atMost: 10)
    }
    close(main)
    close(own)
  }

  /// All that was written, escape sequences too.
  var raw: String { String(decoding: bytes, as: UTF8.self) }

  /// What the program wrote, without escape sequences.
  var text: String { Self.plain(raw) }

  /// The lines as they stood on the screen.
  var lines: [String] {
    text.split(whereSeparator: { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }).map(String.init)
  }

  /// The screen as it stands now, after all that was written.
  var screen: TerminalGrid {
    take()
    var grid = TerminalGrid(columns: sizes[0].columns, rows: sizes[0].rows)
    for (index, size) in sizes.enumerated() {
      if index > 0 { grid.resize(columns: size.columns, rows: size.rows) }
      let end = index + 1 < sizes.count ? sizes[index + 1].from : bytes.count
      grid.feed(String(decoding: bytes[size.from..<end], as: UTF8.self))
    }
    return grid
  }

  /// How many prompts were opened so far: readline asks for bracketed paste with each.
  var prompts: Int { raw.matches(of: /\u{1B}\[\?2004h/).count }

  /// The window gets another size; the program is told by a signal.
  func resize(columns: Int, rows: Int = 24) {
    take()
    sizes.append((bytes.count, columns, rows))
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(main, UInt(TIOCSWINSZ), &size)
  }

  /// Waits until the screen looks as it should.
  ///
  /// - Returns: the screen then.
  @discardableResult
  func wait(
    for description: String, atMost seconds: Double = 30, until holds: (TerminalGrid) -> Bool
  ) throws -> TerminalGrid {
    let limit = ContinuousClock.now + .seconds(seconds)
    var looked = -1
    while true {
      take()
      if bytes.count != looked {
        looked = bytes.count
        let screen = screen
        if holds(screen) { return screen }
      }
      if ContinuousClock.now > limit { throw Unseen(wanted: description, seen: screen.all) }
      usleep(2000)
    }
  }

  /// Types text; `\r` is Enter.
  func type(_ keys: String) {
    var rest = Array(keys.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else { usleep(1000) }
    }
  }

  /// Waits until the program has written some words behind those that were waited for before.
  ///
  /// - Returns: what it wrote from there up to these words.
  @discardableResult
  func wait(for words: String, atMost seconds: Double = 30) throws -> String {
    let limit = ContinuousClock.now + .seconds(seconds)
    var looked = -1
    while true {
      take()
      if bytes.count != looked {
        looked = bytes.count
        let all = text
        let rest = all[all.index(all.startIndex, offsetBy: min(passed, all.count))...]
        if let found = rest.range(of: words) {
          let before = String(rest[..<found.upperBound])
          passed += before.count
          return before
        }
      }
      if ContinuousClock.now > limit { throw Unseen(wanted: words, seen: text) }
      usleep(2000)
    }
  }

  /// Types a line and waits for the next prompt.
  @discardableResult
  func enter(_ line: String, then words: String) throws -> String {
    type(line + "\r")
    return try wait(for: words)
  }

  /// Leaves with Ctrl-D at every prompt from this one on, and waits until the program ends.
  ///
  /// - Parameter answered: how many prompts were answered before.
  func leave(answered: Int, atMost seconds: Double = 30) -> ChildProcess.End {
    var answered = answered
    let limit = ContinuousClock.now + .seconds(seconds)
    while end == nil, ContinuousClock.now < limit {
      take()
      if let ended = child?.ended() {
        end = ended
      } else if prompts > answered, screen.beforeCursor.hasSuffix("> ") {
        type("\u{4}")
        answered += 1
      }
      usleep(2000)
    }
    return finish(atMost: 0)
  }

  func send(_ signal: Int32) { child?.send(signal) }

  /// The terminal hangs up, as when an SSH line is lost.
  func hangUp() { send(SIGHUP) }

  /// Waits until the program ends.
  func finish(atMost seconds: Double = 30) -> ChildProcess.End {
    if let end { return end }
    let limit = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < limit {
      // A program that writes to a full terminal would never end.
      take()
      if let ended = child?.ended() {
        end = ended
        take()
        return ended
      }
      usleep(2000)
    }
    let ended = child?.wait(atMost: 0) ?? .late
    end = ended
    return ended
  }

  /// Whether the terminal edits and echoes lines itself, as a shell expects to find it.
  var isRestored: Bool {
    var mode = termios()
    guard tcgetattr(own, &mode) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return mode.c_lflag & wanted == wanted
  }

  private func take() {
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(main, &chunk, chunk.count)
      guard count > 0 else { return }
      bytes.append(contentsOf: chunk.prefix(count))
    }
  }

  /// The text without escape sequences and the bells of readline.
  static func plain(_ text: String) -> String {
    var result = ""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{7}", "\u{F}": continue
      case "\u{1B}":
        guard scalars.first == "[" else {
          _ = scalars.popFirst()
          continue
        }
        scalars.removeFirst()
        while let next = scalars.popFirst(), !("@"..."~").contains(next) {}
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
