import GRDB
import Questions
import Statutes

/// What the database has of a place that a question cites.
package struct CitedArticle: Sendable {
  /// The lines of the article, or the paragraphs of the preamble; empty where the text of this edition is
  /// not loaded or has no such article.
  package fileprivate(set) var lines: [String] = []
  /// A later edition of the statute that is loaded.
  package fileprivate(set) var later: CalendarDate?
  /// The day on which somebody last held this version of the question against this edition.
  package fileprivate(set) var checkedOn: CalendarDate?
}

extension StatuteQueries {
  /// A place that a version of a question cites, in the edition that its bank names.
  package func cited(
    _ citation: Citation, in edition: Edition, by version: Int64
  ) throws(StorageFailure) -> CitedArticle {
    try file.read { db in
      var cited = CitedArticle()
      let title = edition.original.short
      let date = edition.date.iso
      cited.checkedOn = try String.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT max (checked_on) FROM version_check
            WHERE version_id = ? AND statute = ? AND edition = ?
            """), arguments: [version, title, date]
      ).flatMap { CalendarDate(iso: $0) }
      guard
        let row = try Row.fetchOne(
          db.cachedStatement(
            sql: """
              SELECT s.id, max (e.date) FROM statute s JOIN statute_edition e ON e.statute_id = s.id
              WHERE s.title = ? GROUP BY s.id
              """), arguments: [title])
      else { return cited }
      let statute: Int64 = row[0]
      if let newest = CalendarDate(iso: row[1] as String), newest > edition.date {
        cited.later = newest
      }
      cited.lines = try Self.lines(citation.provision, statute: statute, date: date, in: db)
      return cited
    }
  }

  private static func lines(
    _ provision: Citation.Provision, statute: Int64, date: String, in db: Database
  ) throws -> [String] {
    let text: String?
    switch provision {
    case .preamble:
      text = try String.fetchOne(
        db.cachedStatement(
          sql: "SELECT preamble FROM statute_edition WHERE statute_id = ? AND date = ?"),
        arguments: [statute, date])
    case .article(let number):
      text = try String.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT a.body FROM statute_edition e JOIN statute_article a ON a.edition_id = e.id
            WHERE e.statute_id = ? AND e.date = ? AND a.number = ? AND a.insertion = ?
            """), arguments: [statute, date, number.number, number.insertion])
    }
    return (text ?? "").split(separator: "\n").map(String.init)
  }
}
