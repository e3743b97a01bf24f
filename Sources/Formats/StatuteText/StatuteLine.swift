import Documents

/// A line of a statute's text with its place in the file.
struct StatuteLine {
  /// From 1; in a Word document the number of the paragraph.
  let number: Int
  /// The column where `text` begins, from 1.
  let column: Int
  /// Without spaces at its ends and without signs that are not seen.
  let text: Substring
  /// How many # stand before it; 0 for text.
  let mark: Int
  /// Whether the program that wrote the file shows a number before it that is not in the file.
  let isNumbered: Bool

  init(number: Int, raw: Substring, isNumbered: Bool = false) {
    self.number = number
    self.isNumbered = isNumbered
    var text = Self.seen(raw)
    var column = 1
    func skip() {
      while text.first?.isWhitespace == true {
        text.removeFirst()
        column += 1
      }
    }
    skip()
    var mark = 0
    while text.first == "#" {
      text.removeFirst()
      mark += 1
      column += 1
    }
    skip()
    while text.last?.isWhitespace == true { text.removeLast() }
    self.text = text
    self.column = column
    self.mark = mark
  }

  /// Without zero-width signs, which web pages leave behind.
  private static func seen(_ raw: Substring) -> Substring {
    // They begin with these bytes; hardly any line has one of them.
    let isSuspect = raw.utf8.contains { $0 == 0xE2 || $0 == 0xEF || $0 == 0xC2 }
    guard isSuspect, raw.unicodeScalars.contains(where: isHidden) else { return raw }
    var seen = String.UnicodeScalarView()
    seen.append(contentsOf: raw.unicodeScalars.lazy.filter { !isHidden($0) })
    return Substring(String(seen))
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF, 0xAD: true
    default: false
    }
  }

  /// The lines of a paragraph, all with its number.
  static func lines(of paragraph: WordDocument.Paragraph) -> [StatuteLine] {
    var isNumbered = paragraph.isNumbered
    return paragraph.text.split(separator: "\n").map { line in
      defer { isNumbered = false }
      return StatuteLine(number: paragraph.number, raw: line, isNumbered: isNumbered)
    }
  }

  /// The lines of a text file.
  static func all(of source: TextSource) -> [StatuteLine] {
    let text = source.withBytes { String(decoding: $0, as: UTF8.self) }
    var number = 0
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
      .map { raw in
        number += 1
        return StatuteLine(number: number, raw: raw)
      }
  }
}
