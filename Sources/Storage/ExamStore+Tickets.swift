import Exams
import Foundation
import GRDB
import Learning
import Seals

extension ExamStore {
  /// Puts another code on a candidate's admission ticket; the one before no longer signs in. The record
  /// tells that it was done and not what the code is, nor anything that it could be guessed against.
  ///
  /// - Throws: `StorageFailure`.
  package func reissueTicket(
    of candidate: StoredCandidate, digest: Digest, at moment: Moment, by account: Int64
  ) throws(StorageFailure) {
    try file.writeInTurn { db in
      try db.execute(
        sql: "UPDATE candidate SET ticket_digest = ? WHERE id = ?",
        arguments: [Data(digest.bytes), candidate.id])
      try Self.endTicketWait(db, of: candidate.id)
      try EvidenceStore.append(
        EvidenceEntry.Act(
          kind: "ticket", exam: candidate.exam, candidate: candidate.id, payload: "{}",
          moment: moment, account: account), to: db)
    }
  }

  /// When tickets were reissued, and to which candidates, in order.
  package func reissues(
    of exam: Int64
  ) throws(StorageFailure) -> [(candidate: Int64, moment: Moment)] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT c.id, e.utc, e.monotonic, e.boot
          FROM candidate c JOIN evidence e ON e.candidate_id = c.id
          WHERE c.exam_id = ? AND e.kind = 'ticket' ORDER BY e.sequence
          """, arguments: [exam]
      ).map { ($0[0], Moment(utc: $0[1], monotonic: $0[2], boot: $0[3])) }
    }
  }
}

extension EvidenceStore {
  /// When the last entry was made; nil where there is none.
  package func last() throws(StorageFailure) -> Moment? {
    try file.read { db in
      try Row.fetchOne(
        db, sql: "SELECT utc, monotonic, boot FROM evidence ORDER BY sequence DESC LIMIT 1"
      ).map { Moment(utc: $0[0], monotonic: $0[1], boot: $0[2]) }
    }
  }

  /// How far the chain had come when a candidate's paper was marked, which is the receipt of handing in; nil
  /// where it was not.
  package func receipt(of candidate: Int64) throws(StorageFailure) -> ChainHead? {
    try file.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT sequence, digest FROM evidence WHERE candidate_id = ? AND kind = 'graded'
          ORDER BY sequence LIMIT 1
          """, arguments: [candidate])
      guard let row, let digest = Digest(stored: [UInt8](row[1] as Data)) else { return nil }
      return ChainHead(count: row[0], digest: digest)
    }
  }
}
