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
        var scanner = CitationScanner(piece)
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

    package init(flaw: Flaw) { self.flaw = flaw }
  }

  /// The citations in canonical form, each with its title, so that reading gives them again.
  package static func print(_ citations: [Citation], in language: Language) -> String {
    citations.map { $0.text(in: language) }.joined(separator: separator(in: language))
  }

  /// What stands between two citations in canonical form.
  package static func separator(in language: Language) -> String {
    language == .chinese ? "；" : "; "
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
