/// What a line is, judged by the line alone: a line means the same wherever it stands. The writer
/// asks it too, to know which lines need a backslash.
enum LineShape: Hashable {
  case text
  /// Begins with a backslash: plain text from the next sign on.
  case escaped
  /// Only dashes.
  case rule
  /// Offsets are those at which the rest of the line begins.
  case chapter(title: Int)
  case emptyHeading
  /// A heading that announces a type; nil for one that is not known.
  case typeHeading(Vocabulary.TypeName?, name: Range<Int>)
  case number(rest: Int)
  /// The option's position from 0.
  case option(Int, rest: Int)
  case field(BankField, value: Int)
  case caseStart(value: Int)
  case caseEnd

  typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The shape of a trimmed line that is not empty.
  init(_ bytes: Bytes, _ start: Int, _ end: Int) {
    self = Self.special(bytes, start, end) ?? .text
  }

  /// The shape of a line of canonical text.
  static func ofLine(_ line: some StringProtocol) -> LineShape {
    var line = String(line)
    return line.withUTF8 { $0.isEmpty ? .text : LineShape($0, 0, $0.count) }
  }

  private static func special(_ bytes: Bytes, _ start: Int, _ end: Int) -> LineShape? {
    let (sign, length) = Sign.narrow(bytes, start, end)
    switch sign {
    case 0x5C where length == 1: return .escaped
    case 0x23: return heading(bytes, start, end)
    case 0x30...0x39: return number(bytes, start, end)
    case 0x28:
      return number(bytes, start, end) ?? option(bytes, start, end)
        ?? bareType(bytes, start, end)
    case 0x2D: return isRule(bytes, start, end) ? .rule : nil
    case 0x41...0x5A, 0x61...0x7A:
      return option(bytes, start, end) ?? label(bytes, start, end) ?? caseEnd(bytes, start, end)
    case 0x5B: return bracketLabel(bytes, start, end)
    case 0: break
    default: return nil
    }
    if Sign.has(bytes, start, end, Sign.opening) { return bracketLabel(bytes, start, end) }
    guard length == 0, bytes[start] >= 0xE4, bytes[start] <= 0xE9 else { return nil }
    // 第
    if Sign.has(bytes, start, end, (0xE7, 0xAC, 0xAC)) {
      return isChapter(bytes, start, end) ? .chapter(title: start) : nil
    }
    return label(bytes, start, end) ?? caseEnd(bytes, start, end) ?? bareType(bytes, start, end)
  }

  /// `案例完`, `End of case`.
  private static func caseEnd(_ bytes: Bytes, _ start: Int, _ end: Int) -> LineShape? {
    Vocabulary.caseEnd.value(bytes, start, end) == nil ? nil : .caseEnd
  }

  private static func isRule(_ bytes: Bytes, _ start: Int, _ end: Int) -> Bool {
    end - start >= 3 && bytes[start..<end].allSatisfy { $0 == 0x2D }
  }

  /// `1.` `1、` `1．` `1)` `(1)` `（1）`.
  private static func number(_ bytes: Bytes, _ start: Int, _ end: Int) -> LineShape? {
    var at = start
    let open = Sign.narrow(bytes, at, end)
    if open.sign == 0x28 { at += open.length }
    var digits = 0
    while case let digit = Sign.narrow(bytes, at, end), (0x30...0x39).contains(digit.sign) {
      digits += 1
      at += digit.length
    }
    guard (1...7).contains(digits),
      let rest = afterMark(bytes, at, end, parenthesis: open.sign == 0x28)
    else { return nil }
    return .number(rest: Blank.skip(bytes, rest, end))
  }

  /// `A.` `A、` `A．` `A)` `(A)` `（A）` `Ａ．`. `I` is past the last letter: it is an option only
  /// after `H`, which the reader knows.
  static func option(_ bytes: Bytes, _ start: Int, _ end: Int) -> LineShape? {
    var at = start
    let open = Sign.narrow(bytes, at, end)
    if open.sign == 0x28 { at += open.length }
    let letter = Sign.narrow(bytes, at, end)
    guard (0x41...0x49).contains(letter.sign),
      let rest = afterMark(bytes, at + letter.length, end, parenthesis: open.sign == 0x28)
    else { return nil }
    return .option(Int(letter.sign) - 0x41, rest: Blank.skip(bytes, rest, end))
  }

  private static func afterMark(
    _ bytes: Bytes, _ at: Int, _ end: Int, parenthesis: Bool
  ) -> Int? {
    let mark = Sign.narrow(bytes, at, end)
    if mark.sign == 0x29 { return at + mark.length }
    guard !parenthesis else { return nil }
    if mark.sign == 0x2E { return at + mark.length }
    return Sign.has(bytes, at, end, Sign.enumerationComma) ? at + 3 : nil
  }

  /// A name, perhaps a space, a colon.
  private static func label(_ bytes: Bytes, _ start: Int, _ end: Int) -> LineShape? {
    guard let (name, value) = labelName(bytes, start, end) else { return nil }
    return labelled(Vocabulary.labels.value(bytes, name.lowerBound, name.upperBound), value)
  }

  /// The name before a colon near the start of a line, and where the value begins.
  static func labelName(
    _ bytes: Bytes, _ start: Int, _ end: Int
  ) -> (name: Range<Int>, value: Int)? {
    var at = start
    let limit = min(end, start + 40)
    while at < limit {
      let sign = Sign.narrow(bytes, at, end)
      if sign.sign == 0x3A {
        let (first, last) = Blank.trimmed(bytes, start, at)
        return (first..<last, Blank.skip(bytes, at + sign.length, end))
      }
      at += max(sign.length, 1)
    }
    return nil
  }

  /// `【答案】` or `[答案]`, with or without a colon.
  private static func bracketLabel(_ bytes: Bytes, _ start: Int, _ end: Int) -> LineShape? {
    guard let (name, after) = bracketed(bytes, start, end) else { return nil }
    if Vocabulary.caseEnd.value(bytes, name.lowerBound, name.upperBound) != nil, after == end {
      return .caseEnd
    }
    var value = Blank.skip(bytes, after, end)
    let colon = Sign.narrow(bytes, value, end)
    if colon.sign == 0x3A { value = Blank.skip(bytes, value + colon.length, end) }
    return labelled(Vocabulary.labels.value(bytes, name.lowerBound, name.upperBound), value)
  }

  /// What stands in brackets at an offset, and where the brackets end.
  static func bracketed(
    _ bytes: Bytes, _ start: Int, _ end: Int
  ) -> (name: Range<Int>, after: Int)? {
    let open = Sign.openBracket(bytes, start, end)
    guard open.length > 0 else { return nil }
    var at = start + open.length
    let limit = min(end, at + 60)
    while at < limit {
      let close = Sign.closeBracket(bytes, at, end, black: open.black)
      if close > 0 {
        let (first, last) = Blank.trimmed(bytes, start + open.length, at)
        return (first..<last, at + close)
      }
      at += 1
    }
    return nil
  }

  private static func labelled(_ label: Vocabulary.Label?, _ value: Int) -> LineShape? {
    switch label {
    case .field(let field): .field(field, value: value)
    case .caseStart: .caseStart(value: value)
    case nil: nil
    }
  }
}
