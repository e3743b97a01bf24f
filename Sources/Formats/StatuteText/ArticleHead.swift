import Statutes
import Text

/// The head of an article at the start of a line: 第一百八十四条之一, and what follows it.
struct ArticleHead {
  let number: ArticleNumber
  /// The text behind it.
  let rest: Substring
  /// Whether a space parts the number from the text, or nothing follows.
  let isParted: Bool
  /// Whether spaces stand within the number.
  let hasSpace: Bool
  /// The sign that stands for 第, where it is another.
  let wrongSign: Character?

  /// - Parameter line: without spaces at its start.
  init?(_ line: Substring) {
    guard let first = line.first, Self.ordinals.contains(first) || first == "*" else { return nil }
    var scan = line
    while scan.first == "*" { scan.removeFirst() }
    guard let ordinal = scan.first, Self.ordinals.contains(ordinal) else { return nil }
    scan.removeFirst()
    wrongSign = ordinal == "第" ? nil : ordinal
    var spaced = Self.skipSpaces(&scan)
    guard let base = Self.numeral(&scan), base > 0 else { return nil }
    spaced = Self.skipSpaces(&scan) || spaced
    guard scan.first == "条" else { return nil }
    scan.removeFirst()
    var insertion = 0
    if scan.first == "之" {
      var after = scan.dropFirst()
      if let number = Self.numeral(&after), number > 0 {
        insertion = number
        scan = after
      }
    }
    while scan.first == "*" { scan.removeFirst() }
    number = ArticleNumber(base, insertion: insertion)
    hasSpace = spaced
    isParted = scan.first.map { $0.isWhitespace || $0 == "：" || $0 == ":" } ?? true
    rest = scan.drop { $0.isWhitespace || $0 == "：" || $0 == ":" }
  }

  /// 第, and what scanners and input methods make of it.
  private static let ordinals: Set<Character> = ["第", "笫", "苐"]

  private static func skipSpaces(_ scan: inout Substring) -> Bool {
    guard scan.first?.isWhitespace == true else { return false }
    while scan.first?.isWhitespace == true { scan.removeFirst() }
    return true
  }

  /// A number in Chinese or in digits.
  static func numeral(_ scan: inout Substring) -> Int? {
    let digits = scan.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count <= 5 {
      scan = scan[digits.endIndex...]
      return Int(digits)
    }
    let chinese = scan.prefix { ChineseNumeral.isNumeral($0) }
    guard let value = ChineseNumeral.value(of: chinese) else { return nil }
    scan = scan[chinese.endIndex...]
    return value
  }
}

/// A heading at the start of a line: 第二章 自然人.
struct HeadingLine {
  let heading: StatuteHeading

  /// - Parameters:
  ///   - line: without spaces at its start.
  ///   - isMarked: whether the file says that it is a heading.
  init?(_ line: Substring, isMarked: Bool) {
    guard line.first == "第" else { return nil }
    var scan = line.dropFirst()
    while scan.first?.isWhitespace == true { scan.removeFirst() }
    guard let number = ArticleHead.numeral(&scan), number > 0 else { return nil }
    while scan.first?.isWhitespace == true { scan.removeFirst() }
    guard
      let division = [StatuteDivision.subpart, .part, .chapter, .section]
        .first(where: { scan.hasPrefix($0.sign) })
    else { return nil }
    scan = scan.dropFirst(division.sign.count)
    let isParted = scan.first.map(\.isWhitespace) ?? true
    let title = Self.title(scan)
    // A paragraph may begin with 第一章规定的…; a heading is short and no sentence.
    guard isMarked || title.count <= 40 && !title.contains(where: { "。；：".contains($0) }),
      isMarked || isParted || !title.contains(where: { "，、的".contains($0) })
    else { return nil }
    heading = StatuteHeading(division: division, number: number, title: title)
  }

  /// Without spaces between Chinese signs, and without the page number of a table of contents.
  static func title(_ text: Substring) -> String {
    var title = text.filter { !$0.isWhitespace }[...]
    let marks: Set<Character> = [".", "…", "·", "-", "—"]
    var end = title
    while end.last?.isNumber == true, end.last?.isASCII == true { end.removeLast() }
    if end.last.map({ marks.contains($0) }) == true {
      while end.last.map({ marks.contains($0) }) == true { end.removeLast() }
      title = end
    }
    return String(title)
  }
}
