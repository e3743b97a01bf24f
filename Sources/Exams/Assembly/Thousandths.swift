/// A figure from 0 to 1 as it is told: with three decimals, and with six where three would show none.
package struct Thousandths: CustomStringConvertible {
  private let value: Double

  package init(_ value: Double) { self.value = value }

  /// As people read it.
  package var description: String {
    guard value.isFinite, abs(value) < 1_000_000 else { return "-" }
    let isSmall = value != 0 && abs(value) < 0.0005
    let (scale, digits) = isSmall ? (1_000_000, 6) : (1_000, 3)
    let units = Int((abs(value) * Double(scale)).rounded())
    let fraction = String(units % scale)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return (value < 0 && units > 0 ? "-" : "") + "\(units / scale)." + zeros + fraction
  }
}
