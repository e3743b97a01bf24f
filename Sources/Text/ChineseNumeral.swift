/// Whole numbers written in Chinese, as statutes number their articles: 一百八十四 ⇄ 184.
package enum ChineseNumeral {
  private static let digits: [Character: Int] = [
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9,
  ]
  private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
  private static let names = Array("零一二三四五六七八九")

  /// Whether a character can be part of a Chinese numeral.
  package static func isNumeral(_ character: Character) -> Bool {
    // The signs are spelt out again: this is asked of every sign of every answer.
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar {
    case "零", "〇", "○", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "百", "千",
      "万":
      return character.unicodeScalars.count == 1
    default: return false
    }
  }

  /// The value of a Chinese numeral, either with units (一百零二) or digit by digit (二〇二六);
  /// nil where the text is no well-formed numeral below 100,000,000.
  package static func value(of text: some StringProtocol) -> Int? {
    guard !text.isEmpty, text.count <= 18 else { return nil }
    if text.count > 1, text.allSatisfy({ digits[$0] != nil }) {
      guard text.count <= 8 else { return nil }
      return text.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
    }
    let parts = text.split(separator: "万", omittingEmptySubsequences: false)
    switch parts.count {
    case 1:
      if text.count == 1, let digit = text.first.flatMap({ digits[$0] }) { return digit }
      return section(parts[0])
    case 2:
      guard let high = section(parts[0]) else { return nil }
      if parts[1].isEmpty { return high * 10_000 }
      return section(parts[1], below: 10_000).map { high * 10_000 + $0 }
    default: return nil
    }
  }

  /// A number from 1 to 9999 with units.
  ///
  /// - Parameter above: the unit that stands before it, 万 or none. Where a place is skipped, 零
  ///   must say so, and may not stand elsewhere: 一百二 is no numeral, for it is spoken for 120.
  private static func section(_ text: some StringProtocol, below above: Int? = nil) -> Int? {
    var total = 0
    var lastUnit = above
    var zero = false
    var digit: Int?
    /// Adds the digit with its unit; false where the place does not follow the one before.
    func add(_ unit: Int) -> Bool {
      let skips = lastUnit.map { unit < $0 / 10 } ?? false
      guard lastUnit.map({ unit < $0 }) ?? true, skips == zero else { return false }
      total += (digit ?? 1) * unit
      (lastUnit, zero, digit) = (unit, false, nil)
      return true
    }
    for character in text {
      if let value = digits[character] {
        guard digit == nil, value > 0 || !zero else { return nil }
        if value == 0 { zero = true } else { digit = value }
      } else if let unit = units[character] {
        // 十五 is 15: a leading 十 needs no 一, nor does one behind 零.
        guard digit != nil || unit == 10 && (lastUnit == nil || zero), add(unit) else { return nil }
      } else {
        return nil
      }
    }
    if digit != nil { guard add(1) else { return nil } }
    return zero || total == 0 ? nil : total
  }

  /// A number from 0 to 99,999,999 in Chinese, as articles are numbered: 十一, 一百零二, 一千二百六十.
  package static func text(_ number: Int) -> String {
    guard number >= 0, number < 100_000_000 else { return String(number) }
    guard number > 0 else { return "零" }
    let high = number / 10_000
    let low = number % 10_000
    guard high > 0 else { return section(low, leading: true) }
    let bridge = low > 0 && low < 1000 ? "零" : ""
    return section(high, leading: true) + "万" + bridge
      + (low > 0 ? section(low, leading: false) : "")
  }

  private static func section(_ number: Int, leading: Bool) -> String {
    var text = ""
    var gap = false
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        gap = !text.isEmpty
        continue
      }
      if gap { text.append("零") }
      gap = false
      if !(unit == 10 && digit == 1 && text.isEmpty && leading) { text.append(names[digit]) }
      text.append(name)
    }
    return text
  }
}
