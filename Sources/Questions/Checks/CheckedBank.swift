import Statutes
import Text

/// A bank as the checks see it: its questions one behind the other.
package struct CheckedBank: Sendable {
  /// A question with the passage of its case.
  package struct Entry: Sendable {
    package let question: Question
    package let passage: Passage?

    package init(question: Question, passage: Passage?) {
      self.question = question
      self.passage = passage
    }
  }

  package let title: String
  package let language: Language
  package let editions: [Edition]
  package let entries: [Entry]
  /// Whether these are all questions of the bank; some may have been unreadable.
  package let isWhole: Bool

  package init(
    title: String, language: Language, editions: [Edition], entries: [Entry], isWhole: Bool = true
  ) {
    self.title = title
    self.language = language
    self.editions = editions
    self.entries = entries
    self.isWhole = isWhole
  }

  /// The questions whose stem and options stood before, each with the first that has them.
  var repeated: [(first: Entry, place: Int)] {
    var first: [String: Int] = [:]
    return entries.indices.compactMap { place in
      let signs = entries[place].signs
      guard let earlier = first[signs] else {
        first[signs] = place
        return nil
      }
      return (entries[earlier], place)
    }
  }

  /// The edition that the bank names for a citation.
  func edition(of citation: Citation) -> Edition? {
    editions.first { $0.title == citation.title }
  }
}

extension CheckedBank.Entry {
  /// Stem and options without punctuation, width and order: what makes two questions the same.
  package var signs: String {
    let options = question.options.map { TextSigns.of($0.text) }.sorted()
    return ([TextSigns.of(passage?.text ?? ""), TextSigns.of(question.stem)] + options)
      .joined(separator: "\n")
  }

  /// What the key says, without punctuation and order.
  package var keySigns: String {
    if case .truth(let value) = question.key { return "\(value)" }
    return question.keyTexts.map { TextSigns.of($0) }.sorted().joined(separator: "\n")
  }
}
