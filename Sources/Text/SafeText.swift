/// The one cleaner that every text from outside passes before it reaches a terminal: bank files,
/// names, objections, paths, arguments.
///
/// What a terminal would obey or hide becomes visible ASCII, the code point in angle brackets:
/// an escape is `<1B>`, a right-to-left override `<202E>`. So a bank can neither move the cursor,
/// recolour or retitle the screen, nor show a text that reads otherwise than it is (CWE-150).
///
/// - Controls: C0 with DEL and C1 (the eight-bit CSI is one), line and paragraph separators. Of an
///   escape sequence only the control becomes visible; its parameters are ordinary text already.
/// - Format characters: bidirectional controls, zero-width spaces and joiners, soft hyphens, byte
///   order marks, tags, and the letters that are drawn as nothing (Hangul fillers). A joiner inside
///   an emoji is no exception: the family falls into its members, in exchange for one rule.
/// - A tab becomes a space. A newline (CR LF too) stays where lines are wanted, else is a space.
/// - Variation selectors and combining marks stay: they change a letter that is seen.
///
/// Cleaning a clean text changes nothing.
package enum SafeText {
  /// - Parameter keepingNewlines: whether the text may stand on several lines.
  package static func clean(_ text: String, keepingNewlines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: { !isHarmless($0) }) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\t": result.append(" ")
      case "\r" where rest.first == "\n": continue
      case "\n": result.append(keepingNewlines ? "\n" : " ")
      default:
        if isHarmless(scalar) { result.append(scalar) } else { result += visible(scalar) }
      }
    }
    return String(result)
  }

  /// `<1B>`: at least two hexadecimal digits.
  private static func visible(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<\(digits.count < 2 ? "0" + digits : digits)>".unicodeScalars
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF5E: return true
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return false
    default: return !properties.isDefaultIgnorableCodePoint || properties.isVariationSelector
    }
  }
}
