import Foundation
import TestKit
import Testing
import Text

@testable import Terminal

/// Lines from files and pipes, whatever stands in them.
@Suite struct PipeReaderTests {
  /// All events of some bytes, up to the first end of input.
  private func events(_ bytes: [UInt8], limit: Int = LineRefusal.longestLine) throws -> [LineEvent]
  {
    let folder = try TemporaryFolder()
    let file = folder.url.appendingPathComponent("input")
    try Data(bytes).write(to: file)
    let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
    defer { close(descriptor) }
    return events(PipeReader(descriptor: descriptor, limit: limit))
  }

  private func events(_ reader: PipeReader) -> [LineEvent] {
    var events: [LineEvent] = []
    while events.count < 10_000 {
      let event = reader.readLine(LinePrompt(""))
      if event == .endOfInput { break }
      events.append(event)
    }
    // The end stays the end.
    #expect(reader.readLine(LinePrompt("")) == .endOfInput)
    #expect(reader.draft == "")
    #expect(reader.facts == [])
    return events
  }

  private func lines(_ bytes: [UInt8]) throws -> [String] {
    try events(bytes).map { event in
      guard case .line(let line) = event else { return "\(event)" }
      return line
    }
  }

  @Test(
    arguments: [
      ("", []), ("a\nb\n", ["a", "b"]), ("a\nb", ["a", "b"]), ("\n\n", ["", ""]), ("\n", [""]),
      ("a\r\nb\r\n", ["a", "b"]), ("a\r\n\r\nb\r", ["a", "", "b"]), ("a\rb\n", ["a\rb"]),
      ("\u{FEFF}甲\n\u{FEFF}乙\n", ["甲", "\u{FEFF}乙"]), ("\u{FEFF}", [""]), ("\u{FEFF}\r\n", [""]),
      ("要约；承诺\n", ["要约；承诺"]), ("a\u{2028}b\n", ["a\u{2028}b"]), ("\u{1B}[A\n", ["\u{1B}[A"]),
    ])
  func `a line ends with LF or CRLF or with the input`(text: String, expected: [String]) throws {
    #expect(try lines(Array(text.utf8)) == expected)
  }

  @Test func `a NUL is replaced, so that nothing ends a text before its end`() throws {
    #expect(
      try lines([0x61, 0, 0x62, 0x0A, 0, 0x0A, 0]) == ["a\u{FFFD}b", "\u{FFFD}", "\u{FFFD}"])
  }

  @Test(
    arguments: [
      ([0xFF, 0x0A], "\u{FFFD}"), ([0x61, 0xC3, 0x0A], "a\u{FFFD}"),
      ([0xE4, 0xB8, 0x0A], "\u{FFFD}"), ([0xED, 0xA0, 0x80, 0x0A], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      // 甲 in GB18030.
      ([0xBC, 0xD7, 0x0A], "\u{FFFD}\u{FFFD}"), ([0xC0, 0x80, 0x62, 0x0A], "\u{FFFD}\u{FFFD}b"),
    ] as [([UInt8], String)])
  func `what is not UTF-8 is replaced, and the next line is whole`(
    bytes: [UInt8], line: String
  ) throws {
    #expect(try lines(bytes + Array("乙\n".utf8)) == [line, "乙"])
  }

  @Test(arguments: ["\n", "\r\n", ""], [-1, 0, 1, 4, 5, 70_000])
  func `a line over the limit is refused by itself, and the next is taken`(
    end: String, excess: Int
  ) throws {
    let limit = 100
    let long = String(repeating: "x", count: limit + excess)
    let text = "a\n" + long + end + (end.isEmpty ? "" : "b\n")
    let middle: LineEvent = excess <= 0 ? .line(long) : .refused(.tooLong(limit: limit))
    #expect(
      try events(Array(text.utf8), limit: limit)
        == [.line("a"), middle] + (end.isEmpty ? [] : [.line("b")]))
    // The mark before the first line does not count.
    #expect(
      try events([0xEF, 0xBB, 0xBF] + Array((long + end).utf8), limit: limit) == [middle])
  }

  @Test func `a line of 100 MB is refused without filling the memory`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("input").path
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(file) }
    // A hole in the file: NULs up to the line's end.
    try #require(pwrite(file, "\nb\n", 3, 100 << 20) == 3)
    let before = try peakOfMemory()
    #expect(
      events(PipeReader(descriptor: file))
        == [.refused(.tooLong(limit: LineRefusal.longestLine)), .line("b")])
    // Other tests of this process take some too.
    #expect(try peakOfMemory() - before < 60 << 20)
  }

  /// The most memory that this process has held, in bytes.
  private func peakOfMemory() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let kibibytes = try #require(status.firstMatch(of: /VmHWM:\s*(\d+) kB/)?.1)
    return try #require(Int(kibibytes)) << 10
  }

  @Test func `a line may come in any pieces`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let text = "\u{FEFF}要约；承诺\r\n" + String(repeating: "民", count: 40_000) + "\n末"
    let bytes = Array(text.utf8)
    let writer = Thread {
      // First byte by byte, so that characters, the mark and the line end come in two.
      for byte in bytes.prefix(24) {
        _ = [byte].withUnsafeBytes { write(writing, $0.baseAddress, 1) }
      }
      var rest = bytes.dropFirst(24)
      while !rest.isEmpty {
        let count = rest.prefix(7_001).withUnsafeBytes { write(writing, $0.baseAddress, $0.count) }
        rest = rest.dropFirst(max(count, 0))
      }
      close(writing)
    }
    writer.start()
    let events = events(PipeReader(descriptor: reading, limit: 200_000))
    close(reading)
    #expect(
      events == [.line("要约；承诺"), .line(String(repeating: "民", count: 40_000)), .line("末")])
  }

  @Test func `a refusal is worded`() {
    #expect(SentenceCheck.faults(of: LineRefusal.tooLong(limit: 7).wording) == [])
    #expect(LineRefusal.tooLong(limit: 7).wording.zh.contains("7"))
    #expect(LineRefusal.tooLong(limit: 7).wording.en.contains("7"))
  }
}
