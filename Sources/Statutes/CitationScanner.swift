import Text

/// Reads one citation from left to right.
struct CitationScanner {
  enum Failure: Error { case noTitle, unreadable }
  private var rest: Substring

  init(_ text: Substring) { rest = text }

  /// - Parameter inherited: the title of the citation before, for one that names none.
  mutating func citation(after inherited: StatuteTitle?) -> Result<Citation, Failure> {
    if let fields = EnglishFields(rest) { return fields.citation(after: inherited) }
    var named = inherited
    if rest.first == "《" {
      guard let end = rest.firstIndex(of: "》") else { return .failure(.unreadable) }
      named = StatuteTitle(rest[...end])
      rest = rest[rest.index(after: end)...]
    } else if rest.first != "第", !rest.hasPrefix("序言") {
      // A title without brackets ends where the article begins.
      let starts = [rest.firstIndex(of: "第"), rest.firstRange(of: "序言")?.lowerBound]
      guard let start = starts.compactMap({ $0 }).min() else { return .failure(.unreadable) }
      named = StatuteTitle(rest[..<start])
      rest = rest[start...]
    }
    // What cannot be read is told as such, whether or not a title is there.
    let title = named ?? StatuteTitle("")
    rest = Substring(rest.filter { !$0.isWhitespace })
    if take("序言") {
      let paragraph = ordinal(before: "自然段") ?? ordinal(before: "段")
      return finished(Citation(title: title, provision: .preamble, paragraph: paragraph))
    }
    guard let article = ordinal(before: "条") else { return .failure(.unreadable) }
    var insertion = 0
    if take("之") {
      guard let number = numeral(), number > 0 else { return .failure(.unreadable) }
      insertion = number
    }
    let paragraph = ordinal(before: "款")
    let item = ordinal(before: "项")
    return finished(
      Citation(
        title: title, provision: .article(ArticleNumber(article, insertion: insertion)),
        paragraph: paragraph, item: item))
  }

  private func finished(_ citation: Citation) -> Result<Citation, Failure> {
    guard rest.isEmpty else { return .failure(.unreadable) }
    return citation.title.short.isEmpty ? .failure(.noTitle) : .success(citation)
  }

  private mutating func take(_ word: String) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  /// 第…条, 第…款, 第（…）项; leaves the text alone where it is something else.
  private mutating func ordinal(before unit: String) -> Int? {
    let start = rest
    if take("第") {
      let bracketed = take("（") || take("(")
      if let number = numeral(), number > 0, !bracketed || take("）") || take(")"), take(unit) {
        return number
      }
    }
    rest = start
    return nil
  }

  /// A number in digits, full-width ones too, or in Chinese.
  private mutating func numeral() -> Int? {
    var digits = ""
    for character in rest {
      guard let digit = character.wholeNumberValue,
        ("０"..."９").contains(character) || character.isASCII
      else { break }
      digits.append(String(digit))
    }
    if !digits.isEmpty {
      rest = rest.dropFirst(digits.count)
      return Int(digits)
    }
    let chinese = rest.prefix { ChineseNumeral.isNumeral($0) }
    rest = rest[chinese.endIndex...]
    return ChineseNumeral.value(of: chinese)
  }
}

/// A citation in English, split at its commas: `Constitution, Article 33, paragraph 2, item 1`.
private struct EnglishFields {
  private let title: Substring
  /// Those from the article or the preamble on.
  private let provision: [Substring]

  /// nil where no field names an article or the preamble: then it is not English. The title may
  /// have commas of its own.
  init?(_ text: Substring) {
    let fields = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }
    guard
      let first = fields.firstIndex(where: {
        Self.isPreamble($0) || Self.number($0, named: Self.articleNames) != nil
      })
    else { return nil }
    title = first == 0 ? "" : text[..<fields[first - 1].endIndex]
    provision = Array(fields[first...])
  }

  func citation(after inherited: StatuteTitle?) -> Result<Citation, CitationScanner.Failure> {
    let named = StatuteTitle(title)
    guard let title = named.short.isEmpty ? inherited : named else { return .failure(.noTitle) }
    guard let place = place else { return .failure(.unreadable) }
    var numbers: [Int?] = [nil, nil]
    var remaining = provision.dropFirst()
    for (position, names) in [["paragraph", "para."], ["item"]].enumerated() {
      guard let field = remaining.first, let text = Self.number(field, named: names) else {
        continue
      }
      guard let value = Self.positive(text) else { return .failure(.unreadable) }
      numbers[position] = value
      remaining.removeFirst()
    }
    guard remaining.isEmpty else { return .failure(.unreadable) }
    return .success(
      Citation(title: title, provision: place, paragraph: numbers[0], item: numbers[1]))
  }

  /// `Preamble`, `Article 33`, `Article 33-1`.
  private var place: Citation.Provision? {
    guard let field = provision.first else { return nil }
    if Self.isPreamble(field) { return .preamble }
    let parts = Self.number(field, named: Self.articleNames)?
      .split(separator: "-", omittingEmptySubsequences: false).map(Self.positive)
    switch parts?.count {
    case 1: return (parts?[0]).map { .article(ArticleNumber($0)) }
    case 2:
      guard let number = parts?[0], let insertion = parts?[1] else { return nil }
      return .article(ArticleNumber(number, insertion: insertion))
    default: return nil
    }
  }

  private static let articleNames = ["article", "art."]

  private static func isPreamble(_ field: Substring) -> Bool {
    field.split(separator: " ").map { $0.lowercased() } == ["preamble"]
  }

  /// What follows one of the names in a field of two words.
  private static func number(_ field: Substring, named names: [String]) -> Substring? {
    let words = field.split(separator: " ")
    guard words.count == 2, names.contains(words[0].lowercased()) else { return nil }
    return words[1]
  }

  private static func positive(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text), value > 0
    else { return nil }
    return value
  }
}
