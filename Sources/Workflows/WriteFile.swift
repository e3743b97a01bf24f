import Foundation
import Storage
import Text

/// Writes a text to a file: complete and synced before it has its name, which it has for good on
/// return. The unfinished file stands beside it as `.part` and is made anew each time, so that nothing
/// follows a link planted there.
package enum WriteFile {
  /// Writes the text as UTF-8, readable by its owner only unless told otherwise. An existing file of that
  /// name is replaced at once, never half.
  ///
  /// - Parameters:
  ///   - permissions: who may do what with it.
  ///   - makesFolder: whether the last part of the folder is made where it is missing: a folder of the
  ///     program itself is, one that a person mistyped is not.
  /// - Throws: `WorkflowFailure.fileUnwritable`; nothing half is there then.
  package static func write(
    _ text: String, to path: String, permissions: mode_t = 0o600, makesFolder: Bool = false
  ) throws {
    try write(to: path, permissions: permissions, makesFolder: makesFolder) { put in
      try put(text)
    }
  }

  /// The same for a text that comes in pieces.
  ///
  /// - Parameters:
  ///   - replaces: whether an existing file of that name may be replaced.
  ///   - pieces: gives each piece to the closure that it is handed.
  /// - Throws: `WorkflowFailure.fileUnwritable`, `.fileExists`, and what `pieces` throws; nothing half
  ///   is there then.
  package static func write(
    to path: String, permissions: mode_t = 0o600, makesFolder: Bool = false,
    replaces: Bool = true,
    _ pieces: (_ put: @escaping (String) throws -> Void) throws -> Void
  ) throws {
    var status = stat()
    guard replaces || lstat(path, &status) != 0 else {
      throw WorkflowFailure.fileExists(path: path)
    }
    let folder = Self.folder(of: path)
    let temporary = path + ".part"
    func fail() -> WorkflowFailure {
      let reason = SystemReason(errno)
      unlink(temporary)
      return .fileUnwritable(path: path, reason: reason)
    }
    func keepNames(in folder: String) throws {
      do { try SyncedFolder.sync(folder.isEmpty ? "." : folder) } catch {
        errno = EIO
        throw fail()
      }
    }
    if makesFolder {
      guard access(folder, F_OK) == 0 || mkdir(folder, 0o700) == 0 else { throw fail() }
      try keepNames(in: Self.folder(of: folder))
    }
    unlink(temporary)
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw fail() }
    do {
      try pieces { text in
        guard append(text, to: file) else { throw fail() }
      }
    } catch {
      unlink(temporary)
      close(file)
      throw error
    }
    // The mask of the process does not hold for what is wanted.
    guard fchmod(file, permissions) == 0 else {
      let failure = fail()
      close(file)
      throw failure
    }
    guard fsync(file) == 0, close(file) == 0, rename(temporary, path) == 0 else { throw fail() }
    try keepNames(in: folder)
  }

  /// The folder that a path names a file in; empty for the one we are in. Foundation's own traps on a
  /// name of one letter.
  private static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether all of it was written; `errno` says why not.
  private static func append(_ text: String, to file: Int32) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}
