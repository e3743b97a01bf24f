extension DayRule {
  /// A moment (UTC milliseconds) as the clock on the wall shows it: 2026-11-24 12:00.
  package func clockText(of utc: Int64) -> String {
    let local = Int(utc / 1000) + offset(utc)
    let day = (local >= 0 ? local : local - 86_399) / 86_400
    let minutes = (local - day * 86_400) / 60
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
    return "\(CivilDay(day).iso) \(two(minutes / 60)):\(two(minutes % 60))"
  }
}
