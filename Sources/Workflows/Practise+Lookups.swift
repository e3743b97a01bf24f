import Learning
import Storage

/// What a learner looks up or writes down beside the present question.
extension Practise {
  /// A note has at most so many characters.
  package static let longestNote = 500

  /// The learner's note on the present question; nil where there is none.
  ///
  /// - Throws: `WorkflowFailure.notInExam`, `StorageFailure`.
  package func note() throws -> String? {
    try refuseInExam()
    guard let ref = presentRef else { return nil }
    return try data.notes.note(of: author.learner.id, question: ref.question)
  }

  /// Keeps a note on the present question; an empty one takes it away.
  ///
  /// - Throws: `WorkflowFailure.textUnusable`, `.notInExam`, `StorageFailure`.
  package func note(_ text: String) throws {
    try refuseInExam()
    guard let ref = presentRef else { return }
    guard text.count <= Self.longestNote else {
      throw WorkflowFailure.textUnusable(limit: Self.longestNote)
    }
    try data.notes.write(
      text, on: ref, by: author.learner.id, now: data.environment.clock.now().utc)
    presentCard = nil
  }

  /// Other questions, found by words.
  ///
  /// - Throws: `WorkflowFailure.notInExam`.
  package func lookUp() throws -> LookUpQuestions {
    try refuseInExam()
    return LookUpQuestions(data, learner: author.learner)
  }

  /// Notes and other questions may hold the keys of a paper.
  private func refuseInExam() throws {
    if !mode.rules.tellsAtOnce { throw WorkflowFailure.notInExam }
  }
}
