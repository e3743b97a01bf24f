import Text

/// A page for a person and for the files of an office: facts, lists, tables and places for signatures. Built
/// once as a value; screen and paper show the same.
package struct PrintedSheet: Hashable, Sendable {
  /// Something with its name before it.
  package struct Fact: Hashable, Sendable {
    package var label: Wording
    package var value: Wording

    package init(_ label: Wording, _ value: Wording) {
      self.label = label
      self.value = value
    }

    /// A value that is the same in every language.
    package init(_ label: Wording, _ value: String) {
      self.init(label, Wording(zh: value, en: value))
    }
  }

  /// A question of a paper with what became of it.
  package struct Item: Hashable, Sendable {
    /// The shared text of a case; nil where there is none or it stood with the item before.
    package var passage: String?
    /// Number and stem.
    package var stem: String
    /// Each with its letter.
    package var options: [String]
    /// Answer, key, marks, reasons and citations, in order.
    package var facts: [Fact]

    package init(passage: String?, stem: String, options: [String], facts: [Fact]) {
      self.passage = passage
      self.stem = stem
      self.options = options
      self.facts = facts
    }
  }

  /// A part of the page.
  package enum Block: Hashable, Sendable {
    case heading(Wording)
    case facts([Fact])
    case sentence(Wording)
    case table(headings: [Wording], rows: [[Wording]])
    case items([Item])
    /// A line to sign on for each.
    case signatures([Wording])
  }

  package var title: Wording
  package var blocks: [Block]

  package init(title: Wording, blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}
