import Foundation
import GRDB
import Learning
import People
import Seals

/// Sign-ins, and what slows guessing down. All times are UTC milliseconds.
extension AccountStore {
  /// What came of asking to try a password.
  package enum Attempt: Hashable, Sendable {
    /// It may be looked at; so many were wrong before it.
    case allowed(failures: Int)
    /// Not for so many milliseconds.
    case locked(Int64)
  }

  /// Asks to try a password. Where it is allowed, the attempt counts as a wrong one from now on, until
  /// `succeed` says otherwise: who guesses with many processes at once, or kills them in time, gains
  /// nothing.
  package func attempt(_ id: AccountID, now: Int64) throws(StorageFailure) -> Attempt {
    try file.write { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT failures, locked_until FROM account_guard WHERE account_id = ?",
        arguments: [id.number])
      let failures: Int = row?[0] ?? 0
      let delay = SignInDelay.milliseconds(after: failures)
      let wait = min((row?[1] ?? 0) - now, delay)
      guard wait <= 0 else { return .locked(wait) }
      try db.execute(
        sql: """
          INSERT INTO account_guard (account_id, failures, locked_until) VALUES (?1, ?2, ?3)
          ON CONFLICT (account_id) DO UPDATE SET failures = ?2, locked_until = ?3
          """,
        arguments: [
          id.number, failures + 1, now + SignInDelay.milliseconds(after: failures + 1),
        ])
      return .allowed(failures: failures)
    }
  }

  /// The password was right: the next one is looked at at once.
  package func succeed(_ id: AccountID) throws(StorageFailure) {
    try file.write { db in try Self.endWait(db, of: id) }
  }

  /// Lifts the wait that wrong passwords brought, on record.
  package func unlock(_ id: AccountID, by: AccountID?, at moment: Moment) throws(StorageFailure) {
    try file.writeInTurn { db in
      try Self.endWait(db, of: id)
      try Self.record(db, .unlocked, id, by: by, at: moment)
    }
  }

  static func endWait(_ db: Database, of id: AccountID) throws {
    try db.execute(
      sql: "DELETE FROM account_guard WHERE account_id = ?", arguments: [id.number])
  }

  static func endSessions(_ db: Database, of id: AccountID) throws {
    try db.execute(
      sql: "DELETE FROM account_session WHERE account_id = ?", arguments: [id.number])
  }

  /// Begins a sign-in; those that are over by now are taken away.
  package func beginSession(
    _ digest: Digest, of id: AccountID, limits: SignInLimits, now: Int64
  ) throws(StorageFailure) {
    try file.write { db in
      try db.execute(
        sql: """
          DELETE FROM account_session WHERE begun_at <= ?1 - ?2 OR used_at <= ?1 - ?3
            OR used_at >= ?1 + ?3
          """, arguments: [now, limits.absolute, limits.idle])
      try db.execute(
        sql: """
          INSERT INTO account_session (digest, account_id, begun_at, used_at) VALUES (?1, ?2, ?3, ?3)
          """, arguments: [bytes(digest), id.number, now])
    }
  }

  /// The account that signed in with a token, which counts as used now; nil where there is no such
  /// sign-in, where it is over, and where the account is no longer in use.
  package func useSession(
    _ digest: Digest, limits: SignInLimits, now: Int64
  ) throws(StorageFailure) -> Account? {
    let found = try file.read { db in
      try Row.fetchOne(
        db, sql: "SELECT account_id, begun_at, used_at FROM account_session WHERE digest = ?",
        arguments: [bytes(digest)]
      ).map { (id: $0[0] as Int64, begun: $0[1] as Int64, used: $0[2] as Int64) }
    }
    guard let found else { return nil }
    guard limits.hold(begun: found.begun, used: found.used, now: now),
      let account = try account(AccountID(found.id)), !account.isDisabled
    else {
      try endSession(digest)
      return nil
    }
    // Not each command is worth a write.
    if abs(now - found.used) >= 10_000 {
      try file.write { db in
        try db.execute(
          sql: "UPDATE account_session SET used_at = ? WHERE digest = ?",
          arguments: [now, bytes(digest)])
      }
    }
    return account
  }

  /// Ends a sign-in; nothing where there is none.
  package func endSession(_ digest: Digest) throws(StorageFailure) {
    try file.write { db in
      try db.execute(
        sql: "DELETE FROM account_session WHERE digest = ?", arguments: [bytes(digest)])
    }
  }

  private func bytes(_ digest: Digest) -> Data { Data(digest.bytes) }
}
