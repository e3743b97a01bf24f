import Documents
import Glibc
import Questions
import Testing

@testable import Formats

/// A file that is removed with the value.
private final class TemporaryFile {
  let path: String

  init(_ chunks: [[UInt8]]) throws {
    var template = Array("/tmp/mingfa-formats-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    try #require(descriptor >= 0)
    defer { close(descriptor) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    for chunk in chunks { try #require(write(descriptor, chunk, chunk.count) == chunk.count) }
  }

  convenience init(_ text: String) throws { try self.init([Array(text.utf8)]) }

  deinit { unlink(path) }
}

private let whole = MarkedBank.front + "# 第一章\n## 单选题\n" + MarkedBank.whole + "\n"

private func errors(_ report: ReadReport) -> [ReadProblem] {
  report.problems.filter { $0.severity == .error }
}

struct BankFileTests {
  @Test("A bank saved as GB18030 by another program reads like the same bank in UTF-8")
  func gb18030() throws {
    let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
    let format = MingfaText()
    let gb = try #require(format.bank(inFile: "/\(folder)/Fixtures/demo-gb18030.txt").bank)
    let utf8 = try #require(format.bank(inFile: "/\(folder)/Fixtures/demo-utf8.txt").bank)
    #expect(gb == utf8)
    #expect(gb.chapters.flatMap(\.items).count == 4)
  }

  @Test("A byte order mark and Windows line ends change nothing, columns included")
  func windows() throws {
    let text = whole + "\n## 单选题\n\n2. 题\nA. 甲\nB. 乙\n答案：丙\n编号：D-2\n"
    let windows = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    let plain = try read(text).report
    #expect(errors(plain).map(\.position) == [SourcePosition(line: 25, column: 4)])
    #expect(try read(windows).report.problems == plain.problems)
    let utf16 = [UInt16(0xFEFF)] + Array(text.utf16)
    let bytes = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let source = try TextSource(bytes: bytes, name: "bank.txt")
    #expect(MingfaText().bank(in: source).report.problems == plain.problems)
  }

  @Test("A file that can't be read is one problem, with the line where there is one")
  func faults() throws {
    func problem(_ path: String) throws -> ReadProblem {
      let (bank, report) = MingfaText().bank(inFile: path)
      #expect(bank == nil)
      #expect(report.errorCount == 1)
      return try #require(report.problems.first)
    }
    #expect(try problem("/tmp/mingfa-none").fact == .file(.missing))
    #expect(try problem("/tmp").fact == .file(.directory))
    let empty = try TemporaryFile("")
    #expect(try problem(empty.path).fact == .emptyFile)
    let binary = try TemporaryFile([Array("a\n".utf8) + [0]])
    #expect(try problem(binary.path).fact == .file(.binary(.other, line: 2, offset: 2)))
    #expect(try problem(binary.path).position == SourcePosition(line: 2, column: 1))
    let unknown = try TemporaryFile([Array("a\n\n".utf8) + [0xFF, 0xFF]])
    #expect(try problem(unknown.path).fact == .file(.unknownEncoding(line: 3, offset: 3)))
  }

  @Test("A line of 100 MB is refused at once")
  func longLine() throws {
    let chunk = [UInt8](repeating: 0x61, count: 1 << 20)
    let file = try TemporaryFile(
      [Array(MarkedBank.front.utf8)] + Array(repeating: chunk, count: 100)
        + [Array(("\n## 单选题\n" + MarkedBank.whole).utf8)])
    let clock = ContinuousClock()
    let start = clock.now
    let (bank, report) = MingfaText().bank(inFile: file.path)
    #expect(clock.now - start < .seconds(5))
    #expect(bank == nil)
    #expect(errors(report).map(\.fact) == [.lineTooLong(limit: 1 << 20)])
    #expect(errors(report).map(\.position) == [SourcePosition(line: 8, column: 1)])
    // The rest of the file was read all the same.
    #expect(report.questionCount == 1)
  }

  @Test("A line at the limit is read")
  func longestLine() throws {
    let filler = String(repeating: "a", count: (1 << 20) - "解析：".utf8.count)
    let bank = try bank(
      MarkedBank.front + "## 判断题\n1. 题\n答案：对\n解析：\(filler)\n编号：D-1\n")
    #expect(bank.chapters.first?.items.first?.questions.first?.rationale == Rationale(filler))
    let tooLong = try read(
      MarkedBank.front + "## 判断题\n1. 题\n答案：对\n解析：\(filler)b\n编号：D-1\n")
    #expect(errors(tooLong.report).map(\.fact) == [.lineTooLong(limit: 1 << 20)])
  }

  @Test("The header is read from the first 4 KB, whatever follows")
  func headerAlone() throws {
    let expected = try bank(whole).header
    let long = try TemporaryFile(
      whole + String(repeating: "答案：\u{1}乱\n", count: 100_000))
    #expect(try MingfaText().header(ofFile: long.path).get() == expected)
    let none = try TemporaryFile("1. 题\n")
    let problems = MingfaText().header(ofFile: none.path).problems
    #expect(problems.map(\.fact) == [.frontMatterMissing])
    let endless = try TemporaryFile(
      "---\n" + String(repeating: "法律：《民法典》 2020-05-28\n", count: 500))
    #expect(
      MingfaText().header(ofFile: endless.path).problems.contains {
        $0.fact == .frontMatterNotClosed
      })
    #expect(
      MingfaText().header(ofFile: "/tmp/mingfa-none").problems.map(\.fact) == [.file(.missing)])
  }

  @Test("The one format is found by name and for any file")
  func registry() {
    #expect(BankFormats.named("text")?.id == "text")
    #expect(BankFormats.named("none") == nil)
    #expect(BankFormats.format(forFile: "a/b.TXT").id == "text")
    #expect(BankFormats.format(forFile: "bank").id == "text")
  }
}

extension Result where Failure == UnreadableHeader {
  fileprivate var problems: [ReadProblem] {
    if case .failure(let header) = self { header.problems } else { [] }
  }
}
