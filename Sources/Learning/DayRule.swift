/// When a day begins: at a set hour in a set zone, so that an answer at one in the night belongs to
/// the evening before.
package struct DayRule: Sendable {
  package let startHour: Int
  /// Seconds east of Greenwich at a moment (UTC milliseconds).
  package let offset: @Sendable (Int64) -> Int

  package init(startHour: Int, offset: @escaping @Sendable (Int64) -> Int) {
    self.startHour = startHour
    self.offset = offset
  }

  /// 04:00 in China, which has had one offset and no summer time since 1991.
  package static let standard = DayRule(startHour: 4) { _ in 8 * 3600 }

  /// The day that a moment belongs to, as days since 1970-01-01.
  package func day(of utc: Int64) -> Int {
    let local = local(utc)
    return Int((local >= 0 ? local : local - 86_399) / 86_400)
  }

  /// A moment before the beginning of a day whatever the rule, UTC milliseconds: no zone is a day away
  /// from Greenwich, and no day begins more than one after midnight.
  package static func before(_ day: Int) -> Int64 { Int64(day - 2) * 86_400_000 }

  /// Milliseconds from the beginning of its day to a moment.
  package func sinceStart(of utc: Int64) -> Int64 {
    (local(utc) - Int64(day(of: utc)) * 86_400) * 1000 + utc % 1000
  }

  /// Seconds since the beginning of the day 1970-01-01.
  private func local(_ utc: Int64) -> Int64 {
    utc / 1000 + Int64(offset(utc)) - Int64(startHour) * 3600
  }

  /// The calendar month of that day.
  package func month(of utc: Int64) -> YearMonth { CivilDay(day(of: utc)).yearMonth }
}
