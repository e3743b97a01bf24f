import Text

/// The text of a cell.
enum CellText {
  /// Without blanks around it.
  static func trimmed(_ text: String) -> String { String(PlainLine.trimmed(text[...])) }

  /// In one line, without blanks around it.
  static func line(_ text: String) -> String {
    trimmed(text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// Digits and letters in half width, without the apostrophe that spreadsheets put before digits and
  /// without blanks.
  static func number(_ text: String) -> String {
    var number = PlainLine.narrowed(text)
    number.removeAll(where: \.isWhitespace)
    if let first = number.first, "'‘’`".contains(first) { number.removeFirst() }
    return number
  }

  /// Whether a text is one line of at most so many characters, without controls.
  static func isLine(_ text: String, upTo limit: Int) -> Bool {
    text.count <= limit
      && text.unicodeScalars.allSatisfy {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
      }
  }
}
