import Statutes

extension DayRule {
  /// A moment (UTC milliseconds) as the clock on the wall shows it: 2026-11-24 12:00.
  package func clockText(of utc: Int64) -> String {
    let local = Int(utc / 1000) + offset(utc)
    let day = (local >= 0 ? local : local - 86_399) / 86_400
    let minutes = (local - day * 86_400) / 60
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return "\(CivilDay(day).iso) \(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// The moment, in UTC milliseconds, of a date and a time of day as people write them: 2026-12-04T09:00, or
  /// with a blank; nil where it is none.
  package func moment(of text: String) -> Int64? {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == "t" || $0 == " " })
    guard parts.count == 2, let date = CalendarDate(iso: parts[0]) else { return nil }
    let time = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard time.count == 2, time.allSatisfy({ $0.utf8.count == 2 }),
      let hour = Int(time[0]), let minute = Int(time[1]), (0...23).contains(hour),
      (0...59).contains(minute)
    else { return nil }
    let local = Int64(CivilDay.number(of: date) * 86_400 + hour * 3600 + minute * 60)
    // The offset is known by the moment alone, so the first guess is that of Greenwich.
    let guess = local - Int64(offset(local * 1000))
    return (local - Int64(offset(guess * 1000))) * 1000
  }
}
