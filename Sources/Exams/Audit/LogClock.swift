/// How much time had passed at each entry of the log: within one boot by the clock that nobody can set, from
/// one boot to the next by the clock on the wall.
struct LogClock {
  private var boot: String?
  /// Of the boot that runs: when it began, by this clock and by the monotonic one.
  private var base: Int64 = 0
  private var first: Int64 = 0
  private var lastWall: Int64 = 0
  private var lastMonotonic: Int64 = 0

  /// Milliseconds since the first entry. Entries of several processes may stand a little out of order.
  mutating func time(of entry: EvidenceRecord.Entry) -> Int64 {
    if entry.boot != boot {
      if boot != nil {
        base = base &+ max(0, lastMonotonic &- first) &+ max(0, entry.utc &- lastWall)
      }
      boot = entry.boot
      first = entry.monotonic
    }
    lastWall = entry.utc
    lastMonotonic = entry.monotonic
    return base &+ (entry.monotonic &- first)
  }
}
