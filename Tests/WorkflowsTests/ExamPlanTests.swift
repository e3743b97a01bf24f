import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Text
import Workflows

/// Exam plans from adding to the exam day: what may be planned, and what a day then brings.
@Suite struct ExamPlanTests {
  let test: TestData
  let learner: Learner
  var edit: EditPlans { EditPlans(test.data, actor: test.actor) }

  /// Banks of forty questions and a case, of ten, and an emptied one; today is 2026-11-24.
  init() throws {
    test = try TestData()
    var items = SampleBank.items(try (1...40).map { try SampleBank.truth("A\($0)") })
    items.insert(try SampleBank.caseItem("C", questions: 3), at: 4)
    try test.load(SampleBank.bank(items, id: "big"))
    try test.load(
      SampleBank.bank(
        SampleBank.items(try (1...10).map { try SampleBank.truth("B\($0)") }), id: "small"))
    let gone = try SampleBank.bank(SampleBank.items([SampleBank.truth("G1")]), id: "gone")
    try test.load(gone)
    try test.load(
      SampleBank.bank([], id: "gone", version: "2", chapter: nil), retireMissing: true)
    learner = try test.learner()
  }

  @discardableResult
  private func add(
    _ date: String = "2026-12-24", _ banks: [String] = ["big"], minutes: Int = 20,
    title: String? = nil
  ) throws -> ExamPlan {
    try edit.add(
      .init(date: date, banks: banks, minutes: minutes, title: title), for: learner,
      language: .chinese)
  }

  private func statuses() throws -> [PlanStatus] {
    try FollowPlans(test.data).statuses(of: learner, for: test.actor)
  }

  /// The codes of a sitting of today, each answered after so many seconds.
  private func sitting(
    seconds: Int64 = 40, wrong: Set<String> = [], banks: [String] = []
  ) throws -> [String] {
    let run = try test.begin(.today, by: learner, banks: banks)
    var codes: [String] = []
    while let card = try run.turn().card {
      codes.append(card.question.code.text)
      test.clock.advance(seconds * 1000)
      _ = try run.answer(card.question.response(right: !wrong.contains(codes[codes.count - 1])))
    }
    return codes
  }

  private func nextDay(_ days: Int64 = 1) { test.clock.advance(days * 86_400_000) }

  // MARK: Making and dropping

  @Test func `a plan has a number for ever, the nearer exam comes first`() throws {
    let first = try add("2026-12-24", title: " 公共法律知识 ")
    let second = try add("2026-12-01", ["small", "big", "small"], minutes: 600)
    #expect(first.title == "公共法律知识")
    #expect(second.title == "题库 small")
    #expect(second.banks == first.banks + [first.banks[0] + 1])
    #expect(try statuses().map(\.plan) == [second, first])
    #expect(try statuses().map(\.daysLeft) == [7, 30])
    #expect(try edit.drop(1, of: learner) == first)
    let third = try add("2026-12-31")
    #expect(third.number == 3)
    #expect(try statuses().map(\.plan.number) == [2, 3])
  }

  @Test(arguments: ["2026-12-31", "2026/12/31", "2026.12.31", "2026年12月31日", " 2026-12-31 "])
  func `a date is read as people write it`(text: String) throws {
    #expect(CivilDay(try add(text).examDay).iso == "2026-12-31")
  }

  @Test(
    arguments: [
      ("2026-11-24", ["big"], 20, nil, PlanFailure.notAhead("2026-11-24", today: "2026-11-24")),
      ("2026-10-24", ["big"], 20, nil, .notAhead("2026-10-24", today: "2026-11-24")),
      ("2028-11-24", ["big"], 20, nil, .tooFar("2028-11-24", furthest: "2028-11-23")),
      ("2026-02-30", ["big"], 20, nil, .dateUnreadable("2026-02-30")),
      ("下个月", ["big"], 20, nil, .dateUnreadable("下个月")),
      ("12-31", ["big"], 20, nil, .dateUnreadable("12-31")),
      ("2026-12-31-1", ["big"], 20, nil, .dateUnreadable("2026-12-31-1")),
      ("", ["big"], 20, nil, .dateUnreadable("")),
      ("2026-12-24", ["big"], 0, nil, .minutesOutOfRange(0)),
      ("2026-12-24", ["big"], 601, nil, .minutesOutOfRange(601)),
      ("2026-12-24", ["big"], -20, nil, .minutesOutOfRange(-20)),
      ("2026-12-24", ["big"], 20, " ", .titleUnusable(" ")),
      ("2026-12-24", ["big"], 20, "a\u{1B}[31m", .titleUnusable("a\u{1B}[31m")),
      ("2026-12-24", ["big", "gone"], 20, nil, .bankEmpty("题库 gone")),
    ] as [(String, [String], Int, String?, PlanFailure)])
  func `what cannot be planned is refused, and nothing is kept`(
    date: String, banks: [String], minutes: Int, title: String?, failure: PlanFailure
  ) throws {
    #expect(throws: WorkflowFailure.plan(failure)) {
      try add(date, banks, minutes: minutes, title: title)
    }
    #expect(try statuses().isEmpty)
    #expect(failure.wording.zh != failure.wording.en)
  }

  @Test func `an unknown bank is refused`() throws {
    #expect(throws: WorkflowFailure.noSuchBank("nowhere", known: ["big", "small", "gone"])) {
      try add("2026-12-24", ["nowhere"])
    }
  }

  @Test func `a third plan is refused until one is dropped or over`() throws {
    try add("2026-11-26")
    try add("2026-12-24")
    let failure = WorkflowFailure.plan(.tooMany(numbers: [1, 2]))
    #expect(throws: failure) { try add("2026-12-31") }
    let other = try test.learner("小王")
    _ = try edit.add(.init(date: "2026-12-31"), for: other, language: .chinese)
    nextDay(2)
    try add("2026-12-31")
    #expect(throws: WorkflowFailure.plan(.tooMany(numbers: [2, 3]))) { try add("2027-01-01") }
    _ = try edit.drop(2, of: learner)
    try add("2027-01-01")
    #expect(try statuses().map(\.plan.number) == [1, 3, 4])
  }

  @Test func `two windows that add at once make no third plan`() throws {
    let today = try test.data.dayRule().day(of: test.clock.now().utc)
    let made = try (0..<3).map { offset in
      try test.data.plans.add(
        title: "计划", examDay: today + 10 + offset, minutes: 20, banks: [1], for: learner.id,
        today: today, now: test.clock.now().utc)
    }
    #expect(made.map { $0?.number } == [1, 2, nil])
  }

  @Test(arguments: [0, -1, 2, 99])
  func `only a plan of one's own can be dropped, and once`(number: Int) throws {
    let other = try test.learner("小王")
    _ = try edit.add(.init(date: "2026-12-31"), for: other, language: .chinese)
    _ = try edit.add(.init(date: "2026-12-30"), for: other, language: .chinese)
    try add()
    #expect(throws: WorkflowFailure.plan(.unknown(number, known: [1]))) {
      try edit.drop(number, of: learner)
    }
    _ = try edit.drop(1, of: learner)
    #expect(throws: WorkflowFailure.plan(.unknown(1, known: []))) {
      try edit.drop(1, of: learner)
    }
    #expect(try FollowPlans(test.data).statuses(of: other, for: test.actor).count == 2)
  }

  // MARK: A day under a plan

  @Test func `a sitting holds the minutes, asks planned banks only, and keeps cases together`()
    throws
  {
    try add(minutes: 4)
    // 240 seconds at the usual 40 for a new question: six, the case counting as three.
    let codes = try sitting()
    #expect(codes == ["A1", "A2", "A3", "A4", "C-1", "C-2", "C-3"])
  }

  @Test func `what was practised today counts, and the next day has its own minutes`() throws {
    try add(minutes: 4)
    #expect(try sitting().count == 7)
    #expect(try statuses()[0].practised == 7 * 40)
    #expect(throws: WorkflowFailure.plan(.done)) { try sitting() }
    nextDay()
    #expect(try statuses()[0].practised == 0)
    #expect(try !sitting().isEmpty)
  }

  @Test func `who is quick gets more within the minutes`() throws {
    try add(minutes: 4)
    let first = try sitting(seconds: 10)
    let second = try sitting(seconds: 10)
    #expect(first.count == 7)
    #expect(!second.isEmpty)
    #expect(Set(first).isDisjoint(with: second))
  }

  @Test func `practice of other kinds on planned banks counts as well`() throws {
    try add(minutes: 4)
    let run = try test.begin(.sequential, by: learner, banks: ["big"])
    for _ in 0..<6 {
      guard let card = try run.turn().card else { break }
      test.clock.advance(40_000)
      _ = try run.answer(card.question.response(right: true))
    }
    #expect(throws: WorkflowFailure.plan(.done)) { try sitting() }
  }

  @Test func `two plans come after each other, the nearer exam first`() throws {
    try add("2026-12-24", ["big"], minutes: 2)
    try add("2026-12-01", ["small"], minutes: 2)
    let codes = try sitting()
    #expect(codes.prefix(3).allSatisfy { $0.hasPrefix("B") })
    #expect(codes.dropFirst(3).allSatisfy { !$0.hasPrefix("B") })
    #expect(codes.count == 6)
  }

  @Test func `two plans on the same bank ask nothing twice`() throws {
    try add("2026-12-24", ["big"], minutes: 4)
    try add("2026-12-01", ["big", "small"], minutes: 4)
    let codes = try sitting()
    #expect(Set(codes).count == codes.count)
    // What the first has taken counts for the second, whose minutes it uses up in part.
    #expect((7...12).contains(codes.count))
  }

  @Test func `a day that was begun before the plans changed is put together anew`() throws {
    _ = try test.begin(.today, by: learner).turn()
    #expect(try Practise.open(of: learner.id, data: test.data).map(\.mode) == [.today])
    test.clock.advance(60_000)
    try add()
    #expect(try Practise.open(of: learner.id, data: test.data).isEmpty)
    _ = try test.begin(.today, by: learner).turn()
    #expect(try Practise.open(of: learner.id, data: test.data).count == 1)
    test.clock.advance(60_000)
    _ = try edit.drop(1, of: learner)
    #expect(try Practise.open(of: learner.id, data: test.data).isEmpty)
  }

  @Test func `named banks are practised as without plans`() throws {
    try add(minutes: 1)
    #expect(try sitting(banks: ["small"]).count == 10)
  }

  @Test func `a missed question comes again on the day while there are minutes`() throws {
    try add("2026-11-25", ["small"], minutes: 20)
    #expect(try sitting(seconds: 20, wrong: ["B3", "B5"]).count == 10)
    #expect(try Set(sitting(seconds: 20)) == ["B3", "B5"])
    #expect(throws: WorkflowFailure.plan(.done)) { try sitting() }
  }

  @Test func `a changed key comes first, and the plan goes on with what is left of its banks`()
    throws
  {
    try add("2026-12-24", ["small"], minutes: 20)
    _ = try sitting()
    nextDay()
    var questions = try (1...8).map { try SampleBank.truth("B\($0)") }
    questions[5].key = .truth(false)
    try test.load(
      SampleBank.bank(SampleBank.items(questions), id: "small", version: "2"), retireMissing: true)
    let status = try statuses()[0]
    #expect(status.questions == 8)
    #expect(status.seen == 7)
    let run = try test.begin(.today, by: learner)
    let card = try #require(try run.turn().card)
    #expect(card.question.code.text == "B6" && card.isAmended)
    let feedback = try run.answer(card.question.response(right: true))
    #expect(feedback?.card.isAmended == true)
    #expect(try run.turn().card?.isAmended != true)
    #expect(try statuses()[0].seen == 8)
  }

  @Test func `after ten missed days a day still holds its minutes`() throws {
    try add("2026-12-24", ["big"], minutes: 5)
    for _ in 0..<4 {
      _ = try sitting()
      nextDay()
    }
    nextDay(10)
    let status = try statuses()[0]
    #expect(status.daysLeft == 16)
    let today = try #require(status.course?.forecast.days.first)
    #expect(today.seconds < 5 * 60 + 3 * 40)
    #expect(try (1...16).contains(sitting().count))
  }

  // MARK: Ends and accidents

  @Test func `from the exam day on a plan is listed as over and steers no more`() throws {
    try add("2026-11-26", ["big"], minutes: 1)
    nextDay()
    #expect(try statuses()[0].daysLeft == 1)
    #expect(try sitting().count == 2)
    nextDay()
    let status = try statuses()[0]
    #expect(status.isOver && status.course == nil)
    #expect(status.daysLeft == 0)
    // Who comes on the morning of the exam is told so; afterwards the plan is over.
    #expect(status.isExamDay && status.wording.zh.contains("今天考试"))
    // As without plans: all that is due, then twenty new questions of all banks.
    #expect(try sitting().count >= 20)
    nextDay()
    #expect(try statuses()[0].wording.zh.contains("已结束"))
  }

  @Test func `what was answered under a plan is told to come when the plan wants it`() throws {
    func isPlanned() throws -> Bool? {
      let run = try test.begin(.today, by: learner)
      let card = try #require(try run.turn().card)
      return try run.answer(card.question.response(right: true))?.isPlanned
    }
    #expect(try isPlanned() == false)
    nextDay()
    try add("2026-12-24", ["big"], minutes: 5)
    #expect(try isPlanned() == true)
  }

  @Test func `a bank that is emptied while it is planned is told, the rest goes on`() throws {
    try add("2026-12-24", ["big", "small"], minutes: 5)
    try test.load(
      SampleBank.bank([], id: "small", version: "2", chapter: nil), retireMissing: true)
    let status = try statuses()[0]
    #expect(status.notices == [.bankEmpty("题库 small")])
    #expect(status.questions == 43)
    #expect(try sitting().allSatisfy { !$0.hasPrefix("B") })
  }

  @Test func `a plan of which nothing is left says so and lets the day go as without it`() throws {
    try add("2026-12-24", ["small"], minutes: 5)
    try test.load(
      SampleBank.bank([], id: "small", version: "2", chapter: nil), retireMissing: true)
    let status = try statuses()[0]
    #expect(status.course == nil && !status.isOver)
    #expect(status.wording.zh.contains("mingfa plan drop 1"))
    #expect(try sitting().count >= 20)
  }

  @Test func `a clock that is set back a month is told, and the plan goes by it`() throws {
    try add("2026-12-24", ["small"], minutes: 5)
    _ = try sitting()
    test.clock.setWall(HandClock.noon - 31 * 86_400_000)
    let status = try statuses()[0]
    #expect(status.daysLeft == 61)
    #expect(
      status.notices == [.clockBehind(last: status.today + 31, today: status.today)])
    #expect(status.notices[0].wording.zh.contains("2026-10-24"))
    #expect(status.course?.state == .onCourse)
    #expect(try !sitting().isEmpty)
    test.clock.setWall(HandClock.noon + 86_400_000)
    #expect(try statuses()[0].notices.isEmpty)
  }

  @Test func `a day that changes its zone keeps the date of the exam`() throws {
    try add("2026-11-25", ["small"], minutes: 5)
    #expect(try statuses()[0].daysLeft == 1)
    let settings = ChangeSettings(test.data, actor: test.actor)
    // At noon in China it is the evening of the day before in Honolulu.
    _ = try settings.setDay(startHour: nil, zone: "Pacific/Honolulu")
    #expect(try statuses()[0].daysLeft == 2)
    #expect(try CivilDay(statuses()[0].plan.examDay).iso == "2026-11-25")
    _ = try settings.setDay(startHour: 0, zone: "Pacific/Kiritimati")
    nextDay()
    #expect(try statuses()[0].isOver)
  }

  @Test func `what a day put together is not gone on with on the next`() throws {
    try add(minutes: 20)
    let run = try test.begin(.today, by: learner)
    _ = try run.turn()
    _ = try run.pause()
    #expect(try Practise.open(of: learner.id, data: test.data).map(\.mode) == [.today])
    nextDay()
    #expect(try Practise.open(of: learner.id, data: test.data).isEmpty)
    _ = try test.begin(.today, by: learner)
    #expect(try Practise.open(of: learner.id, data: test.data).count == 1)
  }

  @Test func `a plan is on course to the end when it is followed`() throws {
    try add("2026-12-08", ["big", "small"], minutes: 10)
    for _ in 0..<14 {
      let status = try statuses()[0]
      #expect(status.course?.state == .onCourse, "\(status.daysLeft): \(status.wording.zh)")
      while (try? sitting(seconds: 25, wrong: ["A7", "A21"])) != nil {}
      nextDay()
    }
    let end = try statuses()[0]
    #expect(end.isOver)
    #expect(end.seen == 53)
  }
}
