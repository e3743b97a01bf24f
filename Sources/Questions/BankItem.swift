/// What is shown, shuffled and scheduled together: one question, or a passage with its questions.
package struct BankItem: Hashable, Sendable {
  package var passage: Passage?
  package var questions: [Question]

  package init(passage: Passage? = nil, questions: [Question]) {
    self.passage = passage
    self.questions = questions
  }
}
