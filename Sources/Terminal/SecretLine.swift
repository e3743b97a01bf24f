import Glibc

/// A line that is typed at a terminal and not shown: the terminal itself collects it, with its echo off.
///
/// Not through readline, whose memory, history and screen would all see it. Whatever ends the wait, the
/// terminal is back in the mode in which it was found.
struct SecretLine {
  let input: Int32
  let output: Int32
  let signals: SignalWatch

  /// Waits for the line.
  func read(_ prompt: String) -> LineEvent {
    var before = termios()
    guard tcgetattr(input, &before) == 0 else { return .endOfInput }
    var mode = before
    mode.c_lflag |= tcflag_t(ICANON | ISIG)
    // The line end of Enter is shown, so that the next text begins on a line of its own.
    mode.c_lflag &= ~tcflag_t(ECHO)
    mode.c_lflag |= tcflag_t(ECHONL)
    mode.c_iflag |= tcflag_t(ICRNL | IUTF8)
    // A shell that Ctrl-Z leads to would find the echo off. The tuple's element is VSUSP's.
    mode.c_cc.10 = 0
    // What was typed before nobody asked for, and may be a key for something else.
    guard tcsetattr(input, TCSAFLUSH, &mode) == 0 else { return .endOfInput }
    defer { tcsetattr(input, TCSADRAIN, &before) }
    show(prompt)
    let event = wait()
    switch event {
    case .interrupt: show("^C\n")
    case .line: break
    default: show("\n")
    }
    return event
  }

  private func wait() -> LineEvent {
    while true {
      if let stop = signals.takeStop() { return stop }
      var sources = [
        pollfd(fd: input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let pause: Int32 = signals.hasPending ? 0 : -1
      guard poll(&sources, nfds_t(sources.count), pause) > 0, sources[0].revents != 0 else {
        continue
      }
      // The terminal gives a line at a time, of 4,096 bytes at most.
      var bytes = [UInt8](repeating: 0, count: 4096)
      let count = Glibc.read(input, &bytes, bytes.count)
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return signals.takeStop() ?? .endOfInput }
      let typed = bytes.prefix(count)
      // A line that Ctrl-D ended is none: a password is entered, or not at all.
      guard typed.last == UInt8(ascii: "\n") else {
        tcflush(input, TCIFLUSH)
        return .endOfInput
      }
      return .line(String(decoding: typed.dropLast(), as: UTF8.self))
    }
  }

  private func show(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(output, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
