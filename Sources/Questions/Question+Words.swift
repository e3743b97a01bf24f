import Statutes

extension Question {
  /// What it says, to be compared with articles: stem and key first of all, then its passage, the wrong
  /// options and the explanation, which speak of other things as well.
  ///
  /// - Parameter withRationale: whether the explanation counts.
  package func matchWords(passage: Passage?, withRationale: Bool = true) -> MatchWords {
    var parts: [(text: String, weight: Double)] = keyTexts.map { ($0, 2) }
    parts.append((stem, 1.5))
    if withRationale { parts.append((rationale.spelled { _ in "，" }, 1)) }
    parts += options.map { ($0.text, 0.4) }
    if let passage { parts.append((passage.text, 0.3)) }
    return MatchWords(parts)
  }

  /// What the key says in words; empty for a statement to be judged.
  package var keyTexts: [String] {
    switch key {
    case .options(let right): options.filter { right.contains($0.id) }.map(\.text)
    case .truth: []
    case .blanks(let forms): forms.compactMap(\.first)
    case .points(let points): points.map(\.wording)
    }
  }
}
