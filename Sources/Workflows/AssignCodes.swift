import Documents
import Formats
import Foundation
import Text

/// Writes codes 编号 into a bank file for the questions that have none.
package enum AssignCodes {
  /// The file cannot be given codes; what has to be mended first.
  package struct Refused: Error {
    package let problems: [ReadProblem]
  }

  /// What was done to a file.
  package struct Done: Hashable, Sendable {
    /// How many codes were written.
    package let count: Int
    /// Where the file stands as it was.
    package let backup: String
    /// The encoding that it had, where that was not UTF-8, which it has now.
    package let formerEncoding: String?

    package init(count: Int, backup: String, formerEncoding: String?) {
      self.count = count
      self.backup = backup
      self.formerEncoding = formerEncoding
    }
  }

  /// Rewrites the file with the codes and keeps the old one beside it: as `.bak`, or `.2.bak` and so
  /// on where there is one. A link stays a link, and permissions stay as they are.
  ///
  /// - Returns: what was done; nil where the file lacks none and was left alone.
  /// - Throws: `Refused`, `WorkflowFailure.fileUnwritable`.
  package static func run(file name: String) throws -> Done? {
    let path =
      realpath(name, nil).map { found in
        defer { free(found) }
        return String(cString: found)
      } ?? name
    let source: TextSource
    do throws(TextFault) {
      source = try TextSource(path: name)
    } catch {
      throw Refused(problems: [ReadProblem(file: name, fault: error)])
    }
    switch CodeAssignment.assign(to: source) {
    case .failure(let unreadable): throw Refused(problems: unreadable.problems)
    case .success(let assignment):
      guard !assignment.assigned.isEmpty else { return nil }
      let backup = try keep(path)
      var facts = stat()
      let mode = stat(path, &facts) == 0 ? facts.st_mode & 0o777 : 0o600
      try WriteFile.write(
        String(decoding: assignment.text, as: UTF8.self), to: path, permissions: mode)
      return Done(
        count: assignment.assigned.count, backup: backup,
        formerEncoding: source.encoding == .utf8 ? nil : source.encoding.rawValue)
    }
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
