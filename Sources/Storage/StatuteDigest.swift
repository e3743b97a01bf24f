import Statutes

extension StatuteArticle {
  /// A digest of its normal text: two copies of one text have the same. 32 hexadecimal digits.
  package var digest: String {
    var text = NormalText.of(lines)
    let digest = text.withUTF8 { ContentDigest.of($0) }
    let digits = String(digest.byteSwapped, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
