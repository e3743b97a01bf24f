import GRDB
import Learning
import Questions
import Text

/// Questions that are new in the program, and the way back for retired ones.
extension RevisionStore {
  /// Keeps a new question behind the last of its chapter: waiting for a review, or in force at once.
  ///
  /// - Parameters:
  ///   - question: as a reader of bank files makes it, without a passage.
  ///   - chapter: its title; empty for what stands before the first heading.
  ///   - state: `.draft`, `.inReview`, or `.ready` to put it in force.
  /// - Returns: nil where the bank has its code already, or not the chapter.
  package func insert(
    _ question: Question, bank: Int64, chapter: String, state: QuestionState, by author: Author
  ) throws(StorageFailure) -> QuestionRef? {
    try file.write { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT c.id, b.language,
            (SELECT coalesce (max (place), -1) + 1 FROM question WHERE bank_id = b.id)
          FROM chapter c JOIN bank b ON b.id = c.bank_id WHERE b.id = ? AND c.title = ?
          """, arguments: [bank, chapter])
      guard let row, try !Self.codes(of: bank, in: db).contains(question.code.text) else {
        return nil
      }
      let version = try Self.insert(
        question.inState(.draft), in: chapter, language: Language(rawValue: row[1]) ?? .chinese,
        row: BankWriter.QuestionRow(
          bank: bank, chapter: row[0], item: nil, place: row[2], part: 0, passageVersion: nil),
        now: author.now, db)
      let reviewer = try StateWriter.reviewer(author.name, in: db)
      let states = StateWriter(db, now: author.now, reviewer: reviewer)
      try states.record(
        .loaded(.draft, hasError: false), of: version, from: nil, to: .draft, reason: author.reason)
      switch state {
      case .draft, .retired, .flagged: break
      case .inReview: try states.make(.submitted, of: version, reason: author.reason)
      case .ready: try states.make(.approved, of: version, reason: author.reason)
      }
      try BankOrder.renumber(db, bank: bank)
      return try Int64.fetchOne(
        db, sql: "SELECT question_id FROM question_version WHERE id = ?", arguments: [version]
      ).map { QuestionRef(question: $0, version: version) }
    }
  }

  private static func insert(
    _ draft: Question, in chapter: String, language: Language, row: BankWriter.QuestionRow,
    now: Int64, _ db: Database
  ) throws -> Int64 {
    // Digested as a file that has the question would say it, so that loading that file changes nothing.
    var ready = QuestionBytes(language: language)
    let whole = ready.append(draft.inState(.ready), passage: nil, chapter: chapter)
    let digests = ready.bytes.withUnsafeBufferPointer { whole.digested(in: $0) }
    var texts = QuestionBytes(language: language)
    let encoded = texts.append(draft, passage: nil, chapter: chapter)
    return try texts.bytes.withUnsafeBufferPointer { bytes in
      try BankWriter(db, now: now).insert(encoded, bytes, digests: digests, row: row)
    }
  }

  /// Makes a retired question a draft.
  ///
  /// - Returns: whether it was possible.
  package func revive(_ ref: QuestionRef, by author: Author) throws(StorageFailure) -> Bool {
    try file.write { db in
      guard try StateWriter.allows(.revived, of: ref.version, in: db) else { return false }
      let reviewer = try StateWriter.reviewer(author.name, in: db)
      return try StateWriter(db, now: author.now, reviewer: reviewer)
        .make(.revived, of: ref.version, reason: author.reason) == .draft
    }
  }

  /// All codes of a bank that are in use or once were: of questions and of passages.
  package func codes(of bank: Int64) throws(StorageFailure) -> [String] {
    try file.read { db in try Self.codes(of: bank, in: db) }
  }

  private static func codes(of bank: Int64, in db: Database) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT code FROM question WHERE bank_id = ?1 UNION SELECT code FROM passage WHERE bank_id = ?1
        """, arguments: [bank])
  }

  /// The titles of a bank's chapters, in order, with those of which nothing is asked; empty for what stands
  /// before the first heading.
  package func chapters(of bank: Int64) throws(StorageFailure) -> [String] {
    try file.read { db in
      try String.fetchAll(
        db, sql: "SELECT title FROM chapter WHERE bank_id = ? ORDER BY position, id",
        arguments: [bank])
    }
  }
}
