/// Signs that leave no ink: spaces, and those that are dropped.
enum Blank {
  /// The blank sign at an offset: its length in bytes, 0 where there is none, and whether it
  /// counts as a space.
  @inline(__always)
  static func sign(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> (length: Int, isSpace: Bool) {
    let byte = bytes[at]
    if byte > 0x20 && byte < 0x7F { return (0, false) }
    if byte <= 0x20 { return (1, byte == 0x20 || (0x09...0x0D).contains(byte)) }
    switch byte {
    case 0x7F: return (1, false)
    case 0xC2, 0xE2, 0xE3, 0xEF: return wide(bytes, at, end)
    default: return (0, false)
    }
  }

  private static func wide(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> (length: Int, isSpace: Bool) {
    guard at + 1 < end else { return (0, false) }
    let second = bytes[at + 1]
    if bytes[at] == 0xC2 {
      // U+0080…U+009F, the no-break space, the soft hyphen.
      if second <= 0x9F { return (2, second == 0x85) }
      return second == 0xA0 ? (2, true) : second == 0xAD ? (2, false) : (0, false)
    }
    guard at + 2 < end else { return (0, false) }
    let third = bytes[at + 2]
    switch (bytes[at], second) {
    case (0xE2, 0x80):
      switch third {
      case 0x80...0x8A, 0xA8, 0xA9, 0xAF: return (3, true)
      case 0x8B...0x8F, 0xAA...0xAE: return (3, false)
      default: return (0, false)
      }
    case (0xE2, 0x81):
      return third == 0x9F ? (3, true) : third >= 0xA0 && third <= 0xAF ? (3, false) : (0, false)
    case (0xE3, 0x80): return third == 0x80 ? (3, true) : (0, false)
    case (0xEF, 0xBB): return third == 0xBF ? (3, false) : (0, false)
    default: return (0, false)
    }
  }

  /// The range without blanks at its ends.
  static func trimmed(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> (Int, Int) {
    var first = skip(bytes, start, end)
    if first > end { first = end }
    var last = end
    while last > first {
      let byte = bytes[last - 1]
      if byte <= 0x20 || byte == 0x7F {
        last -= 1
      } else if byte < 0x80 {
        break
      } else if last - first >= 3, sign(bytes, last - 3, last).length == 3 {
        last -= 3
      } else if last - first >= 2, sign(bytes, last - 2, last).length == 2 {
        last -= 2
      } else {
        break
      }
    }
    return (first, last)
  }

  /// The offset of the first sign with ink.
  static func skip(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end {
      let length = sign(bytes, at, end).length
      if length == 0 { break }
      at += length
    }
    return at
  }

  /// Whether a trimmed line is in canonical form already and holds no backslash.
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end {
      let byte = bytes[at]
      switch byte {
      case 0x21...0x5B, 0x5D...0x7E: at += 1
      case 0x20:
        // The line is trimmed: something follows.
        if sign(bytes, at + 1, end).length > 0 { return false }
        at += 1
      case 0xE4...0xE9: at += 3
      case 0xC2, 0xE2, 0xE3, 0xEF:
        if sign(bytes, at, end).length > 0 { return false }
        at += byte == 0xC2 ? 2 : 3
      case 0x80...0xFF: at += 1
      default: return false
      }
    }
    return true
  }
}
