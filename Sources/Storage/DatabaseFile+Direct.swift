import GRDB

/// Writing much at once.
extension DatabaseFile {
  /// Runs a body that writes much in one transaction of its own. Where no other process has the
  /// database open, what it writes goes straight into the file: the log would have it written twice,
  /// and a load of 100,000 questions waits a quarter of its time for that. A rollback journal keeps the
  /// pages that stood there before, so that a kill or a power cut at any moment leaves the old or the new
  /// state; where others have the database open, the log stays, and they read on meanwhile.
  ///
  /// - Throws: what the body throws, or `DatabaseError`.
  func writeDirectly<Value>(_ body: (Database) throws -> Value) throws -> Value {
    guard path != ":memory:" else { return try queue.writeWithoutTransaction(body) }
    // Without the log no lock says between two transactions that this process has the file open: a
    // restore is kept out here.
    let gate = FolderGate(folder: folder.path)
    defer { gate.leave() }
    return try queue.writeWithoutTransaction { db in
      let isDirect = try Self.leaveLog(db)
      defer { if isDirect { Self.returnToLog(db) } }
      return try body(db)
    }
  }

  /// - Returns: false where another process has the database open; it is not waited for.
  private static func leaveLog(_ db: Database) throws -> Bool {
    let patience = try Int.fetchOne(db, sql: "PRAGMA busy_timeout") ?? 0
    try db.execute(sql: "PRAGMA busy_timeout = 0")
    defer { try? db.execute(sql: "PRAGMA busy_timeout = \(patience)") }
    // Not DELETE: SQLite syncs the end of a journal that is cut to nothing, but not the folder that one
    // is taken from, and a power cut would bring it back and undo what was told to be done.
    let mode = try? String.fetchOne(db, sql: "PRAGMA journal_mode = TRUNCATE")
    return mode == "truncate"
  }

  /// Where somebody reads just now and goes on reading, the file stays as safe as it is, and the next to
  /// open it brings the log back.
  private static func returnToLog(_ db: Database) {
    try? DatabaseFile.useLog(db)
    // Whoever has read through the log holds a lock from then on; see `FolderGate`.
    _ = try? Int.fetchOne(db, sql: "PRAGMA user_version")
  }
}
