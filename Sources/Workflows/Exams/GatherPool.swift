import Exams
import Learning
import Questions
import Storage

/// Gathers what papers are drawn from: ready questions, with those apart that must not stand together.
package struct GatherPool {
  let data: MingfaData

  package init(_ data: MingfaData) { self.data = data }

  /// The pool of a blueprint's banks, in a stable order, and how many questions were left out of it since
  /// they stand on papers whose results are not out.
  ///
  /// - Throws: `StorageFailure`, `WorkflowFailure.noSuchBank`, `ExamFailure`.
  package func questions(
    for blueprint: Blueprint
  ) throws -> (free: [PoolQuestion], held: Int) {
    let known = try data.banks.banks().map(\.code)
    if let missing = blueprint.banks.first(where: { !known.contains($0) }) {
      throw WorkflowFailure.noSuchBank(missing, known: known)
    }
    let (entries, held) = try data.pool.entries(
      banks: blueprint.banks, uses: data.exams.uses(), counts: responses())
    var questions = entries.map(\.question)
    // Each pair of near stems is a group of its own: a group of three would forbid too much.
    for (group, pair) in NearDuplicates.pairs(among: entries.map(\.stem)).enumerated() {
      questions[pair.first].enemies.append(group)
      questions[pair.second].enemies.append(group)
    }
    return (questions, held)
  }

  /// How questions fared in the exams whose results are out.
  private func responses() throws -> [QuestionRef: ResponseCount] {
    var counts: [QuestionRef: ResponseCount] = [:]
    for exam in try data.exams.exams() where !exam.isRehearsal {
      guard try data.exams.state(of: exam.id).published != nil else { continue }
      let papers = try FindExam(data).papers(of: exam)
      let states = try data.sittings.states(of: exam.id)
      for candidate in try data.exams.candidates(of: exam.id) {
        guard let state = states[candidate.id], state.end != nil,
          let paper = papers[candidate.seat.form]
        else { continue }
        ResponseCount.add(paper, responses: state.responses, to: &counts)
      }
    }
    return counts
  }
}
