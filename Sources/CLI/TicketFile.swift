import Foundation
import Reports
import Terminal
import Text
import Workflows

/// The file of the admission tickets of an exam.
enum TicketFile {
  /// Writes it, for its owner alone.
  ///
  /// - Returns: its path.
  @discardableResult
  static func write(
    _ created: CreateExam.Created, _ session: CommandSession, window: Wording? = nil
  ) throws -> String {
    let report = TicketList.report(
      title: created.exam.shownTitle,
      tickets: created.tickets.map {
        .init(
          number: $0.number, name: $0.name, wave: $0.seat.wave, seat: $0.seat.number, code: $0.code)
      }, window: window)
    let path = path(of: created, session)
    try WriteFile.write(
      CSVRenderer.text(of: report, in: Spoken.language), to: path, makesFolder: true)
    return path
  }

  /// Takes it away where the exam was not made after all.
  static func withdraw(_ created: CreateExam.Created, _ session: CommandSession) {
    unlink(path(of: created, session))
  }

  private static func path(of created: CreateExam.Created, _ session: CommandSession) -> String {
    session.reportPath("\(created.exam.code)-tickets.csv")
  }
}
