import Exams
import Foundation
import Learning
import People
import Questions
import Reports
import Storage
import TestKit
import Testing
import Text
import Workflows

/// What invigilators see and do on the day, and what is printed afterwards.
@Suite struct ExamDayTests {
  let room: ExamRoom
  private static let minute: Int64 = 60_000

  init() throws { room = try ExamRoom() }

  private var watch: WatchExam { WatchExam(room.data, actor: room.administrator) }
  private var record: BuildExamRecord { BuildExamRecord(room.data, actor: room.administrator) }

  private func text(_ sheet: PrintedSheet, in language: Language = .chinese) -> String {
    PrintedSheetText.lines(of: sheet, in: language, width: 200, plain: false)
      .joined(separator: "\n")
  }

  @Test func `the room shows who is absent, answering, released and finished, and writes nothing`()
    throws
  {
    let created = try room.create(["一", "二", "三", "四"], seats: 4)
    #expect(throws: ExamFailure.nothingOpen) { try watch.room(created.exam) }
    try room.holding.open(created.exam, key: created.openingCode)
    let first = try room.sit(created, 0)
    try ExamRoom.answerAll(first, rightly: true, places: 0..<2)
    let second = try room.sit(created, 1, terminal: "tty2")
    try second.submit()
    _ = try room.sit(created, 2, terminal: "tty3")
    try room.holding.release("1003", of: created.exam, reason: "死机")
    let before = try room.data.evidence.head()
    let seen = try watch.room(created.exam)
    #expect(seen.lines.map(\.presence) == [.answering, .finished, .released, .absent])
    #expect(seen.lines.map(\.answered) == [2, 0, 0, 0])
    let hour: Int64? = 60 * Self.minute
    #expect(seen.lines.map(\.remaining) == [hour, nil, hour, hour])
    #expect(seen.lines.map(\.needs) == [[], [], [.released], []])
    #expect(seen.questions == 6)
    #expect(try room.data.evidence.head() == before)
  }

  @Test(arguments: [(9, false), (10, true)])
  func `a terminal is silent after ten minutes without an event`(minutes: Int64, isSilent: Bool)
    throws
  {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    _ = try room.sit(created, 0)
    room.test.clock.advance(minutes * Self.minute)
    let needs = try watch.room(created.exam).lines[0].needs
    #expect(needs == (isSilent ? [.silent(minutes * Self.minute)] : []))
    #expect(try watch.room(created.exam, patience: 20).lines[0].needs == [])
  }

  @Test func `time that was lost is shown until it is given back, and so is who came late`() throws
  {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    room.test.clock.advance(6 * Self.minute)
    _ = try room.sit(created, 0)
    room.test.clock.reboot(after: 7 * Self.minute)
    try room.holding.release("1001", of: created.exam, reason: "停电")
    _ = try room.sit(created, 0, terminal: "tty9")
    func needs() throws -> [WatchExam.Need] { try watch.room(created.exam).lines[0].needs }
    // The gap reaches from the candidate's last event, not from the release.
    #expect(try needs() == [.lost(7 * Self.minute), .late(6 * Self.minute)])
    try room.holding.give(minutes: 2, toAllOf: created.exam, reason: "停电")
    #expect(try needs() == [.lost(5 * Self.minute), .late(6 * Self.minute)])
    try room.holding.give(minutes: 10, to: "1001", of: created.exam, reason: "停电")
    #expect(try needs() == [.late(6 * Self.minute)])
    #expect(SittingState(try room.data.sittings.events(of: 1)).lost(at: room.test.clock.now()) == 0)
  }

  @Test func `extra time before the start reaches the deadline and adds to the roster's`() throws {
    let created = try room.create(extraMinutes: ["小王": 15])
    try room.holding.extend(minutes: 20, for: "1001", of: created.exam, reason: "视力")
    try room.holding.extend(minutes: 5, for: "1002", of: created.exam, reason: "手伤")
    try room.holding.open(created.exam, key: created.openingCode)
    #expect(try room.sit(created, 0).remaining == 80 * Self.minute)
    #expect(try room.sit(created, 1, terminal: "tty2").remaining == 80 * Self.minute)
    #expect(try room.sit(created, 2, terminal: "tty3").remaining == 60 * Self.minute)
    #expect(throws: ExamFailure.hasBegun("1001")) {
      try room.holding.extend(minutes: 5, for: "1001", of: created.exam, reason: "再加")
    }
    #expect(throws: ExamFailure.noSuchCandidate("9")) {
      try room.holding.extend(minutes: 5, for: "9", of: created.exam, reason: "x")
    }
    #expect(throws: ExamFailure.minutesUnusable(0)) {
      try room.holding.extend(minutes: 0, for: "1003", of: created.exam, reason: "x")
    }
    #expect(throws: ExamFailure.reasonMissing) {
      try room.holding.extend(minutes: 5, for: "1003", of: created.exam, reason: " ")
    }
    try room.holding.end(created.exam)
    #expect(throws: ExamFailure.hasBegun("1003")) {
      try room.holding.extend(minutes: 5, for: "1003", of: created.exam, reason: "x")
    }
  }

  @Test func `who was granted extra time and stayed away is absent`() throws {
    let created = try room.create()
    try room.holding.extend(minutes: 20, for: "1001", of: created.exam, reason: "视力")
    try room.holding.open(created.exam, key: created.openingCode)
    #expect(try watch.room(created.exam).lines[0].presence == .absent)
    #expect(try room.holding.end(created.exam).taken == 0)
    let list = try ListResults(room.data, actor: room.administrator).list(created.exam)
    #expect(list.lines.map(\.outcome) == [.absent, .absent, .absent])
  }

  @Test func `a new code replaces the old one, and the record holds neither`() throws {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    let ticket = try room.holding.reissue("1001", of: created.exam)
    #expect(throws: ExamFailure.wrongTicket) { try room.sit(created, 0) }
    room.test.clock.advance(1000)
    _ = try SitExam(
      room.data, exam: created.exam.code, number: "1001", ticket: ticket.code, terminal: "t")
    let entries = try room.data.evidence.entries()
    #expect(entries.filter { $0.act.kind == "ticket" }.map(\.act.payload) == ["{}"])
    #expect(!entries.contains { $0.act.payload.contains(ticket.code) })
    #expect(throws: ExamFailure.noSuchCandidate("77")) {
      try room.holding.reissue("77", of: created.exam)
    }
  }

  /// Two papers: one of full marks with a gap, one that was taken in; one candidate is absent.
  private func held() throws -> CreateExam.Created {
    let created = try room.create(extraMinutes: ["小王": 15])
    try room.holding.open(created.exam, key: created.openingCode)
    let first = try room.sit(created, 0)
    try ExamRoom.answerAll(first, rightly: true, places: 0..<3)
    room.test.clock.advance(2 * Self.minute)
    try room.holding.release("1001", of: created.exam, reason: "死机")
    room.test.clock.advance(3 * Self.minute)
    let again = try room.sit(created, 0, terminal: "tty5")
    try room.holding.give(minutes: 3, to: "1001", of: created.exam, reason: "换机")
    try ExamRoom.answerAll(again, rightly: true, places: 3..<6)
    try again.submit()
    let second = try room.sit(created, 1, terminal: "tty2")
    try ExamRoom.answerAll(second, rightly: false, places: 0..<1)
    try room.holding.note("停电三分钟", witness: "李主任", of: created.exam)
    _ = try room.holding.reissue("1003", of: created.exam)
    try room.holding.end(created.exam)
    return created
  }

  @Test func `the record names waves, absent ones, incidents, releases, time, papers and the head`()
    throws
  {
    let created = try held()
    let head = try #require(try room.data.evidence.head())
    let sheet = try record.record(of: created.exam)
    let words = text(sheet)
    for expected in [
      "考场情况记录", "exam-1", "收卷：2 份", head.code, "第 1 场", "应考 3，实考 2，缺考 1（1003）",
      "自己交卷 1，到时自动交卷 0，收卷 1", "停电三分钟", "李主任", "放行", "死机", "补时 3 分钟", "换机", "补发准考证",
      "3 分 0 秒", "监考员 ____",
    ] { #expect(words.contains(expected), "\(expected)\n\(words)") }
    let page = PrintedSheetHTML.text(of: sheet, in: .english)
    for expected in [
      "3 expected, 2 present, 1 absent (1003)", head.code, "class=\"signature\"", "released",
      "<span lang=\"zh-CN\">停电三分钟</span>",
    ] { #expect(page.contains(expected), "\(expected)") }
    // Reading leaves no trace.
    #expect(try room.data.evidence.head() == head)
  }

  private func slip(
    _ number: String, _ exam: StoredExam, _ reader: BuildSlip.Reader? = nil
  ) throws -> PrintedSheet {
    try BuildSlip(room.data).slip(number, of: exam, for: reader ?? .staff(room.administrator))
  }

  @Test func `no slip is shown before publication, to nobody`() throws {
    let created = try held()
    #expect(throws: ExamFailure.notPublished) { try slip("1001", created.exam) }
    #expect(throws: ExamFailure.notPublished) {
      try slip("1001", created.exam, .candidate(ticket: created.tickets[0].code))
    }
  }

  @Test func `a slip shows the paper in this candidate's order with answers, keys and marks`()
    throws
  {
    let created = try held()
    try room.holding.publish(created.exam)
    let ticket = created.tickets[0].code
    let sheet = try slip("1001", created.exam, .candidate(ticket: ticket))
    #expect(try slip("1001", created.exam) == sheet)
    let candidate = try #require(try room.data.exams.candidate("1001", of: created.exam.id))
    let paper = try FindExam(room.data).paper(candidate.seat.form, of: created.exam)
    let order = PaperOrder(of: paper, seed: candidate.seed, rules: Blueprint.FormRules())
    let items = sheet.blocks.flatMap { block -> [PrintedSheet.Item] in
      if case .items(let items) = block { items } else { [] }
    }
    #expect(items.count == 6)
    for (place, line) in order.lines.enumerated() {
      let question = paper.lines[line].question.question
      #expect(items[place].stem == "\(place + 1). \(question.stem)")
      let texts = order.options[line].map { id in question.options.first { $0.id == id }?.text }
      #expect(items[place].options.map { String($0.dropFirst(3)) } == texts.compactMap(\.self))
      // All were answered rightly: the answer is the key.
      #expect(items[place].facts[0].value == items[place].facts[1].value)
    }
    let words = text(sheet)
    let receipt = try #require(try room.data.evidence.receipt(of: candidate.id)?.code)
    for expected in ["小林", "100 分，满分 100，60 分合格", "合格", "补时：3 分钟", receipt] {
      #expect(words.contains(expected), "\(expected)\n\(words)")
    }
    let wrong = text(try slip("1002", created.exam))
    for expected in ["准予延时：15 分钟", "不合格", "未答"] { #expect(wrong.contains(expected), "\(wrong)") }
    #expect(text(try slip("1003", created.exam), in: .english).contains("Absent"))
    #expect(
      PrintedSheetHTML.text(of: sheet, in: .chinese).contains(
        "<p class=\"outcome\">得分：20（满分 20）</p>"))
  }

  @Test func `a slip is for the holder of the ticket and for staff whose role allows it`() throws {
    let created = try held()
    try room.holding.publish(created.exam)
    for (number, code) in [
      ("1001", created.tickets[1].code), ("9", created.tickets[0].code), ("1001", ""),
    ] {
      #expect(throws: ExamFailure.wrongTicket) {
        try slip(number, created.exam, .candidate(ticket: code))
      }
      room.test.clock.advance(2000)
    }
    for role in [Role.learner, .invigilator] {
      #expect(throws: Authorisation.Refusal.self) {
        try slip("1001", created.exam, .staff(Actor(account: AccountID(9), role: role)))
      }
    }
    #expect(throws: ExamFailure.noSuchCandidate("9")) { try slip("9", created.exam) }
  }

  @Test(arguments: [nil, Role.learner, .trainer])
  func `whoever does not hold exams watches, checks and changes nothing`(role: Role?) throws {
    let created = try room.create()
    let actor = Actor(account: AccountID(9), role: role)
    let holding = HoldExam(room.data, actor: actor)
    let before = try room.data.evidence.head()
    for act: () throws -> Void in [
      { _ = try WatchExam(room.data, actor: actor).room(created.exam) },
      { _ = try PreflightExam(room.data, actor: actor).facts(about: created.exam) },
      { _ = try BuildExamRecord(room.data, actor: actor).record(of: created.exam) },
      { _ = try holding.reissue("1001", of: created.exam) },
      { try holding.extend(minutes: 5, for: "1001", of: created.exam, reason: "x") },
    ] { #expect(throws: Authorisation.Refusal.self) { try act() } }
    #expect(try room.data.evidence.head() == before)
  }
}
