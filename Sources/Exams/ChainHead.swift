import Seals

/// How far a chain of evidence has come: what an anchor outside the database keeps of it.
package struct ChainHead: Hashable, Sendable {
  /// How many entries there are.
  package var count: Int64
  /// Of the last one.
  package var digest: Digest

  package init(count: Int64, digest: Digest) {
    self.count = count
    self.digest = digest
  }

  /// A short code for paper: the count, then the first 80 bits of the digest in Crockford's base 32 by
  /// fours, such as `1042-7K3Q-…`. 80 bits are out of reach for whoever wants another chain with the same
  /// code.
  package var code: String {
    "\(count)-" + ReadableCode.text(of: Array(digest.bytes.prefix(10)))
  }

  /// Whether a code that was typed names this head; hyphens, spaces and letters that look alike may differ.
  package func isNamed(by typed: String) -> Bool {
    ReadableCode.plain(code) == ReadableCode.plain(typed)
  }
}
