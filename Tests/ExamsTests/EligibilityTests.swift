import Exams
import People
import Questions
import TestKit
import Testing

@Suite struct EligibilityTests {
  private static func blueprint(
    _ candidates: [PersonCategory], attempts: Int = 1, makeUps: Int = 1, after: String? = nil
  ) -> Blueprint {
    Blueprint(
      code: "town", title: "考试", candidates: candidates,
      sections: [
        Blueprint.Section(content: .questions(.single, count: 1), points: Score(points: 1))
      ],
      time: Blueprint.TimeRules(minutes: 60),
      pass: Blueprint.PassRules(attempts: attempts, makeUps: makeUps, after: after))
  }

  private static func entry(
    _ category: PersonCategory, _ establishment: EstablishmentType
  ) -> RosterEntry {
    RosterEntry(line: 1, name: "张三", category: category, establishment: establishment)
  }

  @Test(arguments: EstablishmentType.allCases)
  func
    `where staff are asked for, only those on the establishment may sit, unless the place says more`(
      type: EstablishmentType
    )
  {
    let blueprint = Self.blueprint([.staff])
    let usual = Eligibility(of: Self.entry(.staff, type), for: blueprint)
    #expect(
      usual.refusals
        == (type == .established ? [] : [.establishment(type, admitted: [.established])]))
    let wide = Eligibility.Facts(establishments: [.established, .contract])
    let here = Eligibility(of: Self.entry(.staff, type), for: blueprint, facts: wide)
    #expect(here.isAdmitted == [.established, .contract].contains(type))
    // Nobody asked for staff.
    #expect(Eligibility(of: Self.entry(.staff, type), for: Self.blueprint([])).isAdmitted)
    #expect(Eligibility(of: Self.entry(.other, type), for: Self.blueprint([])).isAdmitted)
  }

  @Test func `one reason is told where category and establishment say the same`() {
    let staff = Self.blueprint([.staff])
    #expect(
      Eligibility(of: Self.entry(.other, .unknown), for: staff).refusals
        == [.establishment(.unknown, admitted: [.established])])
    #expect(
      Eligibility(of: Self.entry(.liaison, .unknown), for: staff).refusals
        == [.category(.liaison, admitted: [.staff])])
    #expect(
      Eligibility(of: Self.entry(.other, .established), for: staff).refusals
        == [.category(.other, admitted: [.staff])])
  }

  @Test func `villagers who are asked for beside staff need no establishment`() {
    let both = Self.blueprint([.staff, .liaison])
    #expect(Eligibility(of: Self.entry(.liaison, .unknown), for: both).isAdmitted)
    #expect(!Eligibility(of: Self.entry(.staff, .contract), for: both).isAdmitted)
    #expect(!Eligibility(of: Self.entry(.mediator, .unknown), for: both).isAdmitted)
    let villagers = Self.blueprint([.liaison])
    #expect(Eligibility(of: Self.entry(.liaison, .unknown), for: villagers).isAdmitted)
    #expect(
      Eligibility(of: Self.entry(.staff, .established), for: villagers).refusals
        == [.category(.staff, admitted: [.liaison])])
  }

  @Test(
    arguments: [
      (Eligibility.Facts(), nil), (Eligibility.Facts(attemptsUsed: 1), nil),
      (Eligibility.Facts(attemptsUsed: 2), .attempts(limit: 2)),
      (Eligibility.Facts(isMakeUp: true, attemptsUsed: 2), nil),
      (Eligibility.Facts(isMakeUp: true), .neverSat),
      (Eligibility.Facts(isMakeUp: true, attemptsUsed: 2, makeUpsUsed: 1), .makeUps(limit: 1)),
      (Eligibility.Facts(attemptsUsed: 1, hasPassed: true), .passed),
      (Eligibility.Facts(isMakeUp: true, attemptsUsed: 1, hasPassed: true), .passed),
      (Eligibility.Facts(hasPassedFirstStage: false), .firstStage("special")),
      (Eligibility.Facts(hasPassedFirstStage: true), nil),
    ] as [(Eligibility.Facts, Eligibility.Refusal?)])
  func `attempts, make-ups and the first stage are held against the blueprint`(
    facts: Eligibility.Facts, refusal: Eligibility.Refusal?
  ) {
    let blueprint = Self.blueprint([], attempts: 2, after: "special")
    let found = Eligibility(of: Self.entry(.other, .unknown), for: blueprint, facts: facts)
    #expect(found.refusals == (refusal.map { [$0] } ?? []))
  }

  @Test func `an exam without make-ups or without a first stage asks for none`() {
    let blueprint = Self.blueprint([], makeUps: 0)
    let facts = Eligibility.Facts(isMakeUp: true, attemptsUsed: 1, hasPassedFirstStage: false)
    #expect(
      Eligibility(of: Self.entry(.other, .unknown), for: blueprint, facts: facts).refusals
        == [.makeUps(limit: 0)])
  }

  @Test func `all reasons are told, each in both languages and under a code of its own`() throws {
    let facts = Eligibility.Facts(attemptsUsed: 1, hasPassedFirstStage: false)
    let found = Eligibility(
      of: Self.entry(.staff, .contract), for: Self.blueprint([.staff], after: "special"),
      facts: facts)
    #expect(found.refusals.map(\.code) == ["establishment", "attempts", "first-stage"])
    let samples: [Eligibility.Refusal] = [
      .category(.liaison, admitted: [.staff, .leader]),
      .establishment(.contract, admitted: [.established]),
      .establishment(.unknown, admitted: [.established]),
      .otherName("Lin"), .ambiguous, .listed("a"), .passed, .attempts(limit: 2),
      .makeUps(limit: 1), .makeUps(limit: 0), .neverSat, .firstStage("special"),
    ]
    #expect(
      try SentenceCheck.faults(ofAll: samples, of: "Refusal", in: "Exams/Eligibility.swift") == [])
    #expect(Set(samples.map(\.code)).count == 10)
    for type in EstablishmentType.allCases { #expect(SentenceCheck.faults(of: type.wording) == []) }
  }
}
