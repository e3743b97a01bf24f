import CMath

/// The sentence of an article on which a question rests: the one that shares most with it.
package struct OperativeSentence: Hashable, Sendable {
  /// The line of the article.
  package let line: Int
  /// Where it stands in that line.
  package let range: Range<String.Index>

  /// So many pairs of signs at least have to be shared; fewer are shared by chance.
  private static let least = 3

  /// Weighs a pair by how few sentences have it, and a sentence by what it shares with the question, for
  /// its length: a long one shares something with everything. Of equals the first is taken.
  ///
  /// - Parameters:
  ///   - lines: of the article.
  ///   - places: the lines that are cited.
  ///   - words: the question in words, the key first of all; see `MatchWords`.
  /// - Returns: nil where no sentence shares enough.
  package static func find(
    in lines: [String], among places: Range<Int>, for words: MatchWords
  ) -> OperativeSentence? {
    var sentences: [(sentence: OperativeSentence, grams: Set<UInt64>)] = []
    for place in places.clamped(to: lines.indices) {
      for range in ranges(of: lines[place]) {
        sentences.append(
          (
            OperativeSentence(line: place, range: range),
            Set(TextGrams.of(String(lines[place][range])))
          ))
      }
    }
    var spread: [UInt64: Int] = [:]
    for (_, grams) in sentences { for gram in grams { spread[gram, default: 0] += 1 } }
    var best: (sentence: OperativeSentence, score: Double)?
    for (sentence, grams) in sentences {
      var score = 0.0
      var shared = 0
      for (gram, weight) in words.grams where grams.contains(gram) {
        shared += 1
        score +=
          weight * shim_log(1 + Double(sentences.count) / Double(spread[gram] ?? 1))
      }
      guard shared >= least else { continue }
      score /= Double(grams.count + 12).squareRoot()
      if score > best?.score ?? 0 { best = (sentence, score) }
    }
    return best?.sentence
  }

  /// The sentences of a line; what ends one belongs to it.
  package static func ranges(of line: String) -> [Range<String.Index>] {
    var ranges: [Range<String.Index>] = []
    var start = line.startIndex
    var index = start
    while index < line.endIndex {
      let sign = line[index]
      index = line.index(after: index)
      guard sign == "。" || sign == "；" || sign == "！" || sign == "？" || sign == ";" else {
        continue
      }
      // A closing quotation mark behind the full stop belongs to the sentence.
      while index < line.endIndex, "”’」』）)".contains(line[index]) {
        index = line.index(after: index)
      }
      ranges.append(start..<index)
      start = index
    }
    if start < line.endIndex { ranges.append(start..<line.endIndex) }
    return ranges
  }
}
