import Foundation

/// What the file system says about a file. What is not there has no size and no identity.
struct FileFacts {
  let exists: Bool
  /// Bytes.
  let size: Int64
  let isFolder: Bool
  /// Permission bits.
  let mode: UInt32
  private let device: UInt
  private let inode: UInt

  init(path: String) {
    var status = stat()
    exists = stat(path, &status) == 0
    size = exists ? Int64(status.st_size) : 0
    isFolder = exists && status.st_mode & S_IFMT == S_IFDIR
    mode = exists ? status.st_mode & 0o777 : 0
    device = exists ? UInt(status.st_dev) : 0
    inode = exists ? UInt(status.st_ino) : 0
  }

  /// Whether both are names of one file.
  func isSame(as other: FileFacts) -> Bool {
    exists && other.exists && device == other.device && inode == other.inode
  }

  /// Whether a file begins as databases of SQLite do. Asked before one is opened that may be damaged:
  /// SQLite takes a log away that does not fit its database.
  ///
  /// Not to be asked by a process that has the file open: it would lose its locks on it.
  static func hasHeader(_ path: String) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 16)
    return read(file, &bytes, 16) == 16 && bytes == Array("SQLite format 3\0".utf8)
  }
}
