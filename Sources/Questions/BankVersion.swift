/// A version of a bank: numbers with dots, compared number by number; 2026.11 < 2026.11.1.
package struct BankVersion: Hashable, Comparable, Sendable {
  package let numbers: [Int]

  /// The version before any other, `0`; stands for a stored version that cannot be read.
  package static let zero = BankVersion(numbers: [0])

  private init(numbers: [Int]) { self.numbers = numbers }

  /// nil unless the text is one to six numbers of at most nine digits, separated by dots.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...6).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard (1...9).contains(part.utf8.count),
        part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    self.numbers = numbers
  }

  /// As a bank file writes it: `2026.11`. Numbers lose leading zeros.
  package var text: String { numbers.map(String.init).joined(separator: ".") }

  package static func < (left: BankVersion, right: BankVersion) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}
