import Solvers

/// Finds out what a blueprint lacks, where its counts are impossible.
struct CountDiagnosis {
  let problem: CountProblem
  let pool: ItemPool
  let effort: WholeNumberProgram.Effort

  /// What cannot be met alone; where everything can, the least set that cannot be met together. Empty
  /// where nothing was proven.
  func obstacles() -> [AssemblyObstacle] {
    if isPossible { return [] }
    let demands = problem.demands.indices.compactMap { lacking(.demand($0)) }
    if !demands.isEmpty { return demands }
    let shares = problem.rows.compactMap { row in
      switch row {
      case .least: lacking(row)
      case .most(let share): excess(share)
      case .demand, .goal: nil
      }
    }
    if !shares.isEmpty { return shares }
    return conflict().map { [$0] } ?? []
  }

  // MARK: Alone

  /// How many questions (or cases) for a row can stand on all forms together, if nothing else is
  /// asked.
  private func lacking(_ row: CountProblem.Row) -> AssemblyObstacle? {
    let requirement = requirement(row)
    let wanted = requirement.count * problem.forms
    let others = problem.demands.indices.map { CountProblem.Row.demand($0) }
    var draft = draft(keeping: [], atMost: others)
    let factor = factor(of: row)
    for (cell, quantities) in zip(problem.cells, draft.counts) {
      for quantity in quantities { draft.made.program.quantities[quantity].cost = -factor(cell) }
    }
    guard case .found(let solution) = draft.made.program.solved(effort: effort) else { return nil }
    let reachable = Int((-solution.cost).rounded())
    guard reachable < wanted else { return nil }
    let own = pool.items.reduce(0) { $0 + count($1, row) }
    let overexposed = pool.overexposed.reduce(0) { $0 + count($1, row) }
    return .lacking(
      requirement, forms: problem.forms, pool: own, reachable: reachable, overexposed: overexposed)
  }

  /// How few questions of a share can stand on all forms together, if every section is filled.
  private func excess(_ share: Int) -> AssemblyObstacle? {
    let row = CountProblem.Row.most(share)
    var draft = draft(keeping: problem.demands.indices.map { .demand($0) }, atMost: [])
    for (cell, quantities) in zip(problem.cells, draft.counts) {
      for quantity in quantities {
        draft.made.program.quantities[quantity].cost = Double(cell.traits[share])
      }
    }
    guard case .found(let solution) = draft.made.program.solved(effort: effort) else { return nil }
    let least = Int(solution.cost.rounded())
    let requirement = requirement(row)
    guard least > requirement.count * problem.forms else { return nil }
    return .excess(requirement, forms: problem.forms, least: least)
  }

  // MARK: Together

  /// A set of rows that cannot be met together, none of which can be left out: each is left out for
  /// good where the others stay impossible without it.
  private func conflict() -> AssemblyObstacle? {
    var kept = problem.rows
    guard isImpossible(kept) else { return nil }
    for row in problem.rows.reversed() where kept.contains(row) {
      let others = kept.filter { $0 != row }
      if isImpossible(others) { kept = others }
    }
    if kept.contains(.goal), let reachable = reachableDifficulty(), let goal = problem.goal {
      let length = Double(max(1, problem.length))
      if reachable.upperBound < goal.lowerBound / length
        || reachable.lowerBound > goal.upperBound / length,
        let rule = pool.blueprint.difficulty
      {
        return .difficulty(mean: rule.mean, tolerance: rule.tolerance, reachable: reachable)
      }
    }
    return .conflict(
      kept.map(requirement), forms: problem.forms,
      lacking: kept.contains(.goal) ? 0 : missing(kept))
  }

  private var isPossible: Bool {
    let draft = draft(keeping: problem.rows, atMost: [])
    switch draft.made.program.solved(window: .infinity, effort: effort) {
    case .found, .notFound(.some, _): return true
    case .impossible, .notFound(nil, _), .malformed: return false
    }
  }

  private func isImpossible(_ rows: [CountProblem.Row]) -> Bool {
    let free = problem.demands.indices.map { CountProblem.Row.demand($0) }
      .filter { !rows.contains($0) }
    let draft = draft(keeping: rows, atMost: free)
    return draft.made.program.solved(window: .infinity, effort: effort) == .impossible
  }

  /// How many questions more would make the rows possible.
  private func missing(_ rows: [CountProblem.Row]) -> Int {
    let free = problem.demands.indices.map { CountProblem.Row.demand($0) }
      .filter { !rows.contains($0) }
    let draft = draft(keeping: rows, atMost: free, slack: 1)
    switch draft.made.program.solved(effort: effort) {
    case .found(let solution), .notFound(let solution?, _): return Int(solution.cost.rounded())
    case .impossible, .notFound(nil, _), .malformed: return 0
    }
  }

  /// Between which means every set of forms lies that meets the other rows.
  private func reachableDifficulty() -> ClosedRange<Double>? {
    let rows = problem.rows.filter { $0 != .goal }
    let length = Double(max(1, problem.length * problem.forms))
    func bound(_ sign: Double, _ difficulty: (ItemCell) -> Double) -> Double? {
      var draft = draft(keeping: rows, atMost: [])
      for (cell, quantities) in zip(problem.cells, draft.counts) {
        for quantity in quantities {
          draft.made.program.quantities[quantity].cost = sign * difficulty(cell)
        }
      }
      guard case .found(let solution) = draft.made.program.solved(window: 0.01, effort: effort)
      else { return nil }
      return sign * solution.cost / length
    }
    guard let least = bound(1, \.least), let most = bound(-1, \.most), least <= most else {
      return nil
    }
    return least...most
  }

  // MARK: Programs

  private typealias Draft = (made: CountProgram, counts: CountProgram.Counts)

  /// A program over the totals of all forms without a cost of its own.
  ///
  /// - Parameters:
  ///   - rows: what is kept.
  ///   - atMost: demands that may be filled in part.
  ///   - slack: what one question less than a row asks, or one more, costs.
  private func draft(
    keeping rows: [CountProblem.Row], atMost free: [CountProblem.Row], slack: Double? = nil
  ) -> Draft {
    var made = CountProgram(problem.cells)
    let repeats = problem.overlap > 0 && problem.forms > 1
    let counts =
      repeats
      ? made.repeatedCounts(problem)
      : made.counts(most: problem.cells.map { $0.capacity(problem.forms) })
    for index in made.program.quantities.indices { made.program.quantities[index].cost = 0 }
    made.keepGroupsApart(counts, forms: problem.forms)
    for row in free {
      let wanted = Double(requirement(row).count * problem.forms)
      made.program.bound(made.sum(counts, factor: factor(of: row)), to: 0...wanted)
    }
    for row in rows {
      let terms = made.sum(counts, factor: factor(of: row))
      let wanted = Double(requirement(row).count * problem.forms)
      switch row {
      case .demand: made.bound(terms, to: wanted...wanted, slack: slack)
      case .least: made.bound(terms, to: wanted...Double.infinity, slack: slack)
      case .most: made.bound(terms, to: -Double.infinity...wanted, slack: slack)
      case .goal:
        guard let goal = problem.goal else { continue }
        let forms = Double(problem.forms)
        made.program.bound(
          made.sum(counts, factor: \.least), to: -Double.infinity...goal.upperBound * forms)
        made.program.bound(
          made.sum(counts, factor: \.most), to: goal.lowerBound * forms...Double.infinity)
      }
    }
    return (made, counts)
  }

  private func factor(of row: CountProblem.Row) -> (ItemCell) -> Double {
    switch row {
    case .demand(let demand): { $0.demand == demand ? 1 : 0 }
    case .least(let share), .most(let share): { Double($0.traits[share]) }
    case .goal: \.mean
    }
  }

  private func count(_ item: DrawnItem, _ row: CountProblem.Row) -> Int {
    switch row {
    case .demand(let demand): item.demand == demand ? 1 : 0
    case .least(let share), .most(let share): item.traits[share]
    case .goal: 0
    }
  }

  private func requirement(_ row: CountProblem.Row) -> AssemblyRequirement {
    switch row {
    case .demand(let index):
      let demand = problem.demands[index]
      if let kind = demand.kind { return .questions(kind, count: demand.count) }
      return .cases(count: demand.count, questions: demand.weight)
    case .least(let share):
      return .least(pool.blueprint.shares[share].trait, count: problem.shares[share].lowerBound)
    case .most(let share):
      return .most(pool.blueprint.shares[share].trait, count: problem.shares[share].upperBound)
    case .goal:
      let goal = pool.blueprint.difficulty ?? .init(mean: 0, tolerance: 1)
      return .difficulty(mean: goal.mean, tolerance: goal.tolerance)
    }
  }
}
