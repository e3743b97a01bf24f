import Text

/// The words of a norm that decide what holds: numbers, modal words, negations. Where two texts differ in
/// one of these, they may ask for something else, however few signs differ.
enum WeightyWords {
  /// A word and its place among the signs.
  struct Word: Hashable {
    let range: Range<Int>
    let text: String
    /// The article that it names, of the same statute for all that the signs tell.
    var article: ArticleNumber?
  }

  private static let modal = [
    "应当", "可以", "不得", "必须", "禁止", "严禁", "不准", "不许", "不能", "有权", "无权", "须",
  ]
  private static let negations = ["除外", "没有", "不", "未", "无", "非", "否"]
  /// Words that only look like one of them.
  private static let others = [
    "未成年", "未来", "不断", "不仅", "不同", "不动产", "不良", "无线", "无形", "无论", "不论", "非常", "须知", "是否",
    "能否", "有权机关", "三农", "第三人", "第三方", "第三者", "第三国",
  ]
  /// Longest first, so that 不得 is no 不; nil for what is passed over.
  private static let words: [(signs: [Unicode.Scalar], counts: Bool)] =
    ((modal + negations).map { (Array($0.unicodeScalars), true) }
    + others.map { (Array($0.unicodeScalars), false) })
    .sorted { ($1.signs.count, $0.counts ? 1 : 0) < ($0.signs.count, $1.counts ? 1 : 0) }
  private static let firstSigns = Set(words.compactMap(\.signs.first))

  /// What 一, 十, 百, 千 and 万 count or date where they stand alone: 一年, 十倍. Before other signs they are
  /// parts of words: 一般, 统一, 十分.
  private static let measures = Set(
    "年月日天周时秒个名人岁户次倍元万亿条款项章节编目届级种类处件份批位成所家小以半亩米吨斤辆艘架株间层"
      .unicodeScalars)
  private static let partsOfWords = Set("一十百千万".unicodeScalars)

  /// Whether a sign can be a part of a number.
  static func isNumeral(_ sign: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(sign.value) || ChineseNumeral.isNumeral(Character(sign))
  }

  /// The words among signs of a normal text.
  static func all(in signs: [Unicode.Scalar]) -> [Word] {
    var found: [Word] = []
    var place = 0
    while place < signs.count {
      // Words first: 第三人 is no number.
      if firstSigns.contains(signs[place]),
        let word = words.first(where: { signs[place...].starts(with: $0.signs) })
      {
        let range = place..<place + word.signs.count
        if word.counts { found.append(Word(range: range, text: text(signs[range]))) }
        place = range.upperBound
      } else if let word = number(in: signs, at: place) {
        found.append(word)
        place = word.range.upperBound
      } else {
        place += 1
      }
    }
    return found
  }

  /// Whether what changed between two texts leaves all of these words as they were.
  ///
  /// - Parameter follows: whether an article of the new edition is what became of one of the old
  ///   edition: then its number changes nothing.
  static func areKept(
    in difference: TextDifference, follows: (ArticleNumber, ArticleNumber) -> Bool
  ) -> Bool {
    let changed = difference.stretches.filter { !$0.isKept }
    let old = touched(all(in: difference.old.signs), by: changed.map(\.old))
    let new = touched(all(in: difference.new.signs), by: changed.map(\.new))
    guard old.count == new.count else { return false }
    return zip(old, new).allSatisfy { old, new in
      if let before = old.article, let after = new.article { return follows(before, after) }
      return old.text == new.text
    }
  }

  private static func touched(_ words: [Word], by ranges: [Range<Int>]) -> [Word] {
    words.filter { word in ranges.contains { $0.overlaps(word.range) } }
  }

  /// A number that begins here: 第七条, 百分之三十, 十五, 三年, 500.
  private static func number(in signs: [Unicode.Scalar], at start: Int) -> Word? {
    var place = start
    let isOrdinal = signs[place] == "第"
    if isOrdinal { place += 1 }
    let first = place
    place = end(ofNumeral: signs, from: place)
    guard place > first else { return nil }
    let length = place - first
    let follower = place < signs.count ? signs[place] : nil
    if isOrdinal {
      guard follower == "条" else {
        return Word(range: start..<place, text: text(signs[start..<place]))
      }
      return article(in: signs, start: start, numeral: first..<place)
    }
    // 百分之三十: the numeral is 百, and another follows.
    if text(signs[first..<place]).hasSuffix("百"), follower == "分", place + 2 < signs.count,
      signs[place + 1] == "之"
    {
      let last = end(ofNumeral: signs, from: place + 2)
      if last > place + 2 { return Word(range: start..<last, text: text(signs[start..<last])) }
    }
    let isDigit = (0x30...0x39).contains(signs[first].value)
    guard
      isDigit || length > 1 || !partsOfWords.contains(signs[first])
        || follower.map(measures.contains) ?? false
    else { return nil }
    return Word(range: start..<place, text: text(signs[start..<place]))
  }

  private static func article(
    in signs: [Unicode.Scalar], start: Int, numeral: Range<Int>
  ) -> Word {
    var end = numeral.upperBound + 1
    var insertion = 0
    if end + 1 < signs.count, signs[end] == "之" {
      let last = self.end(ofNumeral: signs, from: end + 1)
      if let value = ChineseNumeral.value(of: text(signs[end + 1..<last])), value > 0 {
        insertion = value
        end = last
      }
    }
    // 《…》第七条 is an article of another statute.
    let isOther = start > 0 && signs[start - 1] == ">"
    let digits = text(signs[numeral])
    let number = isOther ? nil : Int(digits) ?? ChineseNumeral.value(of: digits)
    return Word(
      range: start..<end, text: text(signs[start..<end]),
      article: number.map { ArticleNumber($0, insertion: insertion) })
  }

  private static func end(ofNumeral signs: [Unicode.Scalar], from start: Int) -> Int {
    var place = start
    while place < signs.count, isNumeral(signs[place]) { place += 1 }
    return place
  }

  private static func text(_ signs: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(signs))
  }
}
