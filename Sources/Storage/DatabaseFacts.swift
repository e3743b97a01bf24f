import Foundation
import GRDB
import GRDBSQLite

/// What a look at a database file shows that changes nothing and needs nothing to be in order: for the
/// doctor, who is asked when the program cannot open it, and for lists of backups.
package struct DatabaseFacts: Sendable {
  /// Whether a file stands there.
  package let exists: Bool
  /// Bytes of the file and its log.
  package let size: Int64
  /// Whether someone other than its owner may read or write it.
  package let isOpenToOthers: Bool
  /// Why it could not be looked into, or is not for this program; nil where it could.
  package private(set) var failure: StorageFailure?
  /// The schema of the file.
  package private(set) var schema = 0
  /// How answers are made to last: SQLite's journal_mode ("wal") and synchronous (2 is FULL), as in
  /// force on a connection opened as the program opens it.
  package private(set) var journalMode = ""
  package private(set) var synchronous = 0
  /// SQLite's own first finding about the file; nil where it has none or was not asked.
  package private(set) var damage: String?
  /// Answers in all.
  package private(set) var answers = 0
  /// The last step of anyone, in UTC milliseconds; nil where there is none.
  package private(set) var lastStep: Int64?

  /// What is set with the data; empty where it could not be read.
  package private(set) var settings: [SettingStore.Key: String] = [:]

  /// The version of SQLite that runs.
  package static var sqliteVersion: String { String(cString: sqlite3_libversion()) }

  /// Looks at a database file. Nothing is made, migrated or repaired.
  ///
  /// - Parameters:
  ///   - path: the database.
  ///   - isLive: whether it is the one that the program works with, which is opened as the program
  ///     does; any other is opened so that no file appears beside it.
  ///   - isThorough: whether SQLite looks through the whole file for damage.
  package init(path: String, isLive: Bool, isThorough: Bool) {
    let file = FileFacts(path: path)
    exists = file.exists
    size = file.size + FileFacts(path: path + "-wal").size
    isOpenToOthers = file.mode & 0o077 != 0
    guard exists, !file.isFolder else {
      if file.isFolder { failure = .notOurs(path: path) }
      return
    }
    // A file of no bytes is what a first start leaves that was killed.
    guard file.size == 0 || FileFacts.hasHeader(path) else {
      failure = access(path, R_OK) == 0 ? .notOurs(path: path) : .readOnly
      return
    }
    do throws(StorageFailure) {
      let queue = try isLive ? Self.live(path) : Self.aside(path)
      defer { try? queue.close() }
      try look(queue, path: path, isThorough: isThorough)
    } catch {
      failure = error
    }
  }

  private mutating func look(
    _ queue: DatabaseQueue, path: String, isThorough: Bool
  ) throws(StorageFailure) {
    let (application, isThere) = try DatabaseFile.perform(on: path) {
      try queue.unsafeRead { db in
        schema = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        journalMode = try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
        synchronous = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? 0
        return (
          try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = 'step')") ?? false
        )
      }
    }
    guard application == Migrations.applicationID else { throw .notOurs(path: path) }
    guard schema <= Migrations.newest else {
      throw .newer(path: path, schema: schema, known: Migrations.newest)
    }
    guard isThere else { throw .damaged }
    try DatabaseFile.perform(on: path) {
      try queue.unsafeRead { db in
        answers = try Int.fetchOne(db, sql: "SELECT count (*) FROM step WHERE kind = 'answer'") ?? 0
        lastStep = try Int64.fetchOne(db, sql: "SELECT max (utc) FROM step")
        for row in try Row.fetchAll(db, sql: "SELECT key, value FROM setting") {
          if let key = SettingStore.Key(rawValue: row[0]) { settings[key] = row[1] }
        }
        if isThorough {
          let words = try String.fetchOne(db, sql: "PRAGMA quick_check (1)")
          damage = words == "ok" ? nil : words
        }
      }
    }
  }

  /// The last step of anyone before a moment, in UTC milliseconds; nil where there is none or the
  /// database cannot be read.
  package static func lastStep(in path: String, before utc: Int64) -> Int64? {
    guard FileFacts(path: path).exists, let queue = try? live(path) else { return nil }
    defer { try? queue.close() }
    return try? queue.unsafeRead { db in
      try Int64.fetchOne(db, sql: "SELECT max (utc) FROM step WHERE utc < ?", arguments: [utc])
    }
  }

  private static func live(_ path: String) throws(StorageFailure) -> DatabaseQueue {
    try DatabaseFile.perform(on: path) {
      var configuration = DatabaseFile.configuration(0.5)
      let folder = (path as NSString).deletingLastPathComponent
      configuration.readonly = access(path, W_OK) != 0 || access(folder, W_OK) != 0
      return try DatabaseQueue(path: path, configuration: configuration)
    }
  }

  /// Opens a file to read it. With nothing to be read beside it, it is opened as unchanging: SQLite
  /// makes no files for its log then, and a medium that cannot be written to will do.
  static func aside(_ path: String) throws(StorageFailure) -> DatabaseQueue {
    try DatabaseFile.perform(on: path) {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(0.5)
      let hasLog = ["-wal", "-journal"].contains { FileFacts(path: path + $0).size > 0 }
      guard !hasLog else { return try DatabaseQueue(path: path, configuration: configuration) }
      let name = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
      do {
        return try DatabaseQueue(path: "file:\(name)?immutable=1", configuration: configuration)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
        // A SQLite that was built without such names takes it for a path.
        return try DatabaseQueue(path: path, configuration: configuration)
      }
    }
  }
}
