import GRDB
import Statutes

/// The texts of statutes.
package struct StatuteStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// Keeps texts, all or none.
  ///
  /// - Parameters:
  ///   - flags: the questions that these editions put in doubt; kept in the same commit.
  ///   - now: UTC milliseconds.
  ///   - isTrial: compares only.
  /// - Returns: what was done for each, or the first conflict, and then nothing was written.
  package func load(
    _ statutes: [StatuteText], flags: [AmendmentFlag] = [], now: Int64, isTrial: Bool = false
  ) throws(StorageFailure) -> Result<[StatuteLoadSummary], StatuteConflict> {
    try file.write { db in
      var known: [Edition: Known] = [:]
      for statute in statutes {
        guard let loaded = try Self.known(statute, in: db) else { continue }
        if let conflict = loaded.conflict(with: statute) {
          return .failure(conflict)
        }
        known[statute.edition] = loaded
      }
      let summaries =
        try statutes.map { statute in
          let loaded = known[statute.edition]
          let outcome = Self.outcome(statute, loaded)
          if !isTrial { try Self.write(statute, loaded, outcome, now: now, in: db) }
          return StatuteLoadSummary(
            title: statute.title, date: statute.date,
            effective: statute.effective ?? loaded?.effective, articles: statute.articles.count,
            outcome: outcome)
        }
      if !isTrial { _ = try FlagStore.flag(flags, now: now, in: db) }
      return .success(summaries)
    }
  }

  private static func outcome(
    _ statute: StatuteText, _ loaded: Known?
  ) -> StatuteLoadSummary.Outcome {
    guard let loaded else { return .added }
    return statute.effective == nil || statute.effective == loaded.effective ? .unchanged : .dated
  }

  private static func write(
    _ statute: StatuteText, _ loaded: Known?, _ outcome: StatuteLoadSummary.Outcome, now: Int64,
    in db: Database
  ) throws {
    switch outcome {
    case .unchanged: break
    case .dated:
      try db.execute(
        sql: "UPDATE statute_edition SET effective = ? WHERE id = ?",
        arguments: [statute.effective?.iso, loaded?.id])
    case .added: try insert(statute, now: now, in: db)
    }
  }

  private static func insert(_ statute: StatuteText, now: Int64, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO statute (title, full_title) VALUES (?, ?) ON CONFLICT (title) DO NOTHING",
      arguments: [statute.title.short, statute.fullTitle])
    try db.execute(
      sql: """
        INSERT INTO statute_edition (statute_id, date, effective, preamble, loaded_at)
        SELECT id, ?, ?, ?, ? FROM statute WHERE title = ?
        """,
      arguments: [
        statute.date.iso, statute.effective?.iso, statute.preamble.joined(separator: "\n"), now,
        statute.title.short,
      ])
    let edition = db.lastInsertedRowID
    let heading = try db.cachedStatement(
      sql: "INSERT INTO statute_heading VALUES (?, ?, ?, ?, ?)")
    for (place, value) in statute.headings.enumerated() {
      try heading.execute(
        arguments: [edition, place, value.division.rawValue, value.number, value.title])
    }
    let article = try db.cachedStatement(
      sql: "INSERT INTO statute_article VALUES (?, ?, ?, ?, ?, ?)")
    for value in statute.articles {
      try article.execute(
        arguments: [
          edition, value.number.number, value.number.insertion, value.heading, value.text,
          value.digest,
        ])
    }
  }

  /// What is loaded of an edition.
  private struct Known {
    let id: Int64
    let effective: CalendarDate?
    let preamble: String
    let digests: [(number: ArticleNumber, digest: String)]

    func conflict(with statute: StatuteText) -> StatuteConflict? {
      func conflict(_ article: ArticleNumber?) -> StatuteConflict {
        StatuteConflict(title: statute.title, date: statute.date, article: article)
      }
      for (place, article) in statute.articles.enumerated() {
        guard digests.indices.contains(place), digests[place].number == article.number,
          digests[place].digest == article.digest
        else { return conflict(article.number) }
      }
      if digests.count > statute.articles.count {
        return conflict(digests[statute.articles.count].number)
      }
      let preamble = self.preamble.split(separator: "\n").map(String.init)
      return NormalText.of(preamble) == NormalText.of(statute.preamble) ? nil : conflict(nil)
    }
  }

  private static func known(_ statute: StatuteText, in db: Database) throws -> Known? {
    guard
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT e.id, e.effective, e.preamble FROM statute_edition e
          JOIN statute s ON s.id = e.statute_id WHERE s.title = ? AND e.date = ?
          """, arguments: [statute.title.short, statute.date.iso])
    else { return nil }
    let id: Int64 = row[0]
    let digests = try Row.fetchAll(
      db,
      sql: """
        SELECT number, insertion, digest FROM statute_article WHERE edition_id = ?
        ORDER BY number, insertion
        """, arguments: [id])
    return Known(
      id: id, effective: (row[1] as String?).flatMap { CalendarDate(iso: $0) }, preamble: row[2],
      digests: digests.map { (ArticleNumber($0[0], insertion: $0[1]), $0[2]) })
  }
}

/// A text that claims an edition which is loaded with another text.
package struct StatuteConflict: Error, Hashable, Sendable {
  package let title: StatuteTitle
  package let date: CalendarDate
  /// The first article that differs or stands in one of them only; nil where the preamble differs.
  package let article: ArticleNumber?
}
