import Questions

/// One question of a file, or a passage with its questions.
package struct ReadItem: Sendable {
  /// A question as the reader hands it out.
  package enum ReadQuestion: Sendable {
    /// It was read. Its source digest is nil where nobody asked for one, and where the question gave
    /// warnings: it will have to give them again.
    case read(Question, source: UInt128?)
    /// It stands there as before; the number is that of the `KnownSources`.
    case known(Int)
  }

  package var passage: Passage?
  package var questions: [ReadQuestion]
  package var lines: ItemLines

  package init(passage: Passage? = nil, questions: [ReadQuestion], lines: ItemLines) {
    self.passage = passage
    self.questions = questions
    self.lines = lines
  }

  /// The item as a value, without the questions that were not read.
  package var value: BankItem {
    BankItem(
      passage: passage,
      questions: questions.compactMap { question in
        if case .read(let value, _) = question { value } else { nil }
      })
  }
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
