import Learning

/// Where workflows read the time: the computer's clocks, or one that a test sets.
package protocol Timekeeper: Sendable {
  /// All clocks, read at one moment.
  func now() -> Moment
}
