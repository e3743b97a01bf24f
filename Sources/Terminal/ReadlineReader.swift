import CReadline
import Glibc

/// Lines typed by a person at a terminal, edited with GNU readline.
///
/// Readline's own cursor is the terminal's, so the windows of input methods open where the text is.
/// It runs through its callback interface: this reader waits for keys, signals and the clock at
/// once, and gives readline one key at a time. Whatever ends the wait, the terminal is back in the
/// mode in which it was found before `readLine` returns, and the cursor is at the start of a line.
package final class ReadlineReader: LineReader {
  package private(set) var draft = ""
  package var facts: [TerminalFact] {
    [Readline.localeFact, history.failure].compactMap { $0 }
  }

  private let capabilities: TerminalCapabilities
  private let signals: SignalWatch
  private var history: LineHistory
  private let input: UnsafeMutablePointer<FILE>
  private let output: UnsafeMutablePointer<FILE>

  /// - Parameters:
  ///   - historyFolder: where remembered lines rest; nil keeps them in memory only.
  ///   - input, output: standard input and output, save in tests.
  package init(
    capabilities: TerminalCapabilities, signals: SignalWatch = .shared,
    historyFolder: String? = nil, input: UnsafeMutablePointer<FILE>? = nil,
    output: UnsafeMutablePointer<FILE>? = nil
  ) {
    self.capabilities = capabilities
    self.signals = signals
    self.input = input ?? shim_standard_input()
    self.output = output ?? shim_standard_output()
    history = LineHistory(folder: historyFolder)
    Readline.start(terminalName: capabilities.terminalName)
  }

  package func readLine(_ prompt: LinePrompt) -> LineEvent {
    draft = ""
    if let stop = signals.takeStop() { return stop }
    if prompt.isSecret {
      return SecretLine(input: fileno(input), output: fileno(output), signals: signals)
        .read(prompt.text)
    }
    open(prompt)
    defer { signals.watchSuspension(false) }
    var nextTick = prompt.clock.map { monotonicSeconds() + $0.interval }
    while true {
      if let event = stopEvent() { return event }
      answerTerminal()
      if let clock = prompt.clock, let due = nextTick, monotonicSeconds() >= due {
        nextTick = due + clock.interval
        // A slow tick, or a suspended process, must not make up for the ticks it missed.
        if let next = nextTick, next < monotonicSeconds() {
          nextTick = monotonicSeconds() + clock.interval
        }
        if tick(clock, prompt) { return abandon(.tick) }
      }
      guard let event = waitForKey(until: nextTick, prompt) else { continue }
      return event
    }
  }

  // MARK: Start and end of one line

  private func open(_ prompt: LinePrompt) {
    Readline.finished = nil
    Readline.words = prompt.completions
    Readline.signals = signals
    shim_rl_set_streams(input, output)
    Readline.use(terminalName: capabilities.terminalName)
    // The window may have been resized while no line was read.
    rl_reset_screen_size()
    rl_clear_history()
    if let kind = prompt.history {
      for line in history.lines(of: kind) { add_history(line) }
    }
    using_history()
    signals.watchSuspension(true)
    shim_rl_forget_eof()
    rl_callback_handler_install(shown(prompt.text, prompt), Readline.takeLine)
    if !prompt.startingText.isEmpty {
      rl_insert_text(prompt.startingText)
      Readline.redisplay()
    }
  }

  /// Ends the line without Enter: keeps what was typed as the draft, and gives the terminal back.
  private func abandon(_ event: LineEvent) -> LineEvent {
    let tooLong = Int(shim_rl_end()) > LineRefusal.longestLine
    draft = tooLong ? "" : String(cString: shim_rl_line())
    if !tooLong {
      // The next text belongs below the whole line, wherever in it the cursor is.
      shim_rl_set_point(shim_rl_end())
      Readline.redisplay()
    }
    if event == .interrupt { rl_echo_signal_char(SIGINT) }
    close()
    return event
  }

  private func close() {
    rl_callback_sigcleanup()
    rl_free_line_state()
    rl_callback_handler_remove()
    fputs("\n", output)
    fflush(output)
  }

  private func stopEvent() -> LineEvent? {
    signals.takeStop().map { abandon($0) }
  }

  // MARK: Keys

  /// Waits for a key, a signal or the clock, and gives a key to readline. nil: go on waiting.
  private func waitForKey(until due: Double?, _ prompt: LinePrompt) -> LineEvent? {
    var sources = [
      pollfd(fd: fileno(input), events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    // At least a millisecond, so that rounding down does not make the loop spin.
    var pause = due.map { Int32(min(max(($0 - monotonicSeconds()) * 1000, 0) + 1, 1e6)) } ?? -1
    // A signal that came since the loop looked for it has left nothing to wake us.
    if signals.hasPending { pause = 0 }
    guard poll(&sources, nfds_t(sources.count), pause) > 0 else { return nil }
    let found = Int32(sources[0].revents)
    guard found != 0 else { return nil }
    // The terminal went away, and nothing it sent is left to be read.
    if found & POLLIN == 0 { return abandon(.endOfInput) }
    if let watch = prompt.watch, watch.keyComes(), shim_rl_end() == 0 {
      // The key may be someone else's, and answers nothing.
      tcflush(fileno(input), TCIFLUSH)
      return abandon(.tick)
    }
    rl_callback_read_char()
    guard let finished = Readline.finished else {
      return Int(shim_rl_end()) > LineRefusal.longestLine ? refuse() : nil
    }
    guard let line = finished.line else {
      // Ctrl-D may leave the cursor behind the prompt. A signal that came meanwhile says more.
      if shim_rl_ends_line_at_eof() == 0 {
        fputs("\n", output)
        fflush(output)
      }
      return signals.takeStop() ?? .endOfInput
    }
    return entered(line, prompt)
  }

  private func entered(_ line: String, _ prompt: LinePrompt) -> LineEvent {
    guard line.utf8.count <= LineRefusal.longestLine else {
      return .refused(.tooLong(limit: LineRefusal.longestLine))
    }
    var scalars = line.unicodeScalars
    while scalars.last == "\n" { scalars.removeLast() }
    if !prompt.keepsLineBreaks {
      scalars = String.UnicodeScalarView(scalars.map { $0 == "\n" ? " " : $0 })
    }
    let text = String(scalars)
    if let kind = prompt.history { history.add(text, of: kind) }
    return .line(text)
  }

  private func refuse() -> LineEvent {
    _ = abandon(.refused(.tooLong(limit: LineRefusal.longestLine)))
    // The rest of an endless paste would otherwise answer the next questions.
    tcflush(fileno(input), TCIFLUSH)
    return .refused(.tooLong(limit: LineRefusal.longestLine))
  }

  // MARK: Signals that concern the terminal

  private func answerTerminal() {
    if signals.take(\.suspend) {
      rl_echo_signal_char(SIGTSTP)
      rl_cleanup_after_signal()
      signals.watchSuspension(false)
      raise(SIGTSTP)
      // Here the process stands still until the shell continues it.
      signals.watchSuspension(true)
      _ = signals.take(\.resumed)
      reopen()
    }
    if signals.take(\.resumed) {
      // Stopped without a word (SIGSTOP): the shell has set the terminal to its own mode.
      rl_cleanup_after_signal()
      reopen()
    }
    if signals.take(\.resized) { shim_rl_resize() }
  }

  private func reopen() {
    rl_reset_after_signal()
    rl_reset_screen_size()
    rl_on_new_line()
    Readline.redisplay()
  }

  // MARK: The clock

  /// Lets the clock tick; true where it asks to stop.
  private func tick(_ clock: PromptClock, _ prompt: LinePrompt) -> Bool {
    show(clock.onTick(), prompt)
  }

  /// Shows what a tick says; true where it asks to stop.
  private func show(_ tick: PromptClock.Tick, _ prompt: LinePrompt) -> Bool {
    switch tick {
    case .nothing: return false
    case .stop: return true
    case .stopIfEmpty(let other): return shim_rl_end() == 0 || show(other, prompt)
    case .prompt(let text):
      // Not in the middle of a search or a key sequence, whose display readline owns just then.
      guard capabilities.allowsRedraw, shim_rl_is_busy() == 0 else { return false }
      rl_set_prompt(shown(text, prompt))
      Readline.redisplay()
      return false
    case .notice(let lines, let text):
      if capabilities.allowsRedraw {
        rl_clear_visible_line()
      } else {
        // Nothing is redrawn: the notice comes below, then the prompt and what was typed again.
        fputs("\n", output)
      }
      for line in lines { fputs(line + "\n", output) }
      fflush(output)
      rl_set_prompt(shown(text, prompt))
      rl_on_new_line()
      Readline.redisplay()
      return false
    }
  }

  private func shown(_ text: String, _ prompt: LinePrompt) -> String {
    guard let style = prompt.style, capabilities.allowsColour(on: .output) else { return text }
    return style.applied(toPrompt: text)
  }
}

/// Seconds of a clock that nobody sets.
private func monotonicSeconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
