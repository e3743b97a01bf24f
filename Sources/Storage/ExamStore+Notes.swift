import Exams
import Foundation
import GRDB
import Learning

/// The words of notes, beside the log that has their digests.
extension ExamStore {
  static func keep(_ note: ExamState.Note, of sequence: Int64, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO exam_note (sequence, text, witness, salt) VALUES (?, ?, ?, ?)",
      arguments: [sequence, note.text, note.witness, Data(note.salt)])
  }

  /// The notes of an exam, by the sequence of their entries.
  static func words(_ db: Database, of exam: Int64) throws -> [Int64: ExamState.Note] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT n.sequence, n.text, n.witness, n.salt, e.utc, e.monotonic, e.boot
        FROM exam_note n JOIN evidence e ON e.sequence = n.sequence WHERE e.exam_id = ?
        """, arguments: [exam]
    ).reduce(into: [:]) { words, row in
      words[row[0]] = ExamState.Note(
        text: row[1], witness: row[2], salt: [UInt8](row[3] as Data),
        moment: Moment(utc: row[4], monotonic: row[5], boot: row[6]))
    }
  }
}
