import Testing

@testable import Formats

@Suite struct CodeTableTests {
  @Test func `each of many codes is found again in the line where it stood first`() {
    let codes = (0..<5_000).map { "C-\($0 * 7 % 5_000)" }
    var bytes: [UInt8] = []
    let ranges = codes.map { code in
      let start = bytes.count
      bytes += Array(code.utf8)
      return start..<bytes.count
    }
    bytes.withUnsafeBufferPointer { bytes in
      var table = CodeTable()
      for (line, range) in ranges.enumerated() {
        #expect(table.add(bytes, range.lowerBound, range.upperBound, line: line + 1) == nil)
      }
      for (line, range) in ranges.enumerated() {
        #expect(table.add(bytes, range.lowerBound, range.upperBound, line: 0) == line + 1)
      }
      // Of C-1234 the beginning is another code.
      #expect(table.add(bytes, ranges[1].lowerBound, ranges[1].lowerBound + 2, line: 9) == nil)
      #expect(table.texts(in: bytes) == codes + ["C-"])
    }
  }
}
