import Exams
import Learning
import Storage
import TestKit
import Testing
import Workflows

/// An exam that will not be held is called off, on the record.
@Suite struct CancelledExamTests {
  let room: ExamRoom
  let created: CreateExam.Created
  private var data: MingfaData { room.data }

  init() throws {
    room = try ExamRoom()
    created = try room.create()
  }

  private func cancel(_ reason: String = "台风") throws {
    try room.holding.cancel(created.exam, reason: reason)
  }

  private func findings() throws -> [AuditFinding] {
    try VerifyEvidence(data, actor: room.administrator).verify().audit.findings
  }

  @Test func `its questions are back in practice, and it counts nowhere`() throws {
    let learner = try room.test.learner("小林")
    func asked() throws -> Int {
      try room.test.begin(.sequential, by: learner).turn().card?.total ?? 0
    }
    #expect(try data.held.questions().count == 12)
    #expect(try data.exams.uses().count == 12)
    #expect(try asked() == 24)
    try cancel()
    #expect(try data.held.questions().isEmpty)
    #expect(try asked() == 36)
    #expect(try data.exams.uses().isEmpty)
    #expect(try data.attendance.lines().isEmpty)
    let notes = try BuildExamRates(data, actor: room.administrator).report().notes
    #expect(!notes.map(\.zh).contains { $0.contains("还没有公布") }, "\(notes.map(\.zh))")
    let state = try data.exams.state(of: created.exam.id)
    #expect(state.cancelled?.reason == "台风")
    #expect(try findings().isEmpty)
  }

  @Test(arguments: [true, false])
  func `it is opened, ended, published, listed and cancelled no more`(wasOpened: Bool) throws {
    if wasOpened { try room.holding.open(created.exam, key: created.openingCode) }
    try cancel()
    let exam = created.exam
    let gone = ExamFailure.isCancelled("exam-1")
    #expect(throws: gone) { try room.holding.open(exam, key: created.openingCode) }
    #expect(throws: gone) { try room.holding.end(exam) }
    #expect(throws: gone) { try room.holding.publish(exam) }
    #expect(throws: gone) { try cancel() }
    #expect(throws: gone) { try ListResults(data, actor: room.administrator).list(exam) }
    #expect(throws: ExamFailure.nothingOpen) { try room.sit(created, 0) }
    #expect(throws: ExamFailure.nothingOpen) { try FindExam(data).sittingNow() }
    #expect(
      try PreflightExam(data, actor: room.administrator).facts(about: exam)
        .contains(.isCancelled(code: "exam-1")))
    let listed = try ListExams(data, actor: room.administrator).all()
    #expect(listed.map(\.stage) == [.cancelled])
    #expect(try data.exams.state(of: exam.id).openWave == nil)
    #expect(try findings().isEmpty)
  }

  @Test func `once a candidate has begun it is ended and published instead`() throws {
    try room.holding.open(created.exam, key: created.openingCode)
    _ = try room.sit(created, 0)
    let count = try data.evidence.head()?.count
    #expect(throws: ExamFailure.wasHeld("exam-1")) { try cancel() }
    #expect(try data.evidence.head()?.count == count)
    #expect(try !data.held.questions().isEmpty)
    try room.holding.end(created.exam)
    #expect(throws: ExamFailure.wasHeld("exam-1")) { try cancel() }
    try room.holding.publish(created.exam)
    #expect(throws: ExamFailure.isPublished) { try cancel() }
  }

  @Test(arguments: ["", "  \t"]) func `it takes a reason`(reason: String) throws {
    #expect(throws: ExamFailure.reasonMissing) { try cancel(reason) }
    #expect(try data.exams.state(of: created.exam.id).cancelled == nil)
  }

  @Test func `who was let in a moment before begins nothing`() throws {
    try room.holding.open(created.exam, key: created.openingCode)
    let candidate = try data.exams.candidates(of: created.exam.id)[0]
    try cancel()
    var state = SittingState()
    #expect(throws: SittingStore.Stale.self) {
      try data.sittings.append(
        .began(terminal: "tty1"), to: &state, candidate: candidate, at: room.test.clock.now(),
        allows: { _ in true })
    }
    #expect(try findings().isEmpty)
  }

  @Test func `a wave ends only when all of its papers are in, and nobody begins after`() throws {
    try room.holding.open(created.exam, key: created.openingCode)
    _ = try room.sit(created, 0)
    let now = room.test.clock.now()
    func end() throws -> Bool {
      try data.exams.record(.ended(wave: 1), of: created.exam.id, at: now, by: 1) {
        ($0.sitting[1] ?? 0) == 0
      }
    }
    #expect(try !end())
    #expect(try data.exams.state(of: created.exam.id).openWave == 1)
    #expect(try room.holding.end(created.exam).taken == 1)
    let candidate = try data.exams.candidates(of: created.exam.id)[1]
    var state = SittingState()
    #expect(throws: SittingStore.Stale.self) {
      try data.sittings.append(
        .began(terminal: "tty2"), to: &state, candidate: candidate, at: now, allows: { _ in true })
    }
  }

  @Test func `another exam is meant where none is named`() throws {
    let second = try room.create(["小李"], code: "exam-2")
    #expect(try FindExam(data).exam(nil).code == "exam-2")
    try room.holding.cancel(second.exam, reason: "改期")
    #expect(try FindExam(data).exam(nil).code == "exam-1")
    try cancel()
    // Where all are cancelled the newest is told about.
    #expect(try FindExam(data).exam(nil).code == "exam-2")
  }

  /// Entries that only somebody with other means than the program can write.
  @Test(arguments: ["opened", "published", "closed", "began", "cancelled"])
  func `what comes after it in the log is found`(kind: String) throws {
    try cancel()
    let isOfCandidate = kind == "began"
    let payload = [
      "opened": "{\"wave\":1}", "closed": "{\"wave\":1}", "began": "{\"terminal\":\"t\"}",
    ]
    let candidate = try data.exams.candidates(of: created.exam.id)[0].id
    try data.evidence.append([
      EvidenceEntry.Act(
        kind: kind, exam: created.exam.id, candidate: isOfCandidate ? candidate : 0,
        payload: payload[kind] ?? "{\"reason\":\"x\"}", moment: room.test.clock.now(), account: 1)
    ])
    let place = AuditFinding.Place(
      sequence: try data.evidence.head()?.count ?? 0, kind: kind, exam: "exam-1",
      number: isOfCandidate ? "1001" : nil)
    #expect(
      try findings().contains(kind == "cancelled" ? .repeated(place) : .afterCancelling(place)))
  }

  @Test(arguments: [false, true])
  func `a cancellation of what was held is found`(isPublished: Bool) throws {
    try room.holding.open(created.exam, key: created.openingCode)
    try room.sit(created, 0).submit()
    try room.holding.end(created.exam)
    if isPublished { try room.holding.publish(created.exam) }
    #expect(try findings().isEmpty)
    try data.evidence.append([
      EvidenceEntry.Act(
        kind: "cancelled", exam: created.exam.id, payload: "{\"reason\":\"x\"}",
        moment: room.test.clock.now(), account: 1)
    ])
    let found = try findings()
    #expect(found.count == 1)
    guard case .cancelledTooLate? = found.first else {
      Issue.record("\(found)")
      return
    }
  }
}
