/// A chapter of a loaded bank: a run of its practice items, `firstItem ..< firstItem + items`.
package struct StoredChapter: Hashable, Sendable {
  package let bank: Int64
  /// Empty for the items before the first heading.
  package let title: String
  package let firstItem: Int
  package let items: Int
  package let questions: Int
}
