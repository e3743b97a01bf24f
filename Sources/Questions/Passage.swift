/// The shared text 材料 of a case. It has an identity of its own.
package struct Passage: Hashable, Sendable {
  package var code: QuestionCode
  package var text: String

  package init(code: QuestionCode, text: String) {
    self.code = code
    self.text = text
  }
}
