/// How many questions rest on each article of an edition.
package struct StatuteCoverage: Hashable, Sendable {
  /// Questions that rest on a place, each once however often it cites it.
  package struct Count: Hashable, Sendable {
    package private(set) var questions = 0
    /// Those of them that the learner has answered; 0 where no learner was asked for.
    package private(set) var answered = 0

    package init() {}

    mutating func add(isAnswered: Bool) {
      questions += 1
      if isAnswered { answered += 1 }
    }
  }

  /// A heading with its articles, as places among the articles of the statute.
  package struct Division: Hashable, Sendable {
    package let heading: StatuteHeading
    /// How many headings it lies in.
    package let depth: Int
    /// The articles below it, those of deeper headings included.
    package let all: Range<Int>
    /// The articles between it and the next heading.
    package let own: Range<Int>
  }

  package let statute: IndexedStatute
  /// The title under which a bank cites it, where that is a translation; nil where none does.
  package internal(set) var translation: StatuteTitle?
  /// One an article, in their order.
  package private(set) var articles: [Count]
  /// Of the preamble.
  package private(set) var preamble = Count()
  /// Of the whole statute: a question that rests on several places of it counts once.
  package private(set) var total = Count()

  private let places: [ArticleNumber: Int]

  init(_ statute: IndexedStatute) {
    self.statute = statute
    articles = statute.articles.map { _ in Count() }
    places = Dictionary(
      statute.articles.enumerated().map { ($1.number, $0) }, uniquingKeysWith: { first, _ in first }
    )
  }

  /// Where a citation leads: the place of its article, or `preamble`; nil where the edition has no such
  /// place. An article whose lines do not tell its paragraphs has them all.
  func place(of citation: Citation) -> Int? {
    switch citation.provision {
    case .preamble: return statute.finding(citation).isAbsent ? nil : Self.preamble
    case .article(let number):
      guard let place = places[number] else { return nil }
      let shape = statute.articles[place].shape
      let finding = shape.finding(paragraph: citation.paragraph, item: citation.item)
      return finding.isAbsent ? nil : place
    }
  }

  /// Stands for the preamble among the places of articles.
  private static let preamble = -1

  /// Counts a question that rests on these places.
  mutating func add(_ places: Set<Int>, isAnswered: Bool) {
    for place in places {
      if place == Self.preamble {
        preamble.add(isAnswered: isAnswered)
      } else {
        articles[place].add(isAnswered: isAnswered)
      }
    }
    total.add(isAnswered: isAnswered)
  }

  /// The headings in their order.
  package var divisions: [Division] {
    let headings = statute.headings.map(\.heading)
    let starts = statute.headings.map(\.article)
    return headings.indices.map { place in
      let later = headings.indices.dropFirst(place + 1)
      let next = later.first.map { starts[$0] } ?? articles.count
      let end = later.first { headings[$0].division <= headings[place].division }
      return Division(
        heading: headings[place], depth: StatuteTree.path(to: place, in: headings).count - 1,
        all: starts[place]..<(end.map { starts[$0] } ?? articles.count), own: starts[place]..<next)
    }
  }

  /// The articles before the first heading: all of a statute without headings.
  package var leading: Range<Int> { 0..<(statute.headings.first?.article ?? articles.count) }
}

extension CitationFinding {
  /// Whether the place is known not to exist.
  fileprivate var isAbsent: Bool { if case .absent = self { true } else { false } }
}
