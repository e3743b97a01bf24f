import Exams
import Learning
import Questions
import Storage

/// A candidate's sitting, from signing in to handing in. Every answer is on the disk before anything about
/// it is returned.
package final class SitExam {
  let data: MingfaData
  package let exam: StoredExam
  package let candidate: StoredCandidate
  let blueprint: Blueprint
  let paper: ExamPaper
  /// Of the form, by number: told from the paper once, not for each question.
  let lines: [ExamPaper.Line]
  let order: PaperOrder
  /// What the time is counted along: the opening, what is on record since, and the entry of this run.
  private var anchors: [Moment]
  private let opened: Moment
  /// As it was last seen; what others did since (time given back) comes in with the next commit or `refresh`.
  package private(set) var state: SittingState
  /// Names this terminal in the record.
  private let terminal: String
  /// The code of the ticket that it was signed in with.
  private let ticketCode: String
  /// Whether this terminal holds the sitting. It does not as long as a released sitting has no time left:
  /// what is lost goes on being counted until the invigilator gives it back.
  package private(set) var isEntered = false
  /// From 0: the place on the screen's order.
  package var position = 0

  /// Signs a candidate in and hands out the paper, or goes on with it. Where the sitting was released and its
  /// time is over meanwhile, nothing is put on record: `isEntered` is false until `enterIfTimeIsLeft`.
  ///
  /// - Parameters:
  ///   - number: of the admission ticket, with its code.
  ///   - terminal: what tells this terminal from all others.
  /// - Throws: `ExamFailure`, `StorageFailure`.
  package init(
    _ data: MingfaData, exam code: String? = nil, number: String, ticket: String, terminal: String
  ) throws {
    try ExamVolume.check(data.environment)
    let (exam, held) = try FindExam(data).sittingNow(code)
    let candidate = try CheckTicket(data).candidate(number, ticket: ticket, of: exam)
    guard let wave = held.openWave, let opened = held.waves[wave]?.opened else {
      throw ExamFailure.nothingOpen
    }
    self.data = data
    self.exam = exam
    self.candidate = candidate
    self.opened = opened
    self.terminal = terminal
    ticketCode = ReadableCode.plain(ticket)
    blueprint = try FindExam.blueprint(of: exam)
    state = SittingState(try data.sittings.events(of: candidate.id))
    guard state.end == nil else { throw ExamFailure.hasEnded }
    guard candidate.seat.wave == wave else { throw ExamFailure.otherWave(candidate.seat.wave) }
    paper = try FindExam(data).paper(candidate.seat.form, of: exam)
    lines = paper.lines
    order = PaperOrder(of: paper, seed: candidate.seed, rules: blueprint.forms)
    anchors = try data.sittings.anchors(since: opened)
    if !state.isReleased || remaining > 0 { try enter() }
    position = order.lines.firstIndex { state.responses[$0] == nil } ?? 0
  }

  /// Begins, or goes on where nobody else holds the sitting.
  private func enter() throws {
    let now = data.environment.clock.now()
    let elapsed = elapsed(at: now)
    let isNew = state.began == nil
    let fact: SittingFact = isNew ? .began(terminal: terminal) : .resumed(terminal: terminal)
    do {
      try data.sittings.append(fact, to: &state, candidate: candidate, at: now) { state in
        guard state.end == nil, (state.began == nil) == isNew else { return false }
        return isNew
          ? deadline(of: state).admits(elapsed: elapsed)
          : state.terminal == nil || state.terminal == terminal
      }
    } catch let stale as SittingStore.Stale {
      if stale.state.end != nil { throw ExamFailure.hasEnded }
      if stale.isClosed { throw ExamFailure.nothingOpen }
      if let holder = stale.state.terminal { throw ExamFailure.heldElsewhere(terminal: holder) }
      throw ExamFailure.tooLate(minutes: latestMinutes(of: stale.state))
    }
    // The first after a boot: from here on the time runs by the clock that nobody sets.
    anchors.append(now)
    isEntered = true
  }

  /// What others put on record since this terminal signed in, first of all since a boot, is what the time is
  /// counted along, whatever the clock on the wall said in between.
  private func readAnchors() throws { anchors = try data.sittings.anchors(since: opened) }

  private func latestMinutes(of state: SittingState) -> Int {
    let deadline = deadline(of: state)
    return Int((deadline.latestEntry ?? deadline.limit) / 60_000)
  }

  /// Goes on with a released sitting that had no time left, if it was given some.
  ///
  /// - Returns: whether this terminal holds it.
  /// - Throws: `ExamFailure.heldElsewhere`, `.hasEnded`; `StorageFailure`.
  package func enterIfTimeIsLeft() throws -> Bool {
    if isEntered { return true }
    try refresh()
    try readAnchors()
    if state.end != nil { throw ExamFailure.hasEnded }
    guard remaining > 0 else { return false }
    try enter()
    return true
  }

  /// Whether these are the last four characters of the ticket's code, or the whole of it: enough to tell
  /// that the candidate is back at the terminal.
  package func isCandidate(typing text: String) -> Bool {
    let typed = ReadableCode.plain(text)
    return typed.count >= 4 && ticketCode.hasSuffix(typed)
  }

  // MARK: Time

  private func deadline(of state: SittingState) -> Deadline {
    Deadline(blueprint.time, rosterMinutes: candidate.extraMinutes, sitting: state)
  }

  private func elapsed(at now: Moment) -> Int64 { Deadline.elapsed(anchors + [now]) }

  /// Milliseconds left.
  package var remaining: Int64 {
    deadline(of: state).remaining(elapsed: elapsed(at: data.environment.clock.now()))
  }

  /// Milliseconds until the paper may be handed in; 0 from when on it may.
  package var untilLeaving: Int64 {
    deadline(of: state).untilLeaving(elapsed: elapsed(at: data.environment.clock.now()))
  }

  /// Looks at what was done meanwhile from elsewhere: time given back, the end of the exam.
  ///
  /// - Throws: `StorageFailure`.
  package func refresh() throws {
    for event in try data.sittings.events(of: candidate.id, after: state.sequence) {
      state.take(event)
    }
  }

  // MARK: Answers

  /// Keeps an answer to a line of the form; blank takes it back.
  ///
  /// - Parameter line: by its number on the form.
  /// - Throws: `ExamFailure.timeIsOver`, `.hasEnded`, `.goneElsewhere`; `StorageFailure`: then nothing was
  ///   kept.
  package func answer(_ response: Response, line: Int) throws {
    try commit(.answered(line: line, response))
  }

  /// Marks a line to be looked at again, or no longer.
  ///
  /// - Throws: as `answer`.
  package func mark(_ isMarked: Bool, line: Int) throws {
    try commit(.marked(line: line, isMarked))
  }

  private func commit(_ fact: SittingFact) throws {
    let now = data.environment.clock.now()
    let elapsed = elapsed(at: now)
    do {
      try data.sittings.append(fact, to: &state, candidate: candidate, at: now) { state in
        state.end == nil && state.terminal == terminal
          && deadline(of: state).remaining(elapsed: elapsed) > 0
      }
    } catch let stale as SittingStore.Stale {
      throw refusal(stale)
    }
  }

  private func refusal(_ stale: SittingStore.Stale) -> ExamFailure {
    if stale.state.end != nil || stale.isClosed { return .hasEnded }
    return stale.state.terminal == terminal ? .timeIsOver : .goneElsewhere
  }

  // MARK: The end

  /// Hands the paper in.
  ///
  /// - Throws: `ExamFailure.tooEarly`, `.hasEnded`, `.goneElsewhere`, `.timeWasGiven`; `StorageFailure`.
  package func submit() throws {
    let wait = untilLeaving
    guard wait == 0 || remaining == 0 else { throw ExamFailure.tooEarly(wait) }
    // By the candidate's own word, though no time is left.
    if !isEntered {
      try readAnchors()
      try enter()
      guard remaining == 0 else { throw ExamFailure.timeWasGiven(remaining) }
    }
    try end(remaining == 0 ? .deadline : .submitted)
  }

  /// Hands the paper in because the time is over.
  ///
  /// - Throws: `ExamFailure.timeWasGiven` where it is not, by what is on record: the sitting goes on;
  ///   `.hasEnded`, `.goneElsewhere`; `StorageFailure`.
  package func timeOut() throws { try end(.deadline) }

  private func end(_ reason: SittingEnd) throws {
    let now = data.environment.clock.now()
    let elapsed = elapsed(at: now)
    do {
      try MarkPaper(data: data, paper: paper, passMark: blueprint.passMark).end(
        candidate, reason, state: &state, at: now
      ) { [terminal] in
        guard $0.terminal == terminal else { return false }
        return reason != .deadline || deadline(of: $0).remaining(elapsed: elapsed) == 0
      }
    } catch let stale as SittingStore.Stale {
      let refusal = refusal(stale)
      // Given from elsewhere since this terminal last looked.
      throw refusal == .timeIsOver ? .timeWasGiven(remaining) : refusal
    }
  }
}
