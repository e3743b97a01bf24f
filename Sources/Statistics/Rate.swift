/// A rate that never loses its counts: 12 of 13.
package struct Rate: Hashable, Sendable {
  package let numerator: Int
  package let denominator: Int

  package init(_ numerator: Int, of denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Hundredths of a percent, rounded half up: 12 of 13 is 9231; nil for a zero denominator.
  package var basisPoints: Int? {
    denominator == 0 ? nil : Ratio.roundedHalfUp(numerator * 10_000, denominator)
  }

  /// `92.31%`; nil for a zero denominator, which a screen words as 无.
  package var percent: String? {
    basisPoints.map { points in
      let fraction = points % 100
      return "\(points / 100).\(fraction < 10 ? "0" : "")\(fraction)%"
    }
  }
}
