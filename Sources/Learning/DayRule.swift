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
    let local = utc / 1000 + Int64(offset(utc)) - Int64(startHour) * 3600
    return Int((local >= 0 ? local : local - 86_399) / 86_400)
  }

  /// The calendar month of that day.
  package func month(of utc: Int64) -> YearMonth { CivilDay(day(of: utc)).yearMonth }
}

/// A month of a year, as reports name it: 2026-11.
package struct YearMonth: Hashable, Comparable, Sendable {
  package let year: Int
  package let month: Int

  package init(year: Int, month: Int) {
    self.year = year
    self.month = month
  }

  /// Reads `2026-11`; nil where the text is none.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month)
  }

  package var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

  package static func < (left: YearMonth, right: YearMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}

/// A day of the Gregorian calendar from days since 1970-01-01. Source: Howard Hinnant,
/// "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
package struct CivilDay: Hashable, Sendable {
  package let year: Int
  package let month: Int
  package let day: Int

  package init(_ daysSince1970: Int) {
    let shifted = daysSince1970 + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The month that the day lies in.
  package var yearMonth: YearMonth { YearMonth(year: year, month: month) }

  /// 2026-11-24.
  package var iso: String { "\(yearMonth.text)-\(day < 10 ? "0" : "")\(day)" }
}
