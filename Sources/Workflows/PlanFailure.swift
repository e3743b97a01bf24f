/// Why an exam plan could not be made, dropped or followed. Dates are written as 2026-11-24.
package enum PlanFailure: Hashable, Sendable {
  /// What the plans have for today is done.
  case done
  case dateUnreadable(String)
  /// The date asked for does not lie after today.
  case notAhead(String, today: String)
  case tooFar(String, furthest: String)
  /// Minutes a day: 1 to 600.
  case minutesOutOfRange(Int)
  case titleUnusable(String)
  /// The learner has as many plans as may be.
  case tooMany(numbers: [Int])
  case unknown(Int, known: [Int])
  /// A bank in which practice has nothing to ask, by its title.
  case bankEmpty(String)
}
