import Text

/// A part of an answer as `AnswerText` compares it.
enum AnswerPiece: Hashable {
  /// A number in its one form, or a numeral that is none by itself, such as 百.
  case figure(String)
  /// One character, lower case.
  case word(String)
  /// Punctuation that matters between two figures only; one sign of several.
  case mark(Character)

  static func pieces(of text: some StringProtocol) -> [AnswerPiece] {
    var scan = Scan(scalars: Array(text.unicodeScalars))
    return scan.read()
  }
}

/// Reads the scalars of an answer from left to right.
private struct Scan {
  private let original: [Unicode.Scalar]
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var pieces: [AnswerPiece] = []

  init(scalars: [Unicode.Scalar]) {
    original = scalars.filter {
      ![.control, .format].contains($0.properties.generalCategory) || $0.properties.isWhitespace
    }
    self.scalars = original.map(AnswerText.narrow)
  }

  mutating func read() -> [AnswerPiece] {
    while position < scalars.count {
      if isNumeral(at: position) {
        pieces += Figure.pieces(of: run())
        continue
      }
      let scalar = scalars[position]
      position += 1
      if let mark = Self.mark(scalar) {
        // Of several the first that says more than a space or a comma: `3 - 5`.
        if pieces.last == .mark("、") { pieces.removeLast() }
        if case .mark = pieces.last {} else { pieces.append(.mark(mark)) }
      } else {
        if case .mark = pieces.last { pieces.removeLast() }
        pieces.append(.word(scalar.properties.lowercaseMapping))
      }
    }
    return pieces
  }

  /// The longest run of digits and Chinese numerals from here on, with a decimal point, thousands
  /// separators (left out) and spaces beside Chinese numerals (left out).
  private mutating func run() -> String {
    var run = ""
    /// Digits since the last sign that is none, to know 1,204 from 2026,204.
    var digits = 0
    while position < scalars.count {
      let scalar = scalars[position]
      if isNumeral(at: position) {
        run.unicodeScalars.append(scalar)
        digits = isDigit(at: position) ? digits + 1 : 0
        position += 1
      } else if scalar == ".", isDigit(at: position - 1), isDigit(at: position + 1) {
        run.append(".")
        digits = 4
        position += 1
      } else if original[position] == "," || scalar.properties.isWhitespace,
        (1...3).contains(digits), isGroup(at: position + 1)
      {
        // The next group of three is followed by another group or by the end of the number.
        digits = 0
        position += 1
      } else if scalar == "点", run.unicodeScalars.allSatisfy(Self.isChinese),
        isDigitName(position + 1)
      {
        run.append("点")
        position += 1
      } else if scalar.properties.isWhitespace, let next = afterSpaces,
        isNumeral(at: next), !(isDigit(at: position - 1) && isDigit(at: next))
      {
        position = next
      } else {
        break
      }
    }
    return run
  }

  private var afterSpaces: Int? {
    scalars[position...].firstIndex { !$0.properties.isWhitespace }
  }

  private func isDigit(at position: Int) -> Bool {
    scalars.indices.contains(position) && ("0"..."9").contains(scalars[position])
  }

  /// Three digits, and no fourth.
  private func isGroup(at position: Int) -> Bool {
    (0..<3).allSatisfy { isDigit(at: position + $0) } && !isDigit(at: position + 3)
  }

  private func isNumeral(at position: Int) -> Bool {
    isDigit(at: position)
      || scalars.indices.contains(position) && Self.isChinese(scalars[position])
  }

  /// 零 to 九, the only signs that follow a decimal 点.
  private func isDigitName(_ position: Int) -> Bool {
    scalars.indices.contains(position)
      && Figure.digit(Character(scalars[position])) != nil
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    ChineseNumeral.isNumeral(Character(scalar))
  }

  private static func mark(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar {
    case ".", "/", ":": return Character(scalar)
    case "~": return "-"
    case "%", "‰": return nil
    default: break
    }
    if scalar.properties.isWhitespace { return "、" }
    switch scalar.properties.generalCategory {
    case .dashPunctuation: return "-"
    case .otherPunctuation, .connectorPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation:
      return "、"
    default: return nil
    }
  }

}

/// One run of digits and Chinese numerals as the number that it writes.
private enum Figure {
  static func pieces(of run: String) -> [AnswerPiece] {
    let halves = run.split(separator: "点", omittingEmptySubsequences: false)
    guard halves.count == 2 else { return [.figure(plain(halves[0]))] }
    // 一点五 and 一点五万; but 八点三十 is a time of day.
    let fraction = halves[1].prefix { digit($0) != nil }
    let unit = halves[1][fraction.endIndex...]
    if unit.isEmpty || unit == "万" {
      let digits = fraction.compactMap { digit($0).map(String.init) }.joined()
      let decimal = "\(plain(halves[0])).\(digits)\(unit)"
      return [.figure(mixed(decimal) ?? decimal)]
    }
    return [.figure(plain(halves[0])), .word("点"), .figure(plain(halves[1]))]
  }

  static func digit(_ character: Character) -> Int? {
    ChineseNumeral.value(of: String(character)).flatMap { $0 < 10 ? $0 : nil }
  }

  private static func plain(_ run: Substring) -> String {
    if run.utf8.allSatisfy({ $0 < 0x80 }) { return String(run) }
    let digits = run.compactMap(digit)
    if digits.count == run.count { return digits.map(String.init).joined() }
    return ChineseNumeral.value(of: run).map(String.init) ?? mixed(String(run)) ?? String(run)
  }

  private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000, "万": 10_000]

  /// Digits with Chinese units, 10万, 1.5万, 3千5百: each unit smaller than the one before it;
  /// nil where the text is none or its value no whole number.
  private static func mixed(_ run: String) -> String? {
    var total = 0
    var lastUnit = 100_000_000
    var rest = run[...]
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII }
      rest = rest[number.endIndex...]
      var unit = 1
      let names = rest.prefix { units[$0] != nil }
      guard names.count <= 1 || names.count == 2 && names.last == "万" && names.first != "万" else {
        return nil
      }
      for name in names { unit *= units[name] ?? 1 }
      rest = rest[names.endIndex...]
      let isWhole = total == 0 && rest.isEmpty
      guard unit < lastUnit, let value = product(number, unit, decimals: isWhole && unit > 1),
        total == 0 || value < lastUnit
      else { return nil }
      total += value
      lastUnit = unit
    }
    return String(total)
  }

  private static func product(_ number: Substring, _ unit: Int, decimals: Bool) -> Int? {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, (1...8).contains(whole.count), parts.count <= 2 else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.isEmpty || decimals && fraction.count <= 7,
      let value = Int(whole + fraction)
    else { return nil }
    let scale = fraction.reduce(1) { scale, _ in scale * 10 }
    return value * unit % scale == 0 ? value * unit / scale : nil
  }
}
