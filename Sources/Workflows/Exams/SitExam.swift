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
  /// As it was last seen; what others did since (time given back) comes in with the next commit or `refresh`.
  package private(set) var state: SittingState
  /// Names this terminal in the record.
  private let terminal: String
  /// From 0: the place on the screen's order.
  package var position = 0

  /// Signs a candidate in and hands out the paper, or goes on with it.
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
    self.terminal = terminal
    blueprint = try FindExam.blueprint(of: exam)
    state = SittingState(try data.sittings.events(of: candidate.id))
    guard state.end == nil else { throw ExamFailure.hasEnded }
    guard candidate.seat.wave == wave else { throw ExamFailure.otherWave(candidate.seat.wave) }
    paper = try FindExam(data).paper(candidate.seat.form, of: exam)
    lines = paper.lines
    order = PaperOrder(of: paper, seed: candidate.seed, rules: blueprint.forms)
    anchors = try data.sittings.anchors(since: opened)
    try enter()
    position = order.lines.firstIndex { state.responses[$0] == nil } ?? 0
  }

  /// Begins, or goes on where nobody else holds the sitting.
  private func enter() throws {
    let now = data.environment.clock.now()
    let elapsed = elapsed(at: now)
    let isNew = state.began == nil
    guard !isNew || deadline(of: state).admits(elapsed: elapsed) else {
      throw ExamFailure.tooLate(minutes: blueprint.time.latestEntry ?? blueprint.time.minutes)
    }
    let fact: SittingFact = isNew ? .began(terminal: terminal) : .resumed(terminal: terminal)
    do {
      try data.sittings.append(fact, to: &state, candidate: candidate, at: now) { state in
        state.end == nil && (state.terminal == nil || state.terminal == terminal)
      }
    } catch let stale as SittingStore.Stale {
      if stale.state.end != nil { throw ExamFailure.hasEnded }
      throw ExamFailure.heldElsewhere(terminal: stale.state.terminal ?? "")
    }
    // The first after a boot: from here on the time runs by the clock that nobody sets.
    anchors.append(now)
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
      throw refusal(stale.state)
    }
  }

  private func refusal(_ state: SittingState) -> ExamFailure {
    if state.end != nil { return .hasEnded }
    return state.terminal == terminal ? .timeIsOver : .goneElsewhere
  }

  // MARK: The end

  /// Hands the paper in.
  ///
  /// - Throws: `ExamFailure.tooEarly`, `.hasEnded`, `.goneElsewhere`; `StorageFailure`.
  package func submit() throws {
    let wait = untilLeaving
    guard wait == 0 || remaining == 0 else { throw ExamFailure.tooEarly(wait) }
    try end(remaining == 0 ? .deadline : .submitted)
  }

  /// Hands the paper in because the time is over.
  ///
  /// - Throws: `ExamFailure.hasEnded`, `.goneElsewhere`; `StorageFailure`.
  package func timeOut() throws { try end(.deadline) }

  private func end(_ reason: SittingEnd) throws {
    do {
      try MarkPaper(data: data, paper: paper, passMark: blueprint.passMark).end(
        candidate, reason, state: &state, at: data.environment.clock.now()
      ) { [terminal] in $0.terminal == terminal }
    } catch let stale as SittingStore.Stale {
      throw refusal(stale.state)
    }
  }
}
