import Foundation
import GRDB

/// Another database for a data folder: made ready beside it, then put in the place of its own at once.
/// Until then nothing of the folder's own is touched, and afterwards its old one stands among the
/// backups. A process that is killed at any moment leaves the old or the new one, never none.
package final class DatabaseReplacement {
  /// Where the new one is made ready: a folder with a database, like any other data folder.
  package let stage: URL
  private let folder: URL
  private let room: URL
  private var claim: Int32

  /// Begins a replacement in a data folder, which is made where it is missing.
  ///
  /// - Throws: `StorageFailure.busy` where another process has begun one.
  package init(in folder: URL) throws(StorageFailure) {
    self.folder = folder
    room = folder.appendingPathComponent("restoring")
    stage = room.appendingPathComponent("new")
    try DatabaseFile.prepare(folder)
    try DatabaseFile.prepare(room)
    let descriptor = open(room.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StorageFailure(errorNumber: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.isStill(room.path, descriptor) else {
      close(descriptor)
      throw .busy
    }
    // The last to be set: before it is, nothing of another's is cleared away by leaving here.
    claim = descriptor
    // What a killed one left.
    clear()
    try DatabaseFile.prepare(stage)
  }

  deinit { end() }

  /// Clears the stage away and lets another restore begin.
  private func end() {
    guard claim >= 0 else { return }
    clear()
    rmdir(room.path)
    close(claim)
    claim = -1
  }

  /// Copies a database onto the stage, with what is in its log, after looking for damage in it. The
  /// file itself is only read.
  ///
  /// - Throws: `StorageFailure`; `.refused` with SQLite's words where the file is damaged.
  package func stage(copyOf path: String) throws(StorageFailure) {
    let queue = try DatabaseFacts.aside(path)
    defer { try? queue.close() }
    let copy = stage.path + "/mingfa.sqlite"
    let damage = try DatabaseFile.perform(on: path) {
      try queue.unsafeRead { db in
        try DataInspection.damage(db, limit: 1)
      }
    }
    if let words = damage.first { throw .refused(words) }
    try DatabaseFile.perform(on: path) {
      try queue.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [copy]) }
    }
    chmod(copy, 0o600)
  }

  /// Puts the database on the stage, which nobody has open any more, in the folder's place.
  ///
  /// - Parameter now: UTC milliseconds, for the name of what it replaces.
  /// - Returns: where the old database is kept; nil where there was none.
  /// - Throws: `StorageFailure.busy` while another process has the database open. Whatever is thrown,
  ///   the old one is still in its place.
  package func takePlace(now: Int64) throws(StorageFailure) -> String? {
    let new = stage.path + "/mingfa.sqlite"
    let live = folder.path + "/mingfa.sqlite"
    try SyncedFiles.sync(new)
    guard let gate = FolderGate.alone(folder: folder.path) else { throw .busy }
    defer { gate.leave() }
    var kept: String?
    if FileFacts(path: live).exists {
      let backups = BackupFolder(of: folder)
      guard let lock = try backups.enter(waits: false) else { throw .busy }
      defer { lock.leave() }
      backups.removeSecondNames(of: live)
      let target = backups.path(of: backups.free(BackupName(.replaced, at: now)))
      try Self.exchange(live, for: new, keeping: target)
      kept = target
    } else {
      // The log of a database that somebody took away is not for this one.
      for suffix in Self.companions { unlink(live + suffix) }
      try SyncedFiles.rename(new, to: live)
    }
    end()
    return kept
  }

  /// Keeps the old database under another name, then gives its name to the new one.
  private static func exchange(
    _ live: String, for new: String, keeping kept: String
  ) throws(StorageFailure) {
    // SQLite takes a log away that it finds no use for; in a damaged database it may be of use.
    var logs = companions.filter { FileFacts(path: live + $0).size > 0 }
    do throws(StorageFailure) {
      // Whoever closes the database takes its log away, between our look and our hand: then all of it
      // stands in the file.
      for suffix in logs where !(try SyncedFiles.keepIfThere(live + suffix, as: kept + suffix)) {
        logs.removeAll { $0 == suffix }
      }
      let holder = try SoleHolder(of: live)
      defer { holder.release() }
      try SyncedFiles.keep(live, as: kept)
      for suffix in companions {
        // Nothing of the old one may stand beside the new one when its name is synced. What was
        // committed stands in the old file by now, or in the log that is kept.
        unlink(live + suffix)
        if holder.isWhole { unlink(kept + suffix) }
      }
      try SyncedFiles.rename(new, to: live)
    } catch .busy {
      // Another process has the database open and answers for its log: what is gone of it by now was
      // closed in order, and nothing else may stand among the backups.
      for suffix in [""] + logs { unlink(kept + suffix) }
      throw .busy
    } catch {
      // What is no longer under its old name stays under the new one.
      for suffix in [""] + logs where FileFacts(path: live + suffix).exists {
        unlink(kept + suffix)
      }
      throw error
    }
  }

  /// Files that belong to a database by their names.
  private static let companions = ["-wal", "-shm", "-journal"]

  private static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
    FileFacts(path: path).isSame(as: FileFacts(path: "/proc/self/fd/\(descriptor)"))
  }

  private func clear() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: room.path)) ?? [] {
      try? FileManager.default.removeItem(at: room.appendingPathComponent(name))
    }
  }
}
