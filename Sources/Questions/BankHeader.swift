import Statutes
import Text

/// The front matter of a bank.
package struct BankHeader: Hashable, Sendable {
  /// The bank's id: `a-z 0-9 -`.
  package var id: String
  package var title: String
  package var language: Language
  package var version: BankVersion
  /// The editions that the questions were written against.
  package var editions: [Edition]
  package var review: BankReview?

  package init(
    id: String, title: String, language: Language = .chinese, version: BankVersion,
    editions: [Edition] = [], review: BankReview? = nil
  ) {
    self.id = id
    self.title = title
    self.language = language
    self.version = version
    self.editions = editions
    self.review = review
  }
}
