import Statutes

extension StatuteReader {
  /// The file as part of a statute; nil with an error where it is none.
  mutating func part(given: StatuteGiven) -> StatutePart? {
    let top = StatuteHead(head)
    guard let title = top.title else {
      report(articles.isEmpty ? .noArticles : .noTitle, nil)
      return nil
    }
    if title.hasSuffix("决定") || title.contains("修正案") {
      report(.amendingDecision(title: title), head.first.map { .init(line: $0.number, column: 1) })
      return nil
    }
    guard !articles.isEmpty else {
      report(.noArticles, nil)
      return nil
    }
    for article in articles where article.lines.isEmpty {
      report(.emptyArticle(article.number), article.position)
    }
    guard let date = date(top, given: given) else {
      report(.noDate, nil)
      return nil
    }
    var effective = given.effective ?? top.effective
    if effective == nil, date == top.date || top.date == nil, top.making != .amended {
      effective = StatuteHead.effective(closing: articles.last?.lines ?? [], edition: date)
    }
    addBook(top.book)
    return StatutePart(
      file: file, fullTitle: title, date: date, effective: effective, preamble: preamble,
      headings: headings,
      articles: articles)
  }

  /// The date that the caller gives, else the last of the head, unless the file's name has a later one.
  private mutating func date(_ top: StatuteHead, given: StatuteGiven) -> CalendarDate? {
    if let date = given.edition { return date }
    guard let name = StatuteHead.date(inName: file), top.date.map({ $0 < name }) ?? true else {
      return top.date
    }
    report(.dateFromName(head: top.date, name: name), nil)
    return name
  }

  /// The book that the whole file is, above its other headings.
  private mutating func addBook(_ title: String?) {
    guard let title, !title.isEmpty, headings.first?.division != .part else { return }
    let heading = StatuteHeading(division: .part, number: nil, title: title)
    headings.insert(heading, at: 0)
    articles = articles.map {
      StatutePart.Article(
        number: $0.number, heading: ($0.heading ?? -1) + 1, lines: $0.lines, position: $0.position)
    }
  }
}
