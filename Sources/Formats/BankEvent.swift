import Questions

/// What a reader finds in a bank file, in the order of the file.
package enum BankEvent: Sendable {
  /// First of all, once.
  case header(BankHeader)
  /// A chapter begins; items before the first chapter belong to none.
  case chapter(title: String, line: Int)
  case item(BankItem, lines: ItemLines)
}

/// The lines of a file, from 1, in which the parts of an item begin.
package struct ItemLines: Hashable, Sendable {
  package var passage: Int?
  package var questions: [Int]

  package init(passage: Int? = nil, questions: [Int]) {
    self.passage = passage
    self.questions = questions
  }
}
