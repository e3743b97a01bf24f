import Text

/// A date as Chinese texts write it: 2020年5月28日, 二〇二〇年五月二十八日, with spaces or without.
package struct WrittenDate: Hashable, Sendable {
  package let date: CalendarDate
  /// Where it begins and ends, in characters of the text.
  package let range: Range<Int>

  /// All dates of a text, in their order. What is no date of the calendar is passed over.
  package static func all(in text: some StringProtocol) -> [WrittenDate] {
    let signs = Array(text)
    var found: [WrittenDate] = []
    for (place, sign) in signs.enumerated() where sign == "年" {
      let scan = Scan(signs: signs)
      guard let (year, start) = scan.number(endingAt: place), year >= 1000,
        let (month, afterMonth) = scan.number(from: place + 1, before: "月"),
        let (day, end) = scan.number(from: afterMonth, before: "日"),
        let date = CalendarDate(year: year, month: month, day: day)
      else { continue }
      found.append(WrittenDate(date: date, range: start..<end))
    }
    return found
  }
}

/// Reads numbers between signs.
private struct Scan {
  let signs: [Character]

  /// The number that ends just before this place, and where it begins.
  func number(endingAt end: Int) -> (value: Int, start: Int)? {
    var last = end
    while last > 0, signs[last - 1].isWhitespace { last -= 1 }
    var start = last
    while start > 0, Self.isPart(signs[start - 1]) { start -= 1 }
    return value(start..<last).map { ($0, start) }
  }

  /// The number from this place up to a sign, and the place behind that.
  func number(from start: Int, before sign: Character) -> (value: Int, end: Int)? {
    var first = start
    while first < signs.count, signs[first].isWhitespace { first += 1 }
    var last = first
    while last < signs.count, Self.isPart(signs[last]) { last += 1 }
    guard let value = value(first..<last) else { return nil }
    while last < signs.count, signs[last].isWhitespace { last += 1 }
    guard last < signs.count, signs[last] == sign else { return nil }
    return (value, last + 1)
  }

  private static func isPart(_ sign: Character) -> Bool {
    ChineseNumeral.isNumeral(sign) || digit(sign) != nil
  }

  /// ASCII digits and full-width ones.
  private static func digit(_ sign: Character) -> Int? {
    guard let scalar = sign.unicodeScalars.first else { return nil }
    switch scalar.value {
    case 0x30...0x39: return Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: return Int(scalar.value) - 0xFF10
    default: return nil
    }
  }

  private func value(_ range: Range<Int>) -> Int? {
    let part = signs[range]
    guard !part.isEmpty, part.count <= 8 else { return nil }
    let digits = part.compactMap(Self.digit)
    if digits.count == part.count { return digits.reduce(0) { $0 * 10 + $1 } }
    return ChineseNumeral.value(of: String(part))
  }
}
