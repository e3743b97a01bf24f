import Reports
import Terminal
import Text
import Workflows

/// The file of the admission tickets of an exam that was just made.
enum TicketFile {
  /// - Returns: its path.
  static func write(_ created: CreateExam.Created, _ session: CommandSession) throws -> String {
    let report = TicketList.report(
      title: created.exam.shownTitle,
      tickets: created.tickets.map {
        .init(
          number: $0.number, name: $0.name, wave: $0.seat.wave, seat: $0.seat.number, code: $0.code)
      })
    let path = session.reportPath("\(created.exam.code)-tickets.csv")
    try WriteFile.write(
      CSVRenderer.text(of: report, in: Spoken.language), to: path, makesFolder: true)
    return path
  }
}
