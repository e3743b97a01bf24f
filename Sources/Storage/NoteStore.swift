import GRDB
import Learning
import People

/// What learners note on questions. Nothing is overwritten: the latest note of a learner holds.
package struct NoteStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// The note of a learner on a question; nil where there is none or it was taken away.
  package func note(
    of learner: LearnerID, question: Int64
  ) throws(StorageFailure) -> String? {
    try file.read { db in
      let body = try String.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT body FROM note WHERE learner_id = ? AND question_id = ? ORDER BY id DESC LIMIT 1
            """), arguments: [learner.number, question])
      return body == "" ? nil : body
    }
  }

  /// Keeps a note; an empty one takes the note away.
  ///
  /// - Parameters:
  ///   - ref: the version that the learner saw.
  ///   - now: UTC milliseconds.
  package func write(
    _ body: String, on ref: QuestionRef, by learner: LearnerID, now: Int64
  ) throws(StorageFailure) {
    try file.write { db in
      try db.execute(
        sql: """
          INSERT INTO note (learner_id, question_id, version_id, body, written_at)
          VALUES (?, ?, ?, ?, ?)
          """, arguments: [learner.number, ref.question, ref.version, body, now])
    }
  }
}
