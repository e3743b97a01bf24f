import Text

/// The parser's help for a screen. The parser counts characters, and half of ours are two columns
/// wide: so it is asked for lines without an end, which are filled and broken here.
enum HelpLayout {
  /// So wide that the parser breaks no line.
  static let unbroken = 1 << 20

  /// Columns in which the parser writes the names of options.
  private static let parserColumns = 26
  /// Below this width, what an option does stands under its name.
  private static let leastWidth = 60

  /// The text with no line wider than `width`, but for words that cannot be broken.
  static func lines(_ text: String, width: Int) -> [String] {
    let indent = width < leastWidth ? 6 : parserColumns
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = parts.lastIndex { !$0.isEmpty } ?? 0
    return parts.prefix(end + 1).flatMap { line in
      let lead = line.prefix { $0 == " " }
      let words = line.dropFirst(lead.count)
      if lead.count == parserColumns {
        // The name before it was too long for a line of both.
        return wrapped(words, width, first: indent, rest: indent)
      }
      if lead.count == 2, let (name, meaning) = entry(words) {
        let start = lead + name
        if DisplayWidth.columns(of: start) + 2 > indent {
          return [String(start)] + wrapped(meaning, width, first: indent, rest: indent)
        }
        return wrapped(
          meaning, width,
          first: AlignedColumns.padded(String(start), to: indent, alignment: .left), rest: indent)
      }
      return wrapped(words, width, first: lead.count, rest: lead.count + 2)
    }
  }

  private static func wrapped(
    _ words: Substring, _ width: Int, first: Int, rest: Int
  ) -> [String] {
    wrapped(words, width, first: String(repeating: " ", count: first), rest: rest)
  }

  private static func wrapped(
    _ words: Substring, _ width: Int, first: String, rest: Int
  ) -> [String] {
    LineBreaking.wrap(
      bound(words), width: width, firstIndent: first, indent: String(repeating: " ", count: rest)
    ).map { line in
      line.replacing(String(joiner), with: "").replacing(String(fixedSpace), with: " ")
    }
  }

  /// What is typed stays on one line: no break at the hyphens of `--no-color` or the slashes of a
  /// path, nor within `[--data <dir>]`.
  private static func bound(_ words: Substring) -> String {
    var result = ""
    var depth = 0
    var before: Character = " "
    for sign in words {
      if sign == "[" { depth += 1 }
      if sign == "]" { depth -= 1 }
      let isInside = depth > 0 && before != "[" || sign == "]"
      if sign != " ", before != " ", isInside || sign.isASCII && before.isASCII {
        result.append(joiner)
      }
      result.append(sign == " " && depth > 0 ? fixedSpace : sign)
      before = sign
    }
    return result
  }

  /// WORD JOINER and NO-BREAK SPACE; neither is in the text, which was cleaned.
  private static let joiner: Character = "\u{2060}"
  private static let fixedSpace: Character = "\u{A0}"

  /// `--data <dir>` and what it does, with two spaces or more between.
  private static func entry(_ words: Substring) -> (name: Substring, meaning: Substring)? {
    guard let gap = words.firstRange(of: "  ") else { return nil }
    return (words[..<gap.lowerBound], words[gap.upperBound...].drop { $0 == " " })
  }
}
