/// Days in a row with practice.
package enum DayStreak {
  /// How many days in a row there were, up to today; up to yesterday as long as today has none, so that
  /// nobody loses a row in the morning.
  ///
  /// - Parameters:
  ///   - days: the study days with an answer.
  ///   - today: the study day.
  package static func length(_ days: Set<Int>, today: Int) -> Int {
    var day = days.contains(today) ? today : today - 1
    var length = 0
    while days.contains(day) {
      length += 1
      day -= 1
    }
    return length
  }
}
