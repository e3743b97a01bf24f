import Glibc

/// The two streams that a person reads: data on standard output, messages on standard error.
///
/// Text is only ever appended; nothing that was written is moved, cleared or painted over, save a paper
/// that nobody sits at (`clear`). Nothing is held back in a buffer either, so what a call returned from has left the program.
package final class Screen {
  package let capabilities: TerminalCapabilities

  package init(_ capabilities: TerminalCapabilities) {
    self.capabilities = capabilities
  }

  /// Writes the text as it is, whole.
  package func write(_ text: String) throws(ScreenFailure) {
    try Self.write(text, to: capabilities.output)
  }

  /// Writes one line, or an empty one.
  package func line(_ text: String = "") throws(ScreenFailure) {
    try write(text + "\n")
  }

  /// Writes many lines in few system calls; an endless sequence is written as it comes.
  package func lines(_ lines: some Sequence<String>) throws(ScreenFailure) {
    var block = ""
    for line in lines {
      block += line
      block += "\n"
      if block.utf8.count >= Self.blockSize {
        try write(block)
        block.removeAll(keepingCapacity: true)
      }
    }
    if !block.isEmpty { try write(block) }
  }

  /// Takes away all that stands on the screen and above it. Where nothing may be redrawn, empty lines push
  /// it out of sight.
  package func clear() throws(ScreenFailure) {
    guard capabilities.allowsRedraw else {
      return try lines(repeatElement("", count: capabilities.height))
    }
    try write("\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }

  /// Writes one line to standard error. Where that fails there is no place left to say so.
  package func message(_ text: String) {
    do { try Self.write(text + "\n", to: capabilities.error) } catch {}
  }

  /// The text in a style, or as it is where the stream carries no colour. The escape sequences take
  /// no columns: wrap first, style afterwards.
  package func styled(
    _ text: String, _ style: Style, on stream: TerminalCapabilities.Stream = .output
  ) -> String {
    capabilities.allowsColour(on: stream) ? style.applied(to: text) : text
  }

  private static let blockSize = 1 << 16

  private static func write(_ text: String, to descriptor: Int32) throws(ScreenFailure) {
    var text = text
    let failure: Int32? = text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
        if count >= 0 {
          done += count
          continue
        }
        switch errno {
        case EINTR: continue
        case EAGAIN:
          // Someone else made the stream non-blocking (ssh does): wait until it takes more.
          var target = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&target, 1, -1)
        case let number: return number
        }
      }
      return nil
    }
    if let failure { throw ScreenFailure(errorNumber: failure) }
  }
}
