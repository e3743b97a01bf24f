import Documents
import People

/// The text of a roster: a table of people, as spreadsheets save it.
package enum RosterText {
  /// The header stands among so many rows.
  static let headerRows = 20

  /// Reads a roster, in any encoding that text files have. Nothing is left out of the report: it names
  /// every row that is wrong, however many there are.
  ///
  /// - Returns: everyone on the roster, in its order, where nothing is wrong with it; and the problems.
  ///   None of them quotes a row, which is full of personal data.
  package static func entries(inFile path: String) -> (entries: [RosterEntry]?, report: ReadReport)
  {
    do throws(TextFault) {
      return entries(in: try TextSource(path: path, limit: DelimitedTable.sizeLimit))
    } catch {
      return (nil, ReadReport(unopened: problem(of: error, file: path)))
    }
  }

  /// Reads the text of a roster.
  package static func entries(in source: TextSource) -> (
    entries: [RosterEntry]?, report: ReadReport
  ) {
    var reader = RosterReader(DelimitedTable(source), file: source.name)
    let entries = reader.read()
    let report = reader.report
    return (report.isWhole ? entries : nil, report)
  }

  private static func problem(of fault: TextFault, file: String) -> ReadProblem {
    guard case .binary(.office, _, _) = fault else { return ReadProblem(file: file, fault: fault) }
    return ReadProblem(file: file, position: nil, fact: .roster(.workbook))
  }
}
