import Learning
import People
import Questions
import Storage

/// Finding questions by words and reading them with their keys, as a learner may: nothing that waits
/// for an exam.
package struct LookUpQuestions {
  let data: MingfaData
  let learner: Learner

  package init(_ data: MingfaData, learner: Learner) {
    self.data = data
    self.learner = learner
  }

  /// The questions that practice may ask in which all words stand, in the order of the banks.
  ///
  /// - Throws: `WorkflowFailure.nothingToFind`, `StorageFailure`.
  package func find(_ text: String, limit: Int) throws -> [QuestionSearch.Hit] {
    let words = SearchQuestions.words(of: text)
    guard !words.isEmpty else { throw WorkflowFailure.nothingToFind }
    return try data.search.find(words, bank: nil, limit: limit, onlyPractice: true)
  }

  /// A question that was found, to be read with its key: options in the order of the bank.
  ///
  /// - Throws: `StorageFailure`.
  package func card(of hit: QuestionSearch.Hit) throws -> PracticeCard {
    guard
      let stored = try data.questions.question(hit.ref.question, version: hit.ref.version)
    else { throw StorageFailure.missing(.question(hit.ref.question)) }
    let memory = try data.memories.memory(of: learner.id, question: hit.ref.question)
    return PracticeCard(
      stored: stored, optionOrder: stored.question.options.map(\.id), number: 1, total: 1,
      mode: .reading, chapterOfPlan: nil,
      isStarred: try data.practice.isStarred(hit.ref.question, by: learner.id),
      missed: memory.answered - memory.right, isAmended: memory.isDue, isMarked: false,
      response: nil, remaining: nil,
      answeredCount: 0, markedCount: 0, passageIsKnown: false,
      note: try data.notes.note(of: learner.id, question: hit.ref.question),
      sources: try data.sources(of: stored))
  }
}
