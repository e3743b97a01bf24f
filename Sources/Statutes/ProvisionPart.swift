/// A paragraph 款 without its items, an item 项 with its sub-items, or, where the lines do not tell
/// paragraphs, a line.
package struct ProvisionPart: Hashable, Sendable {
  package let provision: Citation.Provision
  /// Counted from 1; nil where the lines do not tell.
  package let paragraph: Int?
  /// Counted from 1; nil for what is no item.
  package let item: Int?
  /// The number that an item begins with, as its text has it: （二）. Empty for what is no item.
  package let sign: String
  /// Its text behind that number; lines are parted by newlines.
  package let text: String

  /// The parts of an article, in the order of its lines. Every line is in one of them.
  static func parts(of article: StatuteArticle) -> [ProvisionPart] {
    let provision = Citation.Provision.article(article.number)
    let outline = article.outline
    guard outline.isClear, !outline.paragraphs.isEmpty else {
      return article.lines.map {
        ProvisionPart(provision: provision, paragraph: nil, item: nil, sign: "", text: $0)
      }
    }
    var parts: [ProvisionPart] = []
    for (place, paragraph) in outline.paragraphs.enumerated() {
      let first = place == 0 ? 0 : paragraph.lines.lowerBound
      let end =
        place + 1 < outline.paragraphs.count
        ? outline.paragraphs[place + 1].lines.lowerBound : article.lines.count
      let starts = paragraph.items.map(\.line)
      let ends = starts.dropFirst() + [end]
      let lead = first..<(starts.first ?? end)
      parts.append(
        ProvisionPart(
          provision: provision, paragraph: place + 1, item: nil, sign: "",
          text: article.lines[lead].joined(separator: "\n")))
      for (number, (start, end)) in zip(starts, ends).enumerated() {
        let text = article.lines[start..<end].joined(separator: "\n")
        let sign = sign(of: text)
        parts.append(
          ProvisionPart(
            provision: provision, paragraph: place + 1, item: number + 1, sign: String(sign),
            text: String(text[sign.endIndex...])))
      }
    }
    return parts
  }

  /// The natural paragraphs of a preamble.
  static func parts(ofPreamble lines: [String]) -> [ProvisionPart] {
    lines.enumerated().map { place, line in
      ProvisionPart(
        provision: .preamble, paragraph: place + 1, item: nil, sign: "", text: line)
    }
  }

  private static func sign(of text: String) -> Substring {
    let end = text.firstIndex { $0 == "）" || $0 == ")" }
    return end.map { text[...$0] } ?? text[..<text.startIndex]
  }

  /// Whether two parts have the same place in their provisions.
  func standsAs(_ other: ProvisionPart) -> Bool {
    paragraph == other.paragraph && item == other.item
  }
}
