import Text

/// Lengths of time as people read them.
enum Durations {
  /// 1:05:09, from milliseconds; a begun second counts as whole, so that 0:00:00 means over.
  static func clock(_ milliseconds: Int64) -> String {
    let seconds = (max(0, milliseconds) + 999) / 1000
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
    return "\(seconds / 3600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  /// 20 分钟: a time limit, which is whole minutes.
  static func minutes(_ milliseconds: Int64) -> Wording {
    let minutes = milliseconds / 60_000
    return Wording(zh: "\(minutes) 分钟", en: "\(minutes) min")
  }

  /// 48 秒, 12 分 5 秒, 1 小时 3 分.
  static func words(_ milliseconds: Int64) -> Wording {
    let seconds = max(0, milliseconds) / 1000
    if seconds < 60 { return Wording(zh: "\(seconds) 秒", en: "\(seconds) s") }
    if seconds < 3600 {
      return Wording(
        zh: "\(seconds / 60) 分 \(seconds % 60) 秒", en: "\(seconds / 60) min \(seconds % 60) s")
    }
    return Wording(
      zh: "\(seconds / 3600) 小时 \(seconds / 60 % 60) 分",
      en: "\(seconds / 3600) h \(seconds / 60 % 60) min")
  }
}
