import Exams
import Formats
import People

/// Reading the roster of an exam, without keeping anything of it.
package struct ReadRoster {
  /// A roster, and what reading it came to.
  package struct Reading: Sendable {
    package let path: String
    /// nil where the file has errors.
    package let entries: [RosterEntry]?
    package let report: ReadReport

    /// How many units stand on it.
    package var unitCount: Int { Set((entries ?? []).compactMap(\.unit)).count }

    /// The headings that the reader does not know and only keeps, with something below them.
    package var otherHeadings: [String] {
      Set((entries ?? []).flatMap(\.other.keys)).sorted()
    }
  }

  /// Somebody who may not sit, and why.
  package struct Refused: Sendable {
    package let entry: RosterEntry
    package let refusals: [Eligibility.Refusal]
  }

  /// Reads one file.
  package static func read(file path: String) -> Reading {
    let (entries, report) = RosterText.entries(inFile: path)
    return Reading(path: path, entries: entries, report: report)
  }

  /// Who may not sit an exam by this blueprint, by what the roster alone tells, in its order.
  package static func refused(_ entries: [RosterEntry], by blueprint: Blueprint) -> [Refused] {
    entries.compactMap { entry in
      let refusals = Eligibility(of: entry, for: blueprint).refusals
      return refusals.isEmpty ? nil : Refused(entry: entry, refusals: refusals)
    }
  }
}
