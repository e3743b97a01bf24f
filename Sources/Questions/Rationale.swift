/// The explanation 解析 of a question. It names options by identity, so that it stays right
/// when they are shuffled.
package struct Rationale: Hashable, Sendable {
  /// A stretch of the explanation.
  package enum Part: Hashable, Sendable {
    case text(String)
    /// An option named in it; a screen puts the letter that it shows the option under.
    case option(OptionID)
  }

  package var parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }

  /// An explanation that names no options.
  package init(_ text: String = "") { parts = text.isEmpty ? [] : [.text(text)] }

  /// Whether the author explained nothing: a screen then leaves the heading out.
  package var isEmpty: Bool { parts.isEmpty }

  /// The text with each option named by the letter that it has on this screen; `?` where `letter`
  /// knows none.
  package func text(letter: (OptionID) -> Character?) -> String {
    spelled { id in letter(id).map(String.init) }
  }

  /// The text with each option named as this screen names it; `?` where `name` knows none.
  package func spelled(_ name: (OptionID) -> String?) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let words): text += words
      case .option(let id): text += name(id) ?? "?"
      }
    }
  }
}
