import Foundation
import GRDB
import Questions
import Statutes
import Text

/// Banks in the database.
package struct BankStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// Loads a bank in one transaction: the body feeds the parts in the order of the file. If it
  /// throws, nothing was written.
  ///
  /// - Parameters:
  ///   - now: UTC milliseconds.
  ///   - retireMissing: whether questions that the file lacks are retired; else they are left
  ///     alone.
  ///   - isTrial: takes everything back at the end and only tells what would have been done.
  /// - Throws: what the body throws, or `StorageFailure`.
  package func load(
    now: Int64, retireMissing: Bool, isTrial: Bool = false, _ body: (BankLoad) throws -> Void
  ) throws -> BankLoadSummary {
    do {
      var summary = BankLoadSummary()
      try file.writeDirectly { db in
        try db.execute(sql: "PRAGMA cache_size = -\(Self.cacheOfLoad)")
        defer { try? db.execute(sql: "PRAGMA cache_size = -\(Self.usualCache)") }
        try db.inTransaction {
          let load = try BankLoad(db, now: now)
          try body(load)
          summary = try load.finish(retireMissing: retireMissing)
          return isTrial ? .rollback : .commit
        }
      }
      return summary
    } catch let error as DatabaseError {
      throw StorageFailure(error)
    }
  }

  /// Memory for pages, in KB. A load of 100,000 questions keeps all that it writes until its commit:
  /// a page that has to leave and comes back makes SQLite sum its log up anew from there.
  private static let cacheOfLoad = 96_000
  /// SQLite's own measure.
  private static let usualCache = 2_000

  /// All banks, in the order in which they were first loaded.
  package func banks() throws(StorageFailure) -> [StoredBank] {
    try file.read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT id, code, title, language, version, item_count, question_count, reviewed_on,
              reviewed_by FROM bank ORDER BY id
            """)
      ).map { row in
        StoredBank(
          id: row[0], code: row[1], title: row[2], language: Language(rawValue: row[3]) ?? .chinese,
          version: BankVersion(row[4] as String) ?? .zero, items: row[5],
          questions: row[6], reviewedOn: row[7], reviewedBy: row[8])
      }
    }
  }

  /// The chapters of a bank that have questions to practise, in order.
  package func chapters(of bank: Int64) throws(StorageFailure) -> [StoredChapter] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT title, first_item, item_count, question_count FROM chapter
          WHERE bank_id = ? AND item_count > 0 ORDER BY position
          """, arguments: [bank]
      ).map {
        StoredChapter(bank: bank, title: $0[0], firstItem: $0[1], items: $0[2], questions: $0[3])
      }
    }
  }

  /// The editions that a bank was written against.
  package func editions(of bank: Int64) throws(StorageFailure) -> [Edition] {
    try file.read { db in try Self.editions(db, of: bank) }
  }

  /// - Parameter version: of a question, which may rest on other editions than its bank names; 0 for none.
  static func editions(
    _ db: Database, of bank: Int64, version: Int64 = 0
  ) throws -> [Edition] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT b.title, b.original, coalesce (v.edition, b.edition) FROM bank_edition b
          LEFT JOIN version_edition v ON v.version_id = ? AND v.statute = b.original
          WHERE b.bank_id = ? ORDER BY b.position
          """),
      arguments: [version, bank]
    ).compactMap { row in
      CalendarDate(iso: row[2] as String).map {
        Edition(
          title: StatuteTitle(row[0] as String), original: StatuteTitle(row[1] as String), date: $0)
      }
    }
  }

  /// How many questions of a bank stand in each state.
  package func states(of bank: Int64) throws(StorageFailure) -> [QuestionState: Int] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT v.state, count (*) FROM question q JOIN question_version v ON v.id = q.version_id
          WHERE q.bank_id = ? GROUP BY v.state
          """, arguments: [bank]
      ).reduce(into: [:]) { states, row in
        QuestionState(rawValue: row[0]).map { states[$0] = row[1] }
      }
    }
  }

  /// The whole bank as a value, for writing it out. Retired questions are included as such.
  ///
  /// - Parameter withHeld: those, too, that are held back for an exam.
  package func bank(_ stored: StoredBank, withHeld: Bool = true) throws(StorageFailure) -> Bank {
    try file.read { db in
      let header = BankHeader(
        id: stored.code, title: stored.title, language: stored.language, version: stored.version,
        editions: try Self.editions(db, of: stored.id),
        review: stored.reviewedOn.flatMap { CalendarDate(iso: $0) }.map {
          BankReview(date: $0, reviewer: stored.reviewedBy ?? "")
        })
      let held = withHeld ? [] : try HeldQuestions.questions(db)
      var chapters: [BankChapter] = []
      var lastItem: Int64?
      // A case stands where its first question stands, and is written once: a file loaded later may
      // have left some of its questions behind in another place.
      let rows = try Row.fetchAll(
        db,
        sql: """
          WITH member AS (
            SELECT q.id, q.chapter_id, q.place, q.part, coalesce (-pv.passage_id, q.id) AS item_id
            FROM question q JOIN question_version v ON v.id = q.version_id
            LEFT JOIN passage_version pv ON pv.id = v.passage_version_id WHERE q.bank_id = ?),
          home AS (SELECT item_id, chapter_id, min (place) AS place FROM member GROUP BY item_id)
          SELECT m.id, m.item_id, c.title FROM member m JOIN home h ON h.item_id = m.item_id
          JOIN chapter c ON c.id = h.chapter_id
          ORDER BY c.position, c.id, h.place, m.item_id, m.place, m.part, m.id
          """, arguments: [stored.id])
      for row in rows where !held.contains(row[0]) {
        guard let question = try QuestionQueries.question(db, id: row[0], version: nil) else {
          continue
        }
        let item: Int64 = row[1]
        let title = row[2] == "" ? nil : row[2] as String
        if chapters.isEmpty || chapters[chapters.count - 1].title != title {
          chapters.append(BankChapter(title: title, items: []))
        }
        let last = chapters.count - 1
        if item == lastItem {
          chapters[last].items[chapters[last].items.count - 1].questions.append(question.question)
        } else {
          chapters[last].items.append(
            BankItem(passage: question.passage, questions: [question.question]))
        }
        lastItem = item
      }
      return Bank(header: header, chapters: chapters)
    }
  }
}
