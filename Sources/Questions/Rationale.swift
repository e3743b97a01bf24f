/// The explanation 解析 of a question. It names options by identity, so that it stays right
/// when they are shuffled.
package struct Rationale: Hashable, Sendable {
  /// A piece of text, or an option named by identity.
  package enum Part: Hashable, Sendable {
    case text(String)
    case option(OptionID)
  }

  package var parts: [Part]

  package init(_ parts: [Part]) { self.parts = parts }

  package init(_ text: String = "") { parts = text.isEmpty ? [] : [.text(text)] }

  /// Whether nothing is explained.
  package var isEmpty: Bool { parts.isEmpty }

  /// The text with each option named by the letter that it has on this screen.
  package func text(letter: (OptionID) -> Character?) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let words): text += words
      case .option(let id): text.append(letter(id) ?? "?")
      }
    }
  }
}
