import Learning
import Solvers

/// How many items of each cell stand on the forms: the part of assembly that counting decides.
struct CountProblem {
  let cells: [ItemCell]
  let demands: [SectionDemand]
  /// For each share, how many questions of a form it may count.
  var shares: [ClosedRange<Int>]
  /// Bounds for the sum of the difficulties of a form; nil without a goal.
  let goal: ClosedRange<Double>?
  let forms: Int
  /// How many questions two forms may share.
  let overlap: Int

  /// Questions of one form.
  var length: Int { demands.reduce(0) { $0 + $1.count * $1.weight } }

  /// In how many question pairs all forms together may overlap.
  var pairBudget: Int { overlap * forms * (forms - 1) / 2 }

  /// What can be asked of counts, each by itself.
  enum Row: Hashable {
    /// By the position of the demand.
    case demand(Int)
    /// The lower bound of a share.
    case least(Int)
    /// The upper bound of a share.
    case most(Int)
    /// The mean difficulty, as far as the easiest and hardest items of each cell allow.
    case goal
  }

  /// All that is asked.
  var rows: [Row] {
    var rows = demands.indices.map { Row.demand($0) }
    for (index, range) in shares.enumerated() {
      if range.lowerBound > 0 { rows.append(.least(index)) }
      if range.upperBound < length { rows.append(.most(index)) }
    }
    if goal != nil { rows.append(.goal) }
    return rows
  }

  /// The same counts for every form, near to the proportions of the pool; nil where none were found.
  func equalCounts(effort: WholeNumberProgram.Effort, chance: inout SeededGenerator) -> [Int]? {
    var draft = CountProgram(cells)
    let most = cells.map { min($0.formCapacity, $0.capacity(forms) / forms) }
    let counts = draft.counts(
      most: most, targets: proportions(of: cells.map(\.items.count)), &chance)
    draft.ask(self, of: counts, forms: 1)
    return draft.values(of: counts, window: .infinity, effort: effort)
  }

  /// How many of each cell a form would have in proportion to what there is.
  func proportions(of available: [Int]) -> [Double] {
    var sums = [Int](repeating: 0, count: demands.count)
    for (cell, count) in zip(cells, available) { sums[cell.demand] += count }
    return zip(cells, available).map { cell, count in
      Double(demands[cell.demand].count * count) / Double(max(1, sums[cell.demand]))
    }
  }

  /// How often each cell is used on all forms together, and what each share counts on every form.
  struct Totals {
    var uses: [Int]
    var shares: [ClosedRange<Int>]
  }

  /// What becomes of the totals.
  enum TotalsOutcome {
    case found(Totals)
    case impossible
    case unknown
  }

  /// The totals over all forms, with the least overlap: first without any, and with the same number
  /// for a share on every form. Whatever forms there are, their totals satisfy this, so where it is
  /// impossible they are.
  func totals(effort: WholeNumberProgram.Effort, chance: inout SeededGenerator) -> TotalsOutcome {
    var isImpossible = false
    for repeats in overlap > 0 && forms > 1 ? [false, true] : [false] {
      for isEqual in shares.contains(where: { $0.count > 1 }) ? [true, false] : [false] {
        for hasGoal in goal == nil ? [false] : [true, false] {
          switch totals(repeats, isEqual, hasGoal, effort, &chance) {
          case .found(let totals): return .found(totals)
          case .impossible: isImpossible = true
          case .unknown: isImpossible = false
          }
        }
      }
    }
    return isImpossible ? .impossible : .unknown
  }

  private func totals(
    _ repeats: Bool, _ isEqual: Bool, _ hasGoal: Bool, _ effort: WholeNumberProgram.Effort,
    _ chance: inout SeededGenerator
  ) -> TotalsOutcome {
    var draft = CountProgram(cells)
    let once = cells.map { $0.capacity(forms) }
    let counts: CountProgram.Counts
    if repeats {
      counts = draft.repeatedCounts(self)
    } else {
      let targets = proportions(of: once).map { $0 * Double(forms) }
      counts = draft.counts(most: once, targets: targets, &chance)
    }
    var asked = self
    var levels: [Int: Int] = [:]
    if isEqual {
      for (index, range) in shares.enumerated() where range.count > 1 {
        let level = draft.program.add(range)
        levels[index] = level
        let sum = draft.sum(counts) { Double($0.traits[index]) }
        draft.program.bound(sum + [(level, -Double(forms))], to: 0...0)
        asked.shares[index] = 0...length
      }
    }
    draft.ask(asked, of: counts, forms: forms, goal: hasGoal)
    let window = repeats ? 0.5 : Double.infinity
    switch draft.program.solved(window: window, effort: effort) {
    case .found(let solution), .notFound(let solution?, _):
      var shares = shares
      for (index, level) in levels {
        shares[index] = solution.values[level]...solution.values[level]
      }
      return .found(Totals(uses: draft.values(of: counts, in: solution), shares: shares))
    case .impossible: return .impossible
    case .notFound(nil, _), .malformed: return .unknown
    }
  }

  /// Parts totals into forms, one after the other, always so that the counts left suffice for the
  /// forms left. Where no such part is found, a form may miss its shares; what it misses is mended
  /// later, by exchange.
  func parted(
    _ totals: Totals, effort: WholeNumberProgram.Effort, chance: inout SeededGenerator
  ) -> [[Int]]? {
    var asked = self
    asked.shares = totals.shares
    var left = zip(cells, totals.uses).map { max($0.capacity(forms), $1) }
    var parts: [[Int]] = []
    for form in 0..<forms {
      let rest = forms - form - 1
      var part: [Int]?
      for isStrict in [true, false] where part == nil {
        var draft = CountProgram(cells)
        let most = zip(cells, left).map { min($0.formCapacity, $1) }
        let counts = draft.counts(
          most: most, targets: left.map { Double($0) / Double(rest + 1) }, &chance)
        draft.ask(asked, of: counts, forms: 1, slack: isStrict ? nil : 1_000)
        if rest > 0 {
          let later = zip(cells, left).map { min($0.formCapacity * rest, $1) }
          let others = draft.counts(most: later)
          for (cell, count) in left.enumerated() where most[cell] + later[cell] > count {
            let terms = (counts[cell] + others[cell]).map { (quantity: $0, factor: 1.0) }
            draft.program.bound(terms, to: 0...Double(count))
          }
          draft.ask(asked, of: others, forms: rest, slack: isStrict ? nil : 300)
        }
        part = draft.values(of: counts, window: isStrict ? .infinity : 200, effort: effort)
      }
      guard let part else { return nil }
      for (cell, count) in part.enumerated() { left[cell] -= count }
      parts.append(part)
    }
    return parts
  }
}
