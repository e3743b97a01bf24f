/// What a text is made of: its pairs of neighbouring signs, each once, by numbers of a vocabulary.
///
/// Chinese does not part its words, and most of them have two characters: pairs need no dictionary.
struct TextProfile: Hashable {
  /// In rising order.
  let pairs: [Int]
  /// The sum of their weights.
  let weight: Double
}

/// The profiles of the texts of two sides, and what each pair of signs weighs.
struct TextProfiles {
  let old: [TextProfile]
  let new: [TextProfile]
  /// By the number of the pair: log2 (1 + texts / texts that have it). What stands everywhere tells
  /// nothing. (Inverse document frequency, Spärck Jones 1972.)
  let weights: [Double]
  private let vocabulary: [UInt64: Int]

  /// - Parameters: normal texts (`NormalText`).
  init(old: [String], new: [String]) {
    var vocabulary: [UInt64: Int] = [:]
    var counts: [Int] = []
    func pairs(of text: String) -> [Int] {
      let distinct = Self.distinct(
        Self.keys(of: text).map { key in
          if let number = vocabulary[key] { return number }
          vocabulary[key] = counts.count
          counts.append(0)
          return counts.count - 1
        })
      for number in distinct { counts[number] += 1 }
      return distinct
    }
    let oldPairs = old.map(pairs)
    let newPairs = new.map(pairs)
    let texts = Double(old.count + new.count)
    let weights = counts.map { Self.log2(1 + texts / Double(max($0, 1))) }
    self.weights = weights
    self.vocabulary = vocabulary
    func profile(_ pairs: [Int]) -> TextProfile {
      TextProfile(pairs: pairs, weight: pairs.reduce(0) { $0 + weights[$1] })
    }
    self.old = oldPairs.map(profile)
    self.new = newPairs.map(profile)
  }

  /// The profile of a piece of one of the texts.
  func profile(of piece: String) -> TextProfile {
    let pairs = Self.distinct(Self.keys(of: piece).compactMap { vocabulary[$0] })
    return TextProfile(pairs: pairs, weight: pairs.reduce(0) { $0 + weights[$1] })
  }

  /// All pairs of neighbouring signs in their order. They lie within a clause; one of a single sign
  /// counts as that.
  private static func keys(of text: String) -> [UInt64] {
    var keys: [UInt64] = []
    var before: Unicode.Scalar?
    var isAlone = true
    func end() {
      if isAlone, let before { keys.append(UInt64(before.value)) }
      before = nil
      isAlone = true
    }
    for scalar in text.unicodeScalars {
      guard isWord(scalar) else {
        end()
        continue
      }
      if let before {
        keys.append(UInt64(before.value) << 32 | UInt64(scalar.value))
        isAlone = false
      }
      before = scalar
    }
    end()
    return keys
  }

  private static func distinct(_ numbers: [Int]) -> [Int] {
    var distinct: [Int] = []
    distinct.reserveCapacity(numbers.count)
    for number in numbers.sorted() where distinct.last != number { distinct.append(number) }
    return distinct
  }

  /// The weight that two texts share.
  func shared(_ left: TextProfile, _ right: TextProfile) -> Double {
    Self.common(left.pairs, right.pairs).reduce(0) { $0 + weights[$1] }
  }

  /// What of the first text stands in the second and not in the third: its share, from 0 to 1, in what
  /// of the first does not stand in the third; and its weight.
  func share(
    of text: TextProfile, in whole: TextProfile, without other: TextProfile
  ) -> (share: Double, weight: Double) {
    let known = Set(other.pairs)
    let rest = text.pairs.filter { !known.contains($0) }
    let weight = rest.reduce(0) { $0 + weights[$1] }
    guard weight > 0 else { return (0, 0) }
    let found = Self.common(rest, whole.pairs).reduce(0) { $0 + weights[$1] }
    return (found / weight, found)
  }

  private static func common(_ left: [Int], _ right: [Int]) -> [Int] {
    var found: [Int] = []
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        found.append(left[i])
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return found
  }

  /// Whether a sign of a normal text is no punctuation.
  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0...0x7F, 0x2000...0x206F, 0x3000...0x3003, 0x3008...0x3020: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// The binary logarithm, straight between powers of two: at most 0.09 too little, and no C library.
  private static func log2(_ value: Double) -> Double {
    Double(value.exponent) + value.significand - 1
  }
}
