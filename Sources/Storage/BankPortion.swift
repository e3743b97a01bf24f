import Questions

/// Some of the parts of a bank, in the order of the file and in the form in which the database keeps
/// them: what `BankEncoder` makes and `BankLoad` takes.
package struct BankPortion: Sendable {
  enum Part: Sendable {
    case header(BankHeader)
    case chapter(String?)
    case item(passage: Passage?, questions: Range<Int>)
  }

  enum PortionQuestion: Sendable {
    case read(EncodedQuestion)
    /// It stands as it stood: its number in the `KnownBank`.
    case known(Int)
  }

  var parts: [Part] = []
  var questions: [PortionQuestion] = []
  /// The texts of the questions that were read.
  var bytes: [UInt8] = []
  /// The editions that the questions cite, by position in the header.
  var editions: [Int] = []

  init() {}

  /// Digests the questions ahead, for whoever has nothing else to do: `BankLoad` does it where it was
  /// not done.
  package mutating func digest() {
    bytes.withUnsafeBufferPointer { bytes in
      for index in questions.indices {
        guard case .read(var question) = questions[index] else { continue }
        question.digests = question.digested(in: bytes)
        questions[index] = .read(question)
      }
    }
  }
}
