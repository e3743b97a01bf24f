import Text

/// A place in the law as people type it: `民法典 184`, `民法典184条`, `《民法典》第一百八十四条`, `刑法 291-1`,
/// `宪法 序言`; a title alone means the whole statute.
package struct StatuteQuery: Hashable, Sendable {
  package let title: StatuteTitle
  /// nil for the whole statute.
  package let provision: Citation.Provision?

  /// nil where the text names no statute, or what follows the title cannot be read.
  package init?(_ text: String) {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    let name: Substring
    if rest.first == "《" {
      guard let end = rest.firstIndex(of: "》") else { return nil }
      name = rest[...end]
      rest = rest[rest.index(after: end)...]
    } else {
      let end = rest.firstIndex { $0.isWhitespace || $0 == "第" || $0.isASCII && $0.isNumber }
      name = rest[..<(end ?? rest.endIndex)]
      rest = rest[name.endIndex...]
    }
    let title = StatuteTitle(name)
    guard !title.short.isEmpty else { return nil }
    self.title = title
    let place = rest.filter { !$0.isWhitespace }[...]
    if place.isEmpty {
      provision = nil
    } else if place == "序言" {
      provision = .preamble
    } else if let number = Self.number(place) {
      provision = .article(number)
    } else {
      return nil
    }
  }

  /// `184`, `184-1`, `第184条之一`, `第一百八十四条之1`.
  private static func number(_ text: Substring) -> ArticleNumber? {
    var rest = text
    if rest.first == "第" { rest.removeFirst() }
    guard let number = numeral(&rest), number > 0 else { return nil }
    if rest.first == "条" { rest.removeFirst() }
    guard let joint = rest.first else { return ArticleNumber(number) }
    guard joint == "之" || joint == "-" || joint == "－" else { return nil }
    rest.removeFirst()
    guard let insertion = numeral(&rest), insertion > 0, rest.isEmpty else { return nil }
    return ArticleNumber(number, insertion: insertion)
  }

  private static func numeral(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty {
      rest = rest[digits.endIndex...]
      return Int(digits)
    }
    let chinese = rest.prefix { ChineseNumeral.isNumeral($0) }
    rest = rest[chinese.endIndex...]
    return ChineseNumeral.value(of: chinese)
  }
}
