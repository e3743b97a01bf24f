import CUnistring

/// How many terminal columns a text takes.
///
/// Source of the widths: the East Asian Width tables (UAX #11, Unicode 14) that GNU libunistring
/// keeps. Wide and full-width characters take 2 columns, ambiguous ones 1 (as xterm, tmux and the
/// Linux console count unless told otherwise), combining and zero-width ones 0. On top of the
/// tables stand two rules of UTS #51: an emoji sequence and a flag are one picture of 2 columns.
package enum DisplayWidth {
  /// Columns of one character as the reader sees it; a control takes none, never a negative number.
  package static func columns(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if let plain = plainWidth(first), scalars.count == 1 { return plain }
    return isEmojiSequence(scalars) ? 2 : scalars.reduce(0) { $0 + tabulated($1) }
  }

  /// Columns of a text on one line. Newlines count nothing: wrap or split before measuring.
  package static func columns(of text: some StringProtocol) -> Int {
    var sum = 0
    for scalar in text.unicodeScalars {
      // Anything but ASCII and common Chinese may combine with its neighbours.
      guard let width = plainWidth(scalar) else {
        return text.reduce(0) { $0 + columns(of: $1) }
      }
      sum += width
    }
    return sum
  }

  /// Whether terminals set up for East Asia may give this character 2 columns where this type
  /// says 1: curly quotes, the middle dot, arrows, circled numbers, box lines, Greek, Cyrillic.
  /// None of them belongs in an aligned column.
  package static func isAmbiguous(_ scalar: Unicode.Scalar) -> Bool {
    plainWidth(scalar) == nil && uc_width(scalar.value, "GBK") != uc_width(scalar.value, "UTF-8")
  }

  /// The width where no neighbour can change it: printable ASCII, unified Han, Chinese punctuation
  /// and full-width forms. Nearly all text of a bank is of these, so it skips the tables.
  private static func plainWidth(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x20...0x7E: 1
    case 0x4E00...0x9FFF, 0x3000...0x3029, 0xFF01...0xFF5E: 2
    default: nil
    }
  }

  private static func tabulated(_ scalar: Unicode.Scalar) -> Int {
    // The tables give the line and paragraph separators 1.
    if scalar.value == 0x2028 || scalar.value == 0x2029 { return 0 }
    return max(0, Int(uc_width(scalar.value, "UTF-8")))
  }

  /// A flag, a picture asked for by VARIATION SELECTOR-16, a skin tone, or a joined family.
  private static func isEmojiSequence(_ scalars: Character.UnicodeScalarView) -> Bool {
    guard let first = scalars.first, scalars.count > 1, first.properties.isEmoji else {
      return false
    }
    if isRegionalIndicator(first) { return scalars.dropFirst().allSatisfy(isRegionalIndicator) }
    return scalars.dropFirst().contains {
      $0.value == 0xFE0F || $0.value == 0x200D || $0.properties.isEmojiModifier
    }
  }

  private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar.value)
  }
}
