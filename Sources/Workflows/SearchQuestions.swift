import People
import Storage

/// Finding questions by words.
package struct SearchQuestions {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// The questions in which all words stand and that are not held back from the actor, in the order of the banks.
  ///
  /// - Parameters:
  ///   - text: words with spaces between them; an ideographic space counts.
  ///   - bank: the id or title of a bank; nil for all.
  /// - Throws: `WorkflowFailure.nothingToFind`, `.noSuchBank`, `StorageFailure`.
  package func find(
    _ text: String, bank: String? = nil, limit: Int
  ) throws -> [QuestionSearch.Hit] {
    let showing = try ShowBank(data, actor: actor)
    let words = Self.words(of: text)
    guard !words.isEmpty else { throw WorkflowFailure.nothingToFind }
    let chosen = try bank.map { try showing.find($0).id }
    return try data.search.find(
      words, bank: chosen, limit: limit,
      withHeld: Authorisation.allows(actor, to: .readHeldQuestions))
  }

  /// The words of a search; an ideographic space parts them too.
  static func words(of text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
