import Text

/// What may be a password. There is no rule on which kinds of characters it must mix: such rules make
/// passwords that are written on notes (NIST SP 800-63B).
package enum PasswordRule {
  /// Characters (code points of NFKC) at least.
  package static let least = 8
  /// Characters at most: long enough for any sentence, short enough for any terminal.
  package static let most = 128

  /// Why a text cannot be the password of the account with this name; nil where it can.
  package static func fault(in password: String, of name: String) -> PasswordFault? {
    let text = NormalForm.compatible(password)
    let count = text.unicodeScalars.count
    guard count >= least else { return .tooShort(least: least) }
    guard count <= most else { return .tooLong(most: most) }
    let isControl = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .control }
    if text.unicodeScalars.contains(where: isControl) { return .hasControls }
    let folded = text.lowercased()
    if FirstGuesses.contains(folded) { return .common }
    if isPersonal(Array(folded.utf8)) { return .personal }
    let name = NormalForm.compatible(name).lowercased()
    // Three characters more are no secret.
    if !name.isEmpty, folded.contains(name), folded.count - name.count <= 3 { return .name }
    return nil
  }

  /// A date of eight digits, a mobile number of eleven, an ID number of eighteen.
  private static func isPersonal(_ text: [UInt8]) -> Bool {
    let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      .map { Int($0 - UInt8(ascii: "0")) }
    switch text.count {
    case 8 where digits.count == 8:
      let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
      return (1900...2099).contains(number(0..<4)) && (1...12).contains(number(4..<6))
        && (1...31).contains(number(6..<8))
    case 11 where digits.count == 11: return digits[0] == 1 && digits[1] >= 3
    case 18: return digits.count == 18 || digits.count == 17 && text.last == UInt8(ascii: "x")
    default: return false
    }
  }
}
