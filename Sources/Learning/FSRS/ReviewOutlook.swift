import CMath

/// What a memory's next review would come to, with all that does not depend on its day worked out
/// once: a plan asks it for thousands of memories on dozens of days.
struct ReviewOutlook: Sendable {
  /// Days, as in `MemoryState`.
  let stability: Double
  /// Recalled, a memory grows by 1 + growth · (e^(w10 · (1 - R)) - 1).
  let growth: Double
  /// Forgotten, it falls to forgotten · e^(w14 · (1 - R)), but not above the bound.
  let forgotten: Double
  let bound: Double
}

extension Scheduler {
  /// The outlook of a memory.
  func outlook(of state: MemoryState) -> ReviewOutlook {
    let w = parameters.weights
    return ReviewOutlook(
      stability: state.stability,
      growth: recallGain * (11 - state.difficulty) * shim_pow(state.stability, -w[9]),
      forgotten: w[11] * shim_pow(state.difficulty, -w[12])
        * (shim_pow(state.stability + 1, w[13]) - 1),
      bound: state.stability / forgetBound)
  }

  /// The chance of recall so many days (`rest`) after a review that comes `days` after the last one,
  /// at least 1: the mean over its two ends, "good" with the chance of recall on its day, else
  /// "again". The formulas are those of `state(after:of:days:)`.
  func expectedRecall(_ outlook: ReviewOutlook, reviewAfter days: Int, rest: Int) -> Double {
    let w = parameters.weights
    let recall = recall(stability: outlook.stability, after: days)
    let recalled =
      outlook.stability * (1 + outlook.growth * (shim_exp((1 - recall) * w[10]) - 1))
    let forgotten = min(outlook.forgotten * shim_exp((1 - recall) * w[14]), outlook.bound)
    return recall * self.recall(stability: max(recalled, Self.leastStability), after: rest)
      + (1 - recall) * self.recall(stability: max(forgotten, Self.leastStability), after: rest)
  }

  private func recall(stability: Double, after days: Int) -> Double {
    shim_pow(1 + factor * Double(days) / stability, decay)
  }
}
