import Exams
import Learning
import People
import TestKit
import Testing
import Workflows

/// Who may sit, by the exams before: over a first sitting, its make-ups and what comes after.
@Suite struct EligibilityScenarioTests {
  let year: ExamYear

  init() throws { year = try ExamYear() }

  private static let people = ["小林", "小王", "小赵", "小钱"].map { ExamYear.entrant($0) }

  /// The codes of the reasons by name.
  private func refusals(_ body: () throws -> Void) -> [String: [String]] {
    do {
      try body()
      return [:]
    } catch ExamFailure.notEligible(let refused) {
      return Dictionary(
        refused.map { ($0.name, $0.refusals.map(\.code)) }, uniquingKeysWith: { $0 + $1 })
    } catch {
      Issue.record(error)
      return [:]
    }
  }

  @Test func `a make-up admits who failed or stayed away, once, and nobody else`() throws {
    // 小林 passes, 小王 fails, 小赵 and 小钱 stay away.
    let first = try year.create(Self.people, code: "one")
    try year.hold(first, ["小林": true, "小王": false], publishes: false)
    #expect(throws: ExamFailure.makeUpTooEarly("one")) {
      try year.create(Self.people, code: "two", makeUpOf: "one")
    }
    try year.room.holding.publish(first.exam)
    let stranger = ExamYear.entrant("小孙")
    #expect(
      refusals { _ = try year.create(Self.people + [stranger], code: "two", makeUpOf: "one") }
        == ["小林": ["passed"], "小孙": ["never-sat"]])
    #expect(try year.room.data.exams.exams().map(\.code) == ["one"], "nothing was written")
    // 小王 fails again, 小赵 passes, 小钱 stays away and so has used nothing.
    let second = try year.create(
      Self.people + [stranger], code: "two", makeUpOf: "one", skipsRefused: true)
    #expect(second.tickets.map(\.name) == ["小王", "小赵", "小钱"])
    #expect(second.refused.map(\.name) == ["小林", "小孙"])
    try year.hold(second, ["小王": false, "小赵": true])
    // A make-up of the make-up is one of the first sitting.
    #expect(
      refusals { _ = try year.create(Self.people, code: "three", makeUpOf: "two") }
        == ["小林": ["passed"], "小王": ["make-ups"], "小赵": ["passed"]])
    let third = try year.create([Self.people[3]], code: "three", makeUpOf: "two")
    #expect(third.exam.makeUpOf == first.exam.id)
  }

  @Test func `attempts are counted by person and blueprint, and unpublished results tell nothing`()
    throws
  {
    let two = ExamYear.blueprint(attempts: 2)
    let first = try year.create(Self.people, code: "one", blueprint: two)
    try year.hold(first, ["小林": true, "小王": false], publishes: false)
    // 小林's pass is still closed.
    let again = try year.create(Self.people, code: "x1", blueprint: two)
    try year.hold(again, [:])
    try year.room.holding.publish(first.exam)
    #expect(
      refusals { _ = try year.create(Self.people, code: "x2", blueprint: two) }
        == ["小林": ["passed"]])
    let second = try year.create([Self.people[1]], code: "two", blueprint: two)
    try year.hold(second, ["小王": false])
    #expect(
      refusals { _ = try year.create(Self.people, code: "x3", blueprint: two) }
        == ["小林": ["passed"], "小王": ["attempts"]])
    // Another blueprint is another exam.
    #expect(
      refusals {
        _ = try year.create(Self.people, code: "x4", blueprint: ExamYear.blueprint("other"))
      } == [:])
  }

  @Test func `the second stage is for those who passed the first, in published results`() throws {
    let second = ExamYear.blueprint("general", after: "special")
    let first = try year.create(
      Self.people, code: "one", blueprint: ExamYear.blueprint("special"))
    try year.hold(first, ["小林": true, "小王": false], publishes: false)
    let nobody = ["小林", "小王", "小赵", "小钱"].reduce(into: [:]) { $0[$1] = ["first-stage"] }
    #expect(
      refusals { _ = try year.create(Self.people, code: "two", blueprint: second) } == nobody)
    try year.room.holding.publish(first.exam)
    let made = try year.create(Self.people, code: "two", blueprint: second, skipsRefused: true)
    #expect(made.tickets.map(\.name) == ["小林"])
    // Passed in a make-up is passed.
    let makeUp = try year.create(
      [Self.people[1]], code: "three", blueprint: ExamYear.blueprint("special"), makeUpOf: "one")
    try year.hold(makeUp, ["小王": true])
    #expect(
      try year.create([Self.people[1]], code: "four", blueprint: second).tickets.count == 1)
  }

  private static let number = "11010519491231002X"

  @Test
  func `a person is the same by the ID number, whatever the unit, and another name is asked about`()
    throws
  {
    let first = try year.create([ExamYear.entrant("小林", idNumber: Self.number)], code: "one")
    try year.hold(first, ["小林": true])
    let renamed = ExamYear.entrant("林某", unit: ["某县", "东镇"], idNumber: Self.number)
    #expect(
      refusals {
        _ = try year.create(
          [renamed, ExamYear.entrant("小林", idNumber: "110105199001010015")], code: "two")
      } == ["林某": ["other-name", "passed"]])
    #expect(
      refusals { _ = try year.create([renamed], code: "two", rules: .init(renames: true)) }
        == ["林某": ["passed"]])
    let other = ExamYear.blueprint("other")
    let made = try year.create(
      [renamed], code: "two", blueprint: other, rules: .init(renames: true))
    #expect(try year.room.data.exams.candidates(of: first.exam.id).map(\.name) == ["林某"])
    #expect(made.tickets.map(\.name) == ["林某"])
  }

  @Test func `who is listed with the ID number once and without it once is one person`() throws {
    let first = try year.create([ExamYear.entrant("小林", idNumber: Self.number)], code: "one")
    try year.hold(first, ["小林": true])
    #expect(
      refusals { _ = try year.create([ExamYear.entrant("小林")], code: "two") }
        == ["小林": ["passed"]])
    let second = try year.create([ExamYear.entrant("小王")], code: "three")
    try year.hold(second, ["小王": true])
    let numbered = ExamYear.entrant("小王", idNumber: "110105199001010015")
    #expect(
      refusals { _ = try year.create([numbered], code: "four") } == ["小王": ["passed"]])
  }

  @Test func `people of one name in one unit have to be told apart by their numbers`() throws {
    let others = [
      ExamYear.entrant("小林", idNumber: Self.number),
      ExamYear.entrant("小林", idNumber: "110105199001010015"),
    ]
    let first = try year.create(others, code: "one")
    try year.hold(first, [:])
    #expect(
      refusals { _ = try year.create([ExamYear.entrant("小林")], code: "two") }
        == ["小林": ["ambiguous"]])
    #expect(try year.create(others, code: "three").tickets.count == 2)
    #expect(Set(try year.room.data.attendance.lines().map(\.person)).count == 2)
  }

  @Test func `a number of the licence tells people of one name apart, and is no ID number`() throws
  {
    func numbered(_ name: String, _ number: String) -> CreateExam.Entrant {
      var entrant = ExamYear.entrant(name)
      entrant.otherNumber = number
      return entrant
    }
    let first = try year.create([numbered("小林", "01"), numbered("小林", "02")], code: "one")
    try year.hold(first, [:])
    // The same number at somebody of another name is another person's.
    _ = try year.create([numbered("小王", "01"), numbered("小林", "02")], code: "two")
    let people = Dictionary(grouping: try year.room.data.attendance.lines(), by: \.exam)
      .mapValues { $0.map(\.person) }
    #expect(people[1]?.count == 2 && people[2]?.count == 2)
    #expect(people[2]?[1] == people[1]?[1])
    #expect(people[2]?[0] != people[1]?[0])
    #expect(
      try year.room.data.exams.candidates(of: first.exam.id).map(\.name) == ["小林", "小林"])
  }

  @Test func `nobody is listed for two exams of a kind that are both still to be held`() throws {
    let first = try year.create(Self.people, code: "one")
    #expect(
      refusals { _ = try year.create([Self.people[0]], code: "two") }
        == ["小林": ["listed"]])
    try year.hold(first, [:])
    #expect(try year.create([Self.people[0]], code: "two").tickets.count == 1)
  }

  @Test func `category and establishment are those of the place`() throws {
    let staff = ExamYear.blueprint(candidates: [.staff])
    let people = [
      ExamYear.entrant("甲", category: .staff, establishment: .established),
      ExamYear.entrant("乙", category: .staff, establishment: .contract),
      ExamYear.entrant("丙", category: .liaison),
    ]
    #expect(
      refusals { _ = try year.create(people, code: "one", blueprint: staff) }
        == ["乙": ["establishment"], "丙": ["category"]])
    #expect(
      refusals {
        _ = try year.create(
          people, code: "one", blueprint: staff,
          rules: .init(establishments: [.established, .contract]))
      } == ["丙": ["category"]])
    #expect(
      refusals {
        _ = try year.create([people[2]], code: "one", blueprint: staff, skipsRefused: true)
      } == ["丙": ["category"]], "an exam of nobody is not made")
    #expect(try year.room.data.exams.exams().isEmpty)
  }

  @Test func `a rehearsal admits everybody and counts nowhere`() throws {
    let rehearsal = try year.create(Self.people, code: "trial", isRehearsal: true)
    try year.hold(rehearsal, ["小林": true, "小王": false])
    let staff = ExamYear.blueprint(candidates: [.staff])
    #expect(
      try year.create(Self.people, code: "trial2", blueprint: staff, isRehearsal: true)
        .tickets.count == 4)
    #expect(try year.create(Self.people, code: "one").tickets.count == 4)
  }

  @Test func `what was held before a month can be forgotten, as for an exam of every year`() throws
  {
    let first = try year.create(Self.people, code: "one")
    try year.hold(first, ["小林": true, "小王": false])
    year.room.test.clock.advance(62 * 86_400_000)
    let next = try year.room.data.civilDay()
    let month = try #require(YearMonth(next.iso.prefix(7)))
    #expect(
      refusals { _ = try year.create(Self.people, code: "two") }
        == ["小林": ["passed"], "小王": ["attempts"]])
    #expect(
      try year.create(Self.people, code: "two", rules: .init(since: month)).tickets.count == 4)
  }

  @Test func `the refusal names each person with each reason, in both languages`() throws {
    let first = try year.create(Self.people, code: "one")
    try year.hold(first, ["小林": true])
    let failure = #expect(throws: ExamFailure.self) {
      try year.create(Self.people, code: "two")
    }
    let words = try #require(failure?.wording)
    #expect(words.zh.contains("小林 (某县/某镇)：这项考试已经合格，不用再考"))
    #expect(words.en.contains("小林 (某县/某镇): This exam is passed already"))
    #expect(SentenceCheck.faults(of: ExamFailure.makeUpTooEarly("x").wording) == [])
  }
}
