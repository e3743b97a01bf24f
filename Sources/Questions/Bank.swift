/// A question bank, whole.
package struct Bank: Hashable, Sendable {
  package var header: BankHeader
  package var chapters: [BankChapter]

  package init(header: BankHeader, chapters: [BankChapter]) {
    self.header = header
    self.chapters = chapters
  }
}
