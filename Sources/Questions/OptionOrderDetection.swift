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

  private static func speaksOfAll(_ text: String) -> Bool {
    let first = text.utf8.first ?? 0
    // 以 and 上 begin with these bytes: most texts need no closer look.
    if first == 0xE4 { return text.hasPrefix("以上") || text.hasPrefix("上述") }
    guard first < 0x80, text.utf8.count < 60 else { return false }
    let lower = text.lowercased()
    return lower.contains("of the above") || lower.contains("of these")
  }

  /// `A和B都对`, `AB`, `A and B`: letters of options that stand alone between other signs.
  private static func namesLetters(_ text: String) -> Bool {
    var letters = 0
    var other = 0
    var previousIsLetter = false
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x48:
        if previousIsLetter { other += 1 }
        letters += 1
        previousIsLetter = true
      case 0x49...0x5A, 0x61...0x7A:
        previousIsLetter = true
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
