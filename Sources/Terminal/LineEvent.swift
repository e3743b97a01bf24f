/// What ended the wait for a line.
package enum LineEvent: Hashable, Sendable {
  /// A line was entered; without its line end. It holds a line feed only where the prompt
  /// `keepsLineBreaks` and several lines were pasted.
  case line(String)
  /// Ctrl-D on an empty line, or the end of a file or pipe.
  case endOfInput
  /// Ctrl-C.
  case interrupt
  /// The terminal was closed, or someone asked the process to end. Every later read gives it again.
  case terminate(signal: Int32)
  /// The prompt's clock asked to stop waiting; `LineReader.draft` holds what was typed so far.
  case tick
  /// What was typed can't be taken; nothing of it is kept. Ask again.
  case refused(LineRefusal)
}
