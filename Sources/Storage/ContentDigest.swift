import CSodium

/// Digests of content, to see at the next load what changed: 16 bytes in a number, so that none is
/// allocated.
package enum ContentDigest {
  /// Lets the library choose its fastest code for this processor, twice as fast as the code for all.
  private static let isReady = sodium_init() >= 0

  /// BLAKE2b of 16 bytes (Saarinen, Aumasson, RFC 7693).
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt128 {
    var digest: UInt128 = 0
    withUnsafeMutableBytes(of: &digest) { output in
      guard isReady, let start = output.bindMemory(to: UInt8.self).baseAddress else { return }
      _ = crypto_generichash(
        start, output.count, bytes.baseAddress, UInt64(bytes.count), nil, 0)
    }
    return digest
  }

  /// SipHash-2-4 of 16 bytes (Aumasson, Bernstein, "SipHash: a fast short-input PRF", 2012) with
  /// another digest as its key. For the lines of a file, all of which are digested at every load: a
  /// third of BLAKE2b's time, and nobody gains by a bank that passes for the one that he had.
  package static func ofSource(
    _ bytes: UnsafeBufferPointer<UInt8>, under context: UInt128
  ) -> UInt128 {
    var digest: UInt128 = 0
    withUnsafeMutableBytes(of: &digest) { output in
      withUnsafeBytes(of: context) { key in
        guard let start = output.bindMemory(to: UInt8.self).baseAddress,
          let key = key.bindMemory(to: UInt8.self).baseAddress
        else { return }
        _ = crypto_shorthash_siphashx24(start, bytes.baseAddress, UInt64(bytes.count), key)
      }
    }
    return digest
  }
}
