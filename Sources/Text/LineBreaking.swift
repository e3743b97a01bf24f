/// Breaks text into lines by display width.
///
/// Where a line may end is decided by UAX #14 as GNU libunistring carries it, with the Chinese
/// rules of GB/T 15834 above it: no line starts with closing punctuation, none ends with an
/// opening bracket or quotation mark, and Chinese quotation marks may be broken on their outer
/// side. A word or address wider than the line is cut, by the same two rules as far as the line
/// has another place to cut.
package enum LineBreaking {
  /// The lines of a text, each at most `width` columns wide with its indent.
  ///
  /// Newlines in the text stay; no character is lost or moved but the spaces at a line's end.
  /// Where an indent leaves fewer than two columns, lines grow beyond the width rather than vanish.
  ///
  /// - Parameters:
  ///   - text: cleaned text (`SafeText`).
  ///   - width: columns of the screen, 10 or more to be of use.
  ///   - firstIndent: stands before the first line, such as `A. `.
  ///   - indent: stands before every other line.
  package static func wrap(
    _ text: String, width: Int, firstIndent: String, indent: String
  ) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let places = BreakPlaces(paragraph)
      var start = 0
      repeat {
        let lead = lines.isEmpty ? firstIndent : indent
        let room = max(2, width - DisplayWidth.columns(of: lead))
        let end = places.endOfLine(from: start, room: room)
        let line = places.text(start..<end)
        // Spaces wider than the whole line are a break, not an empty line.
        if !line.isEmpty || places.count == end { lines.append(trimmed(lead + line)) }
        start = end
      } while start < places.count
    }
    return lines
  }

  /// The same with indents of so many spaces.
  package static func wrap(
    _ text: String, width: Int, firstIndent: Int = 0, indent: Int = 0
  ) -> [String] {
    wrap(
      text, width: width, firstIndent: String(repeating: " ", count: max(0, firstIndent)),
      indent: String(repeating: " ", count: max(0, indent)))
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while let last = line.last, isBreakingSpace(last) { line.removeLast() }
    return String(line)
  }

  /// A space at which a line may end, and which then takes no room.
  static func isBreakingSpace(_ character: Character) -> Bool {
    // No space comes behind the ideographic one. Most characters of a page are Han, and each is asked
    // several times.
    if let first = character.unicodeScalars.first, first.value > 0x3000 { return false }
    return switch character {
    case " ", "\u{3000}": true
    case "\u{A0}", "\u{2007}", "\u{202F}": false
    default: character.isWhitespace
    }
  }
}
