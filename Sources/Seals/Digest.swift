import CSodium

/// A SHA-256 digest (FIPS 180-4).
package struct Digest: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  /// The digest of these bytes.
  package init(of data: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: Self.size)
    crypto_hash_sha256(&digest, data, UInt64(data.count))
    bytes = digest
  }

  /// A stored digest; nil where the size is another.
  package init?(stored bytes: [UInt8]) {
    guard bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  /// Bytes of a digest.
  package static let size = 32

  /// Small letters and digits, 64 of them.
  package var hex: String { HexText.text(of: bytes) }
}

extension Digest {
  /// All zeros: what no data has.
  package static let none = Digest(zeros: ())

  private init(zeros: Void) { bytes = [UInt8](repeating: 0, count: Self.size) }
}
