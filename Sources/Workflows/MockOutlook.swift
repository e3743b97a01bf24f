import Learning
import Questions
import Statistics

/// Where the score of a mock exam would lie if it were sat today, told from those before.
package enum MockOutlook: Hashable, Sendable {
  /// So many were handed in, and the range wants more.
  case tooFew(sat: Int, needed: Int)
  /// In four of five cases between these, both included.
  case range(low: Score, high: Score, from: Int)

  /// - Parameters:
  ///   - scores: what the papers of the series came to, the oldest first, each with its own full marks;
  ///     papers without any answer tell nothing and are left out by the caller.
  ///   - full: the marks of today's paper without a fault.
  package init(scores: [(score: Score, full: Score)], full: Score) {
    let shares = scores.map { Double($0.score.hundredths) / Double(max(1, $0.full.hundredths)) }
    guard let interval = PredictionInterval(shares) else {
      self = .tooFew(sat: scores.count, needed: PredictionInterval.least)
      return
    }
    // No paper earns less than nothing or more than all.
    func score(_ share: Double) -> Score {
      let marks = min(max(share, 0), 1) * Double(full.hundredths)
      return Score(hundredths: Int(marks.rounded()))
    }
    self = .range(
      low: score(interval.low), high: score(interval.high), from: interval.count)
  }
}
