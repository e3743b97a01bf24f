import ArgumentParser
import Reports
import Terminal

/// How a report is printed.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json

  /// A report in this form, in the language of the person.
  func text(of report: Report, _ session: CommandSession) throws -> String {
    switch self {
    case .csv: CSVRenderer.text(of: report, in: Spoken.language)
    case .json: try JSONRenderer.text(of: report, in: Spoken.language)
    case .text: ReportPage.lines(report, style: session.style).map { $0 + "\n" }.joined()
    }
  }
}
