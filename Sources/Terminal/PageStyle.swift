import Text

/// How pages are laid out: the width, the language, and whether rules are drawn. Pages are lists of
/// lines made by pure functions, so that what a person sees can be compared in tests.
package struct PageStyle: Sendable {
  package let width: Int
  package let language: Language
  /// For screen readers: no rules, no alignment by spaces.
  package let plain: Bool

  /// Text wider than this is hard to read, however wide the window.
  static let widest = 100

  package init(width: Int, language: Language, plain: Bool) {
    self.width = min(width, Self.widest)
    self.language = language
    self.plain = plain
  }

  /// A rule across the page; nothing in plain pages.
  package var rule: [String] { plain ? [] : [String(repeating: "-", count: width)] }

  /// A text from outside, cleaned and wrapped.
  package func wrapped(_ text: String, first: String = "", indent: Int = 0) -> [String] {
    LineBreaking.wrap(
      SafeText.clean(text, keepingNewlines: true), width: width, firstIndent: first,
      indent: String(repeating: " ", count: indent))
  }

  /// A sentence of ours, wrapped.
  package func sentence(_ wording: Wording, indent: Int = 1) -> [String] {
    wrapped(wording(language), first: String(repeating: " ", count: indent), indent: indent)
  }

  /// Words side by side with three spaces between, on as many lines as it takes.
  package func row(_ words: [String], indent: Int = 1) -> [String] {
    let lead = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in words where !word.isEmpty {
      let joined = line.isEmpty ? lead + word : line + "   " + word
      if !line.isEmpty, DisplayWidth.columns(of: joined) > width {
        lines.append(line)
        line = lead + word
      } else {
        line = joined
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.flatMap { wrapped($0, indent: indent) }
  }

  /// Left and right on one line where they fit, else one under the other.
  func heading(_ left: String, _ right: String) -> [String] {
    if right.isEmpty { return wrapped(left) }
    // The right half stands in a column of its own: nothing on its left may shift it.
    let (start, end) = (UnambiguousText.folded(left), UnambiguousText.folded(right))
    let gap = width - DisplayWidth.columns(of: start) - DisplayWidth.columns(of: end)
    if gap >= 2, !plain { return [start + String(repeating: " ", count: gap) + end] }
    return wrapped(left) + wrapped(right)
  }

  /// Letters of options as people read them: A C D.
  static func letters(_ letters: [Character]) -> String {
    letters.map(String.init).joined(separator: " ")
  }
}
