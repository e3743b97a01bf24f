import CSodium

/// What proves that somebody has signed in: 256 random bits, which only the person's side keeps.
///
/// They come from the system's generator, never from a seed: a token that can be computed proves nothing.
package struct SecretToken: Hashable, Sendable {
  private let bytes: [UInt8]

  /// A new one.
  package init() {
    var drawn = [UInt8](repeating: 0, count: Self.size)
    randombytes_buf(&drawn, drawn.count)
    bytes = drawn
  }

  /// The token that `hex` wrote; nil for any other text.
  package init?(hex: some StringProtocol) {
    let digits = hex.utf8.map { digit -> UInt8? in
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    guard digits.count == 2 * Self.size else { return nil }
    var bytes: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      bytes.append(high << 4 | low)
    }
    self.bytes = bytes
  }

  /// Small letters and digits, 64 of them.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// What may be stored: from it nobody finds the token.
  package var digest: Digest { Digest(of: bytes) }

  private static let size = 32
}
