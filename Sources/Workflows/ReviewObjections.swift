import Learning
import People
import Storage

/// What learners hold to be wrong, and what the trainer says to it.
package struct ReviewObjections {
  let data: MingfaData
  let actor: Actor

  /// An answer has at most so many characters.
  package static let longestText = 500

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// All objections, the oldest first.
  ///
  /// - Parameters:
  ///   - bank: the id or title of a bank; nil for all.
  ///   - openOnly: only those that nobody answered yet.
  /// - Throws: `WorkflowFailure.noSuchBank`, `StorageFailure`.
  package func list(bank: String?, openOnly: Bool) throws -> [StoredObjection] {
    try Authorisation.authorise(actor, to: .readObjections)
    let chosen = try bank.map { try ShowBank(data, actor: actor).find($0).id }
    return try visible(data.objections.objections(bank: chosen))
      .filter { !openOnly || $0.answer == nil }
  }

  /// Answers an objection; the learner is told at the next start.
  ///
  /// - Returns: the objection with the answer.
  /// - Throws: `WorkflowFailure.noSuchObjection`, `.textUnusable`, `StorageFailure`.
  package func answer(
    _ number: Int64, _ decision: ObjectionAnswer.Decision, text: String
  ) throws -> StoredObjection {
    try Authorisation.authorise(actor, to: .answerObjections)
    guard try data.objections.objection(number) != nil else {
      throw WorkflowFailure.noSuchObjection(number)
    }
    guard text.contains(where: { !$0.isWhitespace }), text.count <= Self.longestText else {
      throw WorkflowFailure.textUnusable(limit: Self.longestText)
    }
    try data.objections.answer(
      number, decision, text: text, by: actor.learner, now: data.environment.clock.now().utc)
    guard let answered = try data.objections.objection(number) else {
      throw WorkflowFailure.noSuchObjection(number)
    }
    return answered
  }

  /// The answers that a learner was not shown yet.
  package func news(for learner: Learner) throws -> [StoredObjection] {
    // What is held back is told when it comes back.
    try visible(data.objections.news(for: learner.id))
  }

  /// Those to questions that are not held back from the actor: an objection shows the stem.
  private func visible(_ objections: [StoredObjection]) throws -> [StoredObjection] {
    guard !objections.isEmpty, !Authorisation.allows(actor, to: .readHeldQuestions) else {
      return objections
    }
    let held = try data.held.names()
    return objections.filter { !held.contains(.init(bank: $0.bankCode, code: $0.questionCode)) }
  }

  /// Notes that the learner saw them: after they stood on the screen.
  package func noteShown(_ objections: [StoredObjection]) throws {
    guard !objections.isEmpty else { return }
    try data.objections.noteShown(
      objections.compactMap { $0.answer?.id }, now: data.environment.clock.now().utc)
  }
}
