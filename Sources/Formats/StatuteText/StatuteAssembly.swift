import Statutes

/// Joins the parts of statutes, and looks whether each is whole.
struct StatuteAssembly {
  let given: StatuteGiven
  private(set) var problems: [ReadProblem] = []

  init(given: StatuteGiven) { self.given = given }

  /// The statutes, in the order of their first parts.
  mutating func join(_ parts: [StatutePart]) -> [StatuteText] {
    var groups: [[StatutePart]] = []
    var places: [Edition: Int] = [:]
    for part in parts {
      if let place = places[part.edition] {
        groups[place].append(part)
      } else {
        places[part.edition] = groups.count
        groups.append([part])
      }
    }
    return groups.map { whole($0) }
  }

  /// One statute of all its parts.
  private mutating func whole(_ group: [StatutePart]) -> StatuteText {
    let parts = distinct(
      group.sorted { ($0.articles.first?.number ?? .first) < ($1.articles.first?.number ?? .first) }
    )
    let places = parts.flatMap { part in part.articles.map { (part.file, $0) } }
    for flaw in ArticleOrder.flaws(in: places.map(\.1.number)) {
      report(flaw, places)
    }
    var headings: [StatuteHeading] = []
    var articles: [StatuteArticle] = []
    for part in parts {
      let offset = headings.count
      headings += part.headings
      articles += part.articles.map {
        StatuteArticle(number: $0.number, heading: $0.heading.map { $0 + offset }, lines: $0.lines)
      }
    }
    let last = parts.last
    let date = last?.date ?? group[0].date
    let effective = given.effective ?? parts.compactMap(\.effective).last
    return StatuteText(
      fullTitle: last?.fullTitle ?? group[0].fullTitle, date: date, effective: effective,
      preamble: parts.flatMap(\.preamble), headings: Self.numbered(headings), articles: articles)
  }

  /// Without files that have what another has; where two have an article and differ in it, that is an
  /// error.
  private mutating func distinct(_ parts: [StatutePart]) -> [StatutePart] {
    var seen: [ArticleNumber: (file: String, article: StatutePart.Article)] = [:]
    var kept: [StatutePart] = []
    for part in parts {
      let same = part.articles.filter { article in
        guard let other = seen[article.number] else { return false }
        return other.file != part.file
      }
      guard let first = same.first, let other = seen[first.number] else {
        for article in part.articles where seen[article.number] == nil {
          seen[article.number] = (part.file, article)
        }
        kept.append(part)
        continue
      }
      let differing = same.first { article in
        seen[article.number].map {
          NormalText.of($0.article.lines) != NormalText.of(article.lines)
        } ?? false
      }
      if let differing, let other = seen[differing.number] {
        add(
          .filesDiffer(differing.number, other: other.file, line: other.article.position.line),
          part.file, differing.position)
      } else if same.count == part.articles.count {
        add(
          .sameArticle(first.number, other: other.file, line: other.article.position.line),
          part.file, first.position)
      } else {
        kept.append(part)
      }
    }
    return kept
  }

  private mutating func report(
    _ flaw: ArticleOrder.Flaw, _ places: [(String, StatutePart.Article)]
  ) {
    let (file, article) = places[flaw.place]
    switch flaw.kind {
    case .twice(let first):
      add(
        .articleTwice(article.number, firstLine: places[first].1.position.line), file,
        article.position)
    case .behind(let number):
      add(.articleBehind(article.number, number), file, article.position)
    case .missing(let first, let last):
      add(.articlesMissing(first: first, last: last), file, article.position)
    }
  }

  private mutating func add(_ flaw: StatuteFlaw, _ file: String, _ position: SourcePosition) {
    problems.append(ReadProblem(file: file, position: position, fact: .statute(flaw)))
  }

  /// Books that came as files of their own have no number: they get it by their order.
  private static func numbered(_ headings: [StatuteHeading]) -> [StatuteHeading] {
    let books = headings.filter { $0.division == .part }
    guard books.count > 1, books.allSatisfy({ $0.number == nil }) else { return headings }
    var number = 0
    return headings.map { heading in
      guard heading.division == .part, heading.title != "附则" else { return heading }
      number += 1
      return StatuteHeading(
        division: .part, number: number,
        title: heading.title.count > 2 && heading.title.hasSuffix("编")
          ? String(heading.title.dropLast()) : heading.title)
    }
  }
}

extension ArticleNumber {
  fileprivate static let first = ArticleNumber(1)
}
