import Exams
import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Workflows

/// An exam from its making to its results, with everything that goes wrong on the day.
@Suite struct ExamScenarioTests {
  let room: ExamRoom
  private static let minute: Int64 = 60_000

  init() throws { room = try ExamRoom() }

  @Test func `an exam is made, opened, sat, ended and published, and its figures are right`() throws
  {
    let created = try room.create(["小林", "小王", "小赵", "小钱"], seats: 4)
    let exam = created.exam
    try room.holding.open(exam, key: created.openingCode)
    let lin = try room.sit(created, 0)
    try ExamRoom.answerAll(lin, rightly: true)
    try lin.submit()
    // Two single choices right, one answer wrong, the rest left blank.
    let wang = try room.sit(created, 1, terminal: "tty2")
    try ExamRoom.answerAll(wang, rightly: true, places: 0..<2)
    try ExamRoom.answerAll(wang, rightly: false, places: 2..<3)
    try wang.submit()
    // Both judgements wrong: the deductions stop at nothing.
    let zhao = try room.sit(created, 2, terminal: "tty3")
    try ExamRoom.answerAll(zhao, rightly: true, places: 0..<4)
    try ExamRoom.answerAll(zhao, rightly: false, places: 4..<6)
    let outcome = try room.holding.end(exam)
    #expect(outcome.wave == 1 && outcome.taken == 1)
    let list = try ListResults(room.data, actor: room.administrator).list(exam)
    #expect(list.lines.map(\.outcome) == [.passed, .failed, .passed, .absent])
    #expect(list.lines.map { $0.grade?.score.hundredths } == [10_000, 4000, 8000, nil])
    #expect(list.lines.map(\.end) == [.submitted, .submitted, .collected, nil])
    #expect(!list.isPublished)
    try room.holding.publish(exam)
    #expect(throws: ExamFailure.isPublished) { try room.holding.publish(exam) }
    #expect(try ListResults(room.data, actor: room.administrator).list(exam).isPublished)
  }

  @Test func `neighbours have different forms without a common question`() throws {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    let cards = try (0..<2).map { place in
      let run = try room.sit(created, place, terminal: "tty\(place)")
      return Set(
        (0..<run.count).map { position in
          run.position = position
          return run.card.stored.ref
        })
    }
    #expect(cards[0].isDisjoint(with: cards[1]))
    #expect(created.sheet.spread <= 0.01)
  }

  @Test func `without the opening code nothing opens, and forms are not to be read`() throws {
    let created = try room.create()
    #expect(throws: ExamFailure.keyNeeded) { try room.holding.open(created.exam) }
    #expect(throws: ExamFailure.wrongKey) {
      try room.holding.open(created.exam, key: "0000-0000-0000-0000")
    }
    #expect(throws: ExamFailure.nothingOpen) { try room.sit(created, 0) }
    #expect(throws: ExamFailure.keyNeeded) { try FindExam(room.data).paper(0, of: created.exam) }
    let typed = created.openingCode.lowercased().replacing("-", with: " ")
    #expect(try room.holding.open(created.exam, key: typed) == 1)
  }

  @Test func `a candidate whose computer died goes on elsewhere once released, with the time left`()
    throws
  {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    let first = try room.sit(created, 0, terminal: "old")
    try ExamRoom.answerAll(first, rightly: true, places: 0..<3)
    room.test.clock.advance(5 * Self.minute)
    #expect(throws: ExamFailure.heldElsewhere(terminal: "old")) {
      try room.sit(created, 0, terminal: "new")
    }
    try room.holding.release("1001", of: created.exam, reason: "死机")
    let second = try room.sit(created, 0, terminal: "new")
    #expect(second.state.responses.count == 3)
    #expect(second.position == 3)
    #expect(second.remaining == 55 * Self.minute)
    #expect(second.state.gaps.count == 1)
    // The old one wakes up.
    #expect(throws: ExamFailure.goneElsewhere) { try first.answer(.truth(true), line: 0) }
    #expect(second.state.responses.count == 3)
  }

  @Test
  func `a power cut takes time from nobody who gets it back, and the clock on the wall wins none`()
    throws
  {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    let run = try room.sit(created, 0)
    room.test.clock.advance(10 * Self.minute)
    try ExamRoom.answerAll(run, rightly: true, places: 0..<1)
    room.test.clock.reboot(after: 7 * Self.minute)
    try room.holding.release("1001", of: created.exam, reason: "停电")
    let again = try room.sit(created, 0, terminal: "tty9")
    #expect(again.remaining == 43 * Self.minute)
    #expect(try room.holding.give(minutes: 7, toAllOf: created.exam, reason: "停电") == 3)
    try again.refresh()
    #expect(again.remaining == 50 * Self.minute)
    room.test.clock.setWall(HandClock.noon - 90 * Self.minute)
    #expect(again.remaining == 50 * Self.minute)
    room.test.clock.setWall(HandClock.noon + 900 * Self.minute)
    #expect(again.remaining == 50 * Self.minute)
  }

  @Test func `who is the first to begin after a boot wins no time by the clock on the wall`() throws
  {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    room.test.clock.reboot(after: 10 * Self.minute)
    let run = try room.sit(created, 0)
    #expect(run.remaining == 50 * Self.minute)
    room.test.clock.setWall(HandClock.noon)
    #expect(run.remaining == 50 * Self.minute)
    room.test.clock.advance(20 * Self.minute)
    #expect(run.remaining == 30 * Self.minute)
  }

  @Test func `after the deadline nothing is taken, and the paper is handed in as it stands`() throws
  {
    let created = try room.create(extraMinutes: ["小王": 15])
    try room.holding.open(created.exam, key: created.openingCode)
    let lin = try room.sit(created, 0)
    let wang = try room.sit(created, 1, terminal: "tty2")
    try ExamRoom.answerAll(lin, rightly: true, places: 0..<3)
    room.test.clock.advance(60 * Self.minute)
    #expect(throws: ExamFailure.timeIsOver) { try lin.answer(.truth(true), line: 5) }
    #expect(wang.remaining == 15 * Self.minute)
    try ExamRoom.answerAll(wang, rightly: true)
    try lin.timeOut()
    #expect(lin.state.end?.reason == .deadline && lin.state.responses.count == 3)
    #expect(throws: ExamFailure.hasEnded) { try lin.answer(.truth(true), line: 5) }
    try wang.submit()
    try room.holding.end(created.exam)
    let list = try ListResults(room.data, actor: room.administrator).list(created.exam)
    #expect(list.lines.map { $0.grade?.score.hundredths } == [6000, 10_000, nil])
  }

  @Test func `who comes late, too early, to another wave or with another's ticket is told so`()
    throws
  {
    let created = try room.create(["一", "二", "三", "四"], seats: 3)
    #expect(created.waves == 2)
    try room.holding.open(created.exam, key: created.openingCode)
    #expect(throws: ExamFailure.otherWave(2)) { try room.sit(created, 3) }
    let ticket = created.tickets[0]
    for (number, code) in [("1001", created.tickets[1].code), ("9999", ticket.code), ("1001", "")] {
      #expect(throws: ExamFailure.wrongTicket) {
        try SitExam(room.data, number: number, ticket: code, terminal: "t")
      }
      room.test.clock.advance(2000)
    }
    room.test.clock.advance(30 * Self.minute + 1)
    #expect(throws: ExamFailure.tooLate(minutes: 30)) { try room.sit(created, 0) }
    #expect(throws: ExamFailure.waveOpen(1)) { try room.holding.open(created.exam, wave: 2) }
    #expect(throws: ExamFailure.notOver) { try room.holding.publish(created.exam) }
    #expect(throws: ExamFailure.notOver) {
      try ListResults(room.data, actor: room.administrator).list(created.exam)
    }
    try room.holding.end(created.exam)
    // The second wave needs no code any more, and its papers are others.
    #expect(try room.holding.open(created.exam) == 2)
    #expect(throws: ExamFailure.waveWasOpened(1)) {
      try room.holding.end(created.exam)
      try room.holding.open(created.exam, wave: 1)
    }
  }

  @Test func `papers cannot be handed in before the rules allow it`() throws {
    let created = try room.create(blueprint: ExamRoom.blueprint(earliestLeaving: 30))
    try room.holding.open(created.exam, key: created.openingCode)
    let run = try room.sit(created, 0)
    room.test.clock.advance(20 * Self.minute)
    #expect(throws: ExamFailure.tooEarly(10 * Self.minute)) { try run.submit() }
    room.test.clock.advance(10 * Self.minute)
    try run.submit()
    #expect(run.state.end?.reason == .submitted)
  }

  @Test func `marks and answers that are taken back are kept as such`() throws {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    let run = try room.sit(created, 0)
    try ExamRoom.answerAll(run, rightly: true, places: 0..<2)
    try run.answer(.blank, line: run.line(at: 0))
    try run.mark(true, line: run.line(at: 1))
    #expect(run.sheet.map(\.isAnswered) == [false, true, false, false, false, false])
    #expect(run.sheet.map(\.isMarked) == [false, true, false, false, false, false])
    let stored = SittingState(try room.data.sittings.events(of: run.candidate.id))
    #expect(stored == run.state)
  }

  static let roles: [Role?] = [nil, .learner, .trainer, .invigilator]

  @Test(arguments: roles)
  func `whoever lacks the role makes, holds and publishes nothing`(role: Role?) throws {
    let created = try room.create()
    let actor = Actor(account: AccountID(9), role: role)
    #expect(throws: Authorisation.Refusal.self) {
      try CreateExam(room.data, actor: actor).create(
        CreateExam.Request(
          blueprint: ExamRoom.blueprint(), code: "other", entrants: [.init(name: "某")],
          room: SeatPlan(seats: 1), seed: 1))
    }
    #expect(throws: Authorisation.Refusal.self) {
      try HoldExam(room.data, actor: actor).publish(created.exam)
    }
    if role != .invigilator {
      #expect(throws: Authorisation.Refusal.self) {
        try HoldExam(room.data, actor: actor).open(created.exam, key: created.openingCode)
      }
    }
    #expect(try room.data.exams.state(of: created.exam.id).waves.isEmpty)
  }

  @Test func `an exam that cannot be made leaves nothing behind`() throws {
    var blueprint = ExamRoom.blueprint()
    blueprint.sections[0].content = .questions(.single, count: 40)
    #expect(throws: ExamFailure.self) { try room.create(blueprint: blueprint) }
    #expect(throws: ExamFailure.codeUnusable("a b")) { try room.create(code: "a b") }
    #expect(throws: ExamFailure.noCandidates) { try room.create([]) }
    #expect(try room.data.exams.exams().isEmpty)
    #expect(try room.data.evidence.head() == nil)
    _ = try room.create()
    #expect(throws: ExamFailure.codeTaken("exam-1")) { try room.create() }
  }
}
