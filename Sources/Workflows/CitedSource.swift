import Questions
import Statutes
import Storage

/// A place that a question rests on, with its words where the statute's text is loaded.
package struct CitedSource: Sendable {
  package let citation: Citation
  /// The edition that the bank names; nil where it names none.
  package let edition: Edition?
  /// When somebody last held the question against this edition.
  package let checkedOn: CalendarDate?
  /// A later edition that is loaded.
  package let later: CalendarDate?
  /// The whole article, or the preamble; empty where its text is not loaded.
  package let lines: [String]
  /// The lines of the paragraph or item that is cited; all where none is.
  package let cited: Range<Int>
  /// The sentence on which the question rests; nil where none can be told.
  package let operative: OperativeSentence?

  /// The operative sentence alone.
  package var sentence: String? {
    operative.flatMap { lines.indices.contains($0.line) ? String(lines[$0.line][$0.range]) : nil }
  }
}

extension MingfaData {
  /// What a question cites, in its order.
  ///
  /// - Throws: `StorageFailure`.
  package func sources(of stored: StoredQuestion) throws -> [CitedSource] {
    // Every question that is shown comes here; its words are wanted only where there is a text.
    lazy var words = stored.question.matchWords(passage: stored.passage)
    return try stored.question.citations.map { citation in
      guard let edition = stored.editions.first(where: { $0.title == citation.title }) else {
        return CitedSource(
          citation: citation, edition: nil, checkedOn: nil, later: nil, lines: [], cited: 0..<0,
          operative: nil)
      }
      let article = try statutes.cited(citation, in: edition, by: stored.ref.version)
      let cited = citation.lines(of: article.lines)
      return CitedSource(
        citation: citation, edition: edition, checkedOn: article.checkedOn, later: article.later,
        lines: article.lines, cited: cited,
        operative: article.lines.isEmpty
          ? nil : OperativeSentence.find(in: article.lines, among: cited, for: words))
    }
  }
}
