import Exams
import Seals

/// Somebody who is to sit an exam.
package struct StoredCandidate: Hashable, Sendable {
  package var id: Int64
  package var exam: Int64
  package var person: Int64
  /// As on the admission ticket.
  package var number: String
  package var name: String
  /// The unit that the roster named, by the number of its row.
  package var unit: Int64?
  package var seat: SeatPlan.Seat
  /// Of the order of questions and options on the screen.
  package var seed: UInt64
  package var extraMinutes: Int
  /// A reader or typist, allowed by name.
  package var assistance: String?
  package var ticket: Digest

  package init(
    id: Int64, exam: Int64, person: Int64, number: String, name: String, unit: Int64?,
    seat: SeatPlan.Seat, seed: UInt64, extraMinutes: Int, assistance: String?, ticket: Digest
  ) {
    self.id = id
    self.exam = exam
    self.person = person
    self.number = number
    self.name = name
    self.unit = unit
    self.seat = seat
    self.seed = seed
    self.extraMinutes = extraMinutes
    self.assistance = assistance
    self.ticket = ticket
  }
}
