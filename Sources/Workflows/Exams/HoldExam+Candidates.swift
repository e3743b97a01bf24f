import Exams
import People
import Storage

/// What is done for one candidate, whether the sitting has begun or not.
extension HoldExam {
  /// Grants extra time before the start, beside what the roster grants.
  ///
  /// - Throws: `ExamFailure.hasBegun` from the start on, `StorageFailure`, `Authorisation.Refusal`.
  package func extend(
    minutes: Int, for number: String, of exam: StoredExam, reason: String
  ) throws {
    try Authorisation.authorise(actor, to: .editExams)
    guard (1...600).contains(minutes) else { throw ExamFailure.minutesUnusable(minutes) }
    let reason = try checked(reason)
    guard let candidate = try data.exams.candidate(number, of: exam.id) else {
      throw ExamFailure.noSuchCandidate(number)
    }
    let wave = try data.exams.state(of: exam.id).waves[candidate.seat.wave]
    guard wave?.ended == nil else { throw ExamFailure.hasBegun(number) }
    var state = SittingState()
    do {
      try data.sittings.append(
        .extended(minutes: minutes, reason: reason), to: &state, candidate: candidate, at: now,
        by: account, allows: { $0.began == nil && $0.end == nil })
    } catch is SittingStore.Stale { throw ExamFailure.hasBegun(number) }
  }

  /// Puts another code on a ticket that was lost; the old one no longer signs in.
  ///
  /// - Returns: the ticket with its code, which is told here once.
  /// - Throws: `ExamFailure.noSuchCandidate`, `StorageFailure`, `Authorisation.Refusal`.
  package func reissue(_ number: String, of exam: StoredExam) throws -> CreateExam.Ticket {
    try Authorisation.authorise(actor, to: .holdExams)
    guard let candidate = try data.exams.candidate(number, of: exam.id) else {
      throw ExamFailure.noSuchCandidate(number)
    }
    let code = ReadableCode.text(of: data.environment.randomBytes(CreateExam.ticketSize))
    try data.exams.reissueTicket(
      of: candidate, digest: CreateExam.digest(exam: exam.code, number: number, code: code),
      at: now, by: account)
    return CreateExam.Ticket(
      number: number, name: candidate.name, seat: candidate.seat, code: code)
  }
}
