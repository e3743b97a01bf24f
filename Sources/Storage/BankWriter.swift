import GRDB
import Questions
import Statutes
import Text

/// The prepared statements of a load.
final class BankWriter {
  /// Where a question stands, and its parts as stored.
  struct QuestionRow {
    var bank: Int64
    var chapter: Int64
    var item: Int?
    var place: Int
    var part: Int
    var passageVersion: Int64?
  }

  private let db: Database
  private let now: Int64
  private var nextQuestion: Int64
  private var nextVersion: Int64
  private let questionStatement: BoundStatement
  private let versionStatement: BoundStatement
  private var sourceStatement: BoundStatement?

  init(_ db: Database, now: Int64) throws {
    self.db = db
    self.now = now
    nextQuestion =
      try Int64.fetchOne(db, sql: "SELECT coalesce (max (id), 0) + 1 FROM question") ?? 1
    nextVersion =
      try Int64.fetchOne(db, sql: "SELECT coalesce (max (id), 0) + 1 FROM question_version") ?? 1
    questionStatement = try BoundStatement(
      db,
      """
      INSERT INTO question (id, bank_id, code, version_id, chapter_id, item, place, part,
        question_use, rationale, difficulty, level, topics, detail_digest, source_digest, waivers)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    versionStatement = try BoundStatement(
      db,
      """
      INSERT INTO question_version (id, question_id, number, kind, stem, options, answer_key,
        option_order, rule, citations, passage_version_id, digest, state, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  /// Inserts a question with its first version; returns the version.
  ///
  /// - Parameters:
  ///   - bytes: the bytes among which the question was encoded; so for all below.
  ///   - digests: of the question as it was read; so for all below.
  func insert(
    _ question: EncodedQuestion, _ bytes: UnsafeBufferPointer<UInt8>,
    digests: EncodedQuestion.Digests, row: QuestionRow
  ) throws -> Int64 {
    let id = nextQuestion
    nextQuestion += 1
    let version = try insertVersion(
      of: id, number: 1, question, bytes, digests: digests, row: row)
    let statement = questionStatement
    statement.bind(1, id)
    statement.bind(2, row.bank)
    statement.bind(3, text: bytes, question[.code])
    statement.bind(4, version)
    statement.bind(5, row.chapter)
    statement.bind(6, row.item)
    statement.bind(7, row.place)
    statement.bind(8, row.part)
    statement.bind(9, question.use.rawValue)
    statement.bind(10, text: bytes, question[.rationale])
    statement.bind(11, question.difficulty?.rawValue)
    statement.bind(12, question.level?.rawValue)
    statement.bind(13, text: bytes, question[.topics])
    statement.bind(14, digests.detail)
    statement.bind(15, question.source)
    statement.bind(16, text: bytes, question[.waivers])
    try statement.run()
    return version
  }

  /// Inserts a version; returns its id.
  func insertVersion(
    of id: Int64, number: Int, _ question: EncodedQuestion, _ bytes: UnsafeBufferPointer<UInt8>,
    digests: EncodedQuestion.Digests, row: QuestionRow
  ) throws -> Int64 {
    let version = nextVersion
    nextVersion += 1
    let statement = versionStatement
    statement.bind(1, version)
    statement.bind(2, id)
    statement.bind(3, number)
    statement.bind(4, text: bytes, question[.kind])
    statement.bind(5, text: bytes, question[.stem])
    statement.bind(6, text: bytes, question[.options])
    statement.bind(7, text: bytes, question[.key])
    statement.bind(8, question.order.rawValue)
    statement.bind(9, text: bytes, question[.rule])
    statement.bind(10, text: bytes, question[.citations])
    statement.bind(11, row.passageVersion)
    statement.bind(12, digests.content)
    let change = StateChange.loaded(question.state, hasError: question.hasError)
    let state = change.state(after: nil) ?? question.state
    statement.bind(13, state.rawValue)
    statement.bind(14, now)
    try statement.run()
    if question.hasError {
      try StateWriter(db, now: now).record(
        change, of: version, from: nil, to: state, reason: "")
    }
    return version
  }

  /// Points a question to a version and to its details; a trigger keeps what this replaces.
  func update(
    _ id: Int64, version: Int64, _ question: EncodedQuestion, _ bytes: UnsafeBufferPointer<UInt8>,
    digests: EncodedQuestion.Digests, row: QuestionRow
  ) throws {
    let statement = try BoundStatement(
      db,
      """
      UPDATE question SET version_id = ?, chapter_id = ?, item = ?, place = ?, part = ?,
        question_use = ?, rationale = ?, difficulty = ?, level = ?, topics = ?, detail_digest = ?,
        source_digest = ?, waivers = ?
      WHERE id = ?
      """)
    statement.bind(1, version)
    statement.bind(2, row.chapter)
    statement.bind(3, row.item)
    statement.bind(4, row.place)
    statement.bind(5, row.part)
    statement.bind(6, question.use.rawValue)
    statement.bind(7, text: bytes, question[.rationale])
    statement.bind(8, question.difficulty?.rawValue)
    statement.bind(9, question.level?.rawValue)
    statement.bind(10, text: bytes, question[.topics])
    statement.bind(11, digests.detail)
    statement.bind(12, question.source)
    statement.bind(13, text: bytes, question[.waivers])
    statement.bind(14, id)
    try statement.run()
  }

  /// Gives an unchanged question another place in the file and in the practice order.
  func move(_ id: Int64, row: QuestionRow) throws {
    try db.cachedStatement(
      sql: "UPDATE question SET chapter_id = ?, item = ?, place = ?, part = ? WHERE id = ?"
    ).execute(arguments: [row.chapter, row.item, row.place, row.part, id])
  }

  /// Keeps what the lines of an unchanged question are now.
  func setSource(_ source: UInt128, of id: Int64) throws {
    let statement =
      try sourceStatement
      ?? BoundStatement(
        db, "UPDATE question SET source_digest = ? WHERE id = ?")
    sourceStatement = statement
    statement.bind(1, source)
    statement.bind(2, id)
    try statement.run()
  }

  /// Gives a question that the file lacks a place behind all others.
  func move(_ id: Int64, to place: Int) throws {
    try db.cachedStatement(sql: "UPDATE question SET place = ? WHERE id = ?")
      .execute(arguments: [place, id])
  }

  /// Takes a question out of practice and exams; its records stay.
  func retire(_ id: Int64, version: Int64) throws {
    try StateWriter(db, now: now).make(.retired, of: version, reason: "")
    // A changed digest of the details lets the question be found changed if it comes back.
    try db.cachedStatement(
      sql: "UPDATE question SET item = NULL, detail_digest = zeroblob (16) WHERE id = ?"
    ).execute(arguments: [id])
  }

  /// Makes every learner's memory of a question due; returns how many.
  func makeDue(_ question: Int64) throws -> Int {
    try db.cachedStatement(sql: "UPDATE question_memory SET is_due = 1 WHERE question_id = ?")
      .execute(arguments: [question])
    return db.changesCount
  }

  func insertPassage(bank: Int64, code: String) throws -> Int64 {
    try db.cachedStatement(sql: "INSERT INTO passage (bank_id, code) VALUES (?, ?)")
      .execute(arguments: [bank, code])
    return db.lastInsertedRowID
  }

  func insertPassageVersion(of passage: Int64, number: Int, text: String) throws -> Int64 {
    try db.cachedStatement(
      sql: """
        INSERT INTO passage_version (passage_id, number, body, created_at) VALUES (?, ?, ?, ?)
        """
    ).execute(arguments: [passage, number, text, now])
    return db.lastInsertedRowID
  }

  func insertCheck(version: Int64, edition: Edition, review: BankReview) throws {
    try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO version_check (version_id, statute, edition, checked_by, checked_on)
        VALUES (?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      version, edition.original.short, edition.date.iso, review.reviewer, review.date.iso,
    ])
  }

  /// Writes the bank's row and editions where they differ; empties the chapters no longer used.
  func updateBank(
    _ bank: Int64, header: BankHeader, items: Int, questions: Int, used chapters: [Int64]
  ) throws {
    let values: [(any DatabaseValueConvertible)?] = [
      header.title, header.language.rawValue, header.version.text, header.review?.date.iso,
      header.review?.reviewer, items, questions,
    ]
    try db.execute(
      sql: """
        UPDATE bank SET title = ?, language = ?, version = ?, reviewed_on = ?, reviewed_by = ?,
          item_count = ?, question_count = ?, loaded_at = ?
        WHERE id = ? AND (title, language, version, reviewed_on, reviewed_by, item_count,
          question_count) IS NOT (?, ?, ?, ?, ?, ?, ?)
        """, arguments: StatementArguments(values + [now, bank] + values))
    let stored = try Row.fetchAll(
      db,
      sql: "SELECT title, original, edition FROM bank_edition WHERE bank_id = ? ORDER BY position",
      arguments: [bank]
    ).map { [$0[0] as String, $0[1] as String, $0[2] as String] }
    let wanted = header.editions.map { [$0.title.short, $0.original.short, $0.date.iso] }
    if stored != wanted {
      try db.execute(sql: "DELETE FROM bank_edition WHERE bank_id = ?", arguments: [bank])
      for (position, edition) in wanted.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO bank_edition (bank_id, title, original, edition, position)
            VALUES (?, ?, ?, ?, ?)
            """, arguments: [bank, edition[0], edition[1], edition[2], position])
      }
    }
    let list = chapters.map(String.init).joined(separator: ",")
    try db.execute(
      sql: """
        UPDATE chapter SET first_item = 0, item_count = 0, question_count = 0
        WHERE bank_id = ? AND item_count > 0 AND id NOT IN (\(list))
        """, arguments: [bank])
  }
}
