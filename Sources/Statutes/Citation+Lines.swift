extension Citation {
  /// The lines that it cites, of an article or of a preamble with these lines: those of its paragraph and
  /// item, all where it names none or the lines do not tell.
  package func lines(of article: [String]) -> Range<Int> {
    let all = article.indices
    if case .preamble = provision {
      guard let paragraph, all.contains(paragraph - 1) else { return all }
      return paragraph - 1..<paragraph
    }
    let outline = ArticleOutline(article)
    guard paragraph != nil || item != nil, outline.isClear,
      outline.paragraphs.indices.contains((paragraph ?? 1) - 1)
    else { return all }
    let cited = outline.paragraphs[(paragraph ?? 1) - 1]
    guard let item, cited.items.indices.contains(item - 1) else { return cited.lines }
    let next = cited.items.indices.contains(item) ? cited.items[item].line : cited.lines.upperBound
    return cited.items[item - 1].line..<next
  }
}
