import Exams
import Foundation
import Storage
import Testing
import Workflows

/// Candidates who sit at the same time, each a process, killed at random moments, released and gone on with.
@Suite(.serialized) struct ExamKillFaultTests {
  static let isFull = ProcessInfo.processInfo.environment["MINGFA_FAULTS"] == "full"
  /// Processes that end by a signal; in the full round of `make faults` 1,000.
  static let kills = isFull ? 1_000 : 12
  static let people = isFull ? 6 : 3
  /// How often each of them is killed in one exam, at most.
  static let killsEach = isFull ? 8 : 3

  /// One candidate's way through an exam.
  private struct Seat {
    let candidate: StoredCandidate
    let ticket: (number: String, code: String)
    /// Answers on record before the run at hand, and those that it gives.
    var kept = 0
    var paper = ExamHall.Paper(seed: 0)
    var killsLeft = ExamKillFaultTests.killsEach
    var process: (child: ChildProcess, files: RunFiles)?
    /// When the process is to be killed, and how.
    var fate: (moment: ContinuousClock.Instant, signal: Int32)?
    var isDone = false
  }

  private struct Tally {
    var killed = 0
    var bySignal: [Int32: Int] = [:]
    var acknowledged = 0
    var runs: UInt64 = 0
  }

  @Test func `candidates killed at random moments lose no acknowledged answer and come to marks`()
    throws
  {
    let solo = try length()
    var tally = Tally()
    var rounds = 0
    while tally.killed < Self.kills, rounds < Self.kills {
      rounds += 1
      try hold(&tally, longest: solo * Double(Self.people) / 2)
    }
    #expect(tally.killed >= Self.kills)
    // Kills before the first answer alone would prove nothing.
    #expect(tally.acknowledged > tally.killed * 5)
    if Self.isFull {
      print(
        "kills of candidates: \(tally.killed) in \(rounds) exams, by signal \(tally.bySignal),",
        "\(tally.acknowledged) answers acknowledged, none lost")
      #expect(Set(tally.bySignal.keys) == [SIGKILL, SIGHUP, SIGTERM])
    }
  }

  /// How long a sitting takes that nobody disturbs, in seconds.
  private func length() throws -> Double {
    let hall = try ExamHall(people: 1)
    let start = ContinuousClock.now
    let run = try hall.desk.mingfa(
      "exam", "sit", input: hall.made.filled("{ticket 0}\n" + ExamHall.Paper(seed: 1).typed()))
    #expect(run.status == 0 && ExamHall.isHandedIn(run.text), "\(run.errors)")
    return (ContinuousClock.now - start) / .seconds(1)
  }

  /// One exam from its opening to its results.
  private func hold(_ tally: inout Tally, longest: Double) throws {
    let hall = try ExamHall(people: Self.people)
    let data = try ExamHall.data(hall.desk.data)
    defer { try? data.file.close() }
    let exam = try FindExam(data).exam(ExamHall.code)
    var seats = try zip(data.exams.candidates(of: exam.id), hall.made.tickets).map {
      Seat(candidate: $0, ticket: $1)
    }
    #expect(seats.allSatisfy { $0.candidate.number == $0.ticket.number })
    while !seats.allSatisfy(\.isDone) {
      for index in seats.indices where !seats[index].isDone {
        try go(&seats[index], hall, data, exam, &tally, longest: longest)
      }
      usleep(1000)
    }
    let grades = try data.sittings.grades(of: exam.id)
    #expect(Set(grades.keys) == Set(seats.map(\.candidate.id)))
    try ExamHall.finish(hall.made, in: data)
    #expect(try ExamHall.flaws(in: data) == [])
    #expect(try DatabaseDump.column("PRAGMA integrity_check", in: hall.desk.data) == ["ok"])
    #expect(try CheckData(data, actor: ExamHall.administrator).run().findings.isEmpty)
  }

  /// Starts a candidate's process, ends it when its time has come, or looks at what it left.
  private func go(
    _ seat: inout Seat, _ hall: ExamHall, _ data: MingfaData, _ exam: StoredExam,
    _ tally: inout Tally, longest: Double
  ) throws {
    guard let (child, files) = seat.process else {
      return try start(&seat, hall, data, exam, &tally, longest: longest)
    }
    if let fate = seat.fate, ContinuousClock.now >= fate.moment {
      child.send(fate.signal)
      seat.fate = nil
    }
    guard let end = child.ended() else { return }
    seat.process = nil
    let run = try files.result(end)
    let saved = ExamHall.saved(in: run.text)
    tally.acknowledged += saved
    // A signal that the program catches ends it by itself: the shell's status for it.
    let signal: Int32? =
      switch end {
      case .signal(let signal): signal
      case .exit(let status) where status > 128: status - 128
      default: nil
      }
    if let signal {
      tally.killed += 1
      tally.bySignal[signal, default: 0] += 1
    } else {
      #expect(end == .exit(0) && ExamHall.isHandedIn(run.text), "\(run.text)\(run.errors)")
    }
    let kept = try ExamHall.answers(of: seat.candidate, in: data)
    let new = kept.dropFirst(seat.kept)
    // The answer whose word was on its way may be kept beyond those acknowledged.
    #expect(new.count == saved || signal != nil && new.count == saved + 1, "by \(end)")
    #expect(seat.paper.answers.starts(with: new), "by \(end)")
    seat.kept = kept.count
    let state = SittingState(try data.sittings.events(of: seat.candidate.id))
    if ExamHall.isHandedIn(run.text) { #expect(state.end != nil, "by \(end)") }
    seat.isDone = state.end != nil
    #expect(seat.isDone || signal != nil)
  }

  private func start(
    _ seat: inout Seat, _ hall: ExamHall, _ data: MingfaData, _ exam: StoredExam,
    _ tally: inout Tally, longest: Double
  ) throws {
    let state = SittingState(try data.sittings.events(of: seat.candidate.id))
    if state.terminal != nil {
      try HoldExam(data, actor: ExamHall.administrator)
        .release(seat.candidate.number, of: exam, reason: "死机")
    }
    tally.runs += 1
    seat.paper = ExamHall.Paper(seed: tally.runs)
    let input = "\(seat.ticket.number)\n\(seat.ticket.code)\n" + seat.paper.typed()
    seat.process = try hall.desk.start(["exam", "sit"], input: Data(input.utf8))
    if seat.killsLeft > 0 {
      seat.killsLeft -= 1
      let signal = [SIGKILL, SIGKILL, SIGKILL, SIGHUP, SIGTERM].randomElement() ?? SIGKILL
      seat.fate = (
        ContinuousClock.now + .seconds(Double.random(in: 0...longest * 0.8)), signal
      )
    } else {
      seat.fate = nil
    }
  }
}
