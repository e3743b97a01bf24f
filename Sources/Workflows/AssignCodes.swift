import Documents
import Formats
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

  /// Rewrites the file with the codes and keeps the old one beside it, as `RewriteFile` does.
  ///
  /// - Returns: what was done; nil where the file lacks none and was left alone.
  /// - Throws: `Refused`, `WorkflowFailure.fileUnwritable`.
  package static func run(file name: String) throws -> Done? {
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
      let backup = try RewriteFile.write(
        String(decoding: assignment.text, as: UTF8.self), to: name)
      return Done(
        count: assignment.assigned.count, backup: backup,
        formerEncoding: source.encoding == .utf8 ? nil : source.encoding.rawValue)
    }
  }
}
