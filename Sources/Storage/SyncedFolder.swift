import Foundation

/// Names that are on the disk: a file that was synced is lost all the same in a power cut while the
/// folder that names it, or one above that, was not.
package enum SyncedFolder {
  /// Syncs the names in a folder. A file system that does not know how is left alone.
  ///
  /// - Throws: `StorageFailure.inputOutput` where the disk fails.
  package static func sync(_ path: String) throws(StorageFailure) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder above ours may be passed through but not read; its names are not ours either.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    if fsync(descriptor) != 0, errno == EIO { throw .inputOutput(code: Int(EIO)) }
  }

  /// Syncs the names of a folder and of all above it. Who made them, and when, is not known: perhaps
  /// a program that was killed before it could sync them.
  static func syncWay(to path: String) throws(StorageFailure) {
    var above = (path as NSString).deletingLastPathComponent
    while above.hasPrefix("/") {
      try sync(above)
      if above == "/" { return }
      above = (above as NSString).deletingLastPathComponent
    }
  }
}
