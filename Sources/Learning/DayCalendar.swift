/// Days laid out as weeks, Monday first, up to a day.
package struct DayCalendar: Hashable, Sendable {
  /// The study day of today, which lies in the last week.
  package let today: Int
  /// How many weeks there are.
  package let weeks: Int

  /// - Parameter weeks: at least one.
  package init(today: Int, weeks: Int) {
    self.today = today
    self.weeks = max(1, weeks)
  }

  /// The first day: a Monday.
  package var first: Int { today - Self.weekday(of: today) - (weeks - 1) * 7 }

  /// The days that it shows, up to today.
  package var days: ClosedRange<Int> { first...today }

  /// The day at a place; nil where it lies after today.
  ///
  /// - Parameters:
  ///   - week: from 0, the oldest.
  ///   - weekday: from 0, Monday.
  package func day(week: Int, weekday: Int) -> Int? {
    let day = first + week * 7 + weekday
    return day <= today ? day : nil
  }

  /// From 0, Monday, of a day since 1970-01-01, which was a Thursday.
  package static func weekday(of day: Int) -> Int { ((day + 3) % 7 + 7) % 7 }
}
