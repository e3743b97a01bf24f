import CReadline
import Glibc

/// The one readline of this process, with the state that its callbacks share.
///
/// Readline keeps everything in global variables of C and knows one line at a time, so this state is
/// global too. It is touched only by the thread that reads lines, between the start of a line and
/// its end; the callbacks are C functions and can't carry anything with them.
enum Readline {
  /// A line that was ended by a key.
  struct Finished {
    /// nil: Ctrl-D on an empty line, or the terminal's end.
    let line: String?
  }

  nonisolated(unsafe) static var finished: Finished?
  nonisolated(unsafe) static var words: [String] = []
  nonisolated(unsafe) static var signals: SignalWatch?
  nonisolated(unsafe) private(set) static var localeFact: TerminalFact?
  nonisolated(unsafe) private static var isStarted = false
  nonisolated(unsafe) private static var terminalName = ""
  nonisolated(unsafe) private static var matches: [String] = []

  /// Starts readline, once a process: the locale, the person's inputrc, then what we insist on.
  static func start(terminalName name: String) {
    guard !isStarted else { return }
    isStarted = true
    terminalName = name
    // Readline keeps the pointers.
    shim_rl_prepare(strdup("mingfa"))
    localeFact = TerminalLocale.establish(
      environment: { name in getenv(name).map { String(cString: $0) } },
      whileStarting: { rl_initialize() })
    rl_reset_terminal(name.isEmpty ? "dumb" : name)
    for (setting, value) in settings { rl_variable_bind(setting, value) }
    // Words end at spaces only: a Chinese name holds quotes and brackets of every kind.
    shim_rl_set_word_breaks(strdup(" \t\n"))
    shim_rl_set_hooks(readKey, { Readline.redisplay() }, { Readline.complete($0, $1, $2) })
    // A program that ends in the middle of a line (exit called by a clock) leaves the terminal sane.
    atexit { if Readline.signals != nil { rl_deprep_terminal() } }
  }

  /// Readline reads what a terminal can do when it learns its name.
  static func use(terminalName name: String) {
    guard name != terminalName else { return }
    terminalName = name
    rl_reset_terminal(name.isEmpty ? "dumb" : name)
  }

  private static let settings = [
    // Bytes over 127 are letters, also where the environment names no locale.
    ("input-meta", "on"), ("output-meta", "on"), ("convert-meta", "off"),
    // One Tab shows what there is; no question, no pager, no bell in an office.
    ("show-all-if-ambiguous", "on"), ("completion-query-items", "-1"), ("page-completions", "off"),
    ("bell-style", "none"),
    // An edited line of the history is back to what it was when the next line opens.
    ("revert-all-at-newline", "on"),
  ]

  // MARK: Callbacks

  /// Enter, or the end of input. Readline hands over the memory of the line.
  static let takeLine: @convention(c) (UnsafeMutablePointer<CChar>?) -> Void = { line in
    Readline.finished = Finished(line: line.map { String(cString: $0) })
    free(line)
    // Inside the handler, or readline would show its prompt again at once.
    rl_callback_handler_remove()
  }

  /// One byte of a key. The reader calls readline only when a byte waits; but readline may want more
  /// (the rest of pasted text), and a request to stop must not wait for them.
  private static let readKey: @convention(c) (UnsafeMutablePointer<FILE>?) -> Int32 = { stream in
    let descriptor = fileno(stream)
    while true {
      var sources = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: Readline.signals?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      // A request that was read from the pipe before has left nothing to wake us.
      _ = poll(&sources, nfds_t(sources.count), Readline.signals?.mustStop == true ? 0 : -1)
      if sources[0].revents == 0 {
        if Readline.signals?.mustStop == true { return EOF }
        continue
      }
      var byte: UInt8 = 0
      let count = read(descriptor, &byte, 1)
      if count == 1 { return Int32(byte) }
      if count < 0 && (errno == EINTR || errno == EAGAIN) { continue }
      return EOF
    }
  }

  /// Shows the line, unless it is one that will be refused: no screen holds it.
  static func redisplay() {
    if Int(shim_rl_end()) <= LineRefusal.longestLine { rl_redisplay() }
  }

  /// What the words of this prompt make of a typed beginning.
  private static func complete(
    _ typed: UnsafePointer<CChar>?, _ start: Int32, _ end: Int32
  ) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    shim_rl_complete_words_only()
    guard let typed else { return nil }
    let wanted = folded(String(cString: typed))
    matches = words.filter { folded($0).starts(with: wanted) }
    return rl_completion_matches(typed) { _, _ in
      Readline.matches.isEmpty ? nil : strdup(Readline.matches.removeFirst())
    }
  }

  /// Half width and small letters for full width and capitals: a person types ：ｓ as well as :s.
  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.map { scalar in
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      if (0x41...0x5A).contains(value) { value += 0x20 }
      return Unicode.Scalar(value) ?? scalar
    }
  }
}
