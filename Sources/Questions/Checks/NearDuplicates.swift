/// Finds stems that say nearly the same: a question that stands twice in a bank, or two of which one
/// was made from the other.
///
/// Two stems are near where few characters differ beside their length: one in seven, at least one and
/// at most four; in a long stem a word of up to five characters may stand in another's place. Short
/// stems that differ in a number, a negation or a word of the law are told where that takes them a
/// little further apart. All such pairs are found, but for stems in a crowd of thousands (`RareGrams`);
/// the same list has the same pairs on every machine.
package enum NearDuplicates {
  /// Beside so many others that are no longer than itself a stem is told, not more: of 1,000 stems
  /// that differ in a number alone, nobody wants to read half a million pairs.
  package static let mostPartners = 10

  /// The pairs of near stems, in the order of their places in the list.
  ///
  /// Stems that are the same but for punctuation, spaces, width and case are told beside the first of
  /// them, and that one alone is compared with others. Stems of fewer than four characters are told
  /// only so.
  package static func pairs(among stems: [String]) -> [NearPair] {
    let compared = ComparedStems(stems)
    var (order, pairs) = distinct(compared)
    // Sorted by length, so that a band is a stretch.
    order.sort { (compared.length($0), $0) < (compared.length($1), $1) }
    var marks = [StemMarks?](repeating: nil, count: compared.count)
    for band in bands {
      let members = order.filter { band.lengths.contains(compared.length($0)) }
      var (current, partners) = (-1, 0)
      band.grams.candidates(among: members, of: compared) { later, earlier in
        if current != later { (current, partners) = (later, 0) }
        let found = pair(
          min(later, earlier), max(later, earlier), of: compared, &marks, within: band)
        guard let found else { return true }
        pairs.append(found)
        partners += 1
        return partners < mostPartners
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Stems of like length, and how they are searched. A pair belongs to the band of its shorter stem.
  private struct Band {
    let grams: RareGrams
    /// Of the stems that look; the last ones are longer than those that belong here.
    let lengths: ClosedRange<Int>

    init(_ lengths: ClosedRange<Int>, edits: Int, word: Int = 0, pieces: Int) {
      grams = RareGrams(
        length: pieces, edits: edits, run: word, longestFound: lengths.upperBound)
      self.lengths = lengths.lowerBound...(lengths.upperBound + edits)
    }
  }

  private static let bands = [
    Band(4...5, edits: 1, pieces: 2), Band(6...11, edits: 2, pieces: 2),
    Band(12...19, edits: 3, pieces: 3),
    Band(longStem...1_000_000_000, edits: 4, word: 5, pieces: 4),
  ]

  /// From this length on, any one word may stand in another's place.
  private static let longStem = 20

  private static func pair(
    _ first: Int, _ second: Int, of stems: ComparedStems, _ marks: inout [StemMarks?],
    within band: Band
  ) -> NearPair? {
    let (one, other) = (stems[first], stems[second])
    let distance = one.withUnsafeBufferPointer { one in
      other.withUnsafeBufferPointer {
        EditDistance.between(one, $0, atMost: max(band.grams.edits, band.grams.run))
      }
    }
    guard let distance else { return nil }
    let shorter = min(one.count, other.count)
    let isClose = distance <= max(1, min(4, shorter * 15 / 100))
    let isWord = (isClose || shorter >= longStem) && isWordReplaced(one, other, distance)
    guard distance <= band.grams.edits || isWord else { return nil }
    let (mark, otherMark) = (marks[first] ?? StemMarks(one), marks[second] ?? StemMarks(other))
    (marks[first], marks[second]) = (mark, otherMark)
    let kind: NearPair.Kind
    if let difference = mark.difference(from: otherMark) {
      kind = .differs(difference)
    } else if isWord {
      kind = .differs(.term)
    } else {
      guard isClose else { return nil }
      kind = .duplicate
    }
    return NearPair(first: first, second: second, distance: distance, kind: kind)
  }

  /// Whether all that differs is one run of characters that stands in another's place: two or more
  /// on both sides, or in a short stem, where each says more, one. A number or a negation in another
  /// spelling is none: 三十日 and 30日, 不正确 and 错误.
  private static func isWordReplaced(
    _ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>, _ distance: Int
  ) -> Bool {
    let start = zip(one, other).prefix { $0 == $1 }.count
    let (rest, otherRest) = (one.dropFirst(start), other.dropFirst(start))
    let end = zip(rest.reversed(), otherRest.reversed()).prefix { $0 == $1 }.count
    let (run, otherRun) = (rest.count - end, otherRest.count - end)
    guard max(run, otherRun) == distance,
      min(run, otherRun) >= (one.count < shortStem ? 1 : 2)
    else { return false }
    // With a character on either side, which may tell what a numeral is.
    func marks(_ stem: ArraySlice<UInt32>) -> StemMarks {
      StemMarks(stem.dropFirst(max(start - 1, 0)).dropLast(max(end - 1, 0)))
    }
    let mark = marks(one)
    return mark.isEmpty || mark != marks(other)
  }

  private static let shortStem = 15

  /// One stem of each text, and a pair for each other of the same text.
  private static func distinct(_ stems: ComparedStems) -> (order: [Int], pairs: [NearPair]) {
    let digests = (0..<stems.count).map { index in
      stems[index].reduce(UInt64(stems.length(index))) {
        ($0 ^ $0 >> 32 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15
      }
    }
    // Stems of one text stand together, the first of the list first.
    let sorted = digests.indices.filter { stems.length($0) > 0 }
      .sorted { (digests[$0], $0) < (digests[$1], $1) }
    var order: [Int] = []
    var pairs: [NearPair] = []
    var firsts: [Int] = []
    for index in sorted {
      if firsts.first.map({ digests[$0] != digests[index] }) ?? true { firsts = [] }
      if let first = firsts.first(where: { stems[$0] == stems[index] }) {
        pairs.append(NearPair(first: first, second: index, distance: 0, kind: .duplicate))
      } else {
        firsts.append(index)
        order.append(index)
      }
    }
    return (order, pairs)
  }
}
