/// An article of a statute as its text has it.
package struct StatuteArticle: Hashable, Sendable {
  package let number: ArticleNumber
  /// The innermost heading above it, by its place among the headings; nil where there is none.
  package let heading: Int?
  /// One line a paragraph 款, item 项 or sub-item 目; the number 第…条 is not part of the first.
  package let lines: [String]

  package init(number: ArticleNumber, heading: Int?, lines: [String]) {
    self.number = number
    self.heading = heading
    self.lines = lines
  }

  /// The lines, one below the other.
  package var text: String { lines.joined(separator: "\n") }

  /// Its paragraphs, items and sub-items.
  package var outline: ArticleOutline { ArticleOutline(lines) }
}
