/// A question in words, as it is compared with articles: each pair of signs with its weight, once.
package struct MatchWords: Hashable, Sendable {
  /// In the order in which they first stand, so that sums come out the same every time.
  package let grams: [(gram: UInt64, weight: Double)]

  /// - Parameter parts: texts with their weights; a pair that stands in several takes the greatest.
  package init(_ parts: [(text: String, weight: Double)]) {
    var places: [UInt64: Int] = [:]
    var grams: [(gram: UInt64, weight: Double)] = []
    for (text, weight) in parts {
      for gram in TextGrams.of(text) {
        if let place = places[gram] {
          grams[place].weight = max(grams[place].weight, weight)
        } else {
          places[gram] = grams.count
          grams.append((gram, weight))
        }
      }
    }
    self.grams = grams
  }

  package static func == (left: MatchWords, right: MatchWords) -> Bool {
    left.grams.elementsEqual(right.grams) { $0 == $1 }
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(grams.count) }
}
