import Questions
import Statutes

/// Brings a bank into the form in which the database keeps it, on whichever thread reads it: encoding
/// and digesting cost a load as much as writing, and need no database.
package final class BankEncoder {
  private var portion = BankPortion()
  private var bytes = QuestionBytes(language: .chinese)
  private var heading = ""
  private var passage: Passage?
  private var firstOfItem = 0
  /// The editions of the bank by the titles that citations name; empty where nobody checked them.
  private var editions: [StatuteTitle: Int] = [:]

  package init() {}

  /// How many questions wait to be taken.
  package var count: Int { portion.questions.count }

  /// Takes the front matter; comes first.
  package func begin(_ header: BankHeader) {
    bytes = QuestionBytes(language: header.language)
    if header.review != nil {
      editions = Dictionary(
        header.editions.enumerated().map { ($1.title, $0) }, uniquingKeysWith: { first, _ in first }
      )
    }
    portion.parts.append(.header(header))
  }

  /// Takes a chapter heading; the items that follow stand under it. nil for items before any
  /// heading.
  package func chapter(_ title: String?) {
    heading = title ?? ""
    portion.parts.append(.chapter(title))
  }

  /// Takes one question, or a passage with its questions, of which nothing is known.
  package func item(_ item: BankItem) {
    beginItem(passage: item.passage)
    for question in item.questions { self.question(question, source: nil) }
    endItem()
  }

  /// Begins an item; its questions follow.
  package func beginItem(passage: Passage?) {
    self.passage = passage
    firstOfItem = portion.questions.count
  }

  /// Takes a question of the item.
  ///
  /// - Parameters:
  ///   - source: the digest of the lines that it was read from, where the same lines need not be read
  ///     again.
  ///   - hasError: whether the checks found an error in it.
  package func question(_ question: Question, source: UInt128?, hasError: Bool = false) {
    var encoded = bytes.append(question, passage: passage, chapter: heading)
    encoded.source = source
    encoded.hasError = hasError
    encoded.editions = cited(by: question)
    portion.questions.append(.read(encoded))
  }

  /// Takes a question of the item that stands as it stood, by its number in the `KnownBank`.
  package func known(_ number: Int) { portion.questions.append(.known(number)) }

  /// Ends the item.
  package func endItem() {
    portion.parts.append(
      .item(passage: passage, questions: firstOfItem..<portion.questions.count))
  }

  /// Hands out what was taken in since the last time.
  package func take() -> BankPortion {
    portion.bytes = bytes.take()
    let taken = portion
    portion = BankPortion()
    portion.parts.reserveCapacity(taken.parts.count)
    portion.questions.reserveCapacity(taken.questions.count)
    return taken
  }

  /// Each edition once, where the bank was checked.
  private func cited(by question: Question) -> Range<Int> {
    let first = portion.editions.count
    guard !editions.isEmpty else { return first..<first }
    for citation in question.citations {
      guard let edition = editions[citation.title],
        !portion.editions[first...].contains(edition)
      else { continue }
      portion.editions.append(edition)
    }
    return first..<portion.editions.count
  }
}
