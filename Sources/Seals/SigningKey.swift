import CSodium

/// Signs exports: Ed25519 (RFC 8032).
package struct SigningKey: Hashable, Sendable {
  /// 64 bytes, the seed and the public key; to be kept secret.
  package let secret: [UInt8]
  /// 32 bytes, for everyone.
  package let `public`: [UInt8]

  /// - Parameter seed: 32 fresh random bytes; nil with any other number of them.
  package init?(seed: [UInt8]) {
    guard seed.count == Self.seedSize else { return nil }
    var `public` = [UInt8](repeating: 0, count: Int(crypto_sign_publickeybytes()))
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_secretkeybytes()))
    guard crypto_sign_seed_keypair(&`public`, &secret, seed) == 0 else { return nil }
    self.public = `public`
    self.secret = secret
  }

  /// Bytes of a seed.
  package static let seedSize = 32

  /// 64 bytes.
  package func signature(of message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_bytes()))
    crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    return signature
  }

  /// Whether the holder of the key signed exactly these bytes.
  package static func verifies(_ signature: [UInt8], of message: [UInt8], by public: [UInt8])
    -> Bool
  {
    guard signature.count == Int(crypto_sign_bytes()),
      `public`.count == Int(crypto_sign_publickeybytes())
    else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), `public`) == 0
  }
}
