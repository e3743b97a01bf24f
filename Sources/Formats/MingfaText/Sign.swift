/// Single signs of the format, in half and full width.
enum Sign {
  /// The ASCII sign at an offset, with full-width forms folded; length 0 where it is another sign.
  @inline(__always)
  static func narrow(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> (sign: UInt8, length: Int) {
    guard at < end else { return (0, 0) }
    let byte = bytes[at]
    if byte < 0x80 { return (byte, 1) }
    guard byte == 0xEF, at + 2 < end else { return (0, 0) }
    // U+FF01…U+FF5E is ASCII 0x21…0x7E.
    switch bytes[at + 1] {
    case 0xBC where bytes[at + 2] >= 0x81: return (bytes[at + 2] - 0x60, 3)
    case 0xBD where bytes[at + 2] <= 0x9E: return (bytes[at + 2] - 0x20, 3)
    default: return (0, 0)
    }
  }

  /// Whether the three bytes of a sign stand at an offset.
  @inline(__always)
  static func has(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int, _ sign: (UInt8, UInt8, UInt8)
  ) -> Bool {
    at + 2 < end && bytes[at] == sign.0 && bytes[at + 1] == sign.1 && bytes[at + 2] == sign.2
  }

  /// 、
  static let enumerationComma: (UInt8, UInt8, UInt8) = (0xE3, 0x80, 0x81)
  /// 【
  static let opening: (UInt8, UInt8, UInt8) = (0xE3, 0x80, 0x90)
  /// 】
  static let closing: (UInt8, UInt8, UInt8) = (0xE3, 0x80, 0x91)

  /// The length of a bracket `[ ［ 【` at an offset, and of the one that closes it.
  @inline(__always)
  static func openBracket(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> (length: Int, black: Bool) {
    let narrow = narrow(bytes, at, end)
    if narrow.sign == 0x5B { return (narrow.length, false) }
    return has(bytes, at, end, opening) ? (3, true) : (0, false)
  }

  /// The length of a closing bracket of the same kind at an offset; 0 where there is none.
  @inline(__always)
  static func closeBracket(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int, black: Bool
  ) -> Int {
    if black { return has(bytes, at, end, closing) ? 3 : 0 }
    let narrow = narrow(bytes, at, end)
    return narrow.sign == 0x5D ? narrow.length : 0
  }

  /// The length of the sign after a backslash that the backslash makes plain; 0 where the
  /// backslash itself is plain.
  static func escapable(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Int {
    let narrow = narrow(bytes, at, end)
    switch narrow.sign {
    case 0x5C, 0x7C, 0x3B, 0x2B, 0x5B, 0x2C: return narrow.length
    default:
      return has(bytes, at, end, opening) || has(bytes, at, end, enumerationComma) ? 3 : 0
    }
  }
}
