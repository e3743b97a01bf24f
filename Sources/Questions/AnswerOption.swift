/// One option 选项 of a choice question.
package struct AnswerOption: Hashable, Sendable {
  package var id: OptionID
  package var text: String

  package init(id: OptionID, text: String) {
    self.id = id
    self.text = text
  }

  /// The letters that options are shown under, in order. A question has at most this many options.
  package static let letters: [Character] = Array("ABCDEFGH")
}
