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
    turnLock.lock()
    defer { turnLock.unlock() }
    if turnDescriptor < 0 {
      // A file of its own: the lock of the folder is for those who open the database.
      turnDescriptor = open(turnPath, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      guard turnDescriptor >= 0 else { throw StorageFailure(errorNumber: errno) }
    }
    while flock(turnDescriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw StorageFailure(errorNumber: errno) }
    }
    defer { flock(turnDescriptor, LOCK_UN) }
    return try write(body)
  }
}
