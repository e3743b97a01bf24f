/// A question at one of its versions, by the numbers of the store.
package struct QuestionRef: Hashable, Sendable {
  package var question: Int64
  package var version: Int64

  package init(question: Int64, version: Int64) {
    self.question = question
    self.version = version
  }
}
