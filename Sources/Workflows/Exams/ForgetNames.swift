import Exams
import People
import Storage

/// Takes the names and ID numbers of an exam's candidates away once nobody needs them: results and rates stay,
/// by number. Whoever is forgotten is a new person on the next roster, whose attempts and passes nobody knows.
package struct ForgetNames {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What came of it.
  package struct Outcome: Sendable {
    /// How many were forgotten.
    package var count: Int
    /// Why the file could not be written anew; nil where it was.
    package var leftover: StorageFailure?
  }

  /// Forgets, in one commit; then writes the database file anew, so that no name can be read from its unused
  /// parts.
  ///
  /// - Throws: `ExamFailure.notPublished`; `.namesNeeded` where somebody stands on the list of an exam whose
  ///   results are not out; `StorageFailure`, `Authorisation.Refusal`: nothing was changed.
  package func forget(_ exam: StoredExam) throws -> Outcome {
    try Authorisation.authorise(actor, to: .editExams)
    guard try isOver(exam.id) else { throw ExamFailure.notPublished }
    let persons = try data.exams.named(of: exam.id)
    let others = try data.exams.others(of: persons, beside: exam.id).keys
    let needed = try data.exams.exams().filter { try others.contains($0.id) && !isOver($0.id) }
    guard needed.isEmpty else { throw ExamFailure.namesNeeded(exams: needed.map(\.code)) }
    guard !persons.isEmpty else { return Outcome(count: 0, leftover: nil) }
    try data.exams.forget(
      persons, of: exam.id, at: data.environment.clock.now(),
      by: actor.account?.number ?? 0)
    do throws(StorageFailure) { try NameErasure(data.file).rewriteFile() } catch {
      return Outcome(count: persons.count, leftover: error)
    }
    return Outcome(count: persons.count, leftover: nil)
  }

  private func isOver(_ exam: Int64) throws -> Bool {
    try data.exams.state(of: exam).published != nil
  }
}
