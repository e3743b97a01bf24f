import Exams
import Learning
import Questions
import Storage
import TestKit
import Testing
import Workflows

/// The whole day is tried before it comes: nothing of it counts, and nothing of the exam is seen.
@Suite struct RehearsalTests {
  let room: ExamRoom
  private var data: MingfaData { room.data }
  private var rehearsing: RehearseExam { RehearseExam(data, actor: room.administrator) }

  init() throws { room = try ExamRoom() }

  private static func blueprint(_ singles: Int, _ truths: Int) -> Blueprint {
    var blueprint = ExamRoom.blueprint()
    for (place, (kind, count)) in [(QuestionKind.single, singles), (.trueFalse, truths)]
      .enumerated()
    { blueprint.sections[place].content = .questions(kind, count: count) }
    return blueprint
  }

  private func rehearse(_ seats: Int = 3) throws -> CreateExam.Created {
    try rehearsing.begin(.blueprint(ExamRoom.blueprint(), seats: seats), seed: 3)
  }

  /// Sits all waves, everybody answering rightly.
  private func hold(_ created: CreateExam.Created, from wave: Int = 1) throws {
    for number in wave...created.waves {
      if number > 1 { try room.holding.open(created.exam) }
      for place in created.tickets.indices where created.tickets[place].seat.wave == number {
        let run = try room.sit(created, place, terminal: "tty\(place)")
        try ExamRoom.answerAll(run, rightly: true)
        try run.submit()
      }
      try room.holding.end(created.exam)
    }
    try room.holding.publish(created.exam)
  }

  @Test(arguments: [1, 3, 12, 120])
  func `one act makes a marked exam of invented people and opens it`(seats: Int) throws {
    let created = try rehearse(seats)
    #expect(created.exam.isRehearsal && created.exam.code == "rehearsal-20261124")
    #expect(created.exam.shownTitle.zh == "[演练] 本镇学法考试")
    #expect(created.exam.shownTitle.en == "[REHEARSAL] 本镇学法考试")
    #expect(created.tickets.count == seats && created.waves == 1)
    #expect(created.tickets[0].name == "演练01")
    #expect(try FindExam(data).sittingNow().exam.id == created.exam.id)
    let run = try room.sit(created, seats - 1)
    #expect(run.candidate.name == created.tickets[seats - 1].name)
  }

  @Test(arguments: [0, -1, 1001]) func `seats have limits`(seats: Int) throws {
    #expect(throws: ExamFailure.roomUnusable) { try rehearse(seats) }
    #expect(try data.exams.exams().isEmpty)
  }

  @Test(arguments: [true, false])
  func `the same waves, seats and extra time as the exam, and none of its questions`(
    hides: Bool
  ) throws {
    let made = try CreateExam(data, actor: room.administrator).create(
      CreateExam.Request(
        blueprint: ExamRoom.blueprint(), code: "exam-1",
        entrants: (1...5).map {
          CreateExam.Entrant(name: "考生\($0)", extraMinutes: $0 == 4 ? 15 : 0)
        }, room: SeatPlan(seats: 3, perRow: 3, formsPerWave: 2), seed: 7, hidesQuestions: hides))
    let asked = try data.exams.questions(of: made.exam.id)
    // Any six of 36 would hardly ever miss the 24 that the exam has.
    #expect(asked.count == 24)
    for seed in UInt64(1)...5 {
      let created = try rehearsing.begin(.exam(made.exam), seed: seed)
      #expect(try data.exams.questions(of: created.exam.id).isDisjoint(with: asked))
      #expect(created.waves == 2)
      let (theirs, ours) = (
        try data.exams.candidates(of: made.exam.id), try data.exams.candidates(of: created.exam.id)
      )
      #expect(ours.map(\.seat.wave) == theirs.map(\.seat.wave))
      #expect(ours.map(\.seat.number) == theirs.map(\.seat.number))
      // Neighbours have different forms here as there.
      #expect(ours.map(\.seat.form) == theirs.map { $0.seat.form % 2 })
      #expect(ours.map(\.extraMinutes) == [0, 0, 0, 15, 0])
      #expect(ours.map(\.name) == ["演练01", "演练02", "演练03", "演练04", "演练05"])
      #expect(created.exam.title == made.exam.title && created.exam.code != made.exam.code)
      try hold(created)
    }
    #expect(try data.exams.questions(of: made.exam.id) == asked)
    #expect(try data.held.questions() == (hides ? asked : []))
  }

  @Test func `a rehearsal by a blueprint asks nothing that another exam holds back`() throws {
    _ = try room.create(blueprint: Self.blueprint(8, 4))
    let held = try data.held.questions()
    #expect(held.count == 24)
    let created = try rehearse()
    #expect(try data.exams.questions(of: created.exam.id).isDisjoint(with: held))
  }

  @Test func `where the rest does not make two forms, everybody has the same one`() throws {
    let made = try room.create(blueprint: Self.blueprint(8, 4))
    let created = try rehearsing.begin(.exam(made.exam), seed: 1)
    #expect(created.sheet.forms.count == 1)
    #expect(Set(try data.exams.candidates(of: created.exam.id).map(\.seat.form)) == [0])
    try hold(created)
  }

  @Test func `where it makes none, what lacks is told and nothing is made`() throws {
    let made = try room.create(blueprint: Self.blueprint(10, 5))
    let entries = try data.evidence.head()?.count
    #expect {
      try rehearsing.begin(.exam(made.exam), seed: 1)
    } throws: {
      guard case ExamFailure.rehearsalLacks(let obstacles) = $0 else { return false }
      return !obstacles.isEmpty
    }
    #expect(try data.exams.exams().map(\.code) == ["exam-1"])
    #expect(try data.evidence.head()?.count == entries)
  }

  @Test func `none is begun or opened while an exam sits`() throws {
    let early = try rehearse()
    try room.holding.end(early.exam)
    let waves = try room.create(["甲", "乙", "丙", "丁"])
    let later = try rehearsing.begin(.exam(waves.exam), seed: 1)
    try room.holding.end(later.exam)
    try room.holding.open(waves.exam, key: waves.openingCode)
    #expect(throws: ExamFailure.examSits("exam-1")) { try rehearse() }
    #expect(throws: ExamFailure.examSits("exam-1")) { try room.holding.open(later.exam) }
    try room.holding.end(waves.exam)
    #expect(try room.holding.open(later.exam) == 2)
  }

  @Test func `a second one waits for the end of the first`() throws {
    let first = try rehearse()
    #expect(throws: ExamFailure.rehearsalOpen("rehearsal-20261124")) { try rehearse() }
    try room.holding.end(first.exam)
    #expect(try rehearse().exam.code == "rehearsal-20261124-2")
  }

  @Test func `one that was forgotten open stands in nobody's way`() throws {
    let made = try room.create()
    let forgotten = try rehearse()
    // Without a code the exam is meant, not the newer rehearsal.
    #expect(try FindExam(data).exam(nil).code == "exam-1")
    try room.holding.open(made.exam, key: made.openingCode)
    #expect(try FindExam(data).sittingNow().exam.code == "exam-1")
    #expect(try FindExam(data).exam(heldNow: nil).code == "exam-1")
    let ticket = made.tickets[0]
    let run = try SitExam(data, number: ticket.number, ticket: ticket.code, terminal: "tty1")
    try ExamRoom.answerAll(run, rightly: true)
    try run.submit()
    try room.holding.end(forgotten.exam)
    try room.holding.end(made.exam)
    #expect(try FindExam(data).exam(heldNow: nil).code == "exam-1")
  }

  @Test func `nothing of it counts anywhere`() throws {
    let rates = BuildExamRates(data, actor: room.administrator)
    let made = try room.create(blueprint: ExamRoom.blueprint())
    try room.holding.open(made.exam, key: made.openingCode)
    let run = try room.sit(made, 0)
    try ExamRoom.answerAll(run, rightly: true)
    try run.submit()
    try room.holding.end(made.exam)
    try room.holding.publish(made.exam)
    let (before, uses) = (try rates.report(), try data.exams.uses())
    let lines = try data.attendance.lines()
    #expect(lines.count == 3 && uses.count == 12)
    try hold(try rehearsing.begin(.exam(made.exam), seed: 2))
    try hold(try rehearse())
    #expect(try rates.report() == before)
    #expect(try data.exams.uses() == uses)
    #expect(try data.attendance.lines() == lines)
    #expect(try data.held.questions().isEmpty)
    #expect(
      try VerifyEvidence(data, actor: room.administrator).verify().isClean)
  }

  @Test func `its people are the same few each time, in no unit`() throws {
    try hold(try rehearse(3))
    let first = Set(try data.exams.candidates(of: data.exams.exams()[0].id).map(\.person))
    try hold(try rehearse(4))
    let second = Set(try data.exams.candidates(of: data.exams.exams()[0].id).map(\.person))
    #expect(first.isSubset(of: second) && second.count == 4)
    #expect(try data.learners.units().isEmpty)
    #expect(try data.learners.learners().isEmpty)
  }
}
