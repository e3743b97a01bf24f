import Glibc

/// What the terminal at the other end can do, and what the person wants of it.
package struct TerminalCapabilities: Sendable {
  /// The two streams that a person reads.
  package enum Stream: Sendable {
    case output, error
  }

  /// `--plain`: for screen readers; no rules, no redrawing, no colour.
  package let plain: Bool
  /// TERM, empty where it is not set.
  package let terminalName: String
  let input: Int32
  let output: Int32
  let error: Int32
  private let colourWanted: Bool
  private let columnsHint: Int?
  private let linesHint: Int?

  /// - Parameters:
  ///   - environment: asked for NO_COLOR, TERM, COLUMNS and LINES.
  ///   - noColour: `--no-color`.
  ///   - plain: `--plain`.
  ///   - input: descriptor of the keys; output and error: of the two streams. Other than 0, 1 and 2
  ///     only in tests.
  package init(
    environment: (String) -> String?, noColour: Bool = false, plain: Bool = false,
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, error: Int32 = STDERR_FILENO
  ) {
    self.plain = plain
    self.input = input
    self.output = output
    self.error = error
    terminalName = environment("TERM") ?? ""
    // no-color.org: present and not empty, whatever its value.
    let refused = !(environment("NO_COLOR") ?? "").isEmpty
    colourWanted = !(noColour || plain || refused || terminalName.isEmpty || terminalName == "dumb")
    columnsHint = environment("COLUMNS").flatMap { Int($0) }
    linesHint = environment("LINES").flatMap { Int($0) }
  }

  /// Whether a person types at a terminal and sees on a terminal what the program writes.
  package var isInteractive: Bool { isatty(input) == 1 && isatty(output) == 1 }

  /// Whether a stream is read by a person, not by a program or a file.
  package func isSeen(_ stream: Stream) -> Bool { isatty(descriptor(of: stream)) == 1 }

  /// Whether a stream may carry colour. Each is asked for itself: results may go to a file while
  /// messages stay on the screen.
  package func allowsColour(on stream: Stream) -> Bool {
    colourWanted && isSeen(stream)
  }

  /// Whether readline's own prompt line may be redrawn while a person types.
  package var allowsRedraw: Bool { !plain && !terminalName.isEmpty && terminalName != "dumb" }

  /// Columns of the screen now: of the terminal on standard output, else COLUMNS, else 80. Asked
  /// anew each time, so the next text fits a resized window. From 20 (narrower can't be laid out)
  /// to 1,000.
  package var width: Int { min(max(size?.columns ?? Self.sensible(columnsHint) ?? 80, 20), 1000) }

  /// Rows of the screen now, in the same way; else LINES, else 24.
  package var height: Int { min(max(size?.rows ?? Self.sensible(linesHint) ?? 24, 5), 1000) }

  func descriptor(of stream: Stream) -> Int32 {
    switch stream {
    case .output: output
    case .error: error
    }
  }

  private var size: (columns: Int, rows: Int)? {
    var size = winsize()
    // A serial line answers 0 by 0: it doesn't know.
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  private static func sensible(_ hint: Int?) -> Int? {
    hint.flatMap { $0 > 0 ? $0 : nil }
  }
}
