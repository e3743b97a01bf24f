import Statistics
import Text

/// A report as CSV that a double click opens rightly in Excel: UTF-8 with a byte order mark, CRLF
/// (RFC 4180). A rate stands as percentage; its counts have columns of their own.
package enum CSVRenderer {
  /// The whole file: headings, rows, then each note in a row of its own.
  package static func text(of report: Report, in language: Language) -> String {
    var lines = [report.columns.map { field($0.heading(language)) }.joined(separator: ",")]
    for row in report.rows {
      lines.append(
        row.cells.map { cell in
          switch cell {
          case .count(let count): String(count)
          case .rate(let rate): rate.percent ?? Report.Cell.none(language)
          default: field(cell.text(in: language))
          }
        }.joined(separator: ","))
    }
    for note in report.notes { lines.append(field(note(language))) }
    return "\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()
  }

  /// A text as a field, quoted where it has to be. What a spreadsheet would run as a formula is
  /// written as text, with a leading apostrophe (OWASP, "CSV Injection").
  package static func field(_ text: String) -> String {
    let dangerous: Set<Unicode.Scalar> = [
      "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "\0",
    ]
    // Scalar by scalar, as a spreadsheet reads: a comma with an accent on it is a comma there.
    var scalars = String.UnicodeScalarView()
    if let first = text.unicodeScalars.first, dangerous.contains(first) { scalars.append("'") }
    var needsQuotes = false
    for scalar in text.unicodeScalars {
      needsQuotes =
        needsQuotes || scalar == "," || scalar == "\"" || Character(scalar).isNewline
      if scalar == "\"" { scalars.append(scalar) }
      scalars.append(scalar)
    }
    return needsQuotes ? "\"" + String(scalars) + "\"" : String(scalars)
  }
}
