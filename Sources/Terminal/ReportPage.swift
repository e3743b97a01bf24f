import Reports
import Text

/// A report on the screen.
package enum ReportPage {
  /// The lines of a report, its notes last.
  package static func lines(_ report: Report, style: PageStyle) -> [String] {
    let language = style.language
    var lines = style.wrapped(report.title(language)) + style.rule
    if report.rows.isEmpty {
      lines += style.sentence(report.nothing)
    } else {
      lines += style.table(
        AlignedColumns(
          headings: report.columns.map {
            .init($0.heading(language), $0.isNumber ? .right : .left)
          },
          rows: report.rows.map { row in row.cells.map { cell($0, language) } }))
    }
    lines += style.rule
    for note in report.notes { lines += style.sentence(note) }
    return lines
  }

  /// A rate is printed alone: both its counts have columns of their own in the same row.
  private static func cell(_ cell: Report.Cell, _ language: Language) -> String {
    if case .rate(let rate) = cell { return rate.percent ?? Report.Cell.none(language) }
    return SafeText.clean(cell.text(in: language))
  }
}
