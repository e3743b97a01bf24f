import GRDB
import Learning
import People

/// Objections in the database.
package struct ObjectionStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// Keeps an objection to the version that the learner saw.
  package func raise(
    _ reason: String, to ref: QuestionRef, by learner: LearnerID, attempt: AttemptID?, now: Int64
  ) throws(StorageFailure) {
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO objection (learner_id, question_id, version_id, attempt_id, reason, raised_at)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          learner.number, ref.question, ref.version, attempt?.number, reason, now,
        ])
    }
  }

  /// All objections, the oldest first; of one bank, if given.
  package func objections(bank: Int64?) throws(StorageFailure) -> [StoredObjection] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT o.id, o.learner_id, b.code, q.code, v.number, v.stem, o.reason, o.raised_at
          FROM objection o JOIN question q ON q.id = o.question_id JOIN bank b ON b.id = q.bank_id
          JOIN question_version v ON v.id = o.version_id
          WHERE ?1 IS NULL OR b.id = ?1 ORDER BY o.id
          """, arguments: [bank]
      ).map {
        StoredObjection(
          id: $0[0], learner: LearnerID($0[1]), bankCode: $0[2], questionCode: $0[3],
          versionNumber: $0[4], stem: $0[5], reason: $0[6], raisedAt: $0[7])
      }
    }
  }
}
