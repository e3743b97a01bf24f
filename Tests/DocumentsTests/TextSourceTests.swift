import Glibc
import Testing

@testable import Documents

/// A file that is removed with the value.
private final class TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws {
    var template = Array("/tmp/mingfa-documents-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    try #require(write(descriptor, bytes, bytes.count) == bytes.count)
  }

  deinit { unlink(path) }
}

private func text(_ source: TextSource) -> String {
  source.withBytes { String(decoding: $0, as: UTF8.self) }
}

private func utf16(_ text: String, littleEndian: Bool, mark: Bool = true) -> [UInt8] {
  ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
    let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
    return littleEndian ? [low, high] : [high, low]
  }
}

/// 民法典 in GB18030, as `iconv` gives it.
private let civilCodeInGB: [UInt8] = [0xC3, 0xF1, 0xB7, 0xA8, 0xB5, 0xE4]

struct TextSourceTests {
  struct Readable: CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var text: String
    var encoding: TextEncoding
    var mark = false
  }

  @Test(
    "A file in each encoding reads as the same text",
    arguments: [
      Readable(testDescription: "nothing", bytes: [], text: "", encoding: .utf8),
      Readable(
        testDescription: "UTF-8", bytes: Array("民法典\n1".utf8), text: "民法典\n1", encoding: .utf8),
      Readable(
        testDescription: "UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF] + Array("民法典".utf8),
        text: "民法典", encoding: .utf8, mark: true),
      Readable(
        testDescription: "UTF-16LE", bytes: utf16("民法典\n𠮷", littleEndian: true),
        text: "民法典\n𠮷", encoding: .utf16LittleEndian, mark: true),
      Readable(
        testDescription: "UTF-16BE", bytes: utf16("民法典\n𠮷", littleEndian: false),
        text: "民法典\n𠮷", encoding: .utf16BigEndian, mark: true),
      Readable(
        testDescription: "GB18030", bytes: civilCodeInGB, text: "民法典", encoding: .gb18030),
      Readable(
        testDescription: "GB18030 with four bytes",
        bytes: civilCodeInGB + [0x95, 0x32, 0x82, 0x36],
        text: "民法典𠀀", encoding: .gb18030),
      Readable(
        testDescription: "GB18030 with a mark", bytes: [0x84, 0x31, 0x95, 0x33] + civilCodeInGB,
        text: "民法典", encoding: .gb18030, mark: true),
    ])
  func reads(_ file: Readable) throws {
    let source = try TextSource(bytes: file.bytes, name: "bank.txt")
    #expect(text(source) == file.text)
    #expect(source.encoding == file.encoding)
    #expect(source.hasByteOrderMark == file.mark)
    let onDisk = try TemporaryFile(file.bytes)
    #expect(text(try TextSource(path: onDisk.path)) == file.text)
  }

  struct Refused: CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var fault: TextFault
  }

  @Test(
    "What is no text is refused with the line and the byte",
    arguments: [
      Refused(
        testDescription: "NUL", bytes: Array("a\nb".utf8) + [0, 0x41],
        fault: .binary(.other, line: 2, offset: 3)),
      Refused(
        testDescription: "NUL after a mark", bytes: [0xEF, 0xBB, 0xBF, 0x41, 0],
        fault: .binary(.other, line: 1, offset: 4)),
      Refused(
        testDescription: "archive", bytes: [0x50, 0x4B, 3, 4, 0x14, 0],
        fault: .binary(.office, line: 1, offset: 0)),
      Refused(
        testDescription: "old Word", bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1],
        fault: .binary(.office, line: 1, offset: 0)),
      Refused(
        testDescription: "PDF", bytes: Array("%PDF-1.7".utf8),
        fault: .binary(.pdf, line: 1, offset: 0)),
      Refused(
        testDescription: "UTF-16 without a mark",
        bytes: utf16("1. a", littleEndian: true, mark: false),
        fault: .binary(.other, line: 1, offset: 1)),
      Refused(
        testDescription: "UTF-16 cut in a sign",
        bytes: utf16("民\n法", littleEndian: true) + [0x41],
        fault: .broken(.utf16LittleEndian, line: 2, offset: 8)),
      Refused(
        testDescription: "damaged UTF-8",
        bytes: Array("一二三四五\n六七八九十".utf8) + [0xFF, 0x41],
        fault: .broken(.utf8, line: 2, offset: 31)),
      Refused(
        testDescription: "damaged UTF-8 with a mark", bytes: [0xEF, 0xBB, 0xBF, 0x41, 0xFF],
        fault: .broken(.utf8, line: 1, offset: 4)),
      Refused(
        testDescription: "neither UTF-8 nor GB18030",
        bytes: Array("a\n".utf8) + civilCodeInGB + Array("\n".utf8) + [0xFF, 0xFF],
        fault: .unknownEncoding(line: 3, offset: 9)),
    ])
  func refuses(_ file: Refused) {
    #expect(throws: file.fault) { try TextSource(bytes: file.bytes, name: "bank.txt") }
  }

  @Test("A flaw is found at the same byte, whether or not the halves are checked apart")
  func halves() {
    // Bytes of which whole signs, cut signs and stray bytes are made.
    let pieces: [[UInt8]] = [
      [0x41], Array("é".utf8), Array("民".utf8), Array("𠮷".utf8), [0x80], [0xBF, 0xBF],
      [0xE6, 0xB0],
      [0xF0, 0xA0], [0xC3], [0xFF],
    ]
    var state: UInt64 = 1
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var flaws = 0
    for _ in 0..<3_000 {
      let odd = draw(3)
      let bytes = (0..<draw(14)).flatMap { _ in pieces[draw(odd == 0 ? 10 : 4)] }
      bytes.withUnsafeBufferPointer { bytes in
        let whole = UTF8Check.firstFlaw(in: bytes, halvedFrom: .max)
        #expect(UTF8Check.firstFlaw(in: bytes, halvedFrom: 2) == whole, "\(Array(bytes))")
        if whole != nil { flaws += 1 }
      }
    }
    #expect(flaws > 500)
  }

  @Test("A file that is not there and a folder are told apart")
  func unopened() throws {
    #expect(throws: TextFault.missing) { try TextSource(path: "/tmp/mingfa-no-such-file") }
    #expect(throws: TextFault.missing) { try TextSource(path: "/etc/passwd/bank.txt") }
    #expect(throws: TextFault.directory) { try TextSource(path: "/tmp") }
  }

  @Test("A file without read permission is told as such", .enabled(if: geteuid() != 0))
  func notReadable() throws {
    let file = try TemporaryFile([0x41])
    chmod(file.path, 0)
    #expect(throws: TextFault.notReadable) { try TextSource(path: file.path) }
  }

  @Test("A file beyond the limit is refused, one at the limit is read")
  func limit() throws {
    let file = try TemporaryFile(Array("12345678".utf8))
    #expect(throws: TextFault.tooLarge(limit: 7)) { try TextSource(path: file.path, limit: 7) }
    #expect(text(try TextSource(path: file.path, limit: 8)) == "12345678")
    // A device tells no size: reading stops at the limit all the same.
    #expect(throws: TextFault.tooLarge(limit: 1 << 17)) {
      try TextSource(path: "/dev/zero", limit: 1 << 17)
    }
  }

  @Test("The head of a file is whole lines, in any encoding")
  func head() throws {
    let lines = "第一行\n第二行\n第三行"
    for (bytes, limit) in [
      (Array(lines.utf8), 22), (utf16(lines, littleEndian: true), 19),
      (utf16(lines, littleEndian: false), 19),
    ] {
      let file = try TemporaryFile(bytes)
      #expect(text(try TextSource(headOf: file.path, limit: limit)) == "第一行\n第二行\n")
      #expect(text(try TextSource(headOf: file.path, limit: 100)) == lines)
    }
    let file = try TemporaryFile(civilCodeInGB + [0x0A] + civilCodeInGB)
    #expect(text(try TextSource(headOf: file.path, limit: 10)) == "民法典\n")
  }
}
