import People
import Statutes
import Storage

/// Looking at the loaded texts of statutes.
package struct ReadStatutes {
  let data: MingfaData

  /// - Throws: `Authorisation.Refusal`, so that nothing here is asked without leave.
  package init(_ data: MingfaData, actor: Actor) throws {
    self.data = data
    try Authorisation.authorise(actor, to: .readStatutes)
  }

  /// A place in a text.
  package struct Place: Sendable {
    package let statute: StoredStatute
    package let text: StatuteText
    /// The preamble is the place.
    package let isPreamble: Bool
    /// The article, by its place among the articles; nil for the whole statute and its preamble.
    package let article: Int?
  }

  /// All editions, by title and date.
  package func editions() throws -> [StoredStatute] { try data.statutes.editions() }

  /// The place that someone asks for.
  ///
  /// - Parameters:
  ///   - query: as `StatuteQuery` reads it.
  ///   - edition: the date of an edition; nil for the newest.
  /// - Throws: `WorkflowFailure.noStatutes`, `.noSuchStatute`, `.noSuchEdition`, `.noSuchArticle`,
  ///   `StorageFailure`.
  package func find(_ query: String, edition: CalendarDate? = nil) throws -> Place {
    let known = try data.statutes.editions()
    guard !known.isEmpty else { throw WorkflowFailure.noStatutes }
    guard let asked = StatuteQuery(query) else {
      throw WorkflowFailure.noSuchStatute(query, known: Self.titles(known))
    }
    let editions = try Self.matching(asked.title, among: known)
    let statute = try Self.chosen(edition, among: editions)
    let text = try data.statutes.text(of: statute)
    switch asked.provision {
    case nil: return Place(statute: statute, text: text, isPreamble: false, article: nil)
    case .preamble:
      guard !text.preamble.isEmpty else { throw WorkflowFailure.noPreamble(statute.title) }
      return Place(statute: statute, text: text, isPreamble: true, article: nil)
    case .article(let number):
      guard let place = text.place(of: number) else {
        throw WorkflowFailure.noSuchArticle(
          statute.title, number, last: text.articles.last?.number ?? number)
      }
      return Place(statute: statute, text: text, isPreamble: false, article: place)
    }
  }

  /// The articles in which all words stand, in the newest edition of each statute.
  ///
  /// - Parameters:
  ///   - text: words with spaces between them.
  ///   - title: in this statute only.
  /// - Throws: `WorkflowFailure.nothingToFind`, `.noStatutes`, `.noSuchStatute`, `StorageFailure`.
  package func search(_ text: String, in title: String?, limit: Int) throws -> [ArticleHit] {
    let words = SearchQuestions.words(of: text)
    guard !words.isEmpty else { throw WorkflowFailure.nothingToFind }
    var chosen: StatuteTitle?
    if let title {
      let known = try data.statutes.editions()
      guard !known.isEmpty else { throw WorkflowFailure.noStatutes }
      chosen = try Self.matching(StatuteTitle(title), among: known).first?.title
    }
    return try data.statutes.find(words, in: chosen, limit: limit)
  }

  /// The editions of the statute with this name, or of the only one whose name contains it.
  static func matching(
    _ title: StatuteTitle, among known: [StoredStatute]
  ) throws(WorkflowFailure) -> [StoredStatute] {
    let found = title.candidates(among: known.map(\.title))
    guard found.count == 1 else {
      throw .noSuchStatute(
        title.short, known: found.isEmpty ? titles(known) : found.map(\.short))
    }
    return known.filter { $0.title == found[0] }
  }

  static func chosen(
    _ date: CalendarDate?, among editions: [StoredStatute]
  ) throws(WorkflowFailure) -> StoredStatute {
    let found = editions.last { date == nil || $0.date == date }
    guard let found else {
      throw .noSuchEdition(
        editions[0].title, date: date ?? editions[0].date, known: editions.map(\.date))
    }
    return found
  }

  private static func titles(_ statutes: [StoredStatute]) -> [String] {
    var titles: [String] = []
    for statute in statutes where titles.last != statute.title.short {
      titles.append(statute.title.short)
    }
    return titles
  }
}
