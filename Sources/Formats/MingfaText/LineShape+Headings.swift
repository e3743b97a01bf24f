import Text

extension LineShape {
  /// `# chapter` and `## type`.
  static func heading(_ bytes: Bytes, _ start: Int, _ end: Int) -> LineShape {
    var at = start
    var depth = 0
    while case let sign = Sign.narrow(bytes, at, end), sign.sign == 0x23 {
      depth += 1
      at += sign.length
    }
    at = Blank.skip(bytes, at, end)
    guard at < end else { return .emptyHeading }
    if depth == 1 { return .chapter(title: at) }
    let name = typeName(bytes, afterOrdinal(bytes, at, end) ?? at, end)
    return .typeHeading(depth == 2 ? name.type : nil, name: name.range)
  }

  /// `一、单项选择题（每题 1 分）`, `（一）判断题`.
  static func bareType(_ bytes: Bytes, _ start: Int, _ end: Int) -> LineShape? {
    guard let rest = afterOrdinal(bytes, start, end) else { return nil }
    let name = typeName(bytes, rest, end)
    if name.type != nil { return .typeHeading(name.type, name: name.range) }
    // `七、名词解释题（每题 3 分）` announces a type too, one that is not known.
    guard name.range.count <= 30, name.range.count >= 6,
      Sign.has(bytes, name.range.upperBound - 3, end, (0xE9, 0xA2, 0x98)), name.hasRemark
    else { return nil }
    return .typeHeading(nil, name: name.range)
  }

  /// The name of a type up to a remark in parentheses or after a colon.
  private static func typeName(
    _ bytes: Bytes, _ start: Int, _ end: Int
  ) -> (type: Vocabulary.TypeName?, range: Range<Int>, hasRemark: Bool) {
    var at = start
    while at < end {
      let sign = Sign.narrow(bytes, at, end)
      if sign.sign == 0x28 || sign.sign == 0x3A { break }
      at += max(sign.length, 1)
    }
    let (first, last) = Blank.trimmed(bytes, start, at)
    let colon = at < end && Sign.narrow(bytes, at, end).sign == 0x3A
    var type = Vocabulary.types.value(bytes, first, last)
    // `一、判断：` may begin an argument; with 题 it can't.
    if colon, type != nil, !Sign.has(bytes, last - 3, end, (0xE9, 0xA2, 0x98)) { type = nil }
    return (type, first..<last, at < end && !colon)
  }

  /// After `一、` or `（一）`.
  private static func afterOrdinal(_ bytes: Bytes, _ start: Int, _ end: Int) -> Int? {
    var at = start
    let open = Sign.narrow(bytes, at, end)
    if open.sign == 0x28 { at += open.length }
    let digits = at
    while at + 2 < end, isNumeral(bytes, at) { at += 3 }
    guard at > digits, at - digits <= 9 else { return nil }
    let mark = Sign.narrow(bytes, at, end)
    if open.sign == 0x28 {
      guard mark.sign == 0x29 else { return nil }
      at += mark.length
    } else if mark.sign == 0x2E {
      at += mark.length
    } else if Sign.has(bytes, at, end, Sign.enumerationComma) {
      at += 3
    } else {
      return nil
    }
    return Blank.skip(bytes, at, end)
  }

  private static func isNumeral(_ bytes: Bytes, _ at: Int) -> Bool {
    guard bytes[at] >= 0xE4, bytes[at] <= 0xE9 else { return false }
    let sign = String(decoding: bytes[at..<at + 3], as: UTF8.self)
    return sign.first.map(ChineseNumeral.isNumeral) ?? false
  }

  private static let units = ["编", "分编", "章", "节", "部分"].map { Array($0.utf8) }

  /// `第一章 总则`: a unit, then a space or nothing; a sentence that begins with 第一章 goes on.
  static func isChapter(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    var at = Blank.skip(bytes, start + 3, end)
    let digits = at
    while at + 2 < end, at - digits < 24 {
      if isNumeral(bytes, at) {
        at += 3
      } else if case let sign = Sign.narrow(bytes, at, end), (0x30...0x39).contains(sign.sign) {
        at += sign.length
      } else {
        break
      }
    }
    guard at > digits else { return false }
    at = Blank.skip(bytes, at, end)
    for unit in units where bytes[at..<end].starts(with: unit) {
      let after = at + unit.count
      return after == end || Blank.sign(bytes, after, end).isSpace
    }
    return false
  }
}
