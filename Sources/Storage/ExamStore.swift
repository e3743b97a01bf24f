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
    "id, code, title, blueprint, make_up_of, is_rehearsal, hides_questions, created_at"

  private static func exam(_ row: Row) -> StoredExam {
    StoredExam(
      id: row[0], code: row[1], title: row[2], blueprint: row[3], makeUpOf: row[4],
      isRehearsal: row[5], hidesQuestions: row[6], created: row[7])
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
    try EvidenceStore.entries(db, "WHERE exam_id = ? AND candidate_id = 0", [exam])
      .reduce(into: ExamState()) { state, entry in
        if let fact = ExamCoding.fact(of: entry) { state.take(fact, at: entry.act.moment) }
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

  /// How an exam stands within a commit.
  package struct Standing: Sendable {
    package var state: ExamState
    /// How many candidates have begun, by wave.
    package var begun: [Int: Int]
    /// How many of these have not ended, by wave.
    package var sitting: [Int: Int]
  }

  private static func standing(_ db: Database, of exam: Int64) throws -> Standing {
    func kept(_ kind: String) -> String {
      "EXISTS (SELECT 1 FROM evidence e WHERE e.candidate_id = c.id AND e.candidate_id > 0"
        + " AND e.kind = '\(kind)')"
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.wave, count (*), count (*) - sum (\(kept("ended"))) FROM candidate c
        WHERE c.exam_id = ? AND \(kept("began")) GROUP BY c.wave
        """, arguments: [exam])
    return Standing(
      state: try state(db, of: exam),
      begun: Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) }),
      sitting: Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[2]) }))
  }

  /// Keeps an act that concerns an exam as a whole.
  ///
  /// - Parameters:
  ///   - key: the code of the forms, which lies in the database from the first opening on.
  ///   - allows: asked within the commit, with the exam as it stands then, whether the act may be kept.
  /// - Returns: whether it was.
  @discardableResult
  package func record(
    _ fact: ExamState.Fact, of exam: Int64, at moment: Moment, by account: Int64,
    key: String? = nil, allows: ((Standing) -> Bool)? = nil
  ) throws(StorageFailure) -> Bool {
    try file.writeInTurn { db in
      if let allows {
        guard try allows(Self.standing(db, of: exam)) else { return false }
      }
      if let key {
        try db.execute(
          sql: "INSERT OR IGNORE INTO exam_key (exam_id, code) VALUES (?, ?)",
          arguments: [exam, key])
      }
      let (kind, payload) = ExamCoding.entry(of: fact)
      try EvidenceStore.append(
        EvidenceEntry.Act(
          kind: kind, exam: exam, payload: payload, moment: moment, account: account), to: db)
      switch fact {
      case .published, .cancelled: try HeldQuestions.settle(db, exam: exam)
      default: break
      }
      return true
    }
  }

  /// Whether a wave has ended. Asked before each answer; the entries of an exam as a whole are few.
  static func isClosed(_ db: Database, wave: Int, of exam: Int64) throws -> Bool {
    let (kind, payload) = ExamCoding.entry(of: .ended(wave: wave))
    return try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM evidence
            WHERE exam_id = ? AND candidate_id = 0 AND kind = ? AND payload = ?)
          """), arguments: [exam, kind, payload]) ?? false
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
