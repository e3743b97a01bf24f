import Text

/// Bytes as a code that people write down and type: Crockford's base 32, without I, L, O and U.
package enum ReadableCode {
  private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// In groups of four, with hyphens between.
  package static func text(of bytes: [UInt8]) -> String {
    var text = ""
    var buffer: UInt32 = 0
    var bits = 0
    var count = 0
    func put(_ value: UInt32) {
      if count > 0, count % 4 == 0 { text.append("-") }
      text.append(signs[Int(value & 31)])
      count += 1
    }
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        put(buffer >> UInt32(bits))
      }
    }
    if bits > 0 { put(buffer << UInt32(5 - bits)) }
    return text
  }

  /// A typed code with what does not matter taken away: width, case, hyphens, spaces; O is 0, I and L are 1.
  package static func plain(_ typed: String) -> String {
    String(
      PlainLine.narrowed(typed).uppercased().compactMap { sign -> Character? in
        switch sign {
        // Hyphens and dashes, as input methods for Chinese leave them, too.
        case "-", " ", "\u{2010}"..."\u{2015}", "\u{2212}", "\u{30FC}": nil
        case "O": "0"
        case "I", "L": "1"
        default: sign
        }
      })
  }
}
