import Exams
import Learning
import People
import Questions
import Storage

/// What invigilators and administrators do while an exam is held: each act is on the record.
package struct HoldExam {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  var account: Int64 { actor.account?.number ?? 0 }
  var now: Moment { data.environment.clock.now() }

  /// Opens a wave: from now on its papers can be handed out, and its time runs.
  ///
  /// - Parameters:
  ///   - wave: nil opens the next one.
  ///   - key: the opening code; needed for the first wave.
  /// - Returns: the wave.
  /// - Throws: `ExamFailure`, `StorageFailure`, `Authorisation.Refusal`.
  @discardableResult
  package func open(_ exam: StoredExam, wave: Int? = nil, key: String? = nil) throws -> Int {
    try Authorisation.authorise(actor, to: .holdExams)
    try ExamVolume.check(data.environment)
    let state = try data.exams.state(of: exam.id)
    let count = try data.exams.size(of: exam.id).waves
    guard state.published == nil else { throw ExamFailure.isPublished }
    if let open = state.openWave { throw ExamFailure.waveOpen(open) }
    let wave = wave ?? (1...max(1, count)).first { state.waves[$0] == nil } ?? count
    guard (1...max(1, count)).contains(wave) else {
      throw ExamFailure.noSuchWave(wave, of: count)
    }
    guard state.waves[wave] == nil else { throw ExamFailure.waveWasOpened(wave) }
    try checkWindow(of: exam)
    let known = try data.exams.key(of: exam.id)
    guard let code = known ?? key else { throw ExamFailure.keyNeeded }
    // Every form is looked at before anybody begins, not when the first candidate of the third wave does.
    for form in try data.exams.forms(of: exam.id) { _ = try SealedForms.unseal(form, code: code) }
    _ = try FindExam.blueprint(of: exam)
    try data.exams.record(
      .opened(wave: wave), of: exam.id, at: now, by: account,
      key: known == nil ? ReadableCode.plain(code) : nil)
    return wave
  }

  /// Ends the wave that sits: papers that are still out are taken in and marked.
  ///
  /// - Returns: the wave, and how many papers were taken in.
  /// - Throws: `ExamFailure`, `StorageFailure`, `Authorisation.Refusal`.
  @discardableResult
  package func end(_ exam: StoredExam) throws -> (wave: Int, taken: Int) {
    try Authorisation.authorise(actor, to: .holdExams)
    let state = try data.exams.state(of: exam.id)
    guard let wave = state.openWave else {
      throw ExamFailure.waveNotOpen(state.waves.keys.max() ?? 1)
    }
    let states = try data.sittings.states(of: exam.id)
    let papers = try FindExam(data).papers(of: exam)
    let passMark = try FindExam.blueprint(of: exam).passMark
    var taken = 0
    for candidate in try data.exams.candidates(of: exam.id) where candidate.seat.wave == wave {
      guard var sitting = states[candidate.id], sitting.began != nil, sitting.end == nil else {
        continue
      }
      guard let paper = papers[candidate.seat.form] else {
        throw ExamFailure.formAltered(String(candidate.seat.form + 1))
      }
      do {
        try MarkPaper(data: data, paper: paper, passMark: passMark)
          .end(candidate, .collected, state: &sitting, at: now, by: account)
        taken += 1
      } catch is SittingStore.Stale { continue }
    }
    try data.exams.record(.ended(wave: wave), of: exam.id, at: now, by: account)
    return (wave, taken)
  }

  /// Lets a candidate go on at another computer.
  ///
  /// - Throws: `ExamFailure`, `StorageFailure`, `Authorisation.Refusal`.
  package func release(_ number: String, of exam: StoredExam, reason: String) throws {
    try act(.released(reason: try checked(reason)), on: number, of: exam)
  }

  /// Gives a candidate time back.
  ///
  /// - Throws: `ExamFailure`, `StorageFailure`, `Authorisation.Refusal`.
  package func give(minutes: Int, to number: String, of exam: StoredExam, reason: String) throws {
    try act(.gaveTime(try milliseconds(minutes), reason: try checked(reason)), on: number, of: exam)
  }

  /// Gives time back to everyone of the wave that sits and has not handed in, in one act.
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

  /// Writes an incident down.
  ///
  /// - Throws: `ExamFailure.reasonMissing`, `StorageFailure`, `Authorisation.Refusal`.
  package func note(_ text: String, witness: String, of exam: StoredExam) throws {
    try Authorisation.authorise(actor, to: .holdExams)
    let note = ExamState.Note(text: try checked(text), witness: witness, moment: now)
    try data.exams.record(.noted(note), of: exam.id, at: now, by: account)
  }

  /// Makes the results known. Only when the last wave has ended: nobody tells a key to somebody who still
  /// has to sit.
  ///
  /// - Throws: `ExamFailure`, `StorageFailure`, `Authorisation.Refusal`.
  package func publish(_ exam: StoredExam) throws {
    try Authorisation.authorise(actor, to: .publishResults)
    let state = try data.exams.state(of: exam.id)
    guard state.published == nil else { throw ExamFailure.isPublished }
    guard state.isOver(waves: try data.exams.size(of: exam.id).waves) else {
      throw ExamFailure.notOver
    }
    try data.exams.record(.published, of: exam.id, at: now, by: account)
  }

  private func act(_ fact: SittingFact, on number: String, of exam: StoredExam) throws {
    try Authorisation.authorise(actor, to: .holdExams)
    guard let candidate = try data.exams.candidate(number, of: exam.id) else {
      throw ExamFailure.noSuchCandidate(number)
    }
    var state = SittingState(try data.sittings.events(of: candidate.id))
    do {
      try data.sittings.append(
        fact, to: &state, candidate: candidate, at: now, by: account
      ) { $0.began != nil && $0.end == nil }
    } catch let stale as SittingStore.Stale {
      throw stale.state.end == nil ? ExamFailure.notBegun(number) : ExamFailure.hasEnded
    }
  }

  private func milliseconds(_ minutes: Int) throws(ExamFailure) -> Int64 {
    guard (1...600).contains(minutes) else { throw .minutesUnusable(minutes) }
    return Int64(minutes) * 60_000
  }

  /// - Throws: `ExamFailure.reasonMissing`.
  func checked(_ reason: String) throws(ExamFailure) -> String {
    let words = reason.filter { !$0.isWhitespace }
    guard !words.isEmpty else { throw .reasonMissing }
    return String(reason.prefix(400))
  }
}
