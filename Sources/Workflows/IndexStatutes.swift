import Formats
import People
import Statutes
import Storage

/// What is known of statutes without their texts.
package struct IndexStatutes {
  let data: MingfaData

  /// - Throws: `Authorisation.Refusal`.
  package init(_ data: MingfaData, actor: Actor) throws {
    self.data = data
    try Authorisation.authorise(actor, to: .readStatutes)
  }

  /// The index of all loaded texts, as a file.
  ///
  /// - Throws: `WorkflowFailure.noStatutes`, `StorageFailure`.
  package func text() throws -> String {
    let editions = try data.statutes.editions()
    guard !editions.isEmpty else { throw WorkflowFailure.noStatutes }
    return StatuteIndexText.text(
      of: StatuteIndex(
        statutes: try editions.map { Self.indexed(try data.statutes.text(of: $0)) }))
  }

  /// A text without its words.
  package static func indexed(_ text: StatuteText) -> IndexedStatute {
    IndexedStatute(
      fullTitle: text.fullTitle, date: text.date, effective: text.effective,
      preamble: text.preamble.count,
      headings: text.headings.enumerated().map { place, heading in
        // A heading without articles of its own begins with the first below it.
        let first = text.articles.firstIndex { ($0.heading ?? -1) >= place }
        return (heading, first ?? text.articles.count)
      },
      articles: text.articles.map {
        IndexedStatute.Article(
          number: $0.number, shape: $0.outline.shape, digest: $0.digest)
      })
  }

  /// A loaded edition, held against the index that came with the program.
  package struct Held: Sendable {
    package let statute: StoredStatute
    package let comparison: Comparison
  }

  /// All loaded editions, by title and date, and whether there is an index.
  ///
  /// - Throws: `WorkflowFailure.indexUnreadable`, `StorageFailure`.
  package func held() throws -> (editions: [Held], hasIndex: Bool) {
    let index = try CheckBank.shippedIndex(data.environment)
    let editions = try data.statutes.editions().map { statute in
      // A text is read only where there is something to hold it against.
      guard index.statute(statute.title, statute.date) != nil else {
        return Held(statute: statute, comparison: Self.unlisted(statute.title, in: index))
      }
      let text = try data.statutes.text(of: statute)
      return Held(statute: statute, comparison: Self.compare(text, with: index))
    }
    return (editions, !index.statutes.isEmpty)
  }

  /// How a text compares with what is known of its edition.
  package enum Comparison: Hashable, Sendable {
    /// The index does not have this statute.
    case unknown
    /// The index has other editions of this statute.
    case otherEdition
    case same
    /// These articles differ, or stand in one of both only.
    case differs([ArticleNumber])
  }

  /// Holds a text against an index.
  package static func compare(_ text: StatuteText, with index: StatuteIndex) -> Comparison {
    guard let known = index.statute(text.title, text.date) else {
      return unlisted(text.title, in: index)
    }
    let digests = Dictionary(
      known.articles.map { ($0.number, $0.digest) }, uniquingKeysWith: { $1 })
    var differing = text.articles.filter { digests[$0.number] != $0.digest }.map(\.number)
    let there = Set(text.articles.map(\.number))
    differing += known.articles.map(\.number).filter { !there.contains($0) }
    return differing.isEmpty ? .same : .differs(differing.sorted())
  }

  private static func unlisted(_ title: StatuteTitle, in index: StatuteIndex) -> Comparison {
    index.statutes.contains { $0.title == title } ? .otherEdition : .unknown
  }
}
