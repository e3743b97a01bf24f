/// Reads an answer typed with the keys of digits: the numbers under which a screen shows the options, or
/// 1 for 对 and 2 for 错. Digits of either width, with or without spaces, commas and stops between.
package enum TypedDigits {
  /// Why what was typed could not be taken.
  package enum Flaw: Error, Hashable, Sendable {
    /// Something other than the digits from 1 to `last`.
    case otherThanDigits(last: Int)
    /// Several numbers where one is right.
    case oneOnly(last: Int)
    /// Something other than 1 for 对 or 2 for 错.
    case neitherTrueNorFalse
  }

  /// The positions of options on the screen, from 0, that the digits name: `13`, `1 3`, `１、３`.
  package static func positions(
    _ text: String, optionCount: Int, severalAllowed: Bool
  ) -> Result<Set<Int>, Flaw> {
    guard let digits = digits(in: text), !digits.isEmpty,
      digits.allSatisfy({ (1...optionCount).contains($0) })
    else { return .failure(.otherThanDigits(last: optionCount)) }
    let positions = Set(digits.map { $0 - 1 })
    guard severalAllowed || positions.count == 1 else {
      return .failure(.oneOnly(last: optionCount))
    }
    return .success(positions)
  }

  /// Whether the statement is said to be true.
  package static func truth(_ text: String) -> Result<Bool, Flaw> {
    switch digits(in: text) {
    case [1]: .success(true)
    case [2]: .success(false)
    default: .failure(.neitherTrueNorFalse)
    }
  }

  /// The digits one by one; nil where anything else was typed.
  private static func digits(in text: String) -> [Int]? {
    var digits: [Int] = []
    for scalar in text.unicodeScalars {
      var value = scalar.value
      if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
      switch value {
      case 0x30...0x39: digits.append(Int(value - 0x30))
      // The spaces and stops that people and input methods put between numbers.
      case 0x20, 0x09, 0x3000, 0x2C, 0x3001, 0x3002, 0x2E, 0x3B, 0x2F: continue
      default: return nil
      }
    }
    return digits
  }
}
