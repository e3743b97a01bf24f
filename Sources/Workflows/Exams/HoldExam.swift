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

  /// Opens a wave: from now on its papers can be handed out, and its time runs. A rehearsal that somebody
  /// forgot to end stands in nobody's way (see `FindExam.sittingNow`), but none is opened while an exam sits.
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
    // Before which wave is meant: with one open there is none to be opened.
    if let obstacle = Self.obstacle(to: 0, of: exam, in: state) { throw obstacle }
    if exam.isRehearsal { try RehearseExam(data, actor: actor).checkRoom(for: exam) }
    let wave = wave ?? (1...max(1, count)).first { state.waves[$0] == nil } ?? count
    guard (1...max(1, count)).contains(wave) else {
      throw ExamFailure.noSuchWave(wave, of: count)
    }
    if let obstacle = Self.obstacle(to: wave, of: exam, in: state) { throw obstacle }
    try checkWindow(of: exam)
    let known = try data.exams.key(of: exam.id)
    guard let code = known ?? key else { throw ExamFailure.keyNeeded }
    // Every form is looked at before anybody begins, not when the first candidate of the third wave does.
    for form in try data.exams.forms(of: exam.id) { _ = try SealedForms.unseal(form, code: code) }
    _ = try FindExam.blueprint(of: exam)
    do {
      try data.exams.record(
        .opened(wave: wave), of: exam.id, at: now, by: account,
        key: known == nil ? ReadableCode.plain(code) : nil
      ) { Self.obstacle(to: wave, of: exam, in: $0) == nil }
    } catch let stale as ExamStore.Stale {
      // Somebody else was faster.
      throw Self.obstacle(to: wave, of: exam, in: stale.state) ?? .waveWasOpened(wave)
    }
    return wave
  }

  /// Why a wave cannot be opened as the exam stands; nil where it can.
  private static func obstacle(
    to wave: Int, of exam: StoredExam, in state: ExamState
  ) -> ExamFailure? {
    if state.published != nil { return .isPublished }
    if state.cancelled != nil { return .isCancelled(exam.code) }
    if let open = state.openWave { return .waveOpen(open) }
    return state.waves[wave] == nil ? nil : .waveWasOpened(wave)
  }

  /// Who would lose time if the wave that sits were ended now.
  package struct Outstanding: Hashable, Sendable {
    package var wave: Int
    /// How many have begun, not handed in, and have time left.
    package var candidates: Int
    /// The most that one of them has left, in milliseconds.
    package var longest: Int64
  }

  /// Looks at who still sits with time left.
  ///
  /// - Throws: `ExamFailure.waveNotOpen`, `StorageFailure`, `Authorisation.Refusal`.
  package func outstanding(in exam: StoredExam) throws -> Outstanding {
    try Authorisation.authorise(actor, to: .holdExams)
    let state = try data.exams.state(of: exam.id)
    guard let wave = state.openWave, let opened = state.waves[wave]?.opened else {
      throw ExamFailure.waveNotOpen(state.waves.keys.max() ?? 1)
    }
    let time = try FindExam.blueprint(of: exam).time
    let elapsed = Deadline.elapsed(try data.sittings.anchors(since: opened) + [now])
    let sittings = try data.sittings.states(of: exam.id)
    let left = try data.exams.candidates(of: exam.id).filter { $0.seat.wave == wave }
      .compactMap { candidate -> Int64? in
        guard let sitting = sittings[candidate.id], sitting.began != nil, sitting.end == nil else {
          return nil
        }
        return Deadline(time, rosterMinutes: candidate.extraMinutes, sitting: sitting)
          .remaining(elapsed: elapsed)
      }.filter { $0 > 0 }
    return Outstanding(wave: wave, candidates: left.count, longest: left.max() ?? 0)
  }

  /// Ends the wave that sits: papers that are still out are taken in and marked.
  ///
  /// - Returns: the wave, and how many papers were taken in.
  /// - Throws: `ExamFailure`, `StorageFailure`, `Authorisation.Refusal`.
  @discardableResult
  package func end(_ exam: StoredExam) throws -> (wave: Int, taken: Int) {
    try Authorisation.authorise(actor, to: .holdExams)
    let state = try data.exams.state(of: exam.id)
    guard state.cancelled == nil else { throw ExamFailure.isCancelled(exam.code) }
    guard let wave = state.openWave else {
      throw ExamFailure.waveNotOpen(state.waves.keys.max() ?? 1)
    }
    var taken = 0
    while true {
      taken += try collect(wave, of: exam)
      do {
        try data.exams.record(.ended(wave: wave), of: exam.id, at: now, by: account) {
          $0.openWave == wave
        }
        return (wave, taken)
      } catch let stale as ExamStore.Stale {
        guard stale.state.openWave == wave else { throw ExamFailure.waveNotOpen(wave) }
        // Somebody has begun since the papers were taken in: that one is taken in, too.
      }
    }
  }

  /// Takes in the papers of a wave that are still out.
  ///
  /// - Returns: how many.
  private func collect(_ wave: Int, of exam: StoredExam) throws -> Int {
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
    return taken
  }

  /// Writes an incident down.
  ///
  /// - Throws: `ExamFailure.reasonMissing`, `StorageFailure`, `Authorisation.Refusal`.
  package func note(_ text: String, witness: String, of exam: StoredExam) throws {
    try Authorisation.authorise(actor, to: .holdExams)
    let note = ExamState.Note(
      text: try checked(text), witness: String(witness.prefix(400)),
      salt: data.environment.randomBytes(16), moment: now)
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
    guard state.cancelled == nil else { throw ExamFailure.isCancelled(exam.code) }
    guard state.isOver(waves: try data.exams.size(of: exam.id).waves) else {
      throw ExamFailure.notOver
    }
    do {
      try data.exams.record(.published, of: exam.id, at: now, by: account) {
        $0.published == nil && $0.cancelled == nil
      }
    } catch let stale as ExamStore.Stale {
      throw stale.state.cancelled == nil ? ExamFailure.isPublished : .isCancelled(exam.code)
    }
  }

  /// Calls an exam off that will not be held: its questions go back to practice, it counts in no figure, and
  /// it can be neither opened nor published any more.
  ///
  /// - Throws: `ExamFailure.wasHeld` once a candidate has begun, `.isPublished`, `.isCancelled`,
  ///   `.reasonMissing`; `StorageFailure`, `Authorisation.Refusal`.
  package func cancel(_ exam: StoredExam, reason: String) throws {
    try Authorisation.authorise(actor, to: .editExams)
    let fact = ExamState.Fact.cancelled(reason: try checked(reason))
    do {
      try data.exams.record(fact, of: exam.id, at: now, by: account) {
        $0.published == nil && $0.cancelled == nil
      }
    } catch let stale as ExamStore.Stale {
      if stale.state.cancelled != nil { throw ExamFailure.isCancelled(exam.code) }
      throw stale.state.published != nil ? ExamFailure.isPublished : .wasHeld(exam.code)
    }
  }

  /// - Throws: `ExamFailure.reasonMissing`.
  func checked(_ reason: String) throws(ExamFailure) -> String {
    let words = reason.filter { !$0.isWhitespace }
    guard !words.isEmpty else { throw .reasonMissing }
    return String(reason.prefix(400))
  }
}
