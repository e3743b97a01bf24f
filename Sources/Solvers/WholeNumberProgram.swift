/// A program to be solved in whole numbers: the least cost of quantities within their bounds, under
/// rows that bound sums of them.
package struct WholeNumberProgram: Sendable {
  /// A quantity to be found.
  package struct Quantity: Sendable {
    package var bounds: ClosedRange<Int>
    /// Of one.
    package var cost: Double

    package init(bounds: ClosedRange<Int>, cost: Double = 0) {
      self.bounds = bounds
      self.cost = cost
    }
  }

  /// Bounds for a sum of quantities, each times its factor; either end may be infinite.
  package struct Bound: Sendable {
    /// By the position of the quantity; each at most once.
    package var terms: [(quantity: Int, factor: Double)]
    package var range: ClosedRange<Double>

    package init(terms: [(quantity: Int, factor: Double)], range: ClosedRange<Double>) {
      self.terms = terms
      self.range = range
    }
  }

  package var quantities: [Quantity]
  package var rows: [Bound]

  package init(quantities: [Quantity] = [], rows: [Bound] = []) {
    self.quantities = quantities
    self.rows = rows
  }

  /// Adds a quantity and gives its position.
  package mutating func add(_ bounds: ClosedRange<Int>, cost: Double = 0) -> Int {
    quantities.append(Quantity(bounds: bounds, cost: cost))
    return quantities.count - 1
  }

  /// Adds a row.
  package mutating func bound(
    _ terms: [(quantity: Int, factor: Double)], to range: ClosedRange<Double>
  ) {
    rows.append(Bound(terms: terms, range: range))
  }
}

extension WholeNumberProgram {
  /// A value for each quantity, and what they cost.
  package struct Solution: Hashable, Sendable {
    package var values: [Int]
    package var cost: Double

    package init(values: [Int], cost: Double) {
      self.values = values
      self.cost = cost
    }
  }

  /// What became of a program.
  package enum Outcome: Hashable, Sendable {
    /// Nothing costs less by more than the window.
    case found(Solution)
    /// Proven: no values keep all bounds.
    case impossible
    /// The effort was spent first. The gap is by how much the best so far may be too dear; nil where
    /// nothing was found.
    case notFound(best: Solution?, gap: Double?)
    /// Not a program: a row names a quantity that is not there or names one twice, or a number is none.
    case malformed
  }

  /// How long to search. The branches alone give the same outcome every time; the other two do not.
  package struct Effort: Sendable {
    /// How many branches of the search are looked at.
    package var branches: Int
    /// nil for no limit of time.
    package var milliseconds: Int?
    /// Asked at each branch; true ends the search.
    package var isOver: @Sendable () -> Bool

    package init(
      branches: Int = 20_000, milliseconds: Int? = nil,
      isOver: @escaping @Sendable () -> Bool = { false }
    ) {
      self.branches = branches
      self.milliseconds = milliseconds
      self.isOver = isOver
    }
  }

  /// Whether values keep all bounds, up to a millionth of what is summed: GLPK's own tolerance is near
  /// that. Where factors are whole numbers and sums below ten thousand, exactly.
  package func admits(_ values: [Int]) -> Bool {
    guard values.count == quantities.count,
      zip(values, quantities).allSatisfy({ $1.bounds.contains($0) })
    else { return false }
    return rows.allSatisfy { row in
      var sum = 0.0
      var size = 1.0
      for (quantity, factor) in row.terms {
        let part = Double(values[quantity]) * factor
        sum += part
        size += abs(part)
      }
      let slack = min(0.01, size * 1e-6)
      return sum >= row.range.lowerBound - slack && sum <= row.range.upperBound + slack
    }
  }

  /// What values cost together.
  package func cost(of values: [Int]) -> Double {
    zip(values, quantities).reduce(0) { $0 + Double($1.0) * $1.1.cost }
  }

  /// The largest magnitude of a bound: beyond it doubles lose whole numbers in sums.
  private static let most = 1_000_000_000

  /// Whether the program can be handed to a solver.
  package var isWellFormed: Bool {
    guard
      quantities.allSatisfy({
        $0.cost.isFinite && -Self.most <= $0.bounds.lowerBound && $0.bounds.upperBound <= Self.most
      })
    else { return false }
    var lastRow = [Int](repeating: -1, count: quantities.count)
    for (number, row) in rows.enumerated() {
      // A range of ∞...∞ or of no number bounds nothing that is whole.
      guard row.range.lowerBound < .infinity, row.range.upperBound > -.infinity else {
        return false
      }
      for (quantity, factor) in row.terms {
        guard lastRow.indices.contains(quantity), factor.isFinite, lastRow[quantity] != number
        else { return false }
        lastRow[quantity] = number
      }
    }
    return true
  }
}
