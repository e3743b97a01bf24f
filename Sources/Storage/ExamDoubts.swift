import GRDB
import Questions

/// A question of a frozen paper about which something came up afterwards.
package struct ExamDoubt: Hashable, Sendable {
  /// What came up.
  package enum Cause: Hashable, Sendable {
    /// An objection or a newer edition of what it cites.
    case flagged
    /// It was taken back to a draft, or retired.
    case notReady
  }

  package var bank: String
  package var code: String
  package var cause: Cause
}

extension ExamStore {
  /// The questions of an exam that were put in doubt since its papers were frozen, or are no longer ready.
  package func doubts(about exam: StoredExam) throws(StorageFailure) -> [ExamDoubt] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT b.code, q.code, v.state,
            EXISTS (SELECT 1 FROM question_flag f
              WHERE f.version_id = v.id AND f.closed_at IS NULL AND f.raised_at >= ?2)
          FROM exam_question x JOIN question q ON q.id = x.question_id
          JOIN question_version v ON v.id = q.version_id JOIN bank b ON b.id = q.bank_id
          WHERE x.exam_id = ?1 ORDER BY b.id, q.place, q.part
          """, arguments: [exam.id, exam.created]
      ).compactMap { row in
        let state = QuestionState(rawValue: row[2])
        if state == .flagged || row[3] as Bool {
          return ExamDoubt(bank: row[0], code: row[1], cause: .flagged)
        }
        return state == .ready ? nil : ExamDoubt(bank: row[0], code: row[1], cause: .notReady)
      }
    }
  }
}
