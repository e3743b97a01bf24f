import CSodium
import Text

/// A password as it is kept: Argon2id (RFC 9106) with salt and cost, as libsodium's PHC string.
package struct PasswordHash: Hashable, Sendable {
  /// What a guess costs.
  package struct Cost: Hashable, Sendable {
    /// Bytes of memory, at least 8,192.
    package var memory: Int
    /// Passes over it, at least 1.
    package var passes: Int

    package init(memory: Int, passes: Int) {
      self.memory = memory
      self.passes = passes
    }

    /// 64 MiB and three passes: the second recommendation of RFC 9106 with the one lane of libsodium.
    package static let standard = Cost(memory: 64 << 20, passes: 3)
  }

  /// There is no memory for the computation.
  package struct OutOfMemory: Error {}

  /// `$argon2id$v=19$m=65536,t=3,p=1$SALT$HASH`.
  package let text: String

  /// Hashes a password, in its one spelling (NFKC), under a fresh salt.
  ///
  /// - Throws: `OutOfMemory`.
  package init(of password: String, cost: Cost = .standard) throws(OutOfMemory) {
    let letters = Self.letters(password)
    var hash = [CChar](repeating: 0, count: Self.size)
    guard Self.isReady,
      crypto_pwhash_str_alg(
        &hash, letters, UInt64(letters.count), UInt64(cost.passes), cost.memory,
        crypto_pwhash_alg_argon2id13()) == 0
    else { throw OutOfMemory() }
    text = String(decoding: hash.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// A hash as it was stored.
  package init(stored text: String) { self.text = text }

  /// Whether it is of this password; takes as long for a wrong one, wherever the two differ. False for
  /// what is no hash.
  package func matches(_ password: String) -> Bool {
    let letters = Self.letters(password)
    guard Self.isReady, let stored else { return false }
    return crypto_pwhash_str_verify(stored, letters, UInt64(letters.count)) == 0
  }

  /// Whether it was made at another cost than this one, and should be made anew while the password is
  /// there.
  package func isOutdated(at cost: Cost) -> Bool {
    guard let stored else { return false }
    return crypto_pwhash_str_needs_rehash(stored, UInt64(cost.passes), cost.memory) != 0
  }

  private static let isReady = sodium_init() >= 0
  private static let size = Int(crypto_pwhash_strbytes())

  /// The text in the array of fixed size that libsodium reads; nil for what is no text of its own.
  private var stored: [CChar]? {
    let bytes = text.utf8.map(CChar.init(bitPattern:))
    guard bytes.count < Self.size, !bytes.contains(0) else { return nil }
    return bytes + [CChar](repeating: 0, count: Self.size - bytes.count)
  }

  private static func letters(_ password: String) -> [CChar] {
    NormalForm.compatible(password).utf8.map(CChar.init(bitPattern:))
  }
}
