import Exams
import Foundation
import GRDB
import People
import Seals

/// What slows guessing at the codes of tickets down. All times are UTC milliseconds.
extension ExamStore {
  /// What came of trying the code of a ticket.
  package enum TicketTrial: Hashable, Sendable {
    case right
    case wrong
    /// It was not looked at; not for so many milliseconds.
    case locked(Int64)
  }

  /// A candidate whose ticket was tried with wrong codes.
  package struct TicketWait: Hashable, Sendable {
    /// In a row.
    package var failures: Int
    /// Until the next code is looked at.
    package var milliseconds: Int64
  }

  /// Tries the code of a ticket. A wrong one is counted in the same commit, so that who guesses with many
  /// processes at once, or kills them in time, gains nothing. The right one writes only where others came
  /// before it.
  package func tryTicket(
    _ digest: Digest, of candidate: StoredCandidate, now: Int64
  ) throws(StorageFailure) -> TicketTrial {
    try file.writeInTurn { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT failures, locked_until FROM ticket_guard WHERE candidate_id = ?",
        arguments: [candidate.id])
      let failures: Int = row?[0] ?? 0
      let wait = Self.wait(failures: failures, until: row?[1] ?? 0, now: now)
      guard wait <= 0 else { return .locked(wait) }
      // As it is now: a ticket may have been reissued meanwhile.
      let kept = try Data.fetchOne(
        db, sql: "SELECT ticket_digest FROM candidate WHERE id = ?", arguments: [candidate.id])
      if kept == Data(digest.bytes) {
        if row != nil { try Self.endTicketWait(db, of: candidate.id) }
        return .right
      }
      try db.execute(
        sql: """
          INSERT INTO ticket_guard (candidate_id, failures, locked_until) VALUES (?1, ?2, ?3)
          ON CONFLICT (candidate_id) DO UPDATE SET failures = ?2, locked_until = ?3
          """,
        arguments: [
          candidate.id, failures + 1, now + SignInDelay.milliseconds(after: failures + 1),
        ])
      return .wrong
    }
  }

  /// The candidates of an exam whose tickets wait just now, by number of their rows.
  package func ticketWaits(
    of exam: Int64, now: Int64
  ) throws(StorageFailure) -> [Int64: TicketWait] {
    try file.read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT g.candidate_id, g.failures, g.locked_until
          FROM ticket_guard g JOIN candidate c ON c.id = g.candidate_id WHERE c.exam_id = ?
          """, arguments: [exam])
      return rows.reduce(into: [:]) { waits, row in
        let wait = Self.wait(failures: row[1], until: row[2], now: now)
        if wait > 0 { waits[row[0]] = TicketWait(failures: row[1], milliseconds: wait) }
      }
    }
  }

  /// A clock that was set back lengthens no wait.
  private static func wait(failures: Int, until: Int64, now: Int64) -> Int64 {
    min(until - now, SignInDelay.milliseconds(after: failures))
  }

  /// Lets the next code be looked at at once.
  static func endTicketWait(_ db: Database, of candidate: Int64) throws {
    try db.execute(
      sql: "DELETE FROM ticket_guard WHERE candidate_id = ?", arguments: [candidate])
  }
}
