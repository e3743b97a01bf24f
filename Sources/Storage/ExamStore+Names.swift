import Exams
import GRDB
import Learning

/// What identifies the people of an exam, and taking it away.
extension ExamStore {
  /// The persons on the list of an exam who still have a name, by number.
  package func named(of exam: Int64) throws(StorageFailure) -> Set<Int64> {
    try file.read { db in
      try Int64.fetchSet(
        db,
        sql: """
          SELECT c.person_id FROM candidate c JOIN person_identity i ON i.person_id = c.person_id
          WHERE c.exam_id = ?
          """, arguments: [exam])
    }
  }

  /// The codes of the exams, this one aside, on whose lists any of these persons stands.
  package func others(
    of persons: Set<Int64>, beside exam: Int64
  ) throws(StorageFailure) -> [Int64: Set<Int64>] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT exam_id, person_id FROM candidate WHERE exam_id <> ?", arguments: [exam]
      ).reduce(into: [:]) { lists, row in
        if persons.contains(row[1]) { lists[row[0], default: []].insert(row[1]) }
      }
    }
  }

  /// Takes names and ID numbers of these persons away, and the words of the exam's notes, in one commit, on
  /// record by number.
  package func forget(
    _ persons: Set<Int64>, of exam: Int64, at moment: Moment, by account: Int64
  ) throws(StorageFailure) {
    try file.writeInTurn { db in
      // What is deleted is overwritten by zeros where it stood.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      for person in persons.sorted() {
        try db.execute(
          sql: "DELETE FROM person_identity WHERE person_id = ?", arguments: [person])
        // Who helped is a name, too.
        try db.execute(
          sql: "UPDATE candidate SET assistance = NULL WHERE person_id = ?", arguments: [person])
      }
      try db.execute(
        sql:
          "DELETE FROM exam_note WHERE sequence IN (SELECT sequence FROM evidence WHERE exam_id = ?)",
        arguments: [exam])
      let list = persons.sorted().map(String.init).joined(separator: ",")
      try EvidenceStore.append(
        EvidenceEntry.Act(
          kind: "forgotten", exam: exam, payload: "{\"persons\":[\(list)]}", moment: moment,
          account: account), to: db)
    }
  }
}
