import GRDB
import Statutes

/// Reading and searching the texts of statutes.
package struct StatuteQueries: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// All editions, by title and date.
  package func editions() throws(StorageFailure) -> [StoredStatute] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT e.id, s.title, s.full_title, e.date, e.effective,
            (SELECT count (*) FROM statute_article a WHERE a.edition_id = e.id), e.loaded_at,
            NOT EXISTS (SELECT 1 FROM statute_edition n
              WHERE n.statute_id = e.statute_id AND n.date > e.date)
          FROM statute_edition e JOIN statute s ON s.id = e.statute_id ORDER BY s.title, e.date
          """
      ).compactMap { row in
        guard let date = CalendarDate(iso: row[3] as String) else { return nil }
        return StoredStatute(
          id: row[0], title: StatuteTitle(row[1] as String), fullTitle: row[2], date: date,
          effective: (row[4] as String?).flatMap { CalendarDate(iso: $0) }, articles: row[5],
          loadedAt: row[6], isNewest: row[7])
      }
    }
  }

  /// The whole text of an edition.
  package func text(of statute: StoredStatute) throws(StorageFailure) -> StatuteText {
    try file.read { db in
      let preamble =
        try String.fetchOne(
          db, sql: "SELECT preamble FROM statute_edition WHERE id = ?", arguments: [statute.id])
        ?? ""
      let headings = try Row.fetchAll(
        db,
        sql: """
          SELECT division, number, title FROM statute_heading WHERE edition_id = ? ORDER BY place
          """, arguments: [statute.id])
      let articles = try Row.fetchAll(
        db,
        sql: """
          SELECT number, insertion, heading, body FROM statute_article WHERE edition_id = ?
          ORDER BY number, insertion
          """, arguments: [statute.id])
      return StatuteText(
        fullTitle: statute.fullTitle, date: statute.date, effective: statute.effective,
        preamble: preamble.split(separator: "\n").map(String.init),
        headings: headings.map {
          StatuteHeading(
            division: StatuteDivision(rawValue: $0[0]) ?? .chapter, number: $0[1], title: $0[2])
        },
        articles: articles.map {
          StatuteArticle(
            number: ArticleNumber($0[0], insertion: $0[1]), heading: $0[2],
            lines: ($0[3] as String).split(separator: "\n").map(String.init))
        })
    }
  }

  /// The articles in which every word stands, in the newest edition of each statute, by title.
  ///
  /// The texts are read from end to end, which takes a few milliseconds for all statutes that a township
  /// needs: an index of three-letter pieces, which SQLite has, does not find words of two characters.
  ///
  /// - Parameters:
  ///   - title: in this statute only.
  ///   - limit: so many at most.
  package func find(
    _ words: [String], in title: StatuteTitle?, limit: Int
  ) throws(StorageFailure) -> [ArticleHit] {
    let condition = words.map { _ in "instr (a.body, ?) > 0" }.joined(separator: " AND ")
    var values: [(any DatabaseValueConvertible)?] = [title?.short, title?.short]
    values += words
    values.append(limit)
    return try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.title, e.date, a.number, a.insertion, a.body
          FROM statute s JOIN statute_edition e ON e.statute_id = s.id
          JOIN statute_article a ON a.edition_id = e.id
          WHERE (? IS NULL OR s.title = ?) AND NOT EXISTS (SELECT 1 FROM statute_edition n
            WHERE n.statute_id = e.statute_id AND n.date > e.date) AND \(condition)
          ORDER BY s.title, a.number, a.insertion LIMIT ?
          """, arguments: StatementArguments(values)
      ).compactMap { row in
        guard let date = CalendarDate(iso: row[1] as String) else { return nil }
        let lines = (row[4] as String).split(separator: "\n")
        let line = lines.first { line in words.contains { line.contains($0) } } ?? lines.first
        return ArticleHit(
          title: StatuteTitle(row[0] as String), date: date,
          number: ArticleNumber(row[2], insertion: row[3]), line: line.map(String.init) ?? "")
      }
    }
  }
}
