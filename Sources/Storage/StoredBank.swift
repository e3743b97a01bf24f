import Questions
import Text

/// A bank as it is loaded: its front matter and counts, without its questions.
package struct StoredBank: Hashable, Sendable {
  package let id: Int64
  package let code: String
  package let title: String
  package let language: Language
  package let version: BankVersion
  /// Items and questions that practice asks.
  package let items: Int
  package let questions: Int
  /// `2026-11-24`; nil where the file names no review.
  package let reviewedOn: String?
  package let reviewedBy: String?
}
