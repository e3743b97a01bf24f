import Glibc

/// Lines from a file or pipe, for scripts and `mingfa practice < answers.txt`.
///
/// Prompts, histories, completions and clocks are for people and are left out. UTF-8 is expected;
/// what is not UTF-8 is replaced by U+FFFD, and so is NUL, at which C would end the text unseen. A byte
/// order mark and the CR of a CRLF are dropped, and a last line needs no line end.
package final class PipeReader: LineReader {
  package let draft = ""
  package let facts: [TerminalFact] = []
  private let descriptor: Int32
  private let signals: SignalWatch
  private let limit: Int
  private var buffer: [UInt8] = []
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  /// Bytes of `buffer` that belong to lines already given.
  private var used = 0
  /// Bytes of the rest of `buffer` in which no line feed was found.
  private var searched = 0
  private var atStart = true
  private var atEnd = false
  /// In a line that grew over the limit: dropped up to its end, so it never fills the memory.
  private var dropping = false

  /// - Parameters:
  ///   - descriptor: standard input, save in tests.
  ///   - limit: bytes of the longest line that is taken.
  package init(
    descriptor: Int32 = STDIN_FILENO, signals: SignalWatch = .shared,
    limit: Int = LineRefusal.longestLine
  ) {
    self.descriptor = descriptor
    self.signals = signals
    self.limit = limit
  }

  package func readLine(_ prompt: LinePrompt) -> LineEvent {
    while true {
      if let stop = signals.takeStop() { return stop }
      if let event = nextBuffered() { return event }
      if atEnd { return .endOfInput }
      waitAndRead()
    }
  }

  /// The next event that the buffered bytes allow without reading more.
  private func nextBuffered() -> LineEvent? {
    if let end = lineFeed(from: used + searched) {
      return event(endingAt: end, next: end + 1)
    }
    if atEnd && (used < buffer.count || dropping) {
      return event(endingAt: buffer.count, next: buffer.count)
    }
    searched = buffer.count - used
    // Some grace: the CR and the byte order mark around a line that is just as long as allowed.
    if searched > limit + 4 {
      dropping = true
      buffer.removeAll(keepingCapacity: true)
      used = 0
      searched = 0
    }
    return nil
  }

  /// The next line feed in the buffer. By `memchr`, since a file may be one line of 100 MB.
  private func lineFeed(from start: Int) -> Int? {
    buffer.withUnsafeBytes { bytes -> Int? in
      guard start < bytes.count, let base = bytes.baseAddress else { return nil }
      let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
      return found.map { UnsafeRawPointer($0) - base }
    }
  }

  private func event(endingAt end: Int, next: Int) -> LineEvent {
    var bytes = buffer[used..<end]
    used = next
    searched = 0
    if atStart && bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    atStart = false
    if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
    defer { dropping = false }
    if dropping || bytes.count > limit { return .refused(.tooLong(limit: limit)) }
    let line = String(decoding: bytes, as: UTF8.self)
    return .line(bytes.contains(0) ? line.replacing("\0", with: "\u{FFFD}") : line)
  }

  /// Waits for bytes or a signal, and takes the bytes.
  private func waitAndRead() {
    var sources = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&sources, nfds_t(sources.count), -1) > 0, sources[0].revents != 0 else { return }
    buffer.removeFirst(used)
    used = 0
    let count = read(descriptor, &chunk, chunk.count)
    let failure = errno
    if count > 0 { buffer += chunk[..<count] }
    if count == 0 || (count < 0 && failure != EINTR && failure != EAGAIN) { atEnd = true }
  }
}
