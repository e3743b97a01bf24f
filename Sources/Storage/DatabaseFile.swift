import CSQLite
import Foundation
import GRDB
import GRDBSQLite
import Text

/// The database of one data folder: one file, one connection.
package final class DatabaseFile: Sendable {
  let queue: DatabaseQueue
  /// The folder that holds the database, its backups and the reports.
  package let folder: URL
  package let path: String
  /// Of the file on which those who write in turn queue. Told once: a path of a URL takes as long as a query.
  let turnPath: String
  /// That file, open from the first turn on; below 0 before. Only whoever holds `turnLock` touches it.
  nonisolated(unsafe) var turnDescriptor: Int32 = -1
  let turnLock = NSLock()

  /// Opens the database of a folder; makes both where they are missing, and brings an older schema
  /// up to date after backing the file up.
  ///
  /// - Parameters:
  ///   - now: UTC milliseconds, for the station and the name of a backup.
  ///   - busyTimeout: seconds to wait for another process that holds the database.
  ///   - stationCode: a random name for this computer, used where the database is new.
  /// - Throws: `StorageFailure`.
  package init(
    folder: URL, now: Int64, busyTimeout: Double = 5, stationCode: @autoclosure () -> String
  ) throws(StorageFailure) {
    self.folder = folder
    let folderPath = folder.path
    path = folderPath + "/mingfa.sqlite"
    turnPath = folderPath + "/exam.lock"
    try Self.prepare(folder)
    let gate = FolderGate(folder: folder.path)
    defer { gate.leave() }
    let isNew = access(path, F_OK) != 0
    if !isNew, access(path, W_OK) != 0 { throw .readOnly }
    if isNew { try SyncedFolder.syncWay(to: folder.path) }
    queue = try Self.perform(on: path) { [path] in
      try DatabaseQueue(path: path, configuration: Self.configuration(busyTimeout))
    }
    if isNew { chmod(path, 0o600) }
    try migrate(behind: gate, now: now, stationCode: stationCode)
  }

  /// A database in memory, for tests.
  package init(inMemoryAt now: Int64, stationCode: String) throws(StorageFailure) {
    folder = URL(fileURLWithPath: "/nonexistent")
    path = ":memory:"
    turnPath = ""
    queue = try Self.perform { try DatabaseQueue(configuration: Self.configuration(0)) }
    try migrate(behind: nil, now: now, stationCode: { stationCode })
  }

  deinit { if turnDescriptor >= 0 { Glibc.close(turnDescriptor) } }

  /// Once for the process, before the first database is opened.
  private static let isTuned = csqlite_keep_no_memory_statistics() == 0

  static func configuration(_ busyTimeout: Double) -> Configuration {
    _ = isTuned
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeout)
    configuration.prepareDatabase { db in
      // An acknowledged answer survives a power cut: the log is synced at every commit.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  static func prepare(_ folder: URL) throws(StorageFailure) {
    let path = folder.path
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw .folderUnusable(path: path, reason: SystemReason(ENOTDIR))
      }
      guard access(path, W_OK | X_OK) == 0 else {
        throw .folderUnusable(path: path, reason: SystemReason(errno))
      }
      return
    }
    // Each missing folder of the path, the outermost first, for this user alone.
    var prefix = ""
    for part in path.split(separator: "/") {
      prefix += "/" + part
      guard mkdir(prefix, 0o700) == 0 || errno == EEXIST else {
        throw .folderUnusable(path: path, reason: SystemReason(errno))
      }
    }
  }

  private func migrate(
    behind gate: FolderGate?, now: Int64, stationCode: () -> String
  ) throws(StorageFailure) {
    let found = try schema()
    guard found.number < Migrations.newest else {
      // Only a database that a person copied here by hand has no log of the kind that keeps readers
      // and writers apart.
      if found.log == "delete" { try useLog() }
      return
    }
    // Two terminals may meet a new or an older database at once: one brings it up to date, the other
    // waits here and finds it done.
    gate?.beAlone()
    if gate != nil, try wasMoved() { throw .replaced }
    let before = try schema().number
    guard before < Migrations.newest else { return }
    if before == 0 {
      try useLog()
    } else {
      try BackupFolder(of: folder).make(
        BackupName(.beforeMigration(schema: before), at: now), of: self)
    }
    let station = before == 0 ? stationCode() : ""
    try Self.perform { [queue] in
      try Migrations.migrator(station: station, now: now).migrate(queue)
    }
  }

  private func useLog() throws(StorageFailure) {
    try Self.perform { [queue] in try queue.writeWithoutTransaction { try Self.useLog($0) } }
    // Whoever has read through the log holds a lock from then on; see `FolderGate`.
    _ = try schema()
  }

  /// Two that want it at once are both refused by SQLite, without waiting: each would wait for the other.
  /// So whoever is refused tries again.
  static func useLog(_ db: Database) throws {
    for _ in 0..<40 {
      do { return try db.execute(sql: "PRAGMA journal_mode = WAL") } catch let error
        as DatabaseError
        where error.resultCode == .SQLITE_BUSY
      { usleep(25_000) }
    }
    try db.execute(sql: "PRAGMA journal_mode = WAL")
  }

  /// Whether the file that is open no longer has its name.
  private func wasMoved() throws(StorageFailure) -> Bool {
    try Self.perform { [queue] in
      queue.unsafeRead { db in
        var moved: CInt = 0
        let code = sqlite3_file_control(
          db.sqliteConnection, "main", SQLITE_FCNTL_HAS_MOVED, &moved)
        return code == SQLITE_OK && moved != 0
      }
    }
  }

  /// The schema of the file, 0 where it is new, and how SQLite keeps its log.
  private func schema() throws(StorageFailure) -> (number: Int, log: String) {
    let (application, schema, isNew, log) = try read { db in
      // This stands between the learner and the first question: where the two numbers are those of
      // this program, little else is asked.
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let schema = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      let log = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
      if application == Migrations.applicationID { return (application, schema, false, log) }
      // The table of the migrator alone is what a first start leaves that was killed.
      let isNew = try Bool.fetchOne(
        db,
        sql: "SELECT NOT EXISTS (SELECT 1 FROM sqlite_master WHERE tbl_name <> 'grdb_migrations')")
      return (application, schema, isNew ?? true, log)
    }
    guard isNew || application == Migrations.applicationID else { throw .notOurs(path: path) }
    guard schema <= Migrations.newest else {
      throw .newer(path: path, schema: schema, known: Migrations.newest)
    }
    return (schema, log)
  }

  /// Closes the database; its log is emptied into the file. Nothing can be done with it afterwards.
  package func close() throws(StorageFailure) {
    try Self.perform { try queue.close() }
  }

  /// Reads; a consistent view within the closure.
  ///
  /// GRDB's own `read` makes the connection read-only meanwhile by a pragma that throws all prepared
  /// statements away: the next answer would prepare its own anew. So only the transaction is taken
  /// over here, and what writes goes through `write`.
  func read<Value>(_ body: (Database) throws -> Value) throws(StorageFailure) -> Value {
    try Self.perform(on: path) {
      try queue.unsafeRead { try Self.transaction("BEGIN DEFERRED", in: $0, body) }
    }
  }

  /// Writes in one transaction: all or nothing, on the disk when it returns.
  func write<Value>(_ body: (Database) throws -> Value) throws(StorageFailure) -> Value {
    try Self.perform {
      try queue.writeWithoutTransaction { try Self.transaction("BEGIN IMMEDIATE", in: $0, body) }
    }
  }

  /// GRDB's own transactions prepare their first and last statement each time, and these stand between
  /// every answer and its feedback.
  private static func transaction<Value>(
    _ begin: String, in db: Database, _ body: (Database) throws -> Value
  ) throws -> Value {
    try db.cachedStatement(sql: begin).execute()
    do {
      let value = try body(db)
      // Some failures end a transaction; what comes after one must not count as done.
      guard db.isInsideTransaction else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
      try db.cachedStatement(sql: "COMMIT").execute()
      return value
    } catch {
      // What went wrong first is what is told.
      if db.isInsideTransaction { try? db.rollback() }
      throw error
    }
  }

  /// Runs a body and turns what GRDB throws into our failures.
  static func perform<Value>(
    on path: String = "mingfa.sqlite", _ body: () throws -> Value
  ) throws(StorageFailure) -> Value {
    do {
      return try body()
    } catch let failure as StorageFailure {
      throw failure
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_NOTADB { throw .notOurs(path: path) }
      throw StorageFailure(error)
    } catch {
      throw .refused("\(error)")
    }
  }
}
