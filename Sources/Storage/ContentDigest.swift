import CSodium

/// A digest of content, to see at the next load what changed: BLAKE2b of 16 bytes. Each field is
/// fed with its length, so that moving text from one field to the next changes the digest.
struct ContentDigest {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(1024) }

  mutating func feed(_ text: String) {
    var text = text
    text.withUTF8 { buffer in
      feed(count: buffer.count)
      bytes.append(contentsOf: buffer)
    }
  }

  mutating func feed(count: Int) {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: count).littleEndian) {
      bytes.append(contentsOf: $0)
    }
  }

  mutating func reset() { bytes.removeAll(keepingCapacity: true) }

  /// The digest of what was fed, as two words.
  func value() -> DigestValue {
    var value = DigestValue(high: 0, low: 0)
    withUnsafeMutableBytes(of: &value) { output in
      guard let start = output.bindMemory(to: UInt8.self).baseAddress else { return }
      _ = crypto_generichash(start, 16, bytes, UInt64(bytes.count), nil, 0)
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
