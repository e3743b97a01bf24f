import Exams
import Learning
import People
import Storage

/// What the invigilator sees of the wave that sits. It only reads: no candidate waits for it.
package struct WatchExam {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// How a candidate is there. The raw values stand in JSON.
  package enum Presence: String, CaseIterable, Hashable, Sendable {
    case absent
    /// Has signed in, and not answered anything yet.
    case present
    case answering
    /// Released, and not yet at another computer.
    case released
    case finished
  }

  /// Something that wants a hand or should be known.
  package enum Need: Hashable, Sendable {
    /// Nothing has come from the terminal for so many milliseconds.
    case silent(Int64)
    /// The program at the terminal that holds the sitting is gone: it goes on once it is released.
    case gone
    /// Milliseconds lost and not given back.
    case lost(Int64)
    /// Came so many milliseconds after the opening.
    case late(Int64)
    /// Was released and has not signed in anywhere yet.
    case released
    /// So many wrong codes of the ticket in a row: for so many milliseconds none is looked at.
    case locked(failures: Int, Int64)
  }

  /// One candidate of the wave.
  package struct Line: Hashable, Sendable {
    package var candidate: StoredCandidate
    package var presence: Presence
    package var answered: Int
    /// Milliseconds left; nil once finished. Of who is absent, what is left to who begins now.
    package var remaining: Int64?
    /// Where the sitting is held; nil where it is not.
    package var terminal: String?
    /// How many times time was lost.
    package var losses: Int
    package var needs: [Need]
  }

  /// The wave as it stands.
  package struct Room: Hashable, Sendable {
    package var exam: StoredExam
    package var wave: Int
    /// Milliseconds since the opening.
    package var elapsed: Int64
    /// Questions on a paper.
    package var questions: Int
    /// By seat.
    package var lines: [Line]

    /// How many are there in this way.
    package func count(_ presence: Presence) -> Int { lines.count { $0.presence == presence } }
  }

  /// Who comes later than this many milliseconds after the opening is shown as late.
  package static let lateFrom: Int64 = 5 * 60_000

  /// - Parameters:
  ///   - patience: minutes without an event after which a terminal is shown as silent.
  ///   - isGone: whether what ran at a terminal of this name is known to be gone.
  /// - Throws: `ExamFailure.nothingOpen`, `StorageFailure`, `Authorisation.Refusal`.
  package func room(
    _ exam: StoredExam, patience: Int = 10, isGone: (String) -> Bool = { _ in false }
  ) throws -> Room {
    try Authorisation.authorise(actor, to: .holdExams)
    let state = try data.exams.state(of: exam.id)
    guard let wave = state.openWave, let opened = state.waves[wave]?.opened else {
      throw ExamFailure.nothingOpen
    }
    let now = data.environment.clock.now()
    let blueprint = try FindExam.blueprint(of: exam)
    let elapsed = Deadline.elapsed(try data.sittings.anchors(since: opened) + [now])
    let sittings = try data.sittings.states(of: exam.id)
    let waits = try data.exams.ticketWaits(of: exam.id, now: now.utc)
    let lines = try data.exams.candidates(of: exam.id).filter { $0.seat.wave == wave }
      .map { candidate in
        let sitting = sittings[candidate.id] ?? SittingState()
        let deadline = Deadline(
          blueprint.time, rosterMinutes: candidate.extraMinutes, sitting: sitting)
        return Line(
          candidate: candidate, presence: Self.presence(of: sitting),
          answered: sitting.responses.count,
          remaining: sitting.end == nil ? deadline.remaining(elapsed: elapsed) : nil,
          terminal: sitting.end == nil ? sitting.terminal : nil,
          losses: sitting.losses,
          needs: Self.needs(
            of: sitting, opened: opened, now: now, patience: patience, isGone: isGone)
            + (sitting.end == nil ? Self.needs(of: waits[candidate.id]) : []))
      }
    return Room(
      exam: exam, wave: wave, elapsed: elapsed, questions: blueprint.count, lines: lines)
  }

  /// From how many wrong codes in a row on a wait is shown: one slip of a finger needs nobody.
  private static let shownFailures = 3

  private static func needs(of wait: ExamStore.TicketWait?) -> [Need] {
    guard let wait, wait.failures >= shownFailures else { return [] }
    return [.locked(failures: wait.failures, wait.milliseconds)]
  }

  private static func presence(of sitting: SittingState) -> Presence {
    if sitting.end != nil { return .finished }
    guard sitting.began != nil else { return .absent }
    guard sitting.terminal != nil else { return .released }
    return sitting.hasAnswered ? .answering : .present
  }

  private static func needs(
    of sitting: SittingState, opened: Moment, now: Moment, patience: Int,
    isGone: (String) -> Bool
  ) -> [Need] {
    guard let began = sitting.began, sitting.end == nil else { return [] }
    guard let terminal = sitting.terminal else {
      return [.released] + rest(sitting, began: began, opened: opened, now: now)
    }
    var needs: [Need] = []
    let silence = sitting.last.map { now.milliseconds(since: $0) } ?? 0
    if isGone(terminal) { needs.append(.gone) }
    if silence >= Int64(patience) * 60_000 { needs.append(.silent(silence)) }
    return needs + rest(sitting, began: began, opened: opened, now: now)
  }

  private static func rest(
    _ sitting: SittingState, began: Moment, opened: Moment, now: Moment
  ) -> [Need] {
    let lost = sitting.lost(at: now)
    let late = began.milliseconds(since: opened) - sitting.givenBefore
    return (lost > 0 ? [.lost(lost)] : []) + (late > lateFrom ? [.late(late)] : [])
  }
}
