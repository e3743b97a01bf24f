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

  /// Lets a candidate go on at another computer.
  ///
  /// - Throws: `ExamFailure`, `StorageFailure`, `Authorisation.Refusal`.
  package func release(_ number: String, of exam: StoredExam, reason: String) throws {
    try act(.released(reason: try checked(reason)), on: number, of: exam) {
      $0.began != nil && $0.end == nil
    }
  }

  /// Gives a candidate of the wave that sits time back, who may not have begun yet.
  ///
  /// - Throws: `ExamFailure`, `StorageFailure`, `Authorisation.Refusal`.
  package func give(minutes: Int, to number: String, of exam: StoredExam, reason: String) throws {
    try act(.gaveTime(try milliseconds(minutes), reason: try checked(reason)), on: number, of: exam)
    {
      $0.end == nil
    }
  }

  /// Gives time back to everyone of the wave that sits who has not handed in, begun or not, in one act.
  ///
  /// - Returns: to how many.
  /// - Throws: `ExamFailure`, `StorageFailure`, `Authorisation.Refusal`.
  @discardableResult
  package func give(minutes: Int, toAllOf exam: StoredExam, reason: String) throws -> Int {
    try Authorisation.authorise(actor, to: .holdExams)
    let fact = SittingFact.gaveTime(try milliseconds(minutes), reason: try checked(reason))
    let state = try data.exams.state(of: exam.id)
    guard let wave = state.openWave else { throw ExamFailure.nothingOpen }
    let room = try data.exams.candidates(of: exam.id).filter { $0.seat.wave == wave }
    return try data.sittings.appendToAll(fact, candidates: room, at: now, by: account)
  }

  private func act(
    _ fact: SittingFact, on number: String, of exam: StoredExam,
    allows: (SittingState) -> Bool
  ) throws {
    try Authorisation.authorise(actor, to: .holdExams)
    guard let candidate = try data.exams.candidate(number, of: exam.id) else {
      throw ExamFailure.noSuchCandidate(number)
    }
    let wave = candidate.seat.wave
    // An opened wave stays opened; whether it has ended is asked within the commit.
    let held = try data.exams.state(of: exam.id)
    guard held.cancelled == nil else { throw ExamFailure.isCancelled(exam.code) }
    guard held.waves[wave] != nil else { throw ExamFailure.waveNotOpen(wave) }
    var state = SittingState()
    do {
      try data.sittings.append(
        fact, to: &state, candidate: candidate, at: now, by: account, allows: allows)
    } catch let stale as SittingStore.Stale {
      if stale.state.end != nil { throw ExamFailure.hasEnded }
      throw stale.isClosed ? ExamFailure.waveNotOpen(wave) : .notBegun(number)
    }
  }

  private func milliseconds(_ minutes: Int) throws(ExamFailure) -> Int64 {
    guard (1...600).contains(minutes) else { throw .minutesUnusable(minutes) }
    return Int64(minutes) * 60_000
  }
}
