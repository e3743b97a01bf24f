import GRDB
import Learning
import People

/// Takes the name and the private words of a person out of the database. Responses stay under the
/// number, with all that figures are made of.
package struct NameErasure: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// What there is of a person: what an erasure takes away, and what it leaves.
  package struct Extent: Hashable, Sendable {
    /// Notes, the earlier ones on a question too.
    package let notes: Int
    /// Exam plans, the dropped ones too.
    package let plans: Int
    package let stars: Int
    package let attempts: Int
    package let answers: Int
    /// Results of mock exams.
    package let results: Int
    package let objections: Int
    /// Objections, of whomever, in which or in whose answers the name stands.
    package let mentions: Int
    /// Steps that someone of the same name typed for others.
    package let assisted: Int
  }

  /// Counts what there is of a learner.
  package func extent(of learner: LearnerID) throws(StorageFailure) -> Extent {
    try file.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT (SELECT count (*) FROM note WHERE learner_id = ?1),
            (SELECT count (*) FROM study_plan WHERE learner_id = ?1 AND title <> ''),
            (SELECT count (*) FROM star WHERE learner_id = ?1),
            (SELECT count (*) FROM attempt WHERE learner_id = ?1),
            (SELECT count (*) FROM attempt a JOIN step s ON s.attempt_id = a.id
              WHERE a.learner_id = ?1 AND s.kind = 'answer'),
            (SELECT count (*) FROM attempt_result r JOIN attempt a ON a.id = r.attempt_id
              WHERE a.learner_id = ?1),
            (SELECT count (*) FROM objection WHERE learner_id = ?1),
            (SELECT count (*) FROM step WHERE assistant_id IN (SELECT a.id FROM assistant a
              JOIN learner_name n ON n.name = a.name WHERE n.learner_id = ?1)),
            (SELECT count (DISTINCT o.id) FROM learner_name n
              JOIN objection o LEFT JOIN objection_answer a ON a.objection_id = o.id
              WHERE n.learner_id = ?1 AND (instr (o.reason, n.name) OR instr (a.body, n.name)))
          """, arguments: [learner.number])
      func count(_ column: Int) -> Int { row?[column] ?? 0 }
      return Extent(
        notes: count(0), plans: count(1), stars: count(2), attempts: count(3), answers: count(4),
        results: count(5), objections: count(6), mentions: count(8), assisted: count(7))
    }
  }

  /// Takes the name, the notes, and the titles of the plans away, and drops the plans; all or nothing.
  /// Where someone of the same name typed for others, that name goes, too; and so do name and password of
  /// the learner's account.
  package func erase(_ learner: LearnerID, at moment: Moment) throws(StorageFailure) {
    try file.writeInTurn { db in
      // What is deleted is overwritten by zeros where it stood.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      for sql in [
        """
        UPDATE assistant SET name = NULL
        WHERE name = (SELECT name FROM learner_name WHERE learner_id = ?1)
        """,
        "DELETE FROM learner_name WHERE learner_id = ?1",
        "DELETE FROM note WHERE learner_id = ?1",
      ] {
        try db.execute(sql: sql, arguments: [learner.number])
      }
      try db.execute(
        sql: """
          UPDATE study_plan SET title = '', dropped_at = coalesce (dropped_at, ?2)
          WHERE learner_id = ?1
          """, arguments: [learner.number, moment.utc])
      try AccountStore.forget(db, learner, at: moment)
    }
  }

  /// Writes the database file anew from what it holds, and empties its log: nothing that was ever
  /// taken out of it, by an erasure or by an earlier change of a name, can be read from the files.
  /// Takes as much free space as the file has.
  ///
  /// - Throws: `StorageFailure.busy` while another program reads; `.full`.
  package func rewriteFile() throws(StorageFailure) {
    let isBusy = try DatabaseFile.perform {
      try file.queue.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
        return try Bool.fetchOne(db, sql: "PRAGMA wal_checkpoint (TRUNCATE)") ?? false
      }
    }
    if isBusy { throw .busy }
  }
}
