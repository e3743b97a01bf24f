import Foundation
import Learning
import Statutes
import Testing

/// When a day begins, and which day and month it is.
@Suite struct DayTests {
  private static func utc(_ text: String) throws -> Int64 {
    let style = Date.ISO8601FormatStyle()
    return Int64(try style.parse(text).timeIntervalSince1970 * 1000)
  }

  /// Times in China (UTC+8), given in UTC.
  @Test(arguments: [
    ("2026-11-23T19:59:59Z", "2026-11-23"),  // 03:59:59 on the 24th: still the evening before
    ("2026-11-23T20:00:00Z", "2026-11-24"),  // 04:00
    ("2026-11-24T15:59:59Z", "2026-11-24"),  // 23:59:59
    ("2026-11-24T16:00:00Z", "2026-11-24"),  // midnight
    ("2026-12-31T19:59:59Z", "2026-12-31"),  // 03:59:59 on New Year's Day
    ("2026-12-31T20:00:00Z", "2027-01-01"),
    ("2028-02-28T20:00:00Z", "2028-02-29"),
    ("1970-01-01T00:00:00Z", "1970-01-01"),
    ("1969-12-31T19:59:59Z", "1969-12-31"),
    ("1969-12-31T20:00:00Z", "1970-01-01"),
  ]) func `a day begins at four in China`(utc: String, day: String) throws {
    let moment = try Self.utc(utc)
    #expect(CivilDay(DayRule.standard.day(of: moment)).iso == day)
    #expect(DayRule.standard.month(of: moment).text == day.dropLast(3))
  }

  @Test(arguments: [
    (0, 0, "2026-11-24T00:00:00Z", "2026-11-24"), (0, 0, "2026-11-23T23:59:59Z", "2026-11-23"),
    (4, -5 * 3600, "2026-11-24T08:59:59Z", "2026-11-23"),
    (4, -5 * 3600, "2026-11-24T09:00:00Z", "2026-11-24"),
    (23, 14 * 3600, "2026-11-24T08:59:59Z", "2026-11-23"),
    (23, 14 * 3600, "2026-11-24T09:00:00Z", "2026-11-24"),
  ]) func `hour and zone can be set`(hour: Int, offset: Int, utc: String, day: String) throws {
    let rule = DayRule(startHour: hour) { _ in offset }
    #expect(CivilDay(rule.day(of: try Self.utc(utc))).iso == day)
  }

  @Test func `days agree with the calendar of the system over 400 years`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
    // A stride that meets every day of month and year, and each day about the leap days.
    let leaps = [-10_957, 0, 11_016, 19_782, 47_540].flatMap { ($0 - 3)...($0 + 62) }
    for day in Array(stride(from: -73_000, to: 73_000, by: 37)) + leaps {
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(day) * 86_400))
      let ours = CivilDay(day)
      try #require(
        [ours.year, ours.month, ours.day] == [parts.year, parts.month, parts.day], "day \(day)")
    }
  }

  @Test(arguments: [("2026-11", 2026, 11), ("2026-01", 2026, 1), ("1999-12", 1999, 12)])
  func `a month is read as it is printed`(text: String, year: Int, month: Int) throws {
    let read = try #require(YearMonth(text))
    #expect(read == YearMonth(year: year, month: month))
    #expect(read.text == text)
  }

  @Test(arguments: [
    "", "2026", "2026-00", "2026-13", "2026-1", "26-11", "2026-11-24", "2026/11", "abcd-ef",
    "2026-+1", "+026-11", "２０２６-11", " 2026-11", "2026-11 ",
  ]) func `what is no month is refused`(text: String) {
    #expect(YearMonth(text) == nil)
  }

  @Test func `months are ordered by year first`() {
    let months = ["2025-12", "2026-01", "2026-02", "2026-11", "2027-01"].compactMap {
      YearMonth($0)
    }
    #expect(months.shuffled().sorted() == months)
    #expect(months.count == 5)
  }

  @Test func `a date has one number, and the number that date`() throws {
    for number in stride(from: -25_000, through: 60_000, by: 13) {
      let date = try #require(CalendarDate(iso: CivilDay(number).iso))
      #expect(CivilDay.number(of: date) == number)
    }
  }

  @Test func `a date with a time is the moment that is shown as it`() {
    for utc in stride(from: Int64(-86_400_000_000), to: 2_000_000_000_000, by: 98_765_460_000) {
      let text = DayRule.standard.clockText(of: utc)
      #expect(DayRule.standard.moment(of: text) == utc)
      #expect(DayRule.standard.moment(of: text.replacing(" ", with: "T")) == utc)
    }
    // An hour is left out in spring: before it the offset is another one.
    let summer = DayRule(startHour: 4) { $0 < 1_000_000_000_000 ? 3600 : 7200 }
    for utc in [Int64(999_999_960_000), 1_000_000_020_000] {
      #expect(summer.moment(of: summer.clockText(of: utc)) == utc)
    }
  }

  @Test(arguments: [
    "", "2026-12-04", "09:00", "2026-12-04T9:00", "2026-12-04T09:60", "2026-12-04T24:00",
    "2026-02-30T09:00", "2026-12-04T09:00:00", "2026-12-04T-1:00", "2026-12-04T09：00",
  ])
  func `what is no date with a time is none`(text: String) {
    #expect(DayRule.standard.moment(of: text) == nil)
  }
}
