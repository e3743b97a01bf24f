import Learning
import Solvers

/// Draws parallel forms from a pool by a blueprint 组卷.
///
/// The solver decides how many items of each cell stand on the forms, or proves that no numbers do;
/// within a cell, exchange makes the forms equally hard and keeps enemies and repeats apart.
package enum FormAssembly {
  /// Assembles forms that all satisfy the blueprint. The same questions, blueprint, number and seed
  /// give the same forms, in whatever order the pool comes, unless the budget ends the work by
  /// `isOver`.
  ///
  /// - Parameter forms: how many parallel forms.
  package static func assemble(
    _ blueprint: Blueprint, from questions: [PoolQuestion], forms: Int, seed: UInt64,
    budget: AssemblyBudget = AssemblyBudget()
  ) -> AssemblyOutcome {
    guard forms > 0, blueprint.count > 0, blueprint.sections.allSatisfy({ $0.questions >= 0 })
    else {
      return .impossible([.nothingAsked])
    }
    let fractional = blueprint.shares.filter { $0.questions(of: blueprint.count) == nil }
    guard fractional.isEmpty else {
      return .impossible(
        fractional.map {
          .noWholeNumber($0.trait, bounds: $0.bounds, questions: blueprint.count)
        })
    }
    if let goal = blueprint.difficulty, !goal.mean.isFinite || !goal.tolerance.isFinite {
      return .impossible([
        .difficulty(mean: goal.mean, tolerance: goal.tolerance, reachable: 0...1)
      ])
    }
    let search = FormSearch(
      pool: ItemPool(questions, for: blueprint), forms: forms, seed: seed, budget: budget)
    return search.outcome()
  }
}

/// One assembly on its way.
private struct FormSearch {
  let pool: ItemPool
  let forms: Int
  let seed: UInt64
  let budget: AssemblyBudget

  private var blueprint: Blueprint { pool.blueprint }
  private var shares: [ClosedRange<Int>] {
    blueprint.shares.map { $0.questions(of: blueprint.count) ?? 0...0 }
  }

  /// The bounds of the sum of difficulties, for a goal.
  private var goal: ClosedRange<Double>? {
    blueprint.difficulty.map { goal in
      let length = Double(blueprint.count)
      let tolerance = max(0, goal.tolerance)
      return (goal.mean - tolerance) * length...(goal.mean + tolerance) * length
    }
  }

  private func problem(bands: Int) -> CountProblem {
    CountProblem(
      cells: ItemCell.cells(of: pool, bands: bands, forms: forms), demands: pool.demands,
      shares: shares, goal: goal, forms: forms, overlap: max(0, blueprint.forms.overlap))
  }

  /// The cells that counting can bear: with fewer bands where traits make many.
  private static let mostCells = 1_200

  func outcome() -> AssemblyOutcome {
    var best: FormExchange?
    var fine = problem(bands: 5)
    for bands in [3, 1] where fine.cells.count > Self.mostCells { fine = problem(bands: bands) }
    var chance = SeededGenerator(seed: seed, purpose: 0x666F_726D)
    if let counts = fine.equalCounts(effort: budget.effort(), chance: &chance) {
      let parts = [[Int]](repeating: counts, count: forms)
      let drawn = finished(parts, fine, shares, &chance)
      if audit(drawn).gaps.isEmpty { return .assembled(assembly(drawn)) }
      best = drawn
    }
    // With a goal the bands make the proof sharper.
    let proof = CountDiagnosis(
      problem: problem(bands: goal == nil ? 1 : 5), pool: pool, effort: budget.effort())
    let obstacles = proof.obstacles()
    if !obstacles.isEmpty { return .impossible(obstacles) }
    var coarse = problem(bands: goal == nil ? 1 : 3)
    for start in 0..<max(1, budget.starts) where !budget.isOver() {
      var chance = SeededGenerator(seed: seed, purpose: UInt64(start) &+ 0x7374_6172_74)
      coarse.aims = goal != nil && start % 2 == 1
      guard
        let totals = coarse.totals(effort: budget.effort(), chance: &chance),
        let parts = coarse.parted(
          totals, isQuick: start == 0, effort: budget.effort(), chance: &chance)
      else { continue }
      let drawn = finished(parts, coarse, totals.shares, &chance)
      if audit(drawn).gaps.isEmpty { return .assembled(assembly(drawn)) }
      if best.map({ drawn.penalty < $0.penalty }) ?? true { best = drawn }
    }
    let parts = [[Int]](repeating: coarse.roughCounts(), count: forms)
    let told = best ?? finished(parts, coarse, shares, &chance)
    // What was begun anyhow may have turned out well.
    let gaps = audit(told).gaps
    return gaps.isEmpty
      ? .assembled(assembly(told)) : .notFound(best: assembly(told), gaps: gaps)
  }

  /// Items for counts, mended and made equally hard.
  private func finished(
    _ parts: [[Int]], _ problem: CountProblem, _ shares: [ClosedRange<Int>],
    _ chance: inout SeededGenerator
  ) -> FormExchange {
    var exchange = FormExchange(
      pool, forms: forms, shares: shares, overlapLimit: max(0, blueprint.forms.overlap),
      exchanges: budget.exchanges / max(1, budget.starts))
    exchange.draw(parts, from: problem.cells, chance: &chance)
    exchange.repair(
      reserve: exchange.exchangesLeft / 4, chance: &chance, isOver: budget.isOver)
    // Half of what is allowed, so that nothing hangs on the last digit.
    let length = Double(blueprint.count)
    let spread = max(0, blueprint.forms.spread) * length
    exchange.level(to: goal, spread: spread / 2, chance: &chance, isOver: budget.isOver)
    return exchange
  }

  private func audit(_ exchange: FormExchange) -> FormAudit {
    FormAudit(exchange.pool, forms: exchange.forms)
  }

  private func assembly(_ exchange: FormExchange) -> Assembly {
    var chance = SeededGenerator(seed: seed, purpose: 0x6F72_6465_72)
    return audit(exchange).assembly(seed: seed, chance: &chance)
  }
}
