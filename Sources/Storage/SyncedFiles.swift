import Foundation

/// Files, and what they are called, that are on the disk for good when a call returns.
enum SyncedFiles {
  /// Syncs a file's content.
  static func sync(_ path: String) throws(StorageFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StorageFailure(errorNumber: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StorageFailure(errorNumber: errno) }
  }

  /// Gives a file another name in place of whatever has that name, at once. Both folders are synced:
  /// until then a power cut may leave the file under its old name.
  static func rename(_ path: String, to target: String) throws(StorageFailure) {
    guard Foundation.rename(path, target) == 0 else { throw StorageFailure(errorNumber: errno) }
    let folders = [target, path].map { ($0 as NSString).deletingLastPathComponent }
    try SyncedFolder.sync(folders[0])
    if folders[1] != folders[0] { try SyncedFolder.sync(folders[1]) }
  }

  /// Gives a file a second name or, on a file system that has no such thing, copies it; synced.
  /// Whatever had that name must be gone.
  static func keep(_ path: String, as target: String) throws(StorageFailure) {
    if link(path, target) != 0 {
      guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK, EXDEV].contains(errno) else {
        throw StorageFailure(errorNumber: errno)
      }
      do { try copy(path, to: target) } catch {
        unlink(target)
        throw error
      }
    }
    try sync(target)
    try SyncedFolder.sync((target as NSString).deletingLastPathComponent)
  }

  /// The same for a file that another process may take away at any moment.
  ///
  /// - Returns: whether it was there.
  static func keepIfThere(
    _ path: String, as target: String
  ) throws(StorageFailure) -> Bool {
    do throws(StorageFailure) {
      try keep(path, as: target)
      return true
    } catch .inputOutput(code: Int(ENOENT)) {
      return false
    }
  }

  private static func copy(_ path: String, to target: String) throws(StorageFailure) {
    let source = open(path, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw StorageFailure(errorNumber: errno) }
    defer { close(source) }
    let copy = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard copy >= 0 else { throw StorageFailure(errorNumber: errno) }
    defer { close(copy) }
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(source, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw StorageFailure(errorNumber: errno) }
      if count == 0 { return }
      var done = 0
      while done < count {
        let written = chunk[done..<count].withUnsafeBytes { write(copy, $0.baseAddress, $0.count) }
        if written < 0 && errno == EINTR { continue }
        guard written > 0 else { throw StorageFailure(errorNumber: errno) }
        done += written
      }
    }
  }
}
