/// The one form in which the bank format holds a text. Reader and writer apply it, so that what is
/// printed reads back the same.
///
/// Spaces of any kind, tabs among them, are one ASCII space; none stands at the ends of a line.
/// Signs that can't be seen (controls, zero-width signs, marks of direction) are dropped. Lines
/// end with a newline, and none is empty.
package enum CanonicalText {
  /// A text of one line or more.
  package static func text(_ text: String) -> String { joined(text, by: 0x0A) }

  /// A text that has to stand in one line: line ends are spaces.
  package static func line(_ text: String) -> String { joined(text, by: 0x20) }

  private static func joined(_ text: String, by separator: UInt8) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        let (first, last) = Blank.trimmed(bytes, start, end)
        if first < last {
          if !result.isEmpty { result.append(separator) }
          appendLine(bytes, first, last, to: &result)
        }
        start = end + 1
      }
      return String(decoding: result, as: UTF8.self)
    }
  }

  /// Appends a trimmed line in canonical form.
  static func appendLine(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, to result: inout [UInt8]
  ) {
    var at = start
    var space = false
    while at < end {
      let blank = Blank.sign(bytes, at, end)
      if blank.length > 0 {
        space = space || blank.isSpace
        at += blank.length
        continue
      }
      if space { result.append(0x20) }
      space = false
      result.append(bytes[at])
      at += 1
    }
  }
}
