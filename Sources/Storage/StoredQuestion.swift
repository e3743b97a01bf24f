import Learning
import Questions
import Statutes
import Text

/// A question as it is put before someone: one version, with what stands around it.
package struct StoredQuestion: Hashable, Sendable {
  package let ref: QuestionRef
  /// The number of the version, from 1.
  package let number: Int
  package let bank: Int64
  package let bankCode: String
  package let bankTitle: String
  package let language: Language
  /// The title; empty where the question stands before the first heading.
  package let chapter: String
  /// Its place in the practice order of the bank, from 0; nil where practice does not ask it.
  package let item: Int?
  package let passage: Passage?
  package let question: Question
  /// The editions of the bank's statutes.
  package let editions: [Edition]
}
