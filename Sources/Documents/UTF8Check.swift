/// Whether bytes are UTF-8.
enum UTF8Check {
  /// The offset of the first byte that is not; nil where all are. A cut sign at the end is a flaw.
  static func firstFlaw(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}
