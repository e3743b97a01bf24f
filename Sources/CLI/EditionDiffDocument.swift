import Statutes
import Workflows

/// A comparison of two editions as JSON.
struct EditionDiffDocument: Encodable {
  struct Side: Encodable {
    var statute: String
    var edition: String
    var effective: String?
    var articles: Int

    init(_ text: StatuteText) {
      statute = text.title.short
      edition = text.date.iso
      effective = text.effective?.iso
      articles = text.articles.count
    }
  }

  struct Count: Encodable {
    var kind: String
    var count: Int
  }

  struct Place: Encodable {
    var article: String
    var paragraph: Int?
    var item: Int?

    init(_ part: ProvisionPart) {
      article = EditionDiffDocument.name(part.provision)
      paragraph = part.paragraph
      item = part.item
    }
  }

  struct Run: Encodable {
    var mark: String
    var text: String
    /// The old text of what was kept, where it is written in another way.
    var old: String?

    init(_ run: MarkedText.Run) {
      switch run {
      case .kept(let before, let after):
        (mark, text, old) = ("kept", after, before == after ? nil : before)
      case .removed(let gone): (mark, text) = ("removed", gone)
      case .added(let come): (mark, text) = ("added", come)
      }
    }
  }

  struct Part: Encodable {
    var kind: String
    var old: Place?
    var new: Place?
    var runs: [Run]
  }

  struct Met: Encodable {
    var bank: String
    var code: String
    var citation: String
    var kind: String
    var edition: String
  }

  struct Change: Encodable {
    var kind: String
    var moved: Bool
    var old: [String]
    var new: [String]
    var parts: [Part]
    var questions: [Met]
  }

  var schema = "mingfa.law-diff/1"
  var old: Side
  var new: Side
  var counts: [Count]
  var questionsMet: Int
  var questionsCurrent: Int
  var changes: [Change]

  init(_ comparison: CompareEditions.Comparison, isSummary: Bool) {
    let diff = comparison.diff
    old = Side(diff.old)
    new = Side(diff.new)
    let counts = diff.counts
    self.counts = ChangeKind.allCases.map { Count(kind: $0.rawValue, count: counts[$0] ?? 0) }
    questionsMet = comparison.met
    questionsCurrent = comparison.current
    changes =
      isSummary ? [] : zip(diff.changes, comparison.questions).map { Self.change($0, $1) }
  }

  private static func change(
    _ change: ProvisionChange, _ questions: [CompareEditions.MetQuestion]
  ) -> Change {
    Change(
      kind: change.kind.rawValue, moved: change.isMoved, old: change.old.map(name),
      new: change.new.map(name),
      // What kept its words is told by its numbers.
      parts: (change.kind.keepsWords ? [] : change.parts).map { part in
        Part(
          kind: part.kind.rawValue, old: part.old.map(Place.init), new: part.new.map(Place.init),
          runs: part.marks.runs.map(Run.init))
      },
      questions: questions.map {
        Met(
          bank: $0.bank, code: $0.code, citation: $0.citation.text(in: .chinese),
          kind: $0.kind.rawValue, edition: $0.edition.iso)
      })
  }

  /// `184-1`; `preamble`.
  static func name(_ provision: Citation.Provision) -> String {
    switch provision {
    case .preamble: "preamble"
    case .article(let number): number.arabic
    }
  }
}
