import Foundation
import GRDB

/// Holds a database so that no other process has it open or can open it, in SQLite's own way.
///
/// Every connection in WAL mode keeps a shared lock on the file for as long as it is open, even when
/// it does nothing; an exclusive lock is to be had only where there is none.
final class SoleHolder {
  private let queue: DatabaseQueue?
  private let descriptor: Int32
  /// Whether all that was committed stands in the file itself now, and not in a log beside it.
  let isWhole: Bool

  /// - Throws: `StorageFailure.busy` where another process has the database open.
  init(of path: String) throws(StorageFailure) {
    var held: DatabaseQueue?
    if FileFacts.hasHeader(path) {
      do throws(StorageFailure) {
        held = try Self.exclusive(path)
      } catch .notOurs(_), .damaged {
        // A damaged database has to make place all the same.
      }
    }
    queue = held
    isWhole = held != nil
    descriptor = held == nil ? open(path, O_RDWR | O_CLOEXEC) : -1
    if held == nil, !Self.lockByHand(descriptor) {
      if descriptor >= 0 { close(descriptor) }
      throw .busy
    }
  }

  /// Lets others in again.
  func release() {
    try? queue?.close()
    if descriptor >= 0 { close(descriptor) }
  }

  private static func exclusive(_ path: String) throws(StorageFailure) -> DatabaseQueue {
    try DatabaseFile.perform(on: path) {
      var configuration = Configuration()
      // Long enough for a process that is just ending.
      configuration.busyMode = .timeout(1)
      configuration.allowsUnsafeTransactions = true
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA locking_mode = EXCLUSIVE")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in
        // Empties the log into the file.
        try db.execute(sql: "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE")
      }
      return queue
    }
  }

  /// The lock that SQLite would take, on the bytes where it takes it (the documented PENDING_BYTE and
  /// the 511 behind it), for a file that SQLite cannot read.
  private static func lockByHand(_ descriptor: Int32) -> Bool {
    guard descriptor >= 0 else { return true }
    var lock = flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = 0x4000_0000
    lock.l_len = 512
    return fcntl(descriptor, F_SETLK, &lock) == 0 || (errno != EACCES && errno != EAGAIN)
  }
}
