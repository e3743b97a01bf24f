import Text

/// The one form in which two texts are compared: the width of letters, the way a number is written,
/// spaces, case and punctuation make no difference.
package enum AnswerText {
  /// `十八 周岁。` and `18周岁` are both `18周岁`.
  package static func normalized(_ text: some StringProtocol) -> String {
    var result = ""
    var numeral = ""
    func flush() {
      guard !numeral.isEmpty else { return }
      result += ChineseNumeral.value(of: numeral).map(String.init) ?? numeral
      numeral = ""
    }
    for scalar in text.unicodeScalars {
      let folded = narrow(scalar)
      let character = Character(folded)
      if ChineseNumeral.isNumeral(character) {
        numeral.append(character)
        continue
      }
      // Han signs are most of what is compared: words, whatever their properties say at length.
      if (0x4E00...0x9FFF).contains(folded.value) {
        flush()
        result.unicodeScalars.append(folded)
        continue
      }
      let properties = folded.properties
      if properties.isWhitespace { continue }
      // A decimal point or a percent sign is part of a number; other punctuation is not an answer.
      switch properties.generalCategory {
      case .control, .format, .connectorPunctuation, .dashPunctuation, .openPunctuation,
        .closePunctuation, .initialPunctuation, .finalPunctuation:
        continue
      case .otherPunctuation where folded != "%" && folded != ".":
        continue
      default: break
      }
      flush()
      if folded == "." {
        if result.last?.isNumber == true { result.append(".") }
      } else {
        result += character.lowercased()
      }
    }
    flush()
    while result.last == "." { result.removeLast() }
    return result
  }

  /// Whether a normalised text says a normalised word. A number is said only as a whole: `15` does
  /// not say `5`.
  package static func says(_ text: String, _ word: String) -> Bool {
    guard !word.isEmpty else { return false }
    var rest = text[...]
    while let found = rest.firstRange(of: word) {
      let before = text[..<found.lowerBound].last
      let after = text[found.upperBound...].first
      let cutsBefore = word.first?.isNumber == true && before?.isNumber == true
      let cutsAfter = word.last?.isNumber == true && after?.isNumber == true
      if !cutsBefore, !cutsAfter { return true }
      rest = text[text.index(after: found.lowerBound)...]
    }
    return false
  }

  /// Full-width ASCII as ASCII.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    default: scalar
    }
  }
}
