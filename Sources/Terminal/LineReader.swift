/// Where lines come from: a person at a terminal, or a file or pipe in her place.
package protocol LineReader: AnyObject {
  /// Waits for one line. Never throws: everything that can happen is an event.
  func readLine(_ prompt: LinePrompt) -> LineEvent

  /// What stood on the line when the last read ended by anything but Enter; else empty.
  var draft: String { get }

  /// What the person should know about the reading of lines, such as a missing locale.
  var facts: [TerminalFact] { get }
}

/// The reader that fits: readline where a person sees a terminal and types into it, else plain lines
/// from standard input.
/// - Parameter historyFolder: where remembered lines rest; nil keeps them in memory only.
package func lineReader(
  for capabilities: TerminalCapabilities, signals: SignalWatch = .shared,
  historyFolder: String? = nil
) -> any LineReader {
  capabilities.isInteractive
    ? ReadlineReader(
      capabilities: capabilities, signals: signals, historyFolder: historyFolder)
    : PipeReader(signals: signals)
}
