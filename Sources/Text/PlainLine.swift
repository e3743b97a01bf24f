/// A line as people type or paste it, without what does not matter.
package enum PlainLine {
  /// Without blanks at its ends.
  package static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  /// In one width, without blanks at its ends: full-width letters, digits and signs, as input methods for
  /// Chinese leave them, as ASCII, and the wide blank as a blank.
  package static func narrowed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // They stand in the order of ASCII.
      case 0xFF01...0xFF5E: scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(trimmed(String(scalars)[...]))
  }
}
