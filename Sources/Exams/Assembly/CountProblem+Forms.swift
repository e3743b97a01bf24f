import Learning
import Solvers

extension CountProblem {
  /// The same counts for every form, near to the proportions of the pool; nil where none were found.
  func equalCounts(effort: WholeNumberProgram.Effort, chance: inout SeededGenerator) -> [Int]? {
    var draft = CountProgram(cells)
    let most = cells.map { min($0.formCapacity, $0.capacity(forms) / forms) }
    let counts = draft.counts(
      most: most, targets: proportions(of: cells.map(\.items.count)), &chance)
    draft.ask(self, of: counts, forms: 1)
    return draft.values(of: counts, window: .infinity, effort: effort)
  }

  /// How many of each cell a form would have in proportion to what there is: with a goal, more of the
  /// bands on its side, each band as many times more as the one before, so that the mean is the goal.
  func proportions(of available: [Int]) -> [Double] {
    func shares(_ lean: Double) -> [Double] {
      let weights = zip(cells, available).map { cell, count in
        let band = Int(cell.mean / Double(max(1, cell.weight)) * 10)
        return (0..<band).reduce(Double(count)) { weight, _ in weight * lean }
      }
      var sums = [Double](repeating: 0, count: demands.count)
      for (cell, weight) in zip(cells, weights) { sums[cell.demand] += weight }
      return zip(cells, weights).map { cell, weight in
        let sum = sums[cell.demand]
        return sum > 0 ? Double(demands[cell.demand].count) * weight / sum : 0
      }
    }
    guard let goal else { return shares(1) }
    let middle = (goal.lowerBound + goal.upperBound) / 2
    // Harder forms for a greater lean; halving finds the one that fits.
    var (low, high) = (0.25, 4.0)
    for _ in 0..<24 {
      let lean = (low + high) / 2
      let sum = zip(cells, shares(lean)).reduce(0) { $0 + $1.0.mean * $1.1 }
      if sum < middle { low = lean } else { high = lean }
    }
    return shares((low + high) / 2)
  }

  /// How often each cell is used on all forms together, and what each share counts on every form.
  struct Totals {
    var uses: [Int]
    var shares: [ClosedRange<Int>]
  }

  /// The totals over all forms, with the least overlap: first without any, and with the same number
  /// for a share on every form; nil where none were found.
  func totals(effort: WholeNumberProgram.Effort, chance: inout SeededGenerator) -> Totals? {
    for repeats in overlap > 0 && forms > 1 ? [false, true] : [false] {
      for isEqual in shares.contains(where: { $0.count > 1 }) ? [true, false] : [false] {
        if let totals = totals(repeats, isEqual, effort, &chance) { return totals }
      }
    }
    return nil
  }

  private func totals(
    _ repeats: Bool, _ isEqual: Bool, _ effort: WholeNumberProgram.Effort,
    _ chance: inout SeededGenerator
  ) -> Totals? {
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
    draft.ask(asked, of: counts, forms: forms, goalPrice: repeats ? 0.001 : 1)
    switch draft.program.solved(window: repeats ? 0.5 : .infinity, effort: effort) {
    case .found(let solution), .notFound(let solution?, _):
      var shares = shares
      for (index, level) in levels {
        shares[index] = solution.values[level]...solution.values[level]
      }
      return Totals(uses: draft.values(of: counts, in: solution), shares: shares)
    case .impossible, .notFound(nil, _), .malformed: return nil
    }
  }

  /// How carefully a form is parted from what is left.
  private enum Care: CaseIterable {
    /// In proportion to what is left, which nearly always leaves enough.
    case quick
    /// So that the counts left suffice for the forms left.
    case foresight
    /// The form, and the forms left, may miss their shares; exchange mends that.
    case lenience
  }

  /// Parts totals into forms, one after the other, always with the least care that will do.
  ///
  /// - Parameter isQuick: whether to try without foresight first.
  func parted(
    _ totals: Totals, isQuick: Bool, effort: WholeNumberProgram.Effort,
    chance: inout SeededGenerator
  ) -> [[Int]]? {
    var asked = self
    asked.shares = totals.shares
    var left = zip(cells, totals.uses).map { max($0.capacity(forms), $1) }
    var parts: [[Int]] = []
    for rest in (0..<forms).reversed() {
      var part: [Int]?
      for care in Care.allCases where part == nil && (isQuick || care != .quick) {
        part = asked.part(of: left, rest: rest, care, effort, &chance)
      }
      guard let part else { return nil }
      for (cell, count) in part.enumerated() { left[cell] -= count }
      parts.append(part)
    }
    return parts
  }

  /// One form's part of what is left for it and so many others.
  private func part(
    of left: [Int], rest: Int, _ care: Care, _ effort: WholeNumberProgram.Effort,
    _ chance: inout SeededGenerator
  ) -> [Int]? {
    var draft = CountProgram(cells)
    var most = zip(cells, left).map { min($0.formCapacity, $1) }
    if care == .quick {
      let even = left.map { ($0 + rest) / (rest + 1) }
      most = zip(most, even).map { min($0, $1) }
      let counts = draft.counts(most: most, targets: proportions(of: left), &chance)
      draft.ask(self, of: counts, forms: 1)
      return draft.values(of: counts, window: .infinity, effort: effort)
    }
    let counts = draft.counts(
      most: most, targets: left.map { Double($0) / Double(rest + 1) }, &chance)
    let isLenient = care == .lenience
    draft.ask(self, of: counts, forms: 1, slack: isLenient ? 1_000 : nil)
    if rest > 0 {
      let later = zip(cells, left).map { min($0.formCapacity * rest, $1) }
      let others = draft.counts(most: later)
      for (cell, count) in left.enumerated() where most[cell] + later[cell] > count {
        let terms = (counts[cell] + others[cell]).map { (quantity: $0, factor: 1.0) }
        draft.program.bound(terms, to: 0...Double(count))
      }
      draft.ask(self, of: others, forms: rest, slack: isLenient ? 300 : nil)
    }
    return draft.values(of: counts, window: isLenient ? 200 : .infinity, effort: effort)
  }

  /// Counts in proportion, the same for every form, whatever the shares are: something to start from
  /// where nothing better was found.
  func roughCounts() -> [Int] {
    let targets = proportions(of: cells.map(\.items.count))
    var counts = zip(cells, targets).map { min($0.formCapacity, Int($1)) }
    for (index, demand) in demands.enumerated() {
      let own = cells.indices.filter { cells[$0].demand == index }
      var missing = demand.count - own.reduce(0) { $0 + counts[$1] }
      // What rounding took goes to those that lost most, as often as there is room.
      let order = own.sorted {
        (targets[$1] - Double(counts[$1]), $0) < (targets[$0] - Double(counts[$0]), $1)
      }
      while missing > 0 {
        let open = order.filter { counts[$0] < cells[$0].formCapacity }
        guard !open.isEmpty else { break }
        for cell in open.prefix(missing) {
          counts[cell] += 1
          missing -= 1
        }
      }
    }
    return counts
  }
}
