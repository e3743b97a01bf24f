import Documents
import Questions
import Text

/// Gives codes to the questions and passages of a bank file that have none.
package struct CodeAssignment: Sendable {
  /// One code given.
  package struct Assigned: Hashable, Sendable {
    package let code: QuestionCode
    /// The line, in the file as it was, where the question or case begins.
    package let line: Int
  }

  /// The file's text as UTF-8, the same byte for byte but for the codes put in. A byte order mark
  /// is kept if the file was UTF-8.
  package let text: [UInt8]
  /// In the order of the file; empty where nothing was missing.
  package let assigned: [Assigned]

  /// Codes are the bank's id in capitals and a number greater than any such number in use, so that
  /// a code that once was is not given again as long as a later one lives.
  ///
  /// Other problems of the file don't matter here, but its front matter must be readable.
  package static func assign(to source: TextSource) -> Result<CodeAssignment, UnreadableHeader> {
    source.withBytes { bytes in
      var reader = MingfaText.Reader(bytes, file: source.name)
      let report = reader.run { _ in }
      guard let header = reader.header else {
        return .failure(UnreadableHeader(problems: report.problems))
      }
      return .success(
        CodeAssignment(
          bytes, header: header, used: reader.codes.texts(in: bytes), places: reader.uncoded,
          mark: source.encoding == .utf8 && source.hasByteOrderMark))
    }
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, header: BankHeader, used: [String],
    places: [UncodedPlace], mark: Bool
  ) {
    let prefix = String(header.id.uppercased().prefix(30)) + "-"
    var last = used.reduce(0) { max($0, Self.number(of: $1, prefix: prefix)) }
    let label = header.language == .chinese ? "编号：" : "Code: "
    var text: [UInt8] = mark ? [0xEF, 0xBB, 0xBF] : []
    var assigned: [Assigned] = []
    var copied = 0
    for place in places.sorted(by: { $0.offset < $1.offset }) {
      last += 1
      let digits = String(last)
      let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      guard let code = QuestionCode(prefix + padded) else { continue }
      assigned.append(Assigned(code: code, line: place.line))
      text += bytes[copied..<place.offset]
      copied = place.offset
      if place.fillsEmptyField {
        text += code.text.utf8
      } else {
        text += Self.lineEnd(in: bytes, around: place.offset)
        text += (label + code.text).utf8
      }
    }
    text += bytes[copied...]
    self.text = text
    self.assigned = assigned
  }

  /// 12 for `DEMO-012` and `DEMO-012-3`; 0 for a code of another form.
  private static func number(of code: String, prefix: String) -> Int {
    guard code.hasPrefix(prefix) else { return 0 }
    let digits = code.dropFirst(prefix.count).prefix { $0.isASCII && $0.isNumber }
    return digits.count <= 9 ? Int(digits) ?? 0 : 0
  }

  /// The kind of line end that the file has there.
  private static func lineEnd(
    in bytes: UnsafeBufferPointer<UInt8>, around offset: Int
  ) -> [UInt8] {
    guard let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes[..<offset].lastIndex(of: 0x0A)
    else { return [0x0A] }
    return end > 0 && bytes[end - 1] == 0x0D ? [0x0D, 0x0A] : [0x0A]
  }
}
