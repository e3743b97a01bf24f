import Statutes

/// What questions are held against: the index of statutes, and the texts that are loaded.
package struct StatuteLibrary: Sendable {
  package let index: StatuteIndex
  package let texts: [StatuteText]
  private let places: [Edition: Int]
  private let ranking: ArticleRanking

  package init(index: StatuteIndex, texts: [StatuteText] = []) {
    self.index = index
    self.texts = texts
    places = Dictionary(
      texts.enumerated().map { ($1.edition, $0) }, uniquingKeysWith: { first, _ in first })
    ranking = ArticleRanking(texts)
  }

  /// The loaded text of the edition that a bank names for a citation.
  func text(of citation: Citation, in bank: CheckedBank) -> StatuteText? {
    place(of: citation, in: bank).map { texts[$0] }
  }

  /// The lines of the articles that a question cites, each article once and whole; nil where one of the
  /// texts is not loaded, or lacks the article. Empty where nothing is cited.
  func cited(by question: Question, in bank: CheckedBank) -> [String]? {
    var lines: [String] = []
    var seen: Set<Citation> = []
    for citation in question.citations {
      guard let text = text(of: citation, in: bank) else { return nil }
      let whole = Citation(title: citation.title, provision: citation.provision)
      guard seen.insert(whole).inserted else { continue }
      switch citation.provision {
      case .preamble: lines += text.preamble
      case .article(let number):
        guard let article = text.article(number) else { return nil }
        lines += article.lines
      }
    }
    return lines
  }

  /// The articles that fit a question best, of the statutes that it cites, or of all where it cites none.
  package func best(
    for entry: CheckedBank.Entry, in bank: CheckedBank, limit: Int, withRationale: Bool
  ) -> [(text: StatuteText, article: StatuteArticle, score: Double)] {
    let among = Set(entry.question.citations.compactMap { place(of: $0, in: bank) })
    let words = entry.question.matchWords(passage: entry.passage, withRationale: withRationale)
    return ranking.best(for: words, limit: limit, among: among.isEmpty ? nil : among)
      .map { (texts[$0.text], texts[$0.text].articles[$0.article], $0.score) }
  }

  /// The articles of all texts that fit words best, the best first.
  package func best(
    for words: MatchWords, limit: Int
  ) -> [(text: StatuteText, article: StatuteArticle)] {
    ranking.best(for: words, limit: limit)
      .map { (texts[$0.text], texts[$0.text].articles[$0.article]) }
  }

  private func place(of citation: Citation, in bank: CheckedBank) -> Int? {
    bank.edition(of: citation).flatMap {
      places[Edition(title: $0.original, date: $0.date)]
    }
  }

  /// Whether no statute is known at all.
  var isEmpty: Bool { index.statutes.isEmpty && texts.isEmpty }

  /// Whether any edition of a statute is known.
  func knows(_ title: StatuteTitle) -> Bool {
    index.statutes.contains { $0.title == title } || texts.contains { $0.title == title }
  }

  /// The dates of the editions of a statute that are known, in order.
  func editions(of title: StatuteTitle) -> [CalendarDate] {
    Set(
      index.statutes.filter { $0.title == title }.map(\.date)
        + texts.filter { $0.title == title }.map(\.date)
    ).sorted()
  }

  /// The known statute whose name is most like this one; nil where none is near.
  func nearest(to title: StatuteTitle) -> StatuteTitle? {
    let wanted = Set(TextGrams.of(title.short))
    let names = index.statutes.map(\.title) + texts.map(\.title)
    let near = names.map { name -> (name: StatuteTitle, shared: Int) in
      (name, Set(TextGrams.of(name.short)).intersection(wanted).count)
    }.max { ($0.shared, $1.name.short) < ($1.shared, $0.name.short) }
    return near.flatMap { $0.shared > 0 ? $0.name : nil }
  }
}
