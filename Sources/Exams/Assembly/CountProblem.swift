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
  /// Whether counts are to come near the goal, too. Cells know only the means of their items, so the
  /// rest is left to exchange; a goal in the way of whole numbers takes long to search.
  var aims = false
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
}
