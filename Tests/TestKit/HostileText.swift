/// Texts from outside that try to do something to a terminal.
package enum HostileText {
  /// One of each kind: escape sequences, C0, DEL, C1, bidirectional marks, signs of no width, signs
  /// that are drawn as nothing, line and paragraph separators.
  package static let pieces = [
    "\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{9B}2J", "\u{9D}", "\u{0}", "\u{8}", "\u{7F}", "\u{85}",
    "\u{202E}", "\u{2066}", "\u{200F}", "\u{200B}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}",
    "\u{3164}", "\u{E0041}", "\u{2028}", "\u{2029}", "\r", "\u{C}",
  ]

  /// A word with everything above in it.
  package static func around(_ word: String) -> String {
    word + pieces.joined(separator: "恶") + word
  }

  /// The scalars of a text that a terminal would obey or hide.
  package static func unsafe(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { scalar in
      let properties = scalar.properties
      switch properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: return true
      default:
        return properties.isDefaultIgnorableCodePoint && !properties.isVariationSelector
      }
    }
  }
}
