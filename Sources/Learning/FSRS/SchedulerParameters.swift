/// The weights of FSRS-6 and what the learner wants of it.
package struct SchedulerParameters: Hashable, Sendable {
  /// The 21 weights w0 … w20 of the published algorithm.
  package let weights: [Double]
  /// The chance of recall at which a question is due.
  package let retention: Double
  /// No interval is longer, in days.
  package let longestInterval: Int

  /// The default weights that the open-spaced-repetition project published for FSRS-6, found by it
  /// over the reviews of many thousand people; desired retention 0.9.
  package static let standard = SchedulerParameters(
    weights: [
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
      0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ], retention: 0.9, longestInterval: 36_500)

  private init(weights: [Double], retention: Double, longestInterval: Int) {
    self.weights = weights
    self.retention = retention
    self.longestInterval = longestInterval
  }
}
