import Exams
import Questions
import TestKit
import Testing

/// Blueprints from which no paper can come are told by counting, each with what is wrong with it.
@Suite struct BlueprintProblemTests {
  typealias Fact = BlueprintProblem.Fact

  static let sound = Blueprint(
    code: "town", title: "年度学法考试", banks: ["civil-code", "constitution"],
    sections: [
      Blueprint.Section(content: .questions(.single, count: 20), points: Score(points: 2)),
      Blueprint.Section(
        content: .questions(.multiple, count: 5), points: Score(points: 4), rule: .perOption),
      Blueprint.Section(
        content: .questions(.trueFalse, count: 7), points: Score(points: 2),
        rule: ScoringRule(deduction: Score(points: 1))),
      Blueprint.Section(content: .cases(count: 2, questions: 4), points: Score(points: 3)),
    ],
    shares: [
      Blueprint.Share(trait: .bank("constitution"), bounds: 2000...5000),
      Blueprint.Share(trait: .level(.apply), bounds: 4000...10_000),
    ],
    difficulty: Blueprint.DifficultyGoal(mean: 0.4, tolerance: 0.05),
    time: Blueprint.TimeRules(minutes: 90, latestEntry: 30, earliestLeaving: 30),
    pass: Blueprint.PassRules(share: 6000, excellent: 8500, attempts: 2, after: "first"))

  @Test func `a sound blueprint has no problem`() { #expect(Self.sound.problems == []) }

  struct Spoilt: Sendable, CustomTestStringConvertible {
    var field: BlueprintField
    var item: Int?
    var fact: Fact
    var spoil: @Sendable (inout Blueprint) -> Void
    var testDescription: String { "\(field) \(fact)" }

    init(
      _ field: BlueprintField, item: Int? = nil, _ fact: Fact,
      _ spoil: @escaping @Sendable (inout Blueprint) -> Void
    ) {
      (self.field, self.item, self.fact, self.spoil) = (field, item, fact, spoil)
    }
  }

  private static func single(_ count: Int) -> Blueprint.Section.Content {
    .questions(.single, count: count)
  }

  private static func share(
    _ trait: Blueprint.Share.Trait, _ bounds: ClosedRange<Int>
  ) -> Blueprint.Share { Blueprint.Share(trait: trait, bounds: bounds) }

  static let spoilt: [Spoilt] = names + sections + shares + rules

  private static let names: [Spoilt] = [
    Spoilt(.code, .codeUnusable("Town")) { $0.code = "Town" },
    Spoilt(.code, .codeUnusable("")) { $0.code = "" },
    Spoilt(.title, .textUnusable(limit: 100)) { $0.title = "" },
    Spoilt(.title, .textUnusable(limit: 100)) { $0.title = "两\n行" },
    Spoilt(.title, .textUnusable(limit: 100)) { $0.title = String(repeating: "长", count: 101) },
    Spoilt(.banks, item: 1, .twice("civil-code")) {
      $0.banks = ["civil-code", "civil-code"]
      $0.shares = []
    },
    Spoilt(.banks, item: 0, .codeUnusable("民法典")) {
      $0.banks = ["民法典"]
      $0.shares = []
    },
    Spoilt(.candidates, item: 1, .twice("staff")) { $0.candidates = [.staff, .staff] },
  ]

  private static let sections: [Spoilt] = [
    Spoilt(.sections, .noSection) { $0.sections = [] },
    Spoilt(.count, item: 0, .outOfRange(least: "1", most: "1000")) {
      $0.sections[0].content = single(0)
    },
    Spoilt(.count, item: 0, .outOfRange(least: "1", most: "1000")) {
      $0.sections[0].content = single(-3)
    },
    Spoilt(.count, item: 0, .outOfRange(least: "1", most: "1000")) {
      $0.sections[0].content = single(.max)
    },
    Spoilt(.questions, item: 3, .outOfRange(least: "1", most: "1000")) {
      $0.sections[3].content = .cases(count: 2, questions: 0)
    },
    Spoilt(.sections, .tooManyQuestions(1020, limit: 1000)) {
      $0.sections[0].content = single(1000)
    },
    Spoilt(.points, item: 1, .outOfRange(least: "0.01", most: "1000")) {
      $0.sections[1].points = .zero
    },
    Spoilt(.scoring, item: 0, .ruleIdle(.single)) { $0.sections[0].rule = .half },
    Spoilt(.scoring, item: 2, .ruleIdle(.trueFalse)) { $0.sections[2].rule = .perOption },
    Spoilt(.each, item: 1, .abovePoints(Score(points: 4))) {
      $0.sections[1].rule = ScoringRule(partialCredit: .perOption(Score(points: 5)))
    },
    Spoilt(.each, item: 1, .outOfRange(least: "0.01", most: "4")) {
      $0.sections[1].rule = ScoringRule(partialCredit: .perOption(.zero))
    },
    Spoilt(.deduction, item: 2, .abovePoints(Score(points: 2))) {
      $0.sections[2].rule = ScoringRule(deduction: Score(points: 3))
    },
    Spoilt(.deduction, item: 2, .outOfRange(least: "0", most: "2")) {
      $0.sections[2].rule = ScoringRule(deduction: Score(points: -1))
    },
    Spoilt(.floor, item: 2, .outOfRange(least: "-14", most: "0")) {
      $0.sections[2].floor = Score(points: 1)
    },
  ]

  // The paper has 40 questions.
  private static let shares: [Spoilt] = [
    Spoilt(.share, item: 0, .noWholeNumber(questions: 40)) {
      $0.shares = [share(.topic("行政"), 3300...3400)]
    },
    Spoilt(.share, item: 0, .outOfRange(least: "0%", most: "100%")) {
      $0.shares[0].bounds = 2000...10_001
    },
    Spoilt(.shares, item: 1, .twice("宪法")) {
      $0.shares = [share(.statute("宪法"), 0...5000), share(.statute("宪法"), 1000...2000)]
    },
    Spoilt(.shares, .sharesExceed(least: 42, questions: 40)) {
      $0.shares = [share(.level(.apply), 8000...10_000), share(.level(.remember), 2500...3000)]
    },
    Spoilt(.shares, .sharesExceed(least: 44, questions: 40)) {
      $0.shares = [
        share(.difficulty(1...2), 5000...10_000), share(.difficulty(2...3), 5500...10_000),
        share(.difficulty(3...5), 6000...10_000),
      ]
    },
    Spoilt(.shares, .sharesExceed(least: 48, questions: 40)) {
      $0.shares = [
        share(.bank("civil-code"), 6000...10_000), share(.bank("constitution"), 6000...10_000),
      ]
    },
    Spoilt(.shares, .sharesFallShort(most: 32, questions: 40)) {
      $0.shares = [share(.bank("civil-code"), 0...4000), share(.bank("constitution"), 0...4000)]
    },
    Spoilt(.bank, item: 0, .bankNotDrawn("minors")) {
      $0.shares = [share(.bank("minors"), 1000...2000)]
    },
    Spoilt(.authorDifficulty, item: 0, .outOfRange(least: "1", most: "5")) {
      $0.shares = [share(.difficulty(0...9), 1000...2000)]
    },
    Spoilt(.chapter, item: 0, .textUnusable(limit: 100)) {
      $0.shares = [share(.chapter(""), 1000...2000)]
    },
    Spoilt(.mean, .outOfRange(least: "0", most: "1")) { $0.difficulty?.mean = 1.5 },
    Spoilt(.tolerance, .outOfRange(least: "0", most: "1")) { $0.difficulty?.tolerance = .nan },
  ]

  private static let rules: [Spoilt] = [
    Spoilt(.minutes, .outOfRange(least: "1", most: "1440")) { $0.time.minutes = 0 },
    Spoilt(.latestEntry, .beyondEnd(minutes: 90)) { $0.time.latestEntry = 91 },
    Spoilt(.earliestLeaving, .beyondEnd(minutes: 90)) { $0.time.earliestLeaving = 120 },
    Spoilt(.latestEntry, .outOfRange(least: "0", most: "90")) { $0.time.latestEntry = -1 },
    Spoilt(.mark, .outOfRange(least: "0.01%", most: "100%")) {
      $0.pass.share = 10_001
      $0.pass.excellent = nil
    },
    Spoilt(.mark, .outOfRange(least: "0.01%", most: "100%")) { $0.pass.share = 0 },
    Spoilt(.excellent, .excellentBelowPass) { $0.pass.excellent = 5999 },
    Spoilt(.attempts, .outOfRange(least: "1", most: "100")) { $0.pass.attempts = 0 },
    Spoilt(.makeUps, .outOfRange(least: "0", most: "100")) { $0.pass.makeUps = -1 },
    Spoilt(.after, .afterItself) { $0.pass.after = "town" },
    Spoilt(.after, .codeUnusable("别的")) { $0.pass.after = "别的" },
    Spoilt(.overlap, .outOfRange(least: "0", most: "40")) { $0.forms.overlap = 41 },
    Spoilt(.spread, .outOfRange(least: "0", most: "1")) { $0.forms.spread = -0.1 },
    Spoilt(.exposure, .outOfRange(least: "0", most: "1000")) { $0.forms.exposure = -1 },
  ]

  @Test(arguments: spoilt) func `one impossible value is one problem, at its field`(
    spoilt: Spoilt
  ) {
    var blueprint = Self.sound
    spoilt.spoil(&blueprint)
    #expect(
      blueprint.problems == [BlueprintProblem(spoilt.field, item: spoilt.item, spoilt.fact)])
  }

  @Test func `shares that can be met together are no problem`() {
    var blueprint = Self.sound
    blueprint.shares = [
      Self.share(.difficulty(1...2), 5000...10_000), Self.share(.difficulty(2...3), 6000...10_000),
      Self.share(.difficulty(3...5), 5000...10_000),
      // A question may cite two statutes.
      Self.share(.statute("宪法"), 8000...10_000), Self.share(.statute("民法典"), 8000...10_000),
    ]
    #expect(blueprint.problems == [])
  }

  @Test func `every problem is worded in both languages`() throws {
    let facts = Self.spoilt.map { BlueprintProblem($0.field, item: $0.item, $0.fact) }
    #expect(
      try Set(facts.map { Repository.caseName(of: $0.fact) })
        == Repository.cases(of: "Fact", in: "Exams/BlueprintProblem.swift"))
    for problem in facts {
      #expect(
        SentenceCheck.faults(
          of: problem.wording, quoting: ["民法典", "宪法", "别的"]) == [], "\(problem)")
    }
    #expect(
      try SentenceCheck.faults(
        ofAll: BlueprintField.allCases.filter { ![.bank, .authorDifficulty].contains($0) },
        of: "BlueprintField", in: "Exams/BlueprintField.swift"
      ).filter { !$0.hasPrefix("no sample of") } == [])
    for trait in Self.sound.shares.map(\.trait) + [.difficulty(4...5), .topic("x")] {
      #expect(SentenceCheck.faults(of: trait.wording) == [])
    }
  }

  @Test func `every field stands in one group or at the top`() {
    let grouped = BlueprintField.top + BlueprintField.top.flatMap(\.members)
    #expect(Set(grouped) == Set(BlueprintField.allCases))
    #expect(grouped.count == BlueprintField.allCases.count)
  }
}
