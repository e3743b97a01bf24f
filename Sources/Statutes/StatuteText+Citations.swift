extension StatuteText {
  /// Whether the place that a citation names exists in this text. The title is not compared.
  package func finding(_ citation: Citation) -> CitationFinding {
    switch citation.provision {
    case .preamble:
      return (1...max(preamble.count, 1)).contains(citation.paragraph ?? 1) && !preamble.isEmpty
        ? .held : .absent(.noPreamble(paragraphs: preamble.count))
    case .article(let number):
      guard let article = article(number) else {
        return .absent(.noArticle(last: articles.last?.number ?? ArticleNumber(0)))
      }
      return article.outline.shape.finding(paragraph: citation.paragraph, item: citation.item)
    }
  }

  /// The article with this number.
  package func article(_ number: ArticleNumber) -> StatuteArticle? {
    place(of: number).map { articles[$0] }
  }

  /// Its place among the articles, which are in order.
  package func place(of number: ArticleNumber) -> Int? {
    var low = 0
    var high = articles.count
    while low < high {
      let middle = (low + high) / 2
      if articles[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < articles.count && articles[low].number == number ? low : nil
  }
}
