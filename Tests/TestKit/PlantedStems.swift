import Learning

/// Stems of about 60 characters among which pairs were planted: near ones, to be found, and decoys, a
/// little too far apart. The words are drawn from a made-up lexicon by the law of Zipf and mean
/// nothing; the frames are those that real banks repeat by the thousand.
package struct PlantedStems {
  /// How the second stem of a near pair was made from the first.
  package enum Change: Sendable {
    /// One to four characters replaced, put in or taken out.
    case edits
    /// A word of two to four characters in another's place.
    case word
    case number, negation, term
  }

  /// The places of two stems, the smaller first.
  package struct Pair: Hashable, Sendable {
    package var first: Int
    package var second: Int

    package init(first: Int, second: Int) {
      self.first = first
      self.second = second
    }
  }

  package private(set) var stems: [String] = []
  package private(set) var near: [Pair: Change] = [:]
  package private(set) var decoys: Set<Pair> = []

  private var chance: SeededGenerator
  private var signs: [Character] = []
  private var lexicon: [[Character]] = []

  /// - Parameters:
  ///   - count: of all stems.
  ///   - planted: near pairs, and as many decoys.
  package init(count: Int, planted: Int, seed: UInt64) {
    chance = SeededGenerator(seed: seed)
    signs = (0..<2500).compactMap { Unicode.Scalar(0x4E00 + 8 * $0).map(Character.init) }
    lexicon = (0..<6000).map { _ in
      (0..<[2, 2, 2, 3, 4][draw(5)]).map { _ in signs[skewed(signs.count)] }
    }
    var texts: [[Character]] = []
    var partners: [(Int, Int, Change?)] = []
    for number in 0..<count - 2 * planted {
      let change = number < planted ? Self.change(number) : nil
      let text = stem(with: change)
      texts.append(text)
      if let change {
        partners.append((number, count - 2 * planted + number, change))
      } else if number < 2 * planted {
        partners.append((number, count - 2 * planted + number, nil))
      }
    }
    for (first, _, change) in partners {
      texts.append(change.map { near(texts[first], $0) } ?? decoy(texts[first]))
    }
    // Nobody shall find the pairs by their places.
    let places = chance.shuffled(Array(0..<count))
    stems = .init(repeating: "", count: count)
    for (index, place) in places.enumerated() { stems[place] = String(texts[index]) }
    for (first, second, change) in partners {
      let (one, other) = (places[first], places[second])
      let pair = Pair(first: min(one, other), second: max(one, other))
      if let change { near[pair] = change } else { decoys.insert(pair) }
    }
  }

  /// Half of the pairs by edits, a third by a word, the rest by what must be told apart.
  private static func change(_ number: Int) -> Change {
    switch number % 20 {
    case ..<10: .edits
    case ..<17: .word
    case 17: .number
    case 18: .negation
    default: .term
    }
  }

  private mutating func draw(_ count: Int) -> Int { chance.below(count) }

  /// The first ones often, the last ones seldom.
  private mutating func skewed(_ count: Int) -> Int {
    let share = Double(chance.below(1 << 30)) / Double(1 << 30)
    return Int(share * share * share * Double(count))
  }

  // MARK: Stems

  private static let frames = [
    ("下列关于", "的说法，正确的是："), ("下列关于", "的表述中，不正确的是："),
    ("根据《中华人民共和国民法典》的规定，", "下列说法符合法律规定的是："), ("", "对此，下列哪一种处理方式是正确的？"),
    ("依照《中华人民共和国禁毒法》，", "的，由公安机关处理。"), ("", ""),
    ("某村村民之间因下列情形发生争议：", "。依照法律，应当怎样处理？"), ("", "____。"),
  ]

  private mutating func stem(with change: Change?) -> [Character] {
    let (opening, end) = Self.frames[draw(Self.frames.count)]
    let total = 54 + draw(13)
    var text = Array(opening)
    switch change {
    case .number: text += "当事人在\(2 + draw(7))年内"
    case .negation, .term: text += "当事人应当"
    default: break
    }
    var clause = 0
    while text.count + end.count < total {
      text += lexicon[skewed(lexicon.count)]
      clause += 1
      if clause == 5, text.count + end.count < total - 8 {
        text.append("，")
        clause = 0
      }
    }
    return text + Array(end)
  }

  // MARK: Their partners

  private mutating func near(_ text: [Character], _ change: Change) -> [Character] {
    switch change {
    case .edits: return edited(text, 1...4)
    case .word:
      let start = draw(text.count - 4)
      var other = text
      while other == text {
        other.replaceSubrange(
          start..<start + 2 + draw(3), with: lexicon[skewed(lexicon.count)])
      }
      return other
    case .number: return replaced(text, "年内", by: "个月内")
    case .negation: return replaced(text, "当事人应当", by: "当事人不得")
    case .term: return replaced(text, "当事人应当", by: "当事人可以")
    }
  }

  private func replaced(_ text: [Character], _ old: String, by new: String) -> [Character] {
    let old = Array(old)
    guard let start = text.indices.first(where: { text[$0...].starts(with: old) }) else {
      return text
    }
    var text = text
    text.replaceSubrange(start..<start + old.count, with: Array(new))
    return text
  }

  private mutating func decoy(_ text: [Character]) -> [Character] { edited(text, 6...10) }

  /// So many characters replaced, put in or taken out, here and there.
  private mutating func edited(_ text: [Character], _ wanted: ClosedRange<Int>) -> [Character] {
    while true {
      var other = text
      for _ in 0..<wanted.lowerBound + draw(wanted.count) {
        let place = draw(other.count)
        switch draw(3) {
        case 0: other[place] = signs[skewed(signs.count)]
        case 1: other.insert(signs[skewed(signs.count)], at: place)
        default: other.remove(at: place)
        }
      }
      // One edit may undo another.
      if wanted.contains(Self.distance(text, other)) { return other }
    }
  }

  /// The edit distance by the table of both texts, as the textbooks have it: a check on ours.
  package static func distance(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (index, sign) in one.enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for (place, otherSign) in other.enumerated() {
        let above = row[place + 1]
        row[place + 1] = min(above + 1, row[place] + 1, corner + (sign == otherSign ? 0 : 1))
        corner = above
      }
    }
    return row[other.count]
  }
}
