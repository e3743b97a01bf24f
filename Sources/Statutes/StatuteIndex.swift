/// What is known of an edition without its text: names, tree, how many paragraphs each article has, and
/// a digest of each.
package struct IndexedStatute: Hashable, Sendable {
  /// An article without its text.
  package struct Article: Hashable, Sendable {
    package let number: ArticleNumber
    package let shape: ArticleShape
    /// Of its normal text.
    package let digest: String

    package init(number: ArticleNumber, shape: ArticleShape, digest: String) {
      self.number = number
      self.shape = shape
      self.digest = digest
    }
  }

  package let title: StatuteTitle
  package let fullTitle: String
  package let date: CalendarDate
  package let effective: CalendarDate?
  /// How many paragraphs the preamble has; 0 for none.
  package let preamble: Int
  /// In the order of the text, each with its first article, as a place among the articles.
  package let headings: [(heading: StatuteHeading, article: Int)]
  package let articles: [Article]

  package init(
    fullTitle: String, date: CalendarDate, effective: CalendarDate?, preamble: Int,
    headings: [(heading: StatuteHeading, article: Int)], articles: [Article]
  ) {
    title = StatuteTitle(fullTitle)
    self.fullTitle = fullTitle
    self.date = date
    self.effective = effective
    self.preamble = preamble
    self.headings = headings
    self.articles = articles
  }

  package static func == (left: IndexedStatute, right: IndexedStatute) -> Bool {
    left.fullTitle == right.fullTitle && left.date == right.date
      && left.effective == right.effective && left.preamble == right.preamble
      && left.articles == right.articles
      && left.headings.elementsEqual(right.headings) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(fullTitle)
    hasher.combine(date)
  }

  /// Whether the place that a citation names exists in this edition. The title is not compared.
  package func finding(_ citation: Citation) -> CitationFinding {
    switch citation.provision {
    case .preamble:
      let paragraph = citation.paragraph ?? 1
      return paragraph >= 1 && paragraph <= preamble
        ? .held : .absent(.noPreamble(paragraphs: preamble))
    case .article(let number):
      guard let article = articles.first(where: { $0.number == number }) else {
        return .absent(.noArticle(last: articles.last?.number ?? ArticleNumber(0)))
      }
      return article.shape.finding(paragraph: citation.paragraph, item: citation.item)
    }
  }
}

/// All editions that are known without their texts.
package struct StatuteIndex: Hashable, Sendable {
  package let statutes: [IndexedStatute]

  package init(statutes: [IndexedStatute]) { self.statutes = statutes }

  /// The edition; nil where it is not known.
  package func statute(_ title: StatuteTitle, _ date: CalendarDate) -> IndexedStatute? {
    statutes.first { $0.title == title && $0.date == date }
  }

  /// The newest edition of a statute; nil where none is known.
  package func newest(_ title: StatuteTitle) -> Edition? {
    statutes.filter { $0.title == title }.map(\.date).max().map { Edition(title: title, date: $0) }
  }

  /// Holds a citation against the edition that a bank names for its statute.
  package func finding(_ citation: Citation, editions: [Edition]) -> CitationFinding {
    guard let edition = editions.first(where: { $0.title == citation.title }),
      let statute = statute(edition.original, edition.date)
    else { return .unknownEdition }
    return statute.finding(citation)
  }
}
