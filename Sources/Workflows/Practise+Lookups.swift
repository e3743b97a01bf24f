import Learning
import Questions
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

  /// The questions that practice may ask in which all words stand, in the order of the banks.
  ///
  /// - Throws: `WorkflowFailure.nothingToFind`, `.notInExam`, `StorageFailure`.
  package func find(_ text: String, limit: Int) throws -> [QuestionSearch.Hit] {
    try refuseInExam()
    let words = SearchQuestions.words(of: text)
    guard !words.isEmpty else { throw WorkflowFailure.nothingToFind }
    return try data.search.find(words, bank: nil, limit: limit, onlyPractice: true)
  }

  /// A question that was found, to be read with its key: options in the order of the bank.
  package func card(of hit: QuestionSearch.Hit) throws -> PracticeCard {
    try refuseInExam()
    guard
      let stored = try data.questions.question(hit.ref.question, version: hit.ref.version)
    else { throw StorageFailure.missing(.question(hit.ref.question)) }
    let learner = author.learner.id
    let memory = try data.memories.memory(of: learner, question: hit.ref.question)
    return PracticeCard(
      stored: stored, optionOrder: stored.question.options.map(\.id), number: 1, total: 1,
      mode: mode, chapterOfPlan: nil,
      isStarred: try data.practice.isStarred(hit.ref.question, by: learner),
      missed: memory.answered - memory.right, isMarked: false, response: nil, remaining: nil,
      answeredCount: 0, markedCount: 0, passageIsKnown: false,
      note: try data.notes.note(of: learner, question: hit.ref.question))
  }

  /// Notes and other questions may hold the keys of a paper.
  private func refuseInExam() throws {
    if !mode.rules.tellsAtOnce { throw WorkflowFailure.notInExam }
  }
}
