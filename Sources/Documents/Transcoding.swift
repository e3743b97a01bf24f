import Glibc

/// Turns other encodings into UTF-8 by the C library's iconv.
enum Transcoding {
  enum Flaw: Error {
    /// The byte at this offset begins nothing that the encoding knows.
    case invalid(offset: Int)
    /// The C library lacks the converter.
    case unavailable
  }

  /// The text in UTF-8.
  static func utf8(
    _ bytes: UnsafeBufferPointer<UInt8>, from encoding: TextEncoding
  ) throws(Flaw) -> ByteStore {
    guard let converter = iconv_open("UTF-8", encoding.rawValue),
      converter != iconv_t(bitPattern: -1)
    else { throw .unavailable }
    defer { iconv_close(converter) }
    // Two bytes of any of these encodings become three at most.
    let capacity = bytes.count / 2 * 3 + 16
    return try ByteStore(capacity: capacity) { (space) throws(Flaw) -> Int in
      var input = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var inputLeft = bytes.count
      var output = UnsafeMutableRawPointer(space.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var outputLeft = space.count
      let result = iconv(converter, &input, &inputLeft, &output, &outputLeft)
      guard result != Int(bitPattern: UInt.max), inputLeft == 0 else {
        throw .invalid(offset: bytes.count - inputLeft)
      }
      return space.count - outputLeft
    }
  }
}
