import Learning
import Statutes
import Testing

/// Days as weeks, and days in a row.
@Suite struct CalendarTests {
  private static func day(_ iso: String) throws -> Int {
    CivilDay.number(of: try #require(CalendarDate(iso: iso)))
  }

  @Test(arguments: [
    ("1970-01-01", 3), ("2026-11-23", 0), ("2026-11-24", 1), ("2026-11-29", 6), ("2024-02-29", 3),
    ("1969-12-31", 2), ("1969-12-28", 6),
  ])
  func `weekdays begin with Monday`(iso: String, weekday: Int) throws {
    #expect(DayCalendar.weekday(of: try Self.day(iso)) == weekday)
  }

  @Test(arguments: ["2026-11-23", "2026-11-24", "2026-11-29"], [1, 2, 13])
  func `the weeks end with that of today, and nothing stands after today`(
    iso: String, weeks: Int
  ) throws {
    let today = try Self.day(iso)
    let calendar = DayCalendar(today: today, weeks: weeks)
    let days = (0..<weeks).flatMap { week in
      (0..<7).compactMap { calendar.day(week: week, weekday: $0) }
    }
    #expect(days == Array(calendar.days))
    #expect(days.last == today)
    #expect(
      CivilDay(calendar.first).iso == CivilDay(try Self.day("2026-11-23") - 7 * (weeks - 1)).iso)
  }

  @Test(
    arguments: [
      ([], 0), ([10], 1), ([9], 1), ([8], 0), ([9, 10], 2), ([7, 8, 9], 3), ([6, 8, 9, 10], 3),
      ([11], 0), ([10, 11], 1),
    ] as [([Int], Int)])
  func `a row ends today, or yesterday as long as today has no answer`(
    days: [Int], length: Int
  ) {
    #expect(DayStreak.length(Set(days), today: 10) == length)
  }
}
