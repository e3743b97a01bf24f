import CSodium

/// Bytes under a secret key: XChaCha20 with Poly1305 (libsodium's secretbox, Bernstein's construction).
/// Whoever lacks the key learns their length and nothing else, and cannot change them unseen.
package enum SealedBox {
  /// Bytes of a key.
  package static let keySize = Int(crypto_secretbox_xchacha20poly1305_keybytes())
  /// Bytes of the number that is used once; it stands before the box.
  package static let nonceSize = Int(crypto_secretbox_xchacha20poly1305_noncebytes())
  private static let tagSize = Int(crypto_secretbox_xchacha20poly1305_macbytes())

  /// - Parameters:
  ///   - nonce: fresh random bytes, `nonceSize` of them; those in front count where there are more.
  /// - Returns: the nonce and the box; nil where key or nonce have another size.
  package static func seal(_ plain: [UInt8], key: [UInt8], nonce: [UInt8]) -> [UInt8]? {
    guard key.count == keySize, nonce.count >= nonceSize else { return nil }
    let nonce = Array(nonce.prefix(nonceSize))
    var box = [UInt8](repeating: 0, count: plain.count + tagSize)
    crypto_secretbox_xchacha20poly1305_easy(&box, plain, UInt64(plain.count), nonce, key)
    return nonce + box
  }

  /// - Returns: what was sealed; nil where the key is another or a byte was changed.
  package static func unseal(_ sealed: [UInt8], key: [UInt8]) -> [UInt8]? {
    guard key.count == keySize, sealed.count >= nonceSize + tagSize else { return nil }
    let nonce = Array(sealed.prefix(nonceSize))
    let box = Array(sealed.dropFirst(nonceSize))
    var plain = [UInt8](repeating: 0, count: box.count - tagSize)
    let status = crypto_secretbox_xchacha20poly1305_open_easy(
      &plain, box, UInt64(box.count), nonce, key)
    return status == 0 ? plain : nil
  }

  /// The key that a code on paper stands for.
  package static func key(of code: String) -> [UInt8] {
    Digest(of: Array("mingfa-paper-key-1:\(code)".utf8)).bytes
  }
}
