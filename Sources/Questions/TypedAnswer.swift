/// Reads an answer as a person types it: letters in any case and width, with or without separators.
package enum TypedAnswer {
  /// Why a typed answer could not be taken.
  package enum Flaw: Error, Hashable, Sendable {
    /// A letter beyond the options shown.
    case noSuchOption(Character, last: Character)
    /// Digits where letters count: what was typed, and the letters that it would mean, where it can
    /// mean any.
    case digits(String, letters: String?, last: Character)
    /// Not letters, or not 对/错.
    case unreadable
    /// Several letters where one is right.
    case oneOptionOnly
    /// More texts than the stem has blanks.
    case tooManyBlanks(typed: Int, wanted: Int)
  }

  /// The positions of options on the screen, from 0, that a typed text names: `a c`, `ＡＣ`, `A、C`.
  ///
  /// - Returns: at least one position, or the flaw; blanks and separators alone are `unreadable`.
  package static func positions(
    _ text: String, optionCount: Int, severalAllowed: Bool
  ) -> Result<Set<Int>, Flaw> {
    if let digits = digits(in: text) {
      return .failure(flaw(of: digits, optionCount: optionCount, severalAllowed: severalAllowed))
    }
    var positions: Set<Int> = []
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      switch value {
      case 0x41...0x5A, 0x61...0x7A:
        let position = Int((value & ~0x20) - 0x41)
        guard position < optionCount else {
          // Letters past H are no options anywhere, so this was not meant as an answer.
          guard position < AnswerOption.letters.count else { return .failure(.unreadable) }
          return .failure(
            .noSuchOption(
              AnswerOption.letters[position], last: AnswerOption.letters[max(0, optionCount - 1)]))
        }
        positions.insert(position)
      case 0x20, 0x09, 0x3000, 0x2C, 0x3001, 0x3002, 0x2E, 0x3B, 0x2F: continue
      default: return .failure(.unreadable)
      }
    }
    guard !positions.isEmpty else { return .failure(.unreadable) }
    guard severalAllowed || positions.count == 1 else { return .failure(.oneOptionOnly) }
    return .success(positions)
  }

  /// The digits of a text that has nothing else but signs between them; nil for any other text.
  private static func digits(in text: String) -> [Int]? {
    var digits: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: digits.append(Int(scalar.value - 0x30))
      case 0xFF10...0xFF19: digits.append(Int(scalar.value - 0xFF10))
      case 0x20, 0x09, 0x3000, 0x2C, 0xFF0C, 0x3001, 0x3002, 0x2E, 0xFF0E, 0x3B, 0xFF1B, 0x2F,
        0xFF0F:
        continue
      default: return nil
      }
    }
    return digits.isEmpty ? nil : digits
  }

  /// What is said of digits: 13 is AC where several options may be chosen.
  private static func flaw(
    of digits: [Int], optionCount: Int, severalAllowed: Bool
  ) -> Flaw {
    let known = AnswerOption.letters.prefix(optionCount)
    let meant =
      digits.allSatisfy { (1...max(1, known.count)).contains($0) }
      && (severalAllowed || digits.count == 1)
    return .digits(
      digits.map(String.init).joined(),
      letters: meant ? String(digits.map { AnswerOption.letters[$0 - 1] }) : nil,
      last: known.last ?? AnswerOption.letters[0])
  }

  /// 对 错 √ × t f x … ; nil where the text is none of them.
  package static func truth(_ text: String) -> Bool? {
    let word = String(
      text.unicodeScalars.compactMap { scalar -> Character? in
        let value = scalar.value
        if (0xFF01...0xFF5E).contains(value) {
          return Unicode.Scalar(value - 0xFEE0).map(Character.init)
        }
        // Phones append a variation selector to ✔ and ✖.
        let properties = scalar.properties
        return properties.isWhitespace || properties.isVariationSelector ? nil : Character(scalar)
      }
    ).lowercased()
    switch word {
    case "对", "正确", "是", "√", "✓", "✔", "✅", "t", "true", "right", "yes", "1": return true
    case "错", "错误", "否", "不对", "不正确", "不是", "×", "✗", "✘", "✕", "✖", "❌", "x", "f", "false",
      "wrong", "no", "2":
      return false
    default: return nil
    }
  }

  /// The texts of the blanks, separated by `；` or `;`; with one blank the whole text is its answer.
  package static func blanks(_ text: String, count: Int) -> Result<[String], Flaw> {
    guard count > 1 else { return .success([text]) }
    var parts = text.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == "；" }
      .map(String.init)
    // Between two short answers people type a space or a comma as well.
    if parts.count == 1 {
      let byComma = text.split { $0 == "," || $0 == "，" || $0 == "、" }.map(String.init)
      let bySpace = text.split { $0.isWhitespace }.map(String.init)
      if byComma.count == count {
        parts = byComma
      } else if bySpace.count == count {
        parts = bySpace
      }
    }
    // A separator after the last answer opens no blank.
    while parts.count > count, parts.last?.allSatisfy(\.isWhitespace) == true { parts.removeLast() }
    guard parts.count <= count else {
      return .failure(.tooManyBlanks(typed: parts.count, wanted: count))
    }
    return .success(parts + Array(repeating: "", count: count - parts.count))
  }
}
