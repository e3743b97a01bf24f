import Statutes
import Testing

@Suite struct CalendarDateTests {
  @Test(
    "dates of the calendar read and print",
    arguments: [
      "2020-05-28", "2024-02-29", "2000-02-29", "1900-01-01", "9999-12-31", "2026-04-30",
      "2021-01-01",
    ])
  func valid(text: String) throws {
    #expect(try #require(CalendarDate(iso: text)).iso == text)
  }

  @Test(
    "anything else is no date",
    arguments: [
      "2023-02-29", "1900-02-29", "2100-02-29", "2020-00-10", "2020-13-01", "2020-04-31",
      "2020-01-00",
      "2020-01-32", "1899-12-31", "0000-01-01", "2020-5-28", "2020-05-8", "20-05-28", "2020/05/28",
      "2020-05-28 ", " 2020-05-28", "2020-05", "2020-05-28-01", "2020--5-28", "-020-05-28",
      "２０２０-05-28", "2020-0５-28", "+020-05-28", "2020-05-2a", "", "二〇二〇-05-28",
    ])
  func invalid(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test func `every day of 400 years exists exactly once`() {
    var days = 0
    var last: CalendarDate?
    for year in 1900..<2300 {
      for month in 0...13 {
        for day in 0...32 {
          guard let date = CalendarDate(year: year, month: month, day: day) else { continue }
          if let last, !(last < date) { Issue.record("\(date.iso) is not after \(last.iso)") }
          last = date
          days += 1
        }
      }
    }
    #expect(days == 146_097)
  }
}
