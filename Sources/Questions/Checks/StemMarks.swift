import Text

/// What in a stem must be the same if two stems are to ask the same: numbers with their units,
/// negations, and the words that carry a rule.
struct StemMarks: Equatable {
  /// A number as it is meant: 三日, 3日 and ３ 日 are one.
  struct Number: Equatable {
    /// Nil where the numeral has no value that we know; then `text` tells.
    var value: Double?
    var text: [UInt32]
    /// The character behind it: 日, 元, 条.
    var unit: UInt32?

    static func == (one: Number, other: Number) -> Bool {
      guard one.unit == other.unit else { return false }
      return one.value == nil || other.value == nil
        ? one.text == other.text : one.value == other.value
    }
  }

  private(set) var numbers: [Number] = []
  private(set) var negations = 0
  private(set) var terms: [String] = []

  /// - Parameter stem: as `ComparedStems` has it.
  init(_ stem: ArraySlice<UInt32>) {
    var place = stem.startIndex
    while place < stem.endIndex {
      let rest = stem[place...]
      if let (word, length) = MarkedWords.first(in: rest, of: stem) {
        switch word {
        case .negation: negations += 1
        case .term(let term): terms.append(term)
        case .number(let value):
          let unit = place + length < stem.endIndex ? stem[place + length] : nil
          numbers.append(
            Number(value: value, text: [], unit: unit.flatMap { Self.isUnit($0) ? $0 : nil }))
        case .plain: break
        }
        place += length
      } else if Self.isNumeral(stem[place]) {
        let run = rest.prefix { Self.isNumeral($0) || $0 == Self.point }
        if let number = Self.number(run, in: stem) { numbers.append(number) }
        place = run.endIndex
      } else {
        place += 1
      }
    }
  }

  var isEmpty: Bool { numbers.isEmpty && negations == 0 && terms.isEmpty }

  /// The gravest way in which two stems differ; nil where these marks are all the same.
  func difference(from other: StemMarks) -> NearPair.Difference? {
    if negations != other.negations { return .negation }
    if numbers != other.numbers { return .number }
    return terms == other.terms ? nil : .term
  }

  // MARK: Numbers

  private static let point: UInt32 = 0x2E

  /// What is counted and measured: a lone 二 before one of these is a number, elsewhere part of a word.
  private static let units = Set(
    "年月日天周岁时分秒元角条款项章节编名人个倍级种方亩间户件台辆部成期次位份克吨米里公%‰".unicodeScalars.map(\.value))

  /// Before these a lone 一 counts; before others it only says "a": 一个, 一名.
  private static let exactUnits = Set("年月日天周岁时分秒元角条款项章节编倍级成克吨米公%‰".unicodeScalars.map(\.value))

  /// The numerals of cheques and their everyday forms.
  private static let formal = Dictionary(
    uniqueKeysWithValues: zip("壹贰叁肆伍陆柒捌玖拾佰仟萬".unicodeScalars, "一二三四五六七八九十百千万".unicodeScalars)
      .map { ($0.value, $1.value) })

  private static func isUnit(_ scalar: UInt32) -> Bool { units.contains(scalar) }

  private static func isDigit(_ scalar: UInt32) -> Bool { scalar &- 0x30 < 10 }

  private static func isNumeral(_ scalar: UInt32) -> Bool {
    if isDigit(scalar) || formal[scalar] != nil || scalar == 0x4EBF { return true }
    return Unicode.Scalar(scalar).map { ChineseNumeral.isNumeral(Character($0)) } ?? false
  }

  /// Nil for a lone 一 or 千 that is part of a word: 一般, 千方.
  private static func number(_ run: ArraySlice<UInt32>, in stem: ArraySlice<UInt32>) -> Number? {
    let next = run.endIndex < stem.endIndex ? stem[run.endIndex] : nil
    let unit = next.flatMap { isUnit($0) ? $0 : nil }
    if run.count == 1, let sign = run.first, !isDigit(sign) {
      // 第三 and 之一 are numbers without a unit.
      let before = run.startIndex > stem.startIndex ? stem[run.startIndex - 1] : 0
      let isCounted = before == 0x7B2C || before == 0x4E4B
      guard isCounted || unit.map({ sign != 0x4E00 || exactUnits.contains($0) }) ?? false else {
        return nil
      }
    }
    return Number(value: value(run), text: Array(run), unit: unit)
  }

  private static func value(_ run: ArraySlice<UInt32>) -> Double? {
    let digits = run.prefix { isDigit($0) || $0 == point }
    let others = run[digits.endIndex...].map { formal[$0] ?? $0 }
    if digits.isEmpty { return ChineseNumeral.value(of: text(others)).map(Double.init) }
    // 3万 and 1.5亿.
    let factors: [UInt32: Double] = [
      0x5341: 10, 0x767E: 100, 0x5343: 1000, 0x4E07: 1e4, 0x4EBF: 1e8,
    ]
    return others.reduce(Double(text(Array(digits)))) { value, sign in
      value.flatMap { value in factors[sign].map { value * $0 } }
    }
  }

  private static func text(_ scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }
}
