import Documents
import Foundation
import Text

/// Rewrites a file that a person wrote, and keeps the old one beside it: as `.bak`, or `.2.bak` and so on
/// where there is one. A link stays a link, and permissions stay as they are.
enum RewriteFile {
  /// - Parameter name: the file as it was asked for.
  /// - Returns: where the file stands as it was.
  /// - Throws: `WorkflowFailure.fileUnwritable`; nothing was changed then.
  static func write(_ text: String, to name: String) throws -> String {
    let path =
      realpath(name, nil).map { found in
        defer { free(found) }
        return String(cString: found)
      } ?? name
    let backup = try keep(path)
    var facts = stat()
    let mode = stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0o600
    try WriteFile.write(text, to: path, permissions: mode)
    return backup
  }

  /// Gives the file a second name, the first that is free: it stays whole whatever happens to the new
  /// one, and so does every copy that was kept before.
  private static func keep(_ path: String) throws -> String {
    var number = 1
    while true {
      let backup = number == 1 ? path + ".bak" : "\(path).\(number).bak"
      if link(path, backup) == 0 { return backup }
      guard errno == EEXIST, number < 1000 else {
        throw WorkflowFailure.fileUnwritable(path: backup, reason: SystemReason(errno))
      }
      number += 1
    }
  }
}
