/// A citizen's ID number 公民身份号码: eighteen signs, the last of which checks the others
/// (GB 11643-1999).
///
/// Whatever prints it prints the masked form; only what keeps it or compares it asks for `full`.
package struct IDNumber: Hashable, Sendable {
  /// Why a text is none.
  package enum Fault: Error, Hashable, Sendable, CaseIterable {
    /// Not eighteen signs.
    case length
    /// Fifteen digits, as until 1999.
    case fifteen
    /// Other signs than digits, or an X elsewhere than at the end.
    case signs
    /// Its digits 7 to 14 are no day.
    case birthDate
    /// The last sign does not follow from the others.
    case checkSign
    /// As a spreadsheet writes what it took for a number: 1.1E+17, or three zeros at the end.
    case rounded
  }

  /// The whole number, its X a capital: for the database, never for eyes.
  package let full: String

  /// Reads a text of half-width signs without blanks.
  package init(_ text: String) throws(Fault) {
    let signs = Array(text.uppercased().utf8)
    let isDigit = signs.map { (0x30...0x39).contains($0) }
    if text.uppercased().contains("E+") { throw .rounded }
    if signs.count == 15, isDigit.allSatisfy({ $0 }) { throw .fifteen }
    guard signs.count == 18 else { throw .length }
    guard isDigit.dropLast().allSatisfy({ $0 }), isDigit[17] || signs[17] == 0x58 else {
      throw .signs
    }
    let digits = signs.prefix(17).map { Int($0) - 0x30 }
    let isRight = signs[17] == Self.checkSign(of: digits)
    // Spreadsheets keep fifteen digits of a number.
    if !isRight, signs.suffix(3).allSatisfy({ $0 == 0x30 }) { throw .rounded }
    let date = digits[6..<14].reduce(0) { $0 * 10 + $1 }
    guard Self.isDay(year: date / 10_000, month: date / 100 % 100, day: date % 100) else {
      throw .birthDate
    }
    guard isRight else { throw .checkSign }
    full = String(decoding: signs, as: UTF8.self)
  }

  /// The first six and the last four signs, with eight asterisks between.
  package var masked: String { Self.masked(full) }

  /// The text with every long number in it masked: of 15 digits and more six remain in front and four at
  /// the end, of 8 to 14 (telephones) three and four. Digits count in full width too, and with blanks,
  /// hyphens or points among them.
  package static func masking(_ text: String) -> String {
    var signs = Array(text)
    var run: [Int] = []
    var last = -1
    func mask() {
      guard run.count >= 8 else { return }
      let lead = run.count >= 15 ? 6 : 3
      for place in run[lead..<(run.count - 4)] { signs[place] = "*" }
    }
    for (place, sign) in signs.enumerated() {
      let isDigit = "0123456789０１２３４５６７８９".contains(sign)
      let endsNumber = run.count >= 14 && "xXｘＸ".contains(sign)
      if isDigit || endsNumber {
        if !run.isEmpty, place - last > 2 {
          mask()
          run = []
        }
        run.append(place)
        last = place
      } else if !(sign.isWhitespace || "-－—.．·*".contains(sign)) {
        mask()
        run = []
      }
    }
    mask()
    return String(signs)
  }

  private static func masked(_ number: String) -> String {
    number.prefix(6) + String(repeating: "*", count: 8) + number.suffix(4)
  }

  /// The sum of the digits, each times two to the power of its place from the end, modulo 11: ISO 7064,
  /// MOD 11-2, as GB 11643-1999 takes it.
  private static func checkSign(of digits: [Int]) -> UInt8 {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    return Array("10X98765432".utf8)[sum % 11]
  }

  private static func isDay(year: Int, month: Int, day: Int) -> Bool {
    guard (1850...2150).contains(year), (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }
}

// Whatever shows a value that has an ID number in it shows no more than this.
extension IDNumber: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { masked }
  package var debugDescription: String { masked }
  /// Without children: `dump` shows them.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
