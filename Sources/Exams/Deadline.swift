import Learning

/// The one place that says how much time a candidate has.
///
/// The time runs from the opening of the wave, for everyone alike: who comes late has less, who has extra
/// time has more, and time that was lost and given back is added. Time that was given before somebody began
/// moves the moment up to which one may begin as well: a power cut makes nobody late. It runs by the clock that nobody can set
/// within one boot of the computer; from one boot to the next by the clock on the wall, from the last moment
/// on record. A clock that was set back so never gives time within a boot, nor more than the outage lasted
/// across one.
package struct Deadline: Hashable, Sendable {
  /// How late is still early enough to begin, in milliseconds after the opening; nil: until the end.
  package var latestEntry: Int64?
  /// Milliseconds from the opening to the end, with everything that was added.
  package var limit: Int64
  /// Milliseconds before the regular end from when on a paper may be handed in; nil: at any time.
  package var earliestLeaving: Int64?
  /// Without what was added: what `earliestLeaving` counts from.
  private let regular: Int64

  /// - Parameters:
  ///   - extraMinutes: granted to the person beforehand.
  ///   - given: milliseconds given back during the exam.
  package init(_ time: Blueprint.TimeRules, extraMinutes: Int, given: Int64) {
    regular = Int64(time.minutes) * 60_000
    limit = regular + Int64(extraMinutes) * 60_000 + given
    latestEntry = time.latestEntry.map { Int64($0) * 60_000 + given }
    earliestLeaving = time.earliestLeaving.map { Int64($0) * 60_000 }
  }

  /// The deadline of a sitting as it stands.
  ///
  /// - Parameter rosterMinutes: granted by the roster; what was granted or given back since is in the
  ///   sitting.
  package init(_ time: Blueprint.TimeRules, rosterMinutes: Int, sitting: SittingState) {
    self.init(
      time, extraMinutes: rosterMinutes + sitting.extraMinutes, given: sitting.given)
  }

  /// Milliseconds from the first of these moments to the last, along all of them.
  ///
  /// - Parameter moments: the opening, what is on record since, and now, in the order in which they
  ///   happened.
  package static func elapsed(_ moments: [Moment]) -> Int64 {
    zip(moments.dropFirst(), moments).reduce(0) { $0 + $1.0.milliseconds(since: $1.1) }
  }

  /// Milliseconds left, never below 0.
  package func remaining(elapsed: Int64) -> Int64 { max(0, limit - elapsed) }

  /// Whether a paper may still be handed out.
  package func admits(elapsed: Int64) -> Bool {
    elapsed < limit && latestEntry.map { elapsed <= $0 } ?? true
  }

  /// Milliseconds until a paper may be handed in; 0 from when on it may.
  package func untilLeaving(elapsed: Int64) -> Int64 {
    earliestLeaving.map { max(0, regular - $0 - elapsed) } ?? 0
  }
}
