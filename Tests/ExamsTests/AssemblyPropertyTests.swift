import Exams
import Learning
import Questions
import TestKit
import Testing

/// What holds for every pool and blueprint.
@Suite struct AssemblyPropertyTests {
  private static let traits: [Blueprint.Share.Trait] = [
    .statute("中华人民共和国民法典"), .statute("行政处罚法"), .statute("宪法"), .chapter("总则"),
    .chapter("第二章"), .level(.remember), .level(.apply), .difficulty(1...2), .difficulty(4...5),
    .topic("程序"), .bank("town"),
  ]

  /// Small, since an unoptimised build is slow.
  private static let budget = AssemblyBudget(exchanges: 40_000)

  /// A blueprint near to what its pool offers, so that most can be met.
  private static func blueprint(
    _ sections: [Blueprint.Section], like questions: [PoolQuestion], shares: Int, width: Int,
    _ making: inout ExamPool
  ) -> Blueprint {
    let count = sections.reduce(0) { $0 + $1.questions }
    var chosen: [Blueprint.Share] = []
    for trait in making.chance.shuffled(Self.traits).prefix(shares) {
      let own = questions.filter { FormChecker.counts($0, trait) }.count
      let middle = (own * count + questions.count / 2) / max(1, questions.count)
      let shifted = max(0, middle + making.chance.below(3) - 1)
      let least = min(count, max(0, shifted - making.chance.below(width + 1)))
      let most = min(count, max(least, shifted + making.chance.below(width + 1)))
      chosen.append(
        Blueprint.Share(
          trait: trait, bounds: least * 10_000 / count...(most * 10_000 + count - 1) / count))
    }
    var difficulty: Blueprint.DifficultyGoal?
    if making.chance.below(3) == 0 {
      let mean = questions.map(\.difficulty).reduce(0, +) / Double(questions.count)
      difficulty = .init(mean: mean + Double(making.chance.below(9) - 4) / 100, tolerance: 0.04)
    }
    return .made(
      sections, shares: chosen, difficulty: difficulty,
      overlap: making.one(of: [0, 0, 1, 3]), spread: making.one(of: [0.05, 0.02]),
      exposure: making.one(of: [nil, 2]), banks: making.one(of: [[], [], ["law", "town"]]))
  }

  @Test(arguments: 0..<60)
  func `every form satisfies every requirement, the same forms by the same seed`(seed: Int) {
    var making = ExamPool(seed: UInt64(seed))
    let questions = making.questions(
      [
        (.single, 60 + making.chance.below(200)), (.multiple, 30 + making.chance.below(80)),
        (.trueFalse, 30 + making.chance.below(80)),
      ], groups: 40, cases: 15, of: 3)
    let blueprint = Self.blueprint(
      [
        .of(.single, 8), .of(.multiple, 4), .of(.trueFalse, 4), .of(.single, 2), .ofCases(1, of: 3),
      ],
      like: questions, shares: 2 + making.chance.below(6), width: 2, &making)
    let forms = 1 + making.chance.below(5)
    let outcome = FormAssembly.assemble(
      blueprint, from: questions, forms: forms, seed: UInt64(seed), budget: Self.budget)
    switch outcome {
    case .assembled(let assembly):
      #expect(FormChecker(blueprint, questions).faults(of: assembly, forms: forms) == [])
    case .impossible(let obstacles): #expect(!obstacles.isEmpty)
    case .notFound(let best, let gaps):
      #expect(!gaps.isEmpty)
      // What it says of its best is what the checker finds, too.
      #expect(FormChecker(blueprint, questions).faults(of: best, forms: forms) != [])
    }
    let again = FormAssembly.assemble(
      blueprint, from: making.chance.shuffled(questions), forms: forms, seed: UInt64(seed),
      budget: Self.budget)
    #expect(again == outcome, "another order of the same pool")
  }

  @Test func `most of what is asked of a rich pool is found, and another seed finds other forms`() {
    var assembled = 0
    var changed = 0
    for seed in 0..<20 {
      var making = ExamPool(seed: UInt64(900 + seed))
      let questions = making.questions(
        [(.single, 400), (.multiple, 200), (.trueFalse, 200)], groups: 60, cases: 20, of: 3)
      let blueprint = Self.blueprint(
        [.of(.single, 10), .of(.multiple, 5), .of(.trueFalse, 5), .ofCases(1, of: 3)],
        like: questions, shares: 4, width: 3, &making)
      let one = FormAssembly.assemble(blueprint, from: questions, forms: 4, seed: 1)
      guard case .assembled(let first) = one else { continue }
      assembled += 1
      let other = FormAssembly.assemble(blueprint, from: questions, forms: 4, seed: 2)
      if case .assembled(let second) = other, first.forms != second.forms { changed += 1 }
    }
    #expect(assembled >= 17)
    #expect(changed >= assembled - 1)
  }

  /// What becomes of small pools, against looking at all forms.
  @Test func `what is called impossible is, what is possible is found`() throws {
    var possible = 0
    var found = 0
    var named = 0
    for seed in 0..<400 {
      var making = ExamPool(seed: UInt64(5_000 + seed))
      let questions = making.questions(
        [(.single, 4 + making.chance.below(5)), (.trueFalse, 3 + making.chance.below(3))],
        groups: 2)
      var blueprint = Self.blueprint(
        [.of(.single, 3), .of(.trueFalse, 2)], like: questions, shares: making.chance.below(4),
        width: 1, &making)
      blueprint.forms.spread = 1
      let forms = 1 + making.chance.below(3)
      let search = ThoroughSearch(questions: questions, blueprint: blueprint)
      let exists = search.exists(forms: forms)
      if exists { possible += 1 }
      let outcome = FormAssembly.assemble(
        blueprint, from: questions, forms: forms, seed: UInt64(seed),
        budget: Self.budget)
      switch outcome {
      case .assembled(let assembly):
        #expect(exists, "seed \(seed)")
        #expect(FormChecker(blueprint, questions).faults(of: assembly, forms: forms) == [])
        found += 1
      case .impossible(let obstacles):
        #expect(!exists, "seed \(seed): \(obstacles.map(\.wording.en))")
        for obstacle in obstacles {
          guard let requirements = Self.requirements(obstacle) else { continue }
          named += 1
          #expect(
            !search.exists(forms: forms, meeting: requirements),
            "seed \(seed): \(obstacle.wording.en)")
        }
      case .notFound: break
      }
    }
    #expect(possible > 80)
    #expect(named > 80)
    #expect(found >= possible * 98 / 100, "\(found) of \(possible)")
  }

  private static func requirements(_ obstacle: AssemblyObstacle) -> [AssemblyRequirement]? {
    switch obstacle {
    case .lacking(let requirement, _, _, _, _): return [requirement]
    case .excess(let requirement, _, _):
      return [requirement, .questions(.single, count: 3), .questions(.trueFalse, count: 2)]
    case .conflict(let requirements, _, _):
      return requirements.contains { if case .difficulty = $0 { true } else { false } }
        ? nil : requirements
    case .nothingAsked, .noWholeNumber, .difficulty: return nil
    }
  }
}
