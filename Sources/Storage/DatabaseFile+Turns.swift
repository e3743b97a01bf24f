import Foundation
import GRDB
import Glibc

/// Writing by many processes at once.
extension DatabaseFile {
  /// Writes in one transaction, after whoever came before: SQLite itself lets waiting processes poll for its
  /// lock, and with fifty of them one can stall for seconds. The kernel keeps one queue for a lock on a file,
  /// and gives it to them in turn.
  func writeInTurn<Value>(_ body: (Database) throws -> Value) throws(StorageFailure) -> Value {
    guard path != ":memory:" else { return try write(body) }
    // In a file of its own: the lock of the folder is for those who open the database.
    let descriptor = open(turnPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StorageFailure(errorNumber: errno) }
    defer { _ = Glibc.close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw StorageFailure(errorNumber: errno) }
    }
    return try write(body)
  }
}
