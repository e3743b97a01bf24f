import Exams
import Foundation
import GRDB
import Learning
import People
import Seals

/// Exams with their sealed forms, their candidates and results.
package struct ExamStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  // MARK: Exams

  private static let columns =
    """
    id, code, title, blueprint, make_up_of, is_rehearsal, hides_questions, created_at, opens_at, closes_at
    """

  private static func exam(_ row: Row) -> StoredExam {
    StoredExam(
      id: row[0], code: row[1], title: row[2], blueprint: row[3], makeUpOf: row[4],
      isRehearsal: row[5], hidesQuestions: row[6], created: row[7],
      window: ExamWindow(from: row[8], until: row[9]))
  }

  /// All exams, the newest first.
  package func exams() throws(StorageFailure) -> [StoredExam] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT \(Self.columns) FROM exam ORDER BY created_at DESC, id DESC"
      )
      .map(Self.exam)
    }
  }

  /// The exam of this code; nil where there is none.
  package func exam(code: String) throws(StorageFailure) -> StoredExam? {
    try file.read { db in
      try Row.fetchOne(
        db.cachedStatement(sql: "SELECT \(Self.columns) FROM exam WHERE code = ?"),
        arguments: [code]
      ).map(Self.exam)
    }
  }

  /// How far an exam has come.
  package func state(of exam: Int64) throws(StorageFailure) -> ExamState {
    try file.read { db in try Self.state(db, of: exam) }
  }

  static func state(_ db: Database, of exam: Int64) throws -> ExamState {
    let entries = try EvidenceStore.entries(db, "WHERE exam_id = ? AND candidate_id = 0", [exam])
    let words = try entries.contains { $0.act.kind == "note" } ? Self.words(db, of: exam) : [:]
    return entries.reduce(into: ExamState()) { state, entry in
      if let fact = ExamCoding.fact(of: entry, words: words) {
        state.take(fact, at: entry.act.moment)
      }
    }
  }

  private static let formColumns = "position, code, sealed, digest"

  private static func form(_ row: Row) -> StoredForm {
    StoredForm(
      position: row[0], code: row[1], sealed: [UInt8](row[2] as Data),
      digest: Digest(stored: [UInt8](row[3] as Data)) ?? .none)
  }

  /// The forms of an exam, in order.
  package func forms(of exam: Int64) throws(StorageFailure) -> [StoredForm] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT \(Self.formColumns) FROM exam_form WHERE exam_id = ? ORDER BY position",
        arguments: [exam]
      ).map(Self.form)
    }
  }

  /// One form; nil where there is none at this position.
  package func form(_ position: Int, of exam: Int64) throws(StorageFailure) -> StoredForm? {
    try file.read { db in
      try Row.fetchOne(
        db, sql: "SELECT \(Self.formColumns) FROM exam_form WHERE exam_id = ? AND position = ?",
        arguments: [exam, position]
      ).map(Self.form)
    }
  }

  /// The code that the forms are sealed with; nil before the exam was opened.
  package func key(of exam: Int64) throws(StorageFailure) -> String? {
    try file.read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT code FROM exam_key WHERE exam_id = ?"), arguments: [exam])
    }
  }

  /// The questions that stand on the papers of an exam, by number.
  package func questions(of exam: Int64) throws(StorageFailure) -> Set<Int64> {
    try file.read { db in
      Set(
        try Int64.fetchAll(
          db, sql: "SELECT question_id FROM exam_question WHERE exam_id = ?", arguments: [exam]))
    }
  }

  /// In how many exams that count each question stood, by its number; those in none are left out.
  package func uses() throws(StorageFailure) -> [Int64: Int] {
    try file.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT q.question_id, count (*) FROM exam_question q JOIN exam x ON x.id = q.exam_id
          WHERE \(ExamAttendance.counts) GROUP BY q.question_id
          """)
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
    }
  }

  // MARK: Acts

  /// The exam is not as an act wants it to be: nothing was kept.
  package struct Stale: Error, Hashable {
    /// How the exam stands there.
    package let state: ExamState
  }

  /// Keeps an act that concerns an exam as a whole.
  ///
  /// - Parameters:
  ///   - key: the code of the forms, which lies in the database from the first opening on.
  ///   - allows: asked within the commit, with the state as it is then, whether the act may be kept. A wave
  ///     in which somebody still sits is not ended in any case, nor an exam called off that somebody began.
  /// - Throws: `Stale` where it may not; `StorageFailure`.
  package func record(
    _ fact: ExamState.Fact, of exam: Int64, at moment: Moment, by account: Int64,
    key: String? = nil, allows: (ExamState) -> Bool = { _ in true }
  ) throws {
    let stale: ExamState? = try file.writeInTurn { db in
      let state = try Self.state(db, of: exam)
      guard allows(state) else { return state }
      if case .ended(let wave) = fact, try Self.sits(db, wave: wave, of: exam) { return state }
      if case .cancelled = fact, try Self.wasBegun(db, exam) { return state }
      if let key {
        try db.execute(
          sql: "INSERT OR IGNORE INTO exam_key (exam_id, code) VALUES (?, ?)",
          arguments: [exam, key])
      }
      let (kind, payload) = ExamCoding.entry(of: fact)
      let entry = try EvidenceStore.append(
        EvidenceEntry.Act(
          kind: kind, exam: exam, payload: payload, moment: moment, account: account), to: db)
      switch fact {
      case .published, .cancelled: try HeldQuestions.settle(db, exam: exam)
      case .noted(let note): try Self.keep(note, of: entry.sequence, in: db)
      case .opened, .ended: break
      }
      return nil
    }
    if let stale { throw Stale(state: stale) }
  }

  /// Whether somebody of a wave has begun and not ended. The kinds alone tell who may have; what counts is
  /// what the entries come to.
  private static func sits(_ db: Database, wave: Int, of exam: Int64) throws -> Bool {
    func has(_ kind: String) -> String {
      """
      EXISTS (SELECT 1 FROM evidence e WHERE e.candidate_id > 0 AND e.candidate_id = c.id
        AND e.kind = '\(kind)')
      """
    }
    let candidates = try Int64.fetchAll(
      db,
      sql: """
        SELECT c.id FROM candidate c
        WHERE c.exam_id = ? AND c.wave = ? AND \(has("began")) AND NOT \(has("ended"))
        """, arguments: [exam, wave])
    return try candidates.contains { candidate in
      let state = SittingState(try SittingStore.events(db, of: candidate, after: 0))
      return state.began != nil && state.end == nil
    }
  }

  /// Whether any candidate of an exam has begun.
  private static func wasBegun(_ db: Database, _ exam: Int64) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM candidate c JOIN evidence e
          ON e.candidate_id = c.id AND e.candidate_id > 0 AND e.kind = 'began' WHERE c.exam_id = ?)
        """, arguments: [exam]) ?? false
  }

  /// Whether a wave has ended. Asked before each answer; the entries of an exam as a whole are few.
  static func isClosed(_ db: Database, wave: Int, of exam: Int64) throws -> Bool {
    let (kind, payload) = ExamCoding.entry(of: .ended(wave: wave))
    let row = try BoundStatement(
      cachedBy: db,
      """
      SELECT 1 FROM evidence
      WHERE exam_id = ?1 AND candidate_id = 0 AND kind = ?2 AND payload = ?3 LIMIT 1
      """)
    row.bind(1, exam)
    row.bind(2, kind)
    row.bind(3, payload)
    guard try row.next() else { return false }
    row.reset()
    return true
  }

  // MARK: Candidates

  private static let candidateSelect = """
    SELECT c.id, c.exam_id, c.person_id, c.number, coalesce (i.name, ''), c.unit_id, c.wave, c.seat, c.form,
      c.seed, c.extra_minutes, c.assistance, c.ticket_digest
    FROM candidate c LEFT JOIN person_identity i ON i.person_id = c.person_id
    """

  private static func candidate(_ row: Row) -> StoredCandidate {
    StoredCandidate(
      id: row[0], exam: row[1], person: row[2], number: row[3], name: row[4], unit: row[5],
      seat: SeatPlan.Seat(wave: row[6], number: row[7], form: row[8]),
      seed: UInt64(bitPattern: row[9] as Int64), extraMinutes: row[10], assistance: row[11],
      ticket: Digest(stored: [UInt8](row[12] as Data)) ?? .none)
  }

  /// How many candidates an exam has, in how many waves.
  package func size(
    of exam: Int64
  ) throws(StorageFailure) -> (candidates: Int, waves: Int) {
    try file.read { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT count (*), coalesce (max (wave), 0) FROM candidate WHERE exam_id = ?",
        arguments: [exam])
      return (row?[0] ?? 0, row?[1] ?? 0)
    }
  }

  /// The candidates of an exam, by wave and seat.
  package func candidates(of exam: Int64) throws(StorageFailure) -> [StoredCandidate] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "\(Self.candidateSelect) WHERE c.exam_id = ? ORDER BY c.wave, c.seat",
        arguments: [exam]
      ).map(Self.candidate)
    }
  }

  /// The candidate with this number on the ticket; nil where there is none.
  package func candidate(
    _ number: String, of exam: Int64
  ) throws(StorageFailure) -> StoredCandidate? {
    try file.read { db in
      try Row.fetchOne(
        db, sql: "\(Self.candidateSelect) WHERE c.exam_id = ? AND c.number = ?",
        arguments: [exam, number]
      ).map(Self.candidate)
    }
  }
}
