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

  /// Rewrites the file with the codes and keeps the old one beside it as `.bak`; a file that lacks
  /// none is left alone.
  ///
  /// - Returns: how many codes were written.
  /// - Throws: `Refused`, `WorkflowFailure.fileUnwritable`.
  package static func run(file path: String) throws -> Int {
    let source: TextSource
    do throws(TextFault) {
      source = try TextSource(path: path)
    } catch {
      throw Refused(problems: [ReadProblem(file: path, fault: error)])
    }
    switch CodeAssignment.assign(to: source) {
    case .failure(let unreadable): throw Refused(problems: unreadable.problems)
    case .success(let assignment):
      guard !assignment.assigned.isEmpty else { return 0 }
      let backup = path + ".bak"
      unlink(backup)
      // A second name for the old file: it stays whole whatever happens to the new one.
      guard link(path, backup) == 0 else {
        throw WorkflowFailure.fileUnwritable(path: backup, reason: String(cString: strerror(errno)))
      }
      try WriteFile.write(String(decoding: assignment.text, as: UTF8.self), to: path)
      return assignment.assigned.count
    }
  }
}
