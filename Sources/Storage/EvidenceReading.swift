import Exams
import Foundation
import GRDB

/// Reads what an audit looks at, byte by byte and from one moment. Whoever wrote to the file by hand may
/// have left anything in it: each column is read as the type that it should have.
package struct EvidenceReading: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// - Parameters:
  ///   - rules: what the text of a blueprint says, with the code of its exam.
  ///   - begin: told what stands beside the log, before its first entry.
  ///   - take: told each entry, in order.
  /// - Throws: `StorageFailure`.
  package func read(
    rules: (String, String) -> Blueprint?, begin: (EvidenceRecord) -> Void,
    take: (EvidenceRecord.Entry) -> Void
  ) throws(StorageFailure) {
    try file.read { db in
      begin(
        EvidenceRecord(
          database: try EvidenceStore.database(db), exams: try exams(db, rules: rules),
          keys: Set(try rows(db, "SELECT exam_id FROM exam_key") { $0.integer(0) }),
          candidates: try candidates(db), notes: try notes(db), grades: try grades(db),
          accountEvents: try events(db),
          accounts: try accounts(db)))
      try entries(db, take)
    }
  }

  private func entries(_ db: Database, _ take: (EvidenceRecord.Entry) -> Void) throws {
    let rows = try BoundStatement(
      db,
      """
      SELECT sequence, CAST (kind AS BLOB), exam_id, candidate_id, account_id, CAST (payload AS BLOB),
        utc, monotonic, CAST (boot AS BLOB), CAST (digest AS BLOB) FROM evidence ORDER BY sequence
      """)
    // Most entries are of the kind and the boot of the one before.
    var (kind, boot) = (RepeatedText(), RepeatedText())
    while try rows.next() {
      take(
        EvidenceRecord.Entry(
          sequence: rows.integer(0), kind: kind.text(rows.bytes(1)), exam: rows.integer(2),
          candidate: rows.integer(3), account: rows.integer(4), payload: Array(rows.bytes(5)),
          utc: rows.integer(6), monotonic: rows.integer(7), boot: boot.text(rows.bytes(8)),
          digest: Array(rows.bytes(9))))
    }
  }

  /// A text that is often the same as in the row before.
  private struct RepeatedText {
    private var known = ""

    mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
      if !known.utf8.elementsEqual(bytes) { known = String(decoding: bytes, as: UTF8.self) }
      return known
    }
  }

  private func rows<Value>(
    _ db: Database, _ sql: String, _ value: (BoundStatement) throws -> Value
  ) throws -> [Value] {
    let rows = try BoundStatement(db, sql)
    var values: [Value] = []
    while try rows.next() { values.append(try value(rows)) }
    return values
  }

  private func exams(
    _ db: Database, rules: (String, String) -> Blueprint?
  ) throws -> [EvidenceRecord.Exam] {
    let forms = Dictionary(
      grouping: try rows(
        db,
        """
        SELECT exam_id, position, CAST (code AS BLOB), CAST (sealed AS BLOB), CAST (digest AS BLOB)
        FROM exam_form ORDER BY exam_id, position
        """
      ) { row in
        (
          row.integer(0),
          EvidenceRecord.Form(
            position: Int(row.integer(1)), code: row.string(2), sealed: Array(row.bytes(3)),
            digest: Array(row.bytes(4)))
        )
      }, by: \.0)
    let keys = Dictionary(
      try rows(db, "SELECT exam_id, CAST (code AS BLOB) FROM exam_key") {
        ($0.integer(0), $0.string(1))
      }, uniquingKeysWith: { $1 })
    let questions = Dictionary(
      grouping: try rows(db, "SELECT exam_id, question_id FROM exam_question") {
        ($0.integer(0), $0.integer(1))
      }, by: \.0)
    return try rows(
      db,
      """
      SELECT id, CAST (code AS BLOB), CAST (title AS BLOB), CAST (blueprint AS BLOB), make_up_of,
        is_rehearsal, hides_questions, created_at, opens_at, closes_at FROM exam ORDER BY id
      """
    ) { row in
      let (id, code) = (row.integer(0), row.string(1))
      return EvidenceRecord.Exam(
        id: id, code: code, title: row.string(2), blueprint: Array(row.bytes(3)),
        rules: rules(row.string(3), code), makeUpOf: row.integer(4),
        isRehearsal: row.integer(5) != 0, hidesQuestions: row.integer(6) != 0,
        created: row.integer(7), from: row.integer(8), until: row.integer(9),
        forms: (forms[id] ?? []).map(\.1), key: keys[id],
        questions: Set((questions[id] ?? []).map(\.1)))
    }
  }

  private func candidates(_ db: Database) throws -> [EvidenceRecord.Candidate] {
    try rows(
      db,
      """
      SELECT id, exam_id, person_id, CAST (number AS BLOB), wave, seat, form, seed, extra_minutes,
        unit_id
      FROM candidate ORDER BY exam_id, wave, seat
      """
    ) { row in
      EvidenceRecord.Candidate(
        id: row.integer(0), exam: row.integer(1), person: row.integer(2), number: row.string(3),
        wave: Int(row.integer(4)), seat: Int(row.integer(5)), form: Int(row.integer(6)),
        seed: UInt64(bitPattern: row.integer(7)), extraMinutes: Int(row.integer(8)),
        unit: row.integer(9))
    }
  }

  private func notes(_ db: Database) throws -> [Int64: EvidenceRecord.Note] {
    Dictionary(
      try rows(
        db,
        """
        SELECT sequence, CAST (text AS BLOB), CAST (witness AS BLOB), CAST (salt AS BLOB) FROM exam_note
        """
      ) { row in
        (
          row.integer(0),
          EvidenceRecord.Note(
            text: Array(row.bytes(1)), witness: Array(row.bytes(2)), salt: Array(row.bytes(3)))
        )
      }, uniquingKeysWith: { $1 })
  }

  private func grades(_ db: Database) throws -> [EvidenceRecord.Grade] {
    try rows(
      db,
      """
      SELECT candidate_id, score, full_score, pass_mark, is_passed, CAST (sections AS BLOB), graded_at
      FROM exam_grade ORDER BY candidate_id
      """
    ) { row in
      EvidenceRecord.Grade(
        candidate: row.integer(0), score: Int(row.integer(1)), full: Int(row.integer(2)),
        pass: Int(row.integer(3)), isPassed: row.integer(4) != 0, sections: Array(row.bytes(5)),
        utc: row.integer(6))
    }
  }

  private func events(_ db: Database) throws -> [EvidenceRecord.AccountEvent] {
    try rows(
      db,
      """
      SELECT id, CAST (kind AS BLOB), account_id, by_id, CAST (role AS BLOB), made_at
      FROM account_event ORDER BY id
      """
    ) { row in
      EvidenceRecord.AccountEvent(
        id: row.integer(0), kind: row.string(1), account: row.integer(2), by: row.integer(3),
        role: row.string(4), utc: row.integer(5))
    }
  }

  private func accounts(_ db: Database) throws -> [EvidenceRecord.Account] {
    try rows(db, "SELECT id, CAST (role AS BLOB), is_disabled FROM account ORDER BY id") { row in
      EvidenceRecord.Account(
        id: row.integer(0), role: row.string(1), isDisabled: row.integer(2) != 0)
    }
  }
}
