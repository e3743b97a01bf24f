import Exams
import Learning
import Questions
import Statutes
import TestKit
import Testing

/// Forms drawn by a blueprint, case by case.
@Suite struct AssemblyTests {
  /// So many questions of one type with the same traits.
  private static func questions(
    _ count: Int, _ kind: QuestionKind = .single, from first: Int64 = 1,
    statutes: [String] = ["民法典"], uses: Int = 0, enemies: [Int] = [],
    level: CognitiveLevel? = nil, difficulty: (Int) -> Double = { _ in 0.5 }
  ) -> [PoolQuestion] {
    (0..<count).map { index in
      PoolQuestion(
        ref: QuestionRef(question: first + Int64(index), version: 1), kind: kind,
        traits: PaperTraits(
          bank: "law", chapter: "总则", statutes: statutes.map { StatuteTitle($0) }, level: level),
        difficulty: difficulty(index), uses: uses, enemies: enemies)
    }
  }

  private static func obstacles(
    _ blueprint: Blueprint, _ pool: [PoolQuestion], forms: Int
  ) -> [AssemblyObstacle] {
    guard
      case .impossible(let obstacles) = FormAssembly.assemble(
        blueprint, from: pool, forms: forms, seed: 1)
    else { return [] }
    return obstacles
  }

  @Test func `a type that falls short is named with what is wanted, there and lacking`() {
    let pool = Self.questions(95) + Self.questions(40, .trueFalse, from: 500)
    let blueprint = Blueprint.made([.of(.single, 40), .of(.trueFalse, 10)])
    let obstacles = Self.obstacles(blueprint, pool, forms: 3)
    #expect(
      obstacles == [
        .lacking(
          .questions(.single, count: 40), forms: 3, pool: 95, reachable: 95, overexposed: 0)
      ])
    #expect(
      obstacles.first?.wording.en
        == "Single choice: 40 wanted on each of 3 forms, 120 together; the pool has 95: 25 lacking")
    #expect(obstacles.first?.wording.zh == "单选题：每套 40，3 套共需 120，题库可用 95，缺 25")
  }

  @Test func `questions used too often before are told apart from those that are not there`() {
    let pool = Self.questions(8) + Self.questions(5, from: 100, uses: 3)
    let blueprint = Blueprint.made([.of(.single, 10)], exposure: 2)
    #expect(
      Self.obstacles(blueprint, pool, forms: 1) == [
        .lacking(.questions(.single, count: 10), forms: 1, pool: 8, reachable: 8, overexposed: 5)
      ])
  }

  @Test func `of a group of enemies one enters a form`() {
    let pool = Self.questions(6, enemies: [7]) + Self.questions(4, from: 100)
    #expect(
      Self.obstacles(.made([.of(.single, 6)]), pool, forms: 1) == [
        .lacking(.questions(.single, count: 6), forms: 1, pool: 10, reachable: 5, overexposed: 0)
      ])
    #expect(Self.obstacles(.made([.of(.single, 5)]), pool, forms: 1) == [])
  }

  @Test func `a share that the pool cannot fill, and one that it cannot keep down`() {
    let pool =
      Self.questions(12, statutes: ["宪法"]) + Self.questions(30, from: 100, statutes: ["民法典"])
    let much = Blueprint.Share(trait: .statute("宪法"), bounds: 5000...10_000)
    #expect(
      Self.obstacles(.made([.of(.single, 10)], shares: [much]), pool, forms: 3) == [
        .lacking(
          .least(.statute("宪法"), count: 5), forms: 3, pool: 12, reachable: 12, overexposed: 0)
      ])
    let little = Blueprint.Share(trait: .statute("民法典"), bounds: 0...5000)
    #expect(
      Self.obstacles(.made([.of(.single, 10)], shares: [little]), pool, forms: 3) == [
        .excess(.most(.statute("民法典"), count: 5), forms: 3, least: 18)
      ])
  }

  @Test func `requirements that only together cannot be met are named together`() {
    // Two fifths of a paper on each of three statutes, and no question cites two.
    let pool = ["宪法", "民法典", "禁毒法"].enumerated().flatMap { index, title in
      Self.questions(20, from: Int64(100 * index + 1), statutes: [title])
    }
    let shares = ["宪法", "民法典", "禁毒法"].map {
      Blueprint.Share(trait: .statute($0), bounds: 4000...10_000)
    }
    let blueprint = Blueprint.made([.of(.single, 10)], shares: shares)
    #expect(
      Self.obstacles(blueprint, pool, forms: 2) == [
        .conflict(
          ["宪法", "民法典", "禁毒法"].map { .least(.statute($0), count: 4) }, forms: 2, lacking: 4)
      ])
    // Questions that cite two of them count for both.
    let both = pool + Self.questions(4, from: 900, statutes: ["宪法", "禁毒法"])
    guard
      case .assembled(let assembly) = FormAssembly.assemble(
        blueprint, from: both, forms: 2, seed: 3)
    else {
      Issue.record("not assembled")
      return
    }
    #expect(FormChecker(blueprint, both).faults(of: assembly, forms: 2) == [])
  }

  @Test func `a mean difficulty out of reach is told with what can be reached`() {
    let pool = Self.questions(40) { $0 % 2 == 0 ? 0.3 : 0.5 }
    let blueprint = Blueprint.made(
      [.of(.single, 10)], difficulty: .init(mean: 0.8, tolerance: 0.05))
    guard
      case .difficulty(0.8, 0.05, let reachable)? = Self.obstacles(blueprint, pool, forms: 2).first
    else {
      Issue.record("no difficulty named")
      return
    }
    #expect(abs(reachable.lowerBound - 0.3) < 1e-6 && abs(reachable.upperBound - 0.5) < 1e-6)
  }

  @Test(arguments: [(0, 1), (10, 0), (10, -3)])
  func `nothing asked is refused`(count: Int, forms: Int) {
    #expect(
      Self.obstacles(.made([.of(.single, count)]), Self.questions(20), forms: forms)
        == [.nothingAsked])
  }

  @Test func `a share of no whole number of questions is refused`() {
    let share = Blueprint.Share(trait: .level(.apply), bounds: 2500...2500)
    #expect(
      Self.obstacles(.made([.of(.single, 10)], shares: [share]), Self.questions(20), forms: 1)
        == [.noWholeNumber(.level(.apply), bounds: 2500...2500, questions: 10)])
  }

  @Test func `forms share questions only where the pool does not suffice, and then evenly`() {
    // 4 forms of 10 from 28: 12 more uses, in 6 pairs of forms.
    let blueprint = Blueprint.made([.of(.single, 10)], overlap: 2)
    let scarce = Self.questions(28)
    guard
      case .assembled(let assembly) = FormAssembly.assemble(
        blueprint, from: scarce, forms: 4, seed: 5)
    else {
      Issue.record("not assembled")
      return
    }
    #expect(FormChecker(blueprint, scarce).faults(of: assembly, forms: 4) == [])
    #expect(assembly.sheet.mostShared == 2)
    #expect(assembly.sheet.distinct == 28)
    // One question less: the overlap would have to be greater.
    #expect(
      Self.obstacles(blueprint, Self.questions(27), forms: 4) == [
        .lacking(
          .questions(.single, count: 10), forms: 4, pool: 27, reachable: 39, overexposed: 0)
      ])
    guard
      case .assembled(let apart) = FormAssembly.assemble(
        blueprint, from: Self.questions(40), forms: 4, seed: 5)
    else {
      Issue.record("not assembled")
      return
    }
    #expect(apart.sheet.mostShared == 0)
  }

  @Test func `a case enters whole and in order, one that is not whole never`() {
    var making = ExamPool(seed: 77)
    var pool = making.questions([(.single, 20)], cases: 4, of: 4)
    // Of the fourth case a question is gone.
    pool.removeAll { $0.seat?.item == 4 && $0.seat?.place == 2 }
    let blueprint = Blueprint.made([.of(.single, 4), .ofCases(1, of: 4)], spread: 1)
    guard
      case .assembled(let assembly) = FormAssembly.assemble(
        blueprint, from: pool, forms: 3, seed: 9)
    else {
      Issue.record("not assembled")
      return
    }
    #expect(FormChecker(blueprint, pool).faults(of: assembly, forms: 3) == [])
    #expect(
      Self.obstacles(blueprint, pool, forms: 4) == [
        .lacking(.cases(count: 1, questions: 4), forms: 4, pool: 3, reachable: 3, overexposed: 0)
      ])
  }

  @Test func `forms become equally hard to a thousandth`() {
    var making = ExamPool(seed: 4)
    let pool = making.questions([(.single, 800), (.multiple, 300)], groups: 50)
    let blueprint = Blueprint.made(
      [.of(.single, 30), .of(.multiple, 20)],
      shares: [.init(trait: .statute("民法典"), bounds: 3000...3000)],
      difficulty: .init(mean: 0.45, tolerance: 0.001), spread: 0.001)
    guard
      case .assembled(let assembly) = FormAssembly.assemble(
        blueprint, from: pool, forms: 6, seed: 4)
    else {
      Issue.record("not assembled")
      return
    }
    #expect(FormChecker(blueprint, pool).faults(of: assembly, forms: 6) == [])
    #expect(assembly.sheet.spread <= 0.001)
  }

  @Test func `work that is over tells the best so far`() {
    var making = ExamPool(seed: 6)
    let pool = making.questions([(.single, 100)])
    // Forty questions whose difficulties differ cannot have one mean to the last digit.
    let blueprint = Blueprint.made(
      [.of(.single, 20)], difficulty: .init(mean: 0.512_345_678, tolerance: 0), spread: 0)
    let outcome = FormAssembly.assemble(
      blueprint, from: pool, forms: 4, seed: 1,
      budget: AssemblyBudget(exchanges: 20_000, starts: 2))
    guard case .notFound(let best, let gaps) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(best.forms.count == 4)
    #expect(!gaps.isEmpty)
    let over = FormAssembly.assemble(
      blueprint, from: pool, forms: 4, seed: 1, budget: AssemblyBudget(isOver: { true }))
    guard case .notFound(let rough, _) = over else {
      Issue.record("\(over)")
      return
    }
    #expect(rough.forms.map(\.refs.count) == [20, 20, 20, 20])
  }

  @Test func `difficulties that are no numbers do no harm`() {
    let odd = [Double.nan, .infinity, -.infinity, -3, 7]
    let pool = Self.questions(20) { odd[$0 % odd.count] }
    let outcome = FormAssembly.assemble(
      .made([.of(.single, 5)], spread: 1), from: pool, forms: 3, seed: 1)
    guard case .assembled(let assembly) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    #expect(assembly.sheet.forms.allSatisfy { (0...1).contains($0.difficulty) })
  }

  @Test func `of two versions of a question the later one enters`() {
    let pool =
      Self.questions(5)
      + Self.questions(5).map { question in
        var later = question
        later.ref.version = 2
        return later
      }
    guard
      case .assembled(let assembly) = FormAssembly.assemble(
        .made([.of(.single, 5)]), from: pool, forms: 1, seed: 1)
    else {
      Issue.record("not assembled")
      return
    }
    #expect(assembly.forms[0].refs.map(\.version) == [2, 2, 2, 2, 2])
  }
}
