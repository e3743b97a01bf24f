/// Where the next value of a series lies in four of five cases, told from the values before.
///
/// mean ± t · s · √(1 + 1/n), with the sample's standard deviation s and Student's t for n - 1 degrees of
/// freedom: the prediction interval for one more value of a normal distribution with unknown mean and
/// variance (Hahn and Meeker, Statistical Intervals, 1991, section 4.7). The values are taken as drawn
/// from one distribution: who learns meanwhile, or gets tired, lies outside more often.
package struct PredictionInterval: Hashable, Sendable {
  /// Fewer values tell too little.
  package static let least = 3
  /// Only the latest so many count: older ones tell of somebody who knew less.
  package static let most = 10

  package let low: Double
  package let high: Double
  /// How many values it was told from.
  package let count: Int

  /// - Parameter values: the oldest first; nil comes out for fewer than `least`.
  package init?(_ values: [Double]) {
    let latest = values.suffix(Self.most)
    let n = Double(latest.count)
    guard latest.count >= Self.least else { return nil }
    let mean = latest.reduce(0, +) / n
    let variance = latest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let half = Self.t(latest.count - 1) * (variance * (1 + 1 / n)).squareRoot()
    low = mean - half
    high = mean + half
    count = latest.count
  }

  /// The 90th percentile of Student's t by degrees of freedom, 2 to 9: below it and above its negative
  /// lie four of five values.
  private static let percentiles = [
    1.885618, 1.637744, 1.533206, 1.475884, 1.439756, 1.414924, 1.396815, 1.383029,
  ]

  /// Student's t for this many degrees of freedom, 2 to 9.
  package static func t(_ degrees: Int) -> Double {
    percentiles[min(max(degrees - 2, 0), percentiles.count - 1)]
  }
}
