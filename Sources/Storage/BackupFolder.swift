import Foundation
import Learning

/// The folder `backups` of a data folder.
package struct BackupFolder: Sendable {
  /// So many automatic backups are kept.
  package static let kept = 7
  /// Bytes that an automatic backup leaves free: it must not be what fills the disk under someone who
  /// practises.
  package static let reserve: Int64 = 16 << 20

  private let data: URL
  private let folder: URL

  /// - Parameter data: the data folder; neither has to be there.
  package init(of data: URL) {
    self.data = data
    folder = data.appendingPathComponent("backups")
  }

  /// Where it is.
  package var path: String { folder.path }

  /// The path of a backup.
  package func path(of name: BackupName) -> String { folder.path + "/" + name.fileName }

  /// What is there, the newest first. Files of other names are not ours.
  package func names() -> [BackupName] {
    let live = FileFacts(path: data.path + "/mingfa.sqlite")
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .compactMap { BackupName(fileName: $0) }
      // A restore that was cut short has given the database a second name here.
      .filter { !FileFacts(path: path(of: $0)).isSame(as: live) }
      .sorted(by: >)
  }

  /// Bytes of a backup; 0 where it is not there.
  package func size(of name: BackupName) -> Int64 { FileFacts(path: path(of: name)).size }

  /// Makes a backup; it is complete, looked through and synced when it has its name. No other is
  /// touched.
  ///
  /// - Returns: its path. Where the name is taken, it has a number behind it.
  @discardableResult
  package func make(
    _ name: BackupName, of file: DatabaseFile
  ) throws(StorageFailure) -> String {
    let lock = try enter(waits: true)
    defer { lock?.leave() }
    let target = path(of: free(name))
    try file.copy(to: target)
    return target
  }

  /// Makes the automatic backup of a day and only then thins the automatic ones out.
  ///
  /// - Returns: its path; nil where it is there already or another process makes it just now.
  package func makeDaily(
    _ day: CivilDay, of file: DatabaseFile
  ) throws(StorageFailure) -> String? {
    let name = BackupName(automaticOn: day)
    let target = path(of: name)
    guard access(target, F_OK) != 0, let lock = try enter(waits: false) else { return nil }
    defer { lock.leave() }
    guard access(target, F_OK) != 0 else { return nil }
    removeLeftovers()
    if let free = Volume(path: path)?.free, free < file.size + Self.reserve { throw .full }
    try file.copy(to: target)
    thinOut(keeping: name)
    return target
  }

  /// A name that no file has yet.
  func free(_ name: BackupName) -> BackupName {
    var free = name
    var number = 1
    while access(path(of: free), F_OK) == 0 || access(path(of: free) + "-wal", F_OK) == 0 {
      number += 1
      free = name.numbered(number)
    }
    return free
  }

  /// A restore that was killed between its two steps has left the database a second name here, under
  /// which it would go on changing.
  func removeSecondNames(of live: String) {
    let database = FileFacts(path: live)
    for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where BackupName(fileName: file) != nil {
      let name = path + "/" + file
      if FileFacts(path: name).isSame(as: database) { unlink(name) }
    }
  }

  /// Takes the oldest automatic backups away. The one just made stays, whatever the clock says.
  private func thinOut(keeping made: BackupName) {
    let others = names().filter { $0.kind == .automatic && $0 != made }
    for name in others.dropFirst(Self.kept - 1) { unlink(path(of: name)) }
  }

  /// Unfinished copies of processes that were killed; nobody else makes one while we have the lock.
  private func removeLeftovers() {
    for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    where file.hasPrefix("mingfa-") && file.hasSuffix(".sqlite.part") {
      unlink(path + "/" + file)
    }
  }

  /// The right to write into the folder, which is made where it is missing.
  struct Lock {
    fileprivate let descriptor: Int32
    func leave() {
      guard descriptor >= 0 else { return }
      // Closing alone would leave it locked as long as a program that is just being started has a copy.
      flock(descriptor, LOCK_UN)
      close(descriptor)
    }
  }

  /// - Returns: nil where somebody else is in and `waits` is false.
  func enter(waits: Bool) throws(StorageFailure) -> Lock? {
    try DatabaseFile.prepare(folder)
    // Also where the folder stands already: who made it may have been killed before syncing its name.
    try SyncedFolder.sync(data.path)
    let lock = Lock(descriptor: open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    guard lock.descriptor >= 0 else { return lock }
    while flock(lock.descriptor, LOCK_EX | (waits ? 0 : LOCK_NB)) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { return lock }
      lock.leave()
      return nil
    }
    return lock
  }
}
