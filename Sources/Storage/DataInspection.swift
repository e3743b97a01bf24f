import GRDB
import Learning
import Questions

/// Looks through the database for damage.
package struct DataInspection: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// What SQLite itself finds wrong, in its words; empty where all is well.
  package func damage() throws(StorageFailure) -> [String] {
    try file.read { try Self.damage($0, limit: 100) }
  }

  static func damage(_ db: Database, limit: Int) throws -> [String] {
    let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check (\(limit))")
      .filter { $0 != "ok" }
    let foreign = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
      "foreign key: \(row[0] as String) \(row[1] as Int64? ?? 0)"
    }
    return integrity + foreign
  }

  /// How many steps, attempts and questions there are.
  package func counts() throws(StorageFailure) -> (steps: Int, attempts: Int, questions: Int) {
    try file.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT (SELECT count (*) FROM step), (SELECT count (*) FROM attempt),
            (SELECT count (*) FROM question)
          """)
      return (row?[0] ?? 0, row?[1] ?? 0, row?[2] ?? 0)
    }
  }

  /// The mock exams with a result, to be recounted.
  package func resulted() throws(StorageFailure) -> [AttemptID] {
    try file.read { db in
      try Int64.fetchAll(db, sql: "SELECT attempt_id FROM attempt_result ORDER BY attempt_id")
        .map { AttemptID($0) }
    }
  }

  /// Attempts whose steps are not numbered 1, 2, 3 …, or whose place in the list of open attempts or
  /// of results disagrees with their steps.
  package func inconsistentAttempts() throws(StorageFailure) -> [AttemptID] {
    try file.read { db in
      try Int64.fetchAll(
        db,
        sql: """
          SELECT a.id FROM attempt a LEFT JOIN step s ON s.attempt_id = a.id GROUP BY a.id
          HAVING count (s.sequence) <> coalesce (max (s.sequence), 0)
            OR (sum (s.kind = 'finish') > 0)
              = EXISTS (SELECT 1 FROM open_attempt o WHERE o.attempt_id = a.id)
            OR (a.kind = 'mock' AND coalesce (sum (s.kind = 'finish'
                AND json_extract (s.payload, '$.reason') <> 'abandoned'), 0) > 0)
              <> EXISTS (SELECT 1 FROM attempt_result r WHERE r.attempt_id = a.id)
          ORDER BY a.id
          """
      ).map { AttemptID($0) }
    }
  }
}
