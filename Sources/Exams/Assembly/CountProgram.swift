import Learning
import Solvers

/// A whole-number program over the counts of cells, in the making.
struct CountProgram {
  /// For each cell the quantities whose sum is its count.
  typealias Counts = [[Int]]

  let cells: [ItemCell]
  var program = WholeNumberProgram()

  init(_ cells: [ItemCell]) { self.cells = cells }

  /// Counts up to a bound.
  mutating func counts(most: [Int]) -> Counts { most.map { [program.add(0...max(0, $0))] } }

  /// Counts up to a bound that had better be near their targets. A count is the sum of what leads up to
  /// its target, which is worth something, and what goes beyond, which costs; a little chance in the
  /// prices makes other seeds choose otherwise.
  mutating func counts(
    most: [Int], targets: [Double], _ chance: inout SeededGenerator
  ) -> Counts {
    zip(most, targets).map { most, target in
      let below = min(max(0, most), Int(target))
      let above = max(0, most) - below
      var quantities: [Int] = []
      let price = 1 + Double(chance.below(1_000)) / 5_000
      if below > 0 { quantities.append(program.add(0...below, cost: -price)) }
      // One more is nearer to the target by the part that rounding took.
      let rest = target - Double(Int(target))
      if above > 0 { quantities.append(program.add(0...1, cost: price * (1 - 2 * rest))) }
      if above > 1 { quantities.append(program.add(0...above - 1, cost: 1.5 * price)) }
      return quantities
    }
  }

  /// Counts of which items may stand on several forms. An item on k forms makes k·(k-1)/2 pairs of
  /// forms overlap, so the j-th use costs j-1; all together within the budget of pairs. Bonferroni's
  /// bound: more overlap than this has every set of forms.
  mutating func repeatedCounts(_ problem: CountProblem) -> Counts {
    var pairs: [(quantity: Int, factor: Double)] = []
    let counts = cells.map { cell in
      let once = cell.capacity(problem.forms)
      let quantities = (0..<problem.forms).map { earlier in
        let cost = Double(earlier * cell.weight)
        let quantity = program.add(0...once, cost: cost)
        if earlier > 0 { pairs.append((quantity, cost)) }
        return quantity
      }
      let most = cell.formCapacity * problem.forms
      if most < once * problem.forms {
        program.bound(quantities.map { ($0, 1) }, to: 0...Double(most))
      }
      return quantities
    }
    program.bound(pairs, to: 0...Double(problem.pairBudget))
    return counts
  }

  /// The terms of a sum over all counts.
  func sum(
    _ counts: Counts, factor: (ItemCell) -> Double
  ) -> [(quantity: Int, factor: Double)] {
    var terms: [(quantity: Int, factor: Double)] = []
    for (cell, quantities) in zip(cells, counts) {
      let factor = factor(cell)
      if factor != 0 { for quantity in quantities { terms.append((quantity, factor)) } }
    }
    return terms
  }

  /// Asks of counts what the problem asks of so many forms together.
  ///
  /// - Parameters:
  ///   - slack: what one question too few or too many costs; nil allows none.
  ///   - goalPrice: what a tenth off the goal costs, where the problem aims at it.
  mutating func ask(
    _ problem: CountProblem, of counts: Counts, forms: Int, slack: Double? = nil,
    goalPrice: Double = 1
  ) {
    for index in problem.demands.indices {
      let wanted = Double(problem.demands[index].count * forms)
      bound(
        sum(counts) { $0.demand == index ? 1 : 0 }, to: wanted...wanted,
        slack: slack.map { $0 * 10 })
    }
    for (index, range) in problem.shares.enumerated() {
      guard range.lowerBound > 0 || range.upperBound < problem.length else { continue }
      bound(
        sum(counts) { Double($0.traits[index]) },
        to: Double(range.lowerBound * forms)...Double(range.upperBound * forms), slack: slack)
    }
    if problem.aims, let goal = problem.goal {
      let times = Double(forms)
      let middle = (goal.lowerBound + goal.upperBound) / 2
      // Less than half of a question's worth is for exchange.
      let aside = max(0.25, (goal.upperBound - goal.lowerBound) / 4)
      bound(
        sum(counts) { $0.mean }, to: (middle - aside) * times...(middle + aside) * times,
        slack: goalPrice, step: 0.1)
    }
    keepGroupsApart(counts, forms: forms)
  }

  /// A group of enemies that lies in several cells sends one item to a form at most.
  mutating func keepGroupsApart(_ counts: Counts, forms: Int) {
    var groups: [Int: [(quantity: Int, factor: Double)]] = [:]
    for (cell, quantities) in zip(cells, counts) {
      guard let shared = cell.shared else { continue }
      groups[shared, default: []] += quantities.map { ($0, 1) }
    }
    for (_, terms) in groups.sorted(by: { $0.key < $1.key }) {
      program.bound(terms, to: 0...Double(forms))
    }
  }

  /// Bounds a sum, or prices what lies outside of the bounds.
  ///
  /// - Parameters:
  ///   - slack: the price of a step; nil allows none.
  ///   - step: smaller than the range where the sum is of no whole numbers.
  mutating func bound(
    _ terms: [(quantity: Int, factor: Double)], to range: ClosedRange<Double>, slack: Double?,
    step: Double = 1
  ) {
    guard let slack else {
      program.bound(terms, to: range)
      return
    }
    let most =
      Int(
        terms.reduce(0) { sum, term in
          sum + abs(term.factor) * Double(program.quantities[term.quantity].bounds.upperBound)
        } + abs(range.lowerBound.isFinite ? range.lowerBound : range.upperBound)) + 1
    let steps = min(1_000_000, Int(Double(most) / step))
    let short = program.add(0...steps, cost: slack)
    let over = program.add(0...steps, cost: slack)
    program.bound(terms + [(short, step), (over, -step)], to: range)
  }

  /// The count of each cell in a solution.
  func values(of counts: Counts, in solution: WholeNumberProgram.Solution) -> [Int] {
    counts.map { $0.reduce(0) { $0 + solution.values[$1] } }
  }

  /// Solves the program; nil where nothing was found.
  func values(
    of counts: Counts, window: Double, effort: WholeNumberProgram.Effort
  ) -> [Int]? {
    switch program.solved(window: window, effort: effort) {
    case .found(let solution), .notFound(let solution?, _): values(of: counts, in: solution)
    case .impossible, .notFound(nil, _), .malformed: nil
    }
  }
}
