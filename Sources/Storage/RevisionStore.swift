import Foundation
import GRDB
import Learning
import Questions
import Statutes
import Text

/// Questions that are written or changed in the program, version by version.
package struct RevisionStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// Who changes a question, and why.
  package struct Author: Hashable, Sendable {
    package let name: String
    package let reason: String
    /// UTC milliseconds.
    package let now: Int64

    package init(name: String, reason: String, now: Int64) {
      self.name = name
      self.reason = reason
      self.now = now
    }
  }

  /// What a revision is.
  package struct Revision: Sendable {
    /// As a reader of bank files makes it: its options numbered in their order.
    package let question: Question
    /// Whether learners are asked it again, whatever their intervals say: its key or the rule behind it is
    /// another one.
    package let isDue: Bool
    /// The editions that it rests on where they are not those that its bank names, by original title.
    package let editions: [StatuteTitle: CalendarDate]

    package init(
      _ question: Question, isDue: Bool, editions: [StatuteTitle: CalendarDate] = [:]
    ) {
      self.question = question
      self.isDue = isDue
      self.editions = editions
    }
  }

  /// Keeps a changed question as a new version: a draft, which changes nothing for anybody, or in force at
  /// once.
  ///
  /// - Parameter state: `.draft`, `.inReview`, or `.ready` to put it in force.
  /// - Returns: the new version; nil where the question is another one now than it was seen.
  package func revise(
    _ ref: QuestionRef, with revision: Revision, state: QuestionState, by author: Author
  ) throws(StorageFailure) -> QuestionRef? {
    try file.write { db in
      guard let stored = try QuestionQueries.question(db, id: ref.question, version: nil),
        stored.ref == ref
      else { return nil }
      let before = try Row.fetchOne(
        db,
        sql: """
          SELECT v.options, v.passage_version_id, q.chapter_id, q.place, q.part,
            (SELECT max (number) FROM question_version WHERE question_id = q.id)
          FROM question q JOIN question_version v ON v.id = q.version_id WHERE q.id = ?
          """, arguments: [ref.question])
      guard let before else { return nil }
      let row = BankWriter.QuestionRow(
        bank: stored.bank, chapter: before[2], item: nil, place: before[3], part: before[4],
        passageVersion: before[1])
      return try Self.add(
        revision, to: ref.question, number: before[5] + 1, stored: stored, options: before[0],
        row: row, state: state, by: author, in: db)
    }
  }

  private static func add(
    _ revision: Revision, to question: Int64, number: Int, stored: StoredQuestion,
    options: String, row: BankWriter.QuestionRow, state: QuestionState, by author: Author,
    in db: Database
  ) throws -> QuestionRef {
    let draft = revision.question.inState(.draft)
    // Digested as a file that has the question would say it, so that loading that file changes nothing.
    var ready = QuestionBytes(language: stored.language)
    let whole = ready.append(
      draft.inState(.ready), passage: stored.passage, chapter: stored.chapter)
    let digests = ready.bytes.withUnsafeBufferPointer { whole.digested(in: $0) }
    var source = QuestionBytes(language: stored.language)
    let read = source.append(draft, passage: stored.passage, chapter: stored.chapter)
    var texts = QuestionBytes(language: stored.language)
    let used = try String.fetchAll(
      db, sql: "SELECT options FROM question_version WHERE question_id = ?", arguments: [question])
    let next = try used.flatMap { try ContentCoding.options(from: $0).map(\.id.number) }.max() ?? 0
    let adopted = try source.bytes.withUnsafeBufferPointer { bytes in
      try texts.append(
        read, of: bytes, ids: try ContentCoding.options(from: options), nextID: next + 1)
    }
    let version = try texts.bytes.withUnsafeBufferPointer { bytes in
      try BankWriter(db, now: author.now).insertVersion(
        of: question, number: number, adopted, bytes, digests: digests, row: row)
    }
    try db.execute(
      sql: """
        INSERT INTO draft_detail (version_id, question_use, rationale, difficulty, level, topics,
          waivers, detail_digest, is_due)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        version, draft.use.rawValue, texts.text(.rationale, of: adopted),
        draft.difficulty?.rawValue, draft.level?.rawValue, texts.text(.topics, of: adopted),
        texts.text(.waivers, of: adopted),
        withUnsafeBytes(of: digests.detail) { Data($0) }, revision.isDue,
      ])
    try FlagStore.rest(version, on: revision.editions, in: db)
    let reviewer = try StateWriter.reviewer(author.name, in: db)
    let states = StateWriter(db, now: author.now, reviewer: reviewer)
    try states.record(
      .loaded(.draft, hasError: false), of: version, from: nil, to: .draft, reason: author.reason)
    switch state {
    case .draft, .retired, .flagged: break
    case .inReview: try states.make(.submitted, of: version, reason: author.reason)
    case .ready: try putInForce(version, of: question, by: author, states, in: db)
    }
    return QuestionRef(question: question, version: version)
  }

  /// Puts a draft in force: it is what is asked from now on, and the doubts about the version before it are
  /// over.
  ///
  /// - Returns: whether it was possible: it has to be a draft or in review, and newer than what is asked.
  package func approve(_ ref: QuestionRef, by author: Author) throws(StorageFailure) -> Bool {
    try file.write { db in
      guard try StateWriter.allows(.approved, of: ref.version, in: db) else { return false }
      let isWaiting = try Bool.fetchOne(
        db,
        sql: """
          SELECT w.number > v.number FROM question q JOIN question_version v ON v.id = q.version_id
          JOIN question_version w ON w.question_id = q.id WHERE q.id = ? AND w.id = ?
          """, arguments: [ref.question, ref.version])
      let reviewer = try StateWriter.reviewer(author.name, in: db)
      let states = StateWriter(db, now: author.now, reviewer: reviewer)
      if isWaiting == true {
        return try Self.putInForce(ref.version, of: ref.question, by: author, states, in: db)
      }
      guard isWaiting == false else { return false }
      let state = try states.make(.approved, of: ref.version, reason: author.reason)
      try Self.renumber(ref.question, in: db)
      return state == .ready
    }
  }

  /// Takes a question out of practice and exams, or a waiting draft out of the way; the records stay.
  ///
  /// - Returns: whether it was possible.
  package func retire(_ ref: QuestionRef, by author: Author) throws(StorageFailure) -> Bool {
    try file.write { db in
      guard try StateWriter.allows(.retired, of: ref.version, in: db) else { return false }
      let reviewer = try StateWriter.reviewer(author.name, in: db)
      let state = try StateWriter(db, now: author.now, reviewer: reviewer)
        .make(.retired, of: ref.version, reason: author.reason)
      try Self.renumber(ref.question, in: db)
      return state == .retired
    }
  }

  @discardableResult
  private static func putInForce(
    _ version: Int64, of question: Int64, by author: Author, _ states: StateWriter,
    in db: Database
  ) throws -> Bool {
    guard try states.make(.approved, of: version, reason: author.reason) == .ready else {
      return false
    }
    let old = try Int64.fetchOne(
      db, sql: "SELECT version_id FROM question WHERE id = ?", arguments: [question])
    try db.execute(
      sql: """
        UPDATE question SET (version_id, question_use, rationale, difficulty, level, topics,
            waivers, detail_digest, source_digest) =
          (SELECT version_id, question_use, rationale, difficulty, level, topics, waivers,
            detail_digest, NULL
            FROM draft_detail WHERE version_id = ?1)
        WHERE id = ?2
        """, arguments: [version, question])
    if let old {
      try db.execute(
        sql: "UPDATE question_flag SET closed_at = ? WHERE version_id = ? AND closed_at IS NULL",
        arguments: [author.now, old])
    }
    let isDue = try Bool.fetchOne(
      db, sql: "SELECT is_due FROM draft_detail WHERE version_id = ?", arguments: [version])
    if isDue == true {
      try db.execute(
        sql: "UPDATE question_memory SET is_due = 1 WHERE question_id = ?", arguments: [question])
    }
    try renumber(question, in: db)
    return true
  }

  private static func renumber(_ question: Int64, in db: Database) throws {
    guard
      let bank = try Int64.fetchOne(
        db, sql: "SELECT bank_id FROM question WHERE id = ?", arguments: [question])
    else { return }
    try BankOrder.renumber(db, bank: bank)
  }

  /// The versions that wait: drafts and those in review which are newer than what is asked, and what is in
  /// review or a draft itself; in the order of the banks.
  package func waiting(bank: Int64? = nil) throws(StorageFailure) -> [StoredQuestion] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT q.id, w.id FROM question q JOIN question_version v ON v.id = q.version_id
          JOIN question_version w ON w.question_id = q.id AND w.number >= v.number
          WHERE w.state IN (?1, ?2) AND (?3 IS NULL OR q.bank_id = ?3)
          ORDER BY q.bank_id, q.place, q.part, w.number
          """,
        arguments: [QuestionState.draft.rawValue, QuestionState.inReview.rawValue, bank]
      ).compactMap { try QuestionQueries.question(db, id: $0[0], version: $0[1]) }
    }
  }

  /// The statutes of which questions of a bank rest on another edition than the bank names, each with the
  /// newest of these.
  package func ownEditions(of bank: Int64) throws(StorageFailure) -> [StatuteTitle: CalendarDate] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT r.statute, max (r.edition) FROM version_edition r
          JOIN question q ON q.version_id = r.version_id WHERE q.bank_id = ? GROUP BY r.statute
          """, arguments: [bank]
      ).reduce(into: [:]) { editions, row in
        editions[StatuteTitle(row[0] as String)] = CalendarDate(iso: row[1] as String)
      }
    }
  }

  /// A question's states with who led it there, when and why; the oldest first.
  package func history(of question: Int64) throws(StorageFailure) -> [Transition] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT v.number, t.before, t.after, t.cause, t.reason, r.name, t.made_at
          FROM question_transition t JOIN question_version v ON v.id = t.version_id
          LEFT JOIN reviewer r ON r.id = t.reviewer_id WHERE v.question_id = ? ORDER BY t.id
          """, arguments: [question]
      ).map { row in
        Transition(
          version: row[0], before: (row[1] as Int?).flatMap(QuestionState.init),
          after: QuestionState(rawValue: row[2]) ?? .draft, cause: row[3], reason: row[4],
          reviewer: row[5], madeAt: row[6])
      }
    }
  }

  /// A change of a state that was made.
  package struct Transition: Hashable, Sendable {
    /// The number of the version, from 1.
    package let version: Int
    /// nil for a new version.
    package let before: QuestionState?
    package let after: QuestionState
    /// The id of a `StateChange`.
    package let cause: String
    package let reason: String
    /// nil where a load or an objection did it.
    package let reviewer: String?
    /// UTC milliseconds.
    package let madeAt: Int64
  }
}

extension Question {
  /// The same in another state.
  func inState(_ state: QuestionState) -> Question {
    var question = self
    question.state = state
    return question
  }
}
