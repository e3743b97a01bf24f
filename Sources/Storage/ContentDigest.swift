import CSodium

/// Digests of content, to see at the next load what changed.
enum ContentDigest {
  /// BLAKE2b of 16 bytes (Saarinen, Aumasson, RFC 7693).
  static func of(_ bytes: ArraySlice<UInt8>) -> DigestValue {
    var value = DigestValue(high: 0, low: 0)
    withUnsafeMutableBytes(of: &value) { output in
      bytes.withUnsafeBufferPointer { input in
        guard let start = output.bindMemory(to: UInt8.self).baseAddress else { return }
        _ = crypto_generichash(start, 16, input.baseAddress, UInt64(input.count), nil, 0)
      }
    }
    return value
  }
}

/// The 16 bytes of a digest, held without allocation.
struct DigestValue: Hashable {
  var high: UInt64
  var low: UInt64

  /// Calls the body with the 16 bytes.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withUnsafeBytes(of: self, body)
  }

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  init?(_ buffer: UnsafeRawBufferPointer) {
    guard buffer.count == 16 else { return nil }
    high = buffer.loadUnaligned(as: UInt64.self)
    low = buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
  }
}
