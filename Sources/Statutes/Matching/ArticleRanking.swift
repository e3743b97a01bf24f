import CMath

/// Finds the articles that a question speaks of, by the pairs of signs that they share: Okapi BM25
/// (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009) over pairs instead of words, with
/// its usual k1 = 1.2 and a length weight of 0.6 (articles are short, and a long one is no noise).
package struct ArticleRanking: Sendable {
  /// An article of one of the texts.
  package struct Match: Hashable, Sendable {
    /// Its text, by place among the texts.
    package let text: Int
    /// By place among the articles.
    package let article: Int
    package let score: Double
  }

  private struct Posting {
    var document: Int32
    var count: UInt16
  }

  private static let saturation = 1.2
  private static let lengthWeight = 0.6

  private var documents: [(text: Int, article: Int, length: Int)] = []
  private var postings: [UInt64: [Posting]] = [:]
  private let meanLength: Double

  package init(_ texts: [StatuteText]) {
    var total = 0
    for (place, text) in texts.enumerated() {
      for (number, article) in text.articles.enumerated() {
        let document = Int32(truncatingIfNeeded: documents.count)
        // What the headings say holds for the article as well: 第九章 诉讼时效.
        let above = text.path(of: article).map(\.title).joined(separator: "，")
        let grams = TextGrams.of(above) + article.lines.flatMap { TextGrams.of($0) }
        for gram in grams {
          let last = postings[gram, default: []].count - 1
          if last >= 0, postings[gram]?[last].document == document {
            postings[gram]?[last].count &+= 1
          } else {
            postings[gram, default: []].append(Posting(document: document, count: 1))
          }
        }
        documents.append((place, number, grams.count))
        total += grams.count
      }
    }
    meanLength = Double(max(total, 1)) / Double(max(documents.count, 1))
  }

  /// The articles that fit best, the best first; of equals the one that comes first in the texts.
  ///
  /// - Parameters:
  ///   - texts: only articles of these, by place; nil for all.
  package func best(
    for words: MatchWords, limit: Int, among texts: Set<Int>? = nil
  ) -> [Match] {
    var scores = [Double](repeating: 0, count: documents.count)
    for (gram, weight) in words.grams {
      guard let found = postings[gram] else { continue }
      let (having, lacking) = (Double(found.count), Double(documents.count - found.count))
      let rarity = shim_log(1 + (lacking + 0.5) / (having + 0.5))
      for posting in found {
        let document = Int(posting.document)
        let count = Double(posting.count)
        let length = Double(documents[document].length) / meanLength
        let share =
          count * (Self.saturation + 1)
          / (count + Self.saturation * (1 - Self.lengthWeight + Self.lengthWeight * length))
        scores[document] += weight * rarity * share
      }
    }
    return scores.indices
      .filter { scores[$0] > 0 && texts?.contains(documents[$0].text) != false }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }
      .prefix(limit)
      .map {
        Match(text: documents[$0].text, article: documents[$0].article, score: scores[$0])
      }
  }
}
