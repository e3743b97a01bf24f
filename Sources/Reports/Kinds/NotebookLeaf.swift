import Text

/// 错题本: a learner's missed questions, to be taken along on paper or in a spreadsheet.
package struct NotebookLeaf: Hashable, Sendable {
  /// One question, in the words of its bank; options in the author's order.
  package struct Entry: Hashable, Sendable {
    package var bank: String
    package var code: String
    package var chapter: String
    package var kind: Wording
    /// The shared text of a case; nil where there is none or it stood with the entry before.
    package var passage: String?
    package var stem: String
    /// Each with its letter: `A. …`.
    package var options: [String]
    package var key: String
    package var reasons: String
    package var citations: [String]
    /// How often it was missed.
    package var missed: Int
    /// The learner's own note; nil where there is none.
    package var note: String?

    package init(
      bank: String, code: String, chapter: String, kind: Wording, passage: String?, stem: String,
      options: [String], key: String, reasons: String, citations: [String], missed: Int,
      note: String?
    ) {
      self.bank = bank
      self.code = code
      self.chapter = chapter
      self.kind = kind
      self.passage = passage
      self.stem = stem
      self.options = options
      self.key = key
      self.reasons = reasons
      self.citations = citations
      self.missed = missed
      self.note = note
    }
  }

  /// Whose notebook it is; nil for a guest.
  package var learner: String?
  /// The day up to which was counted, as 2026-11-24.
  package var asOf: String
  package var entries: [Entry]

  package init(learner: String?, asOf: String, entries: [Entry]) {
    self.learner = learner
    self.asOf = asOf
    self.entries = entries
  }

  /// The heading, in every form that the notebook takes.
  package var title: Wording {
    let name = learner.map { SafeText.clean($0) }
    return Wording(
      zh: "错题本" + (name.map { "（\($0)）" } ?? ""),
      en: "Missed questions" + (name.map { " (\($0))" } ?? ""))
  }

  /// How many, and as of which day.
  package var count: Wording {
    Wording(zh: "截至 \(asOf)，共 \(entries.count) 题", en: "\(entries.count) questions as of \(asOf)")
  }
}
