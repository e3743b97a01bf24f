import GRDB
import Learning
import People
import Questions

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
      try db.execute(
        sql: "INSERT INTO question_flag (version_id, objection_id, raised_at) VALUES (?, ?, ?)",
        arguments: [ref.version, db.lastInsertedRowID, now])
      try StateWriter(db, now: now).make(.flagged, of: ref.version, reason: reason)
    }
  }

  private static let select = """
    SELECT o.id, o.learner_id, b.code, q.code, v.number, v.stem, o.reason, o.raised_at,
      a.id, a.decision, a.body, a.answered_at, v.options,
      (SELECT s.payload FROM step s WHERE s.attempt_id = o.attempt_id AND s.kind = 'start'
        AND s.version_id = o.version_id ORDER BY s.sequence DESC LIMIT 1)
    FROM objection o JOIN question q ON q.id = o.question_id JOIN bank b ON b.id = q.bank_id
    JOIN question_version v ON v.id = o.version_id
    LEFT JOIN objection_answer a ON a.id =
      (SELECT max (id) FROM objection_answer WHERE objection_id = o.id)
    """

  private static func objection(_ row: Row) throws -> StoredObjection {
    var order: [OptionID] = []
    if let payload = row[13] as String?,
      case .start(_, _, let shown) = try StepCoding.fact(
        kind: "start", ref: QuestionRef(question: 0, version: 0), verdict: nil, payload: payload)
    {
      order = shown
    }
    let options = order.isEmpty ? [] : try ContentCoding.options(from: row[12]).map(\.id)
    return StoredObjection(
      id: row[0], learner: LearnerID(row[1]), bankCode: row[2], questionCode: row[3],
      versionNumber: row[4], stem: row[5], bankOrder: options, screenOrder: order,
      reason: row[6], raisedAt: row[7],
      answer: (row[8] as Int64?).map {
        ObjectionAnswer(
          id: $0, decision: ObjectionAnswer.Decision(rawValue: row[9]) ?? .rejected, text: row[10],
          answeredAt: row[11])
      })
  }

  /// All objections, the oldest first; of one bank, if given.
  package func objections(bank: Int64?) throws(StorageFailure) -> [StoredObjection] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: Self.select + " WHERE ?1 IS NULL OR b.id = ?1 ORDER BY o.id", arguments: [bank]
      ).map(Self.objection)
    }
  }

  static func objections(_ db: Database, of learner: LearnerID) throws -> [StoredObjection] {
    try Row.fetchAll(
      db, sql: select + " WHERE o.learner_id = ? ORDER BY o.id", arguments: [learner.number]
    ).map(objection)
  }

  /// The objection with this number; nil where there is none.
  package func objection(_ id: Int64) throws(StorageFailure) -> StoredObjection? {
    try file.read { db in
      try Row.fetchOne(db, sql: Self.select + " WHERE o.id = ?", arguments: [id])
        .map(Self.objection)
    }
  }

  /// Keeps an answer; an earlier one stays on record, and the learner is told the latest.
  ///
  /// - Parameters:
  ///   - actor: who decided, where somebody is signed in.
  ///   - now: UTC milliseconds.
  package func answer(
    _ id: Int64, _ decision: ObjectionAnswer.Decision, text: String, by actor: LearnerID?,
    now: Int64
  ) throws(StorageFailure) {
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO objection_answer (objection_id, decision, body, actor_id, answered_at)
          VALUES (?, ?, ?, ?, ?)
          """, arguments: [id, decision.rawValue, text, actor?.number, now])
      guard decision == .rejected else { return }
      // One that is accepted leaves the question in doubt until it is mended.
      let version = try Int64.fetchOne(
        db,
        sql: """
          UPDATE question_flag SET closed_at = ? WHERE objection_id = ? AND closed_at IS NULL
          RETURNING version_id
          """, arguments: [now, id])
      if let version { try StateWriter(db, now: now).settle(version, reason: text) }
    }
  }

  /// The objections of a learner whose latest answer was not shown yet, the oldest first.
  package func news(for learner: LearnerID) throws(StorageFailure) -> [StoredObjection] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: Self.select + """
           WHERE o.learner_id = ? AND a.id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM objection_notice n WHERE n.answer_id = a.id) ORDER BY o.id
          """, arguments: [learner.number]
      ).map(Self.objection)
    }
  }

  /// Notes that these answers were shown to their learner.
  package func noteShown(_ answers: [Int64], now: Int64) throws(StorageFailure) {
    try file.write { db in
      for answer in answers {
        try db.execute(
          sql: "INSERT OR IGNORE INTO objection_notice (answer_id, shown_at) VALUES (?, ?)",
          arguments: [answer, now])
      }
    }
  }
}
