import Foundation
import GRDB

extension DatabaseFile {
  /// Copies the database, as of one moment, to a path; the copy is complete, looked through and
  /// synced before it has its name. Nothing is left of one that fails.
  func copy(to target: String) throws(StorageFailure) {
    let temporary = target + ".part"
    unlink(temporary)
    do {
      try Self.perform { [queue] in
        try queue.writeWithoutTransaction { db in
          try db.execute(sql: "VACUUM INTO ?", arguments: [temporary])
        }
      }
      chmod(temporary, 0o600)
      try Self.verify(copy: temporary)
      try SyncedFiles.sync(temporary)
      try SyncedFiles.rename(temporary, to: target)
    } catch {
      unlink(temporary)
      throw error
    }
  }

  /// Reads a whole copy back. This finds what a disk that fails quietly, or a damaged original, has
  /// made of it.
  private static func verify(copy path: String) throws(StorageFailure) {
    try perform(on: path) {
      var configuration = Configuration()
      configuration.readonly = true
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      defer { try? queue.close() }
      let (words, application) = try queue.read { db in
        (
          try String.fetchOne(db, sql: "PRAGMA quick_check (1)"),
          try Int.fetchOne(db, sql: "PRAGMA application_id")
        )
      }
      guard words == "ok", application == Migrations.applicationID else {
        throw StorageFailure.damaged
      }
    }
  }

  /// Whether something was written through this connection since it was opened.
  package func hasWritten() -> Bool {
    queue.unsafeRead { $0.totalChangesCount > 0 }
  }

  /// Whether anyone has ever practised or been entered here. What is there besides are banks, and
  /// those are files of their own.
  package func knowsSomeone() throws(StorageFailure) -> Bool {
    try read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM learner)") ?? false }
  }

  /// Bytes of the database and its log.
  var size: Int64 { [path, path + "-wal"].reduce(0) { $0 + FileFacts(path: $1).size } }
}
