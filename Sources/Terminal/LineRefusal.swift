/// Why an entered line is not taken.
package enum LineRefusal: Hashable, Sendable {
  /// More than this many bytes of UTF-8.
  case tooLong(limit: Int)

  /// The longest line that is taken, in bytes of UTF-8: over thirty thousand Chinese characters.
  package static let longestLine = 100_000
}
