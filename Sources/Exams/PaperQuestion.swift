import Learning
import Questions
import Statutes

/// A question as it was when its paper was frozen: whatever becomes of the bank, marks and slips are
/// told from this.
package struct PaperQuestion: Hashable, Sendable {
  package var ref: QuestionRef
  /// The code of its bank.
  package var bank: String
  package var question: Question
  /// What the questions of one case share.
  package var passage: Passage?
  /// Of each statute cited, the edition against which the key is right.
  package var editions: [Edition]

  package init(
    ref: QuestionRef, bank: String, question: Question, passage: Passage?, editions: [Edition]
  ) {
    self.ref = ref
    self.bank = bank
    self.question = question
    self.passage = passage
    self.editions = editions
  }
}
