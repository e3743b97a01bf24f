import Exams
import Learning
import Storage
import Text

/// Who holds an admission ticket: the number and the code on it, as people type them.
package struct CheckTicket {
  let data: MingfaData

  package init(_ data: MingfaData) { self.data = data }

  /// The candidate whose ticket it is. Wrong codes are counted for each candidate, outlive the program, and
  /// make the next one wait: a second after the first, twice as long after each further one, an hour at most.
  ///
  /// - Throws: `ExamFailure.wrongTicket`, `.ticketLocked`; `StorageFailure`.
  package func candidate(
    _ typed: String, ticket code: String, of exam: StoredExam
  ) throws -> StoredCandidate {
    let number = Self.number(typed)
    // Whoever guesses numbers is not told which of them exist.
    guard let candidate = try data.exams.candidate(number, of: exam.id) else {
      throw ExamFailure.wrongTicket
    }
    let digest = CreateExam.digest(exam: exam.code, number: number, code: code)
    switch try data.exams.tryTicket(
      digest, of: candidate, now: data.environment.clock.now().utc)
    {
    case .right: return candidate
    case .wrong: throw ExamFailure.wrongTicket
    case .locked(let milliseconds):
      throw ExamFailure.ticketLocked(seconds: Int((milliseconds + 999) / 1000))
    }
  }

  /// An admission number as it stands on the ticket: in half width, without blanks.
  package static func number(_ typed: String) -> String {
    PlainLine.narrowed(typed).filter { !$0.isWhitespace }
  }
}
