import Text

extension CitationGap {
  /// What a cited place lacks, and what is there.
  package func wording(of citation: Citation) -> Wording {
    let place = Wording(zh: citation.text(in: .chinese), en: citation.text(in: .english))
    switch self {
    case .noArticle(let last):
      return Wording(
        zh: "没有\(place.zh)，最后一条是\(last.chinese)；请核对",
        en: "There is no \(place.en); the last one is \(last.english); check it")
    case .noParagraph(let count):
      return Wording(
        zh: "没有\(place.zh)，这一条共 \(count) 款；请核对",
        en: "There is no \(place.en); the article has \(count) paragraphs; check it")
    case .noItem(let count):
      return Wording(
        zh: "没有\(place.zh)，这一款共 \(count) 项；请核对",
        en: "There is no \(place.en); the paragraph has \(count) items; check it")
    case .paragraphNotNamed(let count):
      return Wording(
        zh: "\(place.zh)没有写第几款，这一条共 \(count) 款；请补上",
        en: "\(place.en) names no paragraph, and the article has \(count); name it")
    case .noPreamble(let count):
      return Wording(
        zh: "没有\(place.zh)，序言共 \(count) 段；请核对",
        en: "There is no \(place.en); the preamble has \(count) paragraphs; check it")
    }
  }
}
