/// Full-width letters, digits and signs, as input methods for Chinese leave them, in half width.
enum Narrowed {
  /// The text in half width, without blanks around it.
  static func text(_ text: String) -> String {
    var narrow = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // The full-width forms stand in the order of ASCII.
      if (0xFF01...0xFF5E).contains(scalar.value),
        let ascii = Unicode.Scalar(scalar.value - 0xFEE0)
      {
        narrow.append(ascii)
      } else {
        narrow.append(scalar.value == 0x3000 ? " " : scalar)
      }
    }
    var trimmed = String(narrow)[...]
    while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    return String(trimmed)
  }
}
