import Text

/// A number with its unit as a text has it: 三日, 15日, 二百元, 三分之二. Two spellings are equal.
package struct NumberMention: Hashable, Sendable {
  /// The number; a share in ten-thousandths.
  package let value: Int
  /// 日, 月, 年, 元 …; 分 for a share of a whole.
  package let unit: String
  /// As it stands in the text.
  package let text: String

  package static func == (left: NumberMention, right: NumberMention) -> Bool {
    left.value == right.value && left.unit == right.unit
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(value)
    hasher.combine(unit)
  }

  /// Units, the longer ones first, each with the one that it is counted in.
  private static let units: [(written: String, unit: String, factor: Int)] = [
    ("个工作日", "工作日", 1), ("工作日", "工作日", 1), ("个小时", "小时", 1), ("小时", "小时", 1),
    ("分钟", "分钟", 1), ("个月", "月", 1), ("周岁", "岁", 1), ("公里", "公里", 1), ("亿元", "元", 100_000_000),
    ("万元", "元", 10_000), ("千克", "克", 1000), ("公斤", "克", 1000), ("日", "日", 1), ("天", "日", 1),
    ("月", "月", 1), ("年", "年", 1), ("周", "周", 1), ("元", "元", 1), ("岁", "岁", 1), ("倍", "倍", 1),
    ("次", "次", 1), ("克", "克", 1), ("米", "米", 1), ("人", "人", 1), ("名", "人", 1), ("%", "分", 100),
    ("％", "分", 100), ("级", "级", 1), ("届", "届", 1),
  ]

  /// The numbers of a text that have a unit, in their order. Ordinals (第三人) are none.
  package static func all(in text: String) -> [NumberMention] {
    var found: [NumberMention] = []
    var rest = Substring(text)
    var last: Character?
    while let first = rest.first {
      guard isNumeral(first) else {
        last = first
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { isNumeral($0) }
      let behind = rest[run.endIndex...]
      defer { last = run.last }
      if let share = share(run, behind) {
        found.append(share.mention)
        rest = share.rest
        continue
      }
      rest = behind
      guard last != "第", let value = value(run),
        let unit = units.first(where: { behind.hasPrefix($0.written) })
      else { continue }
      rest = behind.dropFirst(unit.written.count)
      found.append(
        NumberMention(
          value: value &* unit.factor, unit: unit.unit, text: String(run) + unit.written))
    }
    return found
  }

  /// 三分之二, 百分之三十.
  private static func share(
    _ run: Substring, _ behind: Substring
  ) -> (mention: NumberMention, rest: Substring)? {
    guard behind.hasPrefix("分之") else { return nil }
    let upper = behind.dropFirst(2).prefix { isNumeral($0) }
    guard let whole = run == "百" ? 100 : value(run), whole > 0, let part = value(upper) else {
      return nil
    }
    return (
      NumberMention(value: part &* 10_000 / whole, unit: "分", text: "\(run)分之\(upper)"),
      behind[upper.endIndex...]
    )
  }

  private static func isNumeral(_ sign: Character) -> Bool {
    ChineseNumeral.isNumeral(sign) || sign.isASCII && sign.isNumber
      || ("０"..."９").contains(sign)
  }

  private static func value(_ run: Substring) -> Int? {
    if let digits = run.first, !ChineseNumeral.isNumeral(digits) {
      var value = 0
      for sign in run {
        // 5万: digits with a Chinese unit behind them.
        if sign == "万" { return value * 10_000 }
        guard !ChineseNumeral.isNumeral(sign), let digit = sign.wholeNumberValue,
          value < 1_000_000_000
        else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    return ChineseNumeral.value(of: run)
  }
}
