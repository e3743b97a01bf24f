/// Integer division as the field rounds: half up, in one function.
package enum Ratio {
  /// `numerator ÷ denominator` rounded to a whole number, halves away from zero; 0 for a zero
  /// denominator.
  package static func roundedHalfUp(_ numerator: Int, _ denominator: Int) -> Int {
    guard denominator != 0 else { return 0 }
    let sign = (numerator < 0) != (denominator < 0) ? -1 : 1
    let (top, bottom) = (numerator.magnitude, denominator.magnitude)
    // Compared, not doubled: no count is too large.
    let (whole, rest) = top.quotientAndRemainder(dividingBy: bottom)
    return sign * Int(clamping: rest >= bottom - rest ? whole + 1 : whole)
  }
}
