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

  /// Bounds for a sum of quantities, each times its factor.
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
}
