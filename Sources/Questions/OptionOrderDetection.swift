/// Sees from the options whether they may be shuffled.
package enum OptionOrderDetection {
  /// Anchored where the last option speaks of all above; fixed where an option names others by
  /// letter, or speaks of those above without being the last; else free.
  package static func order(of options: [AnswerOption]) -> OptionOrder {
    var order = OptionOrder.free
    for (position, option) in options.enumerated() {
      if namesLetters(option.text) { return .fixed }
      if speaksOfAll(option.text) {
        guard position == options.count - 1 else { return .fixed }
        order = .anchored
      }
    }
    return order
  }

  /// An option's text as it reads where options are counted: `A和B都对` becomes `1和2都对`. Texts that
  /// name no options stay as they are.
  package static func numbered(_ text: String) -> String {
    guard namesLetters(text) else { return text }
    var result = ""
    var word = ""
    for character in text + "\n" {
      if character.isASCII, character.isLetter {
        word.append(character)
        continue
      }
      // Words such as Both begin with a letter that names nothing.
      let places = word.map { AnswerOption.letters.firstIndex(of: $0) }
      result += places.contains(nil) ? word : places.map { "\(($0 ?? 0) + 1)" }.joined()
      word = ""
      result.append(character)
    }
    return String(result.dropLast())
  }

  /// Whether an option speaks of all the others: 以上都对.
  package static func speaksOfAll(_ text: String) -> Bool {
    let (first, length) = (text.utf8.first ?? 0, text.utf8.count)
    // 以 and 上 begin with this byte, and the short forms are short: most texts need no closer look.
    if first == 0xE4, prefixes.contains(where: { text.utf8.starts(with: $0.utf8) }) { return true }
    if length <= 12, shortForms.contains(text) { return true }
    guard length < 60, first < 0x80 else { return false }
    let lower = text.lowercased()
    return lower.contains("of the above") || lower.contains("of these")
  }

  private static let prefixes = ["以上", "上述"]

  /// All the others, named by a word alone.
  private static let shortForms: Set<String> = [
    "都对", "都不对", "都是", "都不是", "全对", "全错", "都正确", "都错误", "均正确", "均错误", "均不正确", "全部正确",
  ]

  /// `A和B都对`, `AB`, `A and B`: letters of options that stand alone between other signs.
  private static func namesLetters(_ text: String) -> Bool {
    // Counted in one go before the letters are looked at one by one: most texts have none.
    let capitals = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.reduce(0) { $0 &+ (($1 &- 0x41) < 8 ? 1 : 0) }
    }
    if let capitals, capitals < 2 { return false }
    var letters = 0
    var other = 0
    var previousIsLetter = false
    var last: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x48:
        // ABC都对 names three options; in other words made of letters these do not ascend.
        if previousIsLetter, byte <= last { other += 1 }
        last = byte
        letters += 1
        previousIsLetter = true
      case 0x49...0x5A, 0x61...0x7A:
        previousIsLetter = true
        last = 0x7A
        other += 1
      default: previousIsLetter = false
      }
    }
    guard letters >= 2 else { return false }
    if text.utf8.count == letters { return true }
    if text.utf8.first.map({ $0 < 0x80 }) == true, text.utf8.allSatisfy({ $0 < 0x80 }) {
      let words = text.lowercased().split { !$0.isLetter }
      return words.count <= 5
        && words.allSatisfy {
          ["a", "b", "c", "d", "e", "f", "g", "h", "and", "or", "both", "only"].contains($0)
        }
    }
    return other == 0 && text.contains { "和与、或及都均".contains($0) }
      && text.unicodeScalars.count <= 12
  }
}
