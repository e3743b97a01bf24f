import Text

/// Citations as people write them, in Chinese and in English.
///
/// Chinese: `《民法典》第一百八十四条第一款第二项`, `《民法典》第184条第1款`, `第一百八十四条之一`,
/// `《宪法》序言第七自然段`. English: `Constitution, Article 33, paragraph 2, item 1`.
package enum CitationText {
  /// Why a citation could not be read.
  package enum Flaw: Hashable, Sendable {
    /// Neither this citation nor one before it names a statute.
    case noTitle
    /// The text at this offset (in characters from the start of the list) is no citation.
    case unreadable(offset: Int, text: String)
  }

  /// Reads citations separated by `；` or `;`. A citation without a title takes the one before it.
  package static func read(_ list: String) -> Result<[Citation], FlawError> {
    var citations: [Citation] = []
    var title: StatuteTitle?
    var start = list.startIndex
    while start <= list.endIndex {
      let end = list[start...].firstIndex { $0 == "；" || $0 == ";" } ?? list.endIndex
      let piece = trimmed(list[start..<end])
      if !piece.isEmpty {
        var scanner = Scanner(piece)
        switch scanner.citation(after: title) {
        case .success(let citation):
          title = citation.title
          citations.append(citation)
        case .failure(.noTitle): return .failure(FlawError(flaw: .noTitle))
        case .failure(.unreadable):
          let offset = list.distance(from: list.startIndex, to: piece.startIndex)
          return .failure(FlawError(flaw: .unreadable(offset: offset, text: String(piece))))
        }
      }
      guard end < list.endIndex else { break }
      start = list.index(after: end)
    }
    return .success(citations)
  }

  /// A flaw as an error value.
  package struct FlawError: Error, Hashable {
    package let flaw: Flaw
  }

  /// The citations in canonical form, each with its title, so that reading gives them again.
  package static func print(_ citations: [Citation], in language: Language) -> String {
    citations.map { $0.text(in: language) }.joined(separator: language == .chinese ? "；" : "; ")
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace || last == "。" || last == "." {
      text.removeLast()
    }
    return text
  }
}

extension Citation {
  /// The citation as lawyers write it in a language.
  package func text(in language: Language) -> String {
    language == .chinese ? chinese : english
  }

  private var chinese: String {
    switch provision {
    case .preamble:
      return title.quoted + "序言" + (paragraph.map { "第\(ChineseNumeral.text($0))自然段" } ?? "")
    case .article(let number):
      return title.quoted + number.chinese
        + (paragraph.map { "第\(ChineseNumeral.text($0))款" } ?? "")
        + (item.map { "第\(ChineseNumeral.text($0))项" } ?? "")
    }
  }

  private var english: String {
    var parts = [title.short]
    switch provision {
    case .preamble: parts.append("Preamble")
    case .article(let number): parts.append("Article \(number.arabic)")
    }
    if let paragraph { parts.append("paragraph \(paragraph)") }
    if let item { parts.append("item \(item)") }
    return parts.joined(separator: ", ")
  }
}

/// Reads one citation from left to right.
private struct Scanner {
  enum Failure: Error { case noTitle, unreadable }
  var rest: Substring

  init(_ text: Substring) { rest = text }

  mutating func citation(after inherited: StatuteTitle?) -> Result<Citation, Failure> {
    if let first = rest.unicodeScalars.first, first.isASCII { return english(after: inherited) }
    var title = inherited
    if rest.first == "《" {
      guard let end = rest.firstIndex(of: "》") else { return .failure(.unreadable) }
      title = StatuteTitle(rest[...end])
      rest = rest[rest.index(after: end)...]
    } else if rest.first != "第", !rest.hasPrefix("序言") {
      // A title without brackets ends where the article begins.
      guard let start = rest.firstIndex(of: "第") ?? rest.firstRange(of: "序言")?.lowerBound else {
        return .failure(.unreadable)
      }
      title = StatuteTitle(rest[..<start])
      rest = rest[start...]
    }
    guard let title else { return .failure(.noTitle) }
    if take("序言") {
      let paragraph = ordinal(before: "自然段") ?? ordinal(before: "段")
      return finished(Citation(title: title, provision: .preamble, paragraph: paragraph))
    }
    guard let article = ordinal(before: "条") else { return .failure(.unreadable) }
    var insertion = 0
    if take("之") {
      guard let number = numeral() else { return .failure(.unreadable) }
      insertion = number
    }
    let paragraph = ordinal(before: "款")
    let item = ordinal(before: "项")
    return finished(
      Citation(
        title: title, provision: .article(ArticleNumber(article, insertion: insertion)),
        paragraph: paragraph, item: item))
  }

  private mutating func english(after inherited: StatuteTitle?) -> Result<Citation, Failure> {
    var title = inherited
    let fields = rest.split(separator: ",").map { $0.trimmingPrefix { $0 == " " } }
    var index = 0
    func number(_ field: Substring, _ names: [String]) -> Substring? {
      let words = field.split(separator: " ")
      guard words.count == 2, names.contains(words[0].lowercased()) else { return nil }
      return words[1]
    }
    let articleNames = ["article", "art."]
    if let field = fields.first, number(field, articleNames) == nil,
      field.lowercased() != "preamble"
    {
      title = StatuteTitle(field)
      index = 1
    }
    guard let title else { return .failure(.noTitle) }
    guard index < fields.count else { return .failure(.unreadable) }
    var provision = Citation.Provision.preamble
    if let text = number(fields[index], articleNames) {
      let parts = text.split(separator: "-").map { Int($0) }
      guard parts.count <= 2, let base = parts.first ?? nil, base > 0 else {
        return .failure(.unreadable)
      }
      guard parts.count == 1 || (parts[1] ?? 0) > 0 else { return .failure(.unreadable) }
      provision = .article(ArticleNumber(base, insertion: parts.count == 2 ? parts[1] ?? 0 : 0))
    } else if fields[index].lowercased() != "preamble" {
      return .failure(.unreadable)
    }
    index += 1
    var paragraph: Int?
    var item: Int?
    if index < fields.count, let text = number(fields[index], ["paragraph", "para."]) {
      guard let value = Int(text), value > 0 else { return .failure(.unreadable) }
      paragraph = value
      index += 1
    }
    if index < fields.count, let text = number(fields[index], ["item"]) {
      guard let value = Int(text), value > 0 else { return .failure(.unreadable) }
      item = value
      index += 1
    }
    guard index == fields.count else { return .failure(.unreadable) }
    return .success(
      Citation(title: title, provision: provision, paragraph: paragraph, item: item))
  }

  private func finished(_ citation: Citation) -> Result<Citation, Failure> {
    rest.isEmpty ? .success(citation) : .failure(.unreadable)
  }

  private mutating func take(_ word: String) -> Bool {
    guard rest.hasPrefix(word) else { return false }
    rest = rest.dropFirst(word.count)
    return true
  }

  /// 第…条, 第…款; leaves the text alone where it is something else.
  private mutating func ordinal(before unit: String) -> Int? {
    let start = rest
    if take("第"), let number = numeral(), number > 0, take(unit) { return number }
    rest = start
    return nil
  }

  private mutating func numeral() -> Int? {
    let arabic = rest.prefix { $0.isASCII && $0.isNumber }
    if !arabic.isEmpty {
      rest = rest[arabic.endIndex...]
      return Int(arabic)
    }
    let chinese = rest.prefix { ChineseNumeral.isNumeral($0) }
    rest = rest[chinese.endIndex...]
    return ChineseNumeral.value(of: chinese)
  }
}
