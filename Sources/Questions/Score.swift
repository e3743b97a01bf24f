import Statistics

/// Marks, in hundredths of a point. Whole numbers, so that sums are exact; negative where a rule
/// deducts.
package struct Score: Hashable, Comparable, Sendable {
  package var hundredths: Int

  package init(hundredths: Int) { self.hundredths = hundredths }

  package init(points: Int) { hundredths = points * 100 }

  /// No marks: what a blank answer earns.
  package static let zero = Score(hundredths: 0)

  /// The exact sum, in hundredths.
  package static func + (left: Score, right: Score) -> Score {
    Score(hundredths: left.hundredths + right.hundredths)
  }

  package static func < (left: Score, right: Score) -> Bool { left.hundredths < right.hundredths }

  /// Points with as many decimals as needed: 2, 0.5, -1.25.
  package var text: String {
    let magnitude = hundredths.magnitude
    let fraction = magnitude % 100
    var text = (hundredths < 0 ? "-" : "") + String(magnitude / 100)
    if fraction > 0 {
      text += "." + (fraction < 10 ? "0" : "") + String(fraction)
      if fraction % 10 == 0 { text.removeLast() }
    }
    return text
  }

  /// `numerator ÷ denominator` of this score, rounded half up in whole hundredths.
  package func share(_ numerator: Int, of denominator: Int) -> Score {
    guard denominator > 0 else { return .zero }
    return Score(hundredths: Ratio.roundedHalfUp(hundredths * numerator, denominator))
  }
}
