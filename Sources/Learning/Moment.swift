/// One reading of all clocks that a step is stamped with.
package struct Moment: Hashable, Sendable {
  /// Milliseconds since 1970-01-01T00:00Z; the clock on the wall, which someone may set.
  package var utc: Int64
  /// Milliseconds since boot, sleep included; nobody can set it.
  package var monotonic: Int64
  /// Which boot the monotonic time counts from.
  package var boot: String

  package init(utc: Int64, monotonic: Int64, boot: String) {
    self.utc = utc
    self.monotonic = monotonic
    self.boot = boot
  }

  /// Moves it on all clocks.
  package mutating func pass(_ milliseconds: Int64) {
    utc += milliseconds
    monotonic += milliseconds
  }

  /// Milliseconds from an earlier moment: by the monotonic clock within one boot, else by the clock
  /// on the wall; never negative.
  package func milliseconds(since earlier: Moment) -> Int64 {
    max(0, boot == earlier.boot ? monotonic - earlier.monotonic : utc - earlier.utc)
  }
}
