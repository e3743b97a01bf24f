/// A text as the signs that count (`NormalText`), each with its piece of the text.
struct ComparedText {
  let text: String
  let signs: [Unicode.Scalar]
  /// Where the piece of each sign begins, and the end. What does not count goes with the sign before
  /// it, at the beginning with the first one.
  private let bounds: [String.Index]

  init(_ text: String) {
    var signs: [Unicode.Scalar] = []
    var bounds: [String.Index] = []
    for place in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[place]
      // Newlines part sub-items, and are shown.
      guard let sign = scalar == "\n" ? scalar : NormalText.sign(scalar) else { continue }
      bounds.append(signs.isEmpty ? text.startIndex : place)
      signs.append(sign)
    }
    bounds.append(signs.isEmpty ? text.startIndex : text.endIndex)
    self.text = text
    self.signs = signs
    self.bounds = bounds
  }

  /// The piece of the text that some signs stand for.
  func text(_ range: Range<Int>) -> String {
    String(text.unicodeScalars[bounds[range.lowerBound]..<bounds[range.upperBound]])
  }
}
