/// How many paragraphs an article has, and how many items each: enough to tell whether a place in it
/// exists.
package struct ArticleShape: Hashable, Sendable {
  /// The number of items of each paragraph.
  package let items: [Int]
  /// Whether the text tells where its paragraphs begin.
  package let isClear: Bool

  package init(items: [Int], isClear: Bool) {
    self.items = items
    self.isClear = isClear
  }

  /// Whether a paragraph and an item exist here. An item without a paragraph means that of the only
  /// paragraph.
  package func finding(paragraph: Int?, item: Int?) -> CitationFinding {
    guard paragraph != nil || item != nil else { return .held }
    guard isClear else { return .unclear }
    guard paragraph != nil || items.count == 1 else {
      return .absent(.paragraphNotNamed(paragraphs: items.count))
    }
    let paragraph = paragraph ?? 1
    guard items.indices.contains(paragraph - 1) else {
      return .absent(.noParagraph(paragraphs: items.count))
    }
    guard let item else { return .held }
    let items = items[paragraph - 1]
    return item >= 1 && item <= items ? .held : .absent(.noItem(items: items))
  }
}

/// What holding a citation against an edition came to.
package enum CitationFinding: Hashable, Sendable {
  case held
  case absent(CitationGap)
  /// The article is there; its lines do not tell paragraphs.
  case unclear
  /// Neither a text nor the index has this edition.
  case unknownEdition
}

/// What a cited place lacks.
package enum CitationGap: Hashable, Sendable {
  /// There is no such article; the last one has this number.
  case noArticle(last: ArticleNumber)
  /// There are only so many paragraphs.
  case noParagraph(paragraphs: Int)
  /// The paragraph has only so many items.
  case noItem(items: Int)
  /// An item is cited of an article with so many paragraphs, and none of them is named.
  case paragraphNotNamed(paragraphs: Int)
  /// There is no preamble, or not so many paragraphs of it.
  case noPreamble(paragraphs: Int)
}
