/// What proves that somebody has signed in: 256 random bits, which only the person's side keeps.
///
/// They come from the system's generator, never from a seed: a token that can be computed proves nothing.
package struct SecretToken: Hashable, Sendable {
  private let bytes: [UInt8]

  /// A new one.
  package init() { bytes = FreshBytes.draw(Self.size) }

  /// The token that `hex` wrote; nil for any other text.
  package init?(hex: some StringProtocol) {
    guard let bytes = HexText.bytes(of: hex), bytes.count == Self.size else { return nil }
    self.bytes = bytes
  }

  /// Small letters and digits, 64 of them.
  package var hex: String { HexText.text(of: bytes) }

  /// What may be stored: from it nobody finds the token.
  package var digest: Digest { Digest(of: bytes) }

  private static let size = 32
}
