import Exams
import Learning
import Questions
import Storage

/// Gathers what papers are drawn from: ready questions, with those apart that must not stand together.
package struct GatherPool {
  let data: MingfaData

  package init(_ data: MingfaData) { self.data = data }

  /// The pool of a blueprint's banks, in a stable order.
  ///
  /// - Throws: `StorageFailure`, `WorkflowFailure.noSuchBank`.
  package func questions(for blueprint: Blueprint) throws -> [PoolQuestion] {
    let known = try data.banks.banks().map(\.code)
    if let missing = blueprint.banks.first(where: { !known.contains($0) }) {
      throw WorkflowFailure.noSuchBank(missing, known: known)
    }
    let entries = try data.pool.entries(banks: blueprint.banks, uses: data.exams.uses())
    var questions = entries.map(\.question)
    // Each pair of near stems is a group of its own: a group of three would forbid too much.
    for (group, pair) in NearDuplicates.pairs(among: entries.map(\.stem)).enumerated() {
      questions[pair.first].enemies.append(group)
      questions[pair.second].enemies.append(group)
    }
    return questions
  }
}
