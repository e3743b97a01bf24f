import Exams
import Learning
import Storage
import TestKit
import Testing
import Workflows

/// Time that is lost, given back, and over: to whom it is given, and that no deadline takes it away again.
@Suite struct SittingTimeTests {
  let room: ExamRoom
  private static let minute: Int64 = 60_000

  init() throws { room = try ExamRoom() }

  private func needs(_ created: CreateExam.Created) throws -> [WatchExam.Need] {
    try WatchExam(room.data, actor: room.administrator).room(created.exam).lines[0].needs
  }

  /// Half an hour; the computer of the first candidate dies at minute 25 and is released at minute 31.
  private func died(rebooted: Bool = false) throws -> CreateExam.Created {
    let created = try room.create(blueprint: ExamRoom.blueprint(minutes: 30, latestEntry: nil))
    try room.holding.open(created.exam, key: created.openingCode)
    let run = try room.sit(created, 0, terminal: "old")
    room.test.clock.advance(25 * Self.minute)
    try ExamRoom.answerAll(run, rightly: true, places: 0..<3)
    if rebooted {
      room.test.clock.reboot(after: 6 * Self.minute)
    } else {
      room.test.clock.advance(6 * Self.minute)
    }
    #expect(throws: ExamFailure.heldElsewhere(terminal: "old")) {
      try room.sit(created, 0, terminal: "new")
    }
    try room.holding.release("1001", of: created.exam, reason: "死机")
    return created
  }

  private func isClean() throws -> Bool {
    try VerifyEvidence(room.data, actor: room.administrator).verify().isClean
  }

  @Test(arguments: [false, true])
  func `from the release on the loss is known, and is given back before the candidate signs in`(
    rebooted: Bool
  ) throws {
    let created = try died(rebooted: rebooted)
    #expect(try needs(created) == [.released, .lost(6 * Self.minute)])
    try room.holding.give(minutes: 6, to: "1001", of: created.exam, reason: "死机")
    #expect(try needs(created) == [.released])
    let run = try room.sit(created, 0, terminal: "new")
    #expect(run.isEntered && run.remaining == 5 * Self.minute)
    #expect(run.state.gaps.map(\.length) == [6 * Self.minute])
    try ExamRoom.answerAll(run, rightly: true)
    try run.submit()
    #expect(run.state.end?.reason == .submitted)
    #expect(try isClean())
  }

  @Test func `who comes back when the time is over keeps the paper until time is given`() throws {
    let created = try died()
    let before = try room.data.evidence.head()
    let run = try room.sit(created, 0, terminal: "new")
    #expect(!run.isEntered && run.remaining == 0)
    #expect(try !run.enterIfTimeIsLeft())
    #expect(throws: ExamFailure.goneElsewhere) { try run.timeOut() }
    #expect(throws: ExamFailure.goneElsewhere) { try run.answer(.truth(true), line: 5) }
    // Nothing was put on record: the loss goes on while she waits.
    #expect(try room.data.evidence.head() == before)
    room.test.clock.advance(2 * Self.minute)
    #expect(try needs(created) == [.released, .lost(8 * Self.minute)])
    try room.holding.give(minutes: 8, to: "1001", of: created.exam, reason: "死机")
    #expect(try run.enterIfTimeIsLeft())
    #expect(run.remaining == 5 * Self.minute)
    try ExamRoom.answerAll(run, rightly: true)
    #expect(try needs(created) == [])
    #expect(try isClean())
  }

  @Test func `who waits for time may hand in, and what is left is taken in at the end`() throws {
    let created = try died()
    try room.sit(created, 0, terminal: "new").submit()
    let state = SittingState(try room.data.sittings.events(of: 1))
    #expect(state.end?.reason == .deadline && state.responses.count == 3)
    #expect(try room.holding.end(created.exam).taken == 0)
  }

  @Test func `who waits for time and does nothing is taken in at the end`() throws {
    let created = try died()
    let run = try room.sit(created, 0, terminal: "new")
    #expect(try room.holding.end(created.exam).taken == 1)
    #expect(throws: ExamFailure.hasEnded) { try run.enterIfTimeIsLeft() }
    #expect(run.state.end?.reason == .collected && run.state.losses == 1)
    #expect(try isClean())
  }

  @Test(arguments: [false, true])
  func `the deadline is asked within the commit: time given a moment before counts`(bySelf: Bool)
    throws
  {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    let run = try room.sit(created, 0)
    let other = try room.sit(created, 1, terminal: "tty2")
    room.test.clock.advance(60 * Self.minute)
    try room.holding.give(minutes: 5, to: "1001", of: created.exam, reason: "停电")
    // The terminal has not looked since.
    #expect(run.remaining == 0)
    #expect(throws: ExamFailure.timeWasGiven(5 * Self.minute)) {
      if bySelf { try run.submit() } else { try run.timeOut() }
    }
    #expect(run.state.end == nil && run.remaining == 5 * Self.minute)
    try run.answer(.truth(true), line: 5)
    // To whom nothing was given, the time is over.
    if bySelf { try other.submit() } else { try other.timeOut() }
    #expect(other.state.end?.reason == .deadline)
    #expect(try isClean())
  }

  @Test func `no terminal hands a paper in before its time is over`() throws {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    let run = try room.sit(created, 0)
    room.test.clock.advance(60 * Self.minute - 1)
    #expect(throws: ExamFailure.timeWasGiven(1)) { try run.timeOut() }
    #expect(run.state.end == nil)
    room.test.clock.advance(1)
    try run.timeOut()
    #expect(run.state.end?.reason == .deadline)
  }

  @Test func `a power cut before all have begun makes nobody late, and all have their time`() throws
  {
    let created = try room.create()
    #expect(throws: ExamFailure.waveNotOpen(1)) {
      try room.holding.give(minutes: 5, to: "1001", of: created.exam, reason: "停电")
    }
    try room.holding.open(created.exam, key: created.openingCode)
    let first = try room.sit(created, 0)
    try first.submit()
    room.test.clock.advance(25 * Self.minute)
    room.test.clock.reboot(after: 10 * Self.minute)
    #expect(throws: ExamFailure.tooLate(minutes: 30)) {
      try room.sit(created, 1, terminal: "tty2")
    }
    // To all who have not handed in; the lights go on a minute later.
    #expect(try room.holding.give(minutes: 10, toAllOf: created.exam, reason: "停电") == 2)
    room.test.clock.advance(Self.minute)
    let second = try room.sit(created, 1, terminal: "tty2")
    #expect(second.remaining == 34 * Self.minute)
    let lines = try WatchExam(room.data, actor: room.administrator).room(created.exam).lines
    #expect(lines.map(\.presence) == [.finished, .present, .absent])
    #expect(lines[1].needs == [.late(26 * Self.minute)])
    // What was given before the start is not set against what is lost later.
    try ExamRoom.answerAll(second, rightly: true, places: 0..<1)
    room.test.clock.advance(5 * Self.minute)
    try room.holding.release("1002", of: created.exam, reason: "死机")
    #expect(
      try WatchExam(room.data, actor: room.administrator).room(created.exam).lines[1].needs
        == [.released, .lost(5 * Self.minute), .late(26 * Self.minute)])
    // One who is still on the way has five more.
    #expect(throws: ExamFailure.tooLate(minutes: 40)) {
      try room.sit(created, 2, terminal: "tty3")
    }
    try room.holding.give(minutes: 5, to: "1003", of: created.exam, reason: "堵车")
    #expect(try room.sit(created, 2, terminal: "tty3").remaining == 34 * Self.minute)
    #expect(throws: ExamFailure.hasEnded) {
      try room.holding.give(minutes: 5, to: "1001", of: created.exam, reason: "停电")
    }
    try room.holding.end(created.exam)
    #expect(throws: ExamFailure.nothingOpen) {
      try room.holding.give(minutes: 5, toAllOf: created.exam, reason: "停电")
    }
    #expect(try isClean())
  }

  @Test func `time that is given to somebody who stays away begins no sitting`() throws {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    #expect(try room.holding.give(minutes: 10, toAllOf: created.exam, reason: "停电") == 3)
    #expect(try room.holding.end(created.exam).taken == 0)
    #expect(throws: ExamFailure.waveNotOpen(1)) {
      try room.holding.give(minutes: 5, to: "1001", of: created.exam, reason: "停电")
    }
    let list = try ListResults(room.data, actor: room.administrator).list(created.exam)
    #expect(list.lines.map(\.outcome) == [.absent, .absent, .absent])
    #expect(try isClean())
  }

  @Test func `time on the record before the opening is found by the audit`() throws {
    let created = try room.create()
    try room.data.evidence.append([
      EvidenceEntry.Act(
        kind: "time", exam: created.exam.id, candidate: 1,
        payload: "{\"milliseconds\":60000,\"reason\":\"x\"}", moment: room.test.clock.now())
    ])
    let found = try VerifyEvidence(room.data, actor: room.administrator).verify().audit.findings
    #expect(
      found == [
        .beforeOpening(
          AuditFinding.Place(sequence: 5, kind: "time", exam: "exam-1", number: "1001"))
      ])
  }

  @Test(arguments: [
    ExamFailure.timeWasGiven(61_000), .stillSitting(candidates: 3, longest: 61_000),
  ])
  func `what is said is worded in both languages`(failure: ExamFailure) {
    #expect(SentenceCheck.faults(of: failure.wording) == [])
  }

  @Test func `who would lose time by the end is told with the most that one has left`() throws {
    let created = try room.create(extraMinutes: ["小王": 15])
    #expect(throws: ExamFailure.waveNotOpen(1)) {
      try room.holding.outstanding(in: created.exam)
    }
    try room.holding.open(created.exam, key: created.openingCode)
    _ = try room.sit(created, 0)
    _ = try room.sit(created, 1, terminal: "tty2")
    try room.sit(created, 2, terminal: "tty3").submit()
    room.test.clock.advance(50 * Self.minute)
    var found = try room.holding.outstanding(in: created.exam)
    #expect(found.candidates == 2 && found.longest == 25 * Self.minute)
    room.test.clock.advance(20 * Self.minute)
    found = try room.holding.outstanding(in: created.exam)
    #expect(found.candidates == 1 && found.longest == 5 * Self.minute)
  }
}
