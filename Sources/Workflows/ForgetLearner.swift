import Learning
import People
import Storage

/// Forgets a learner: the name goes and all that identifies, the responses stay under the number, so
/// that every figure stands as it was.
package struct ForgetLearner {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What is about to happen, for the one who has to confirm it.
  package struct Plan: Sendable {
    package let learner: Learner
    package let extent: NameErasure.Extent
    /// Backups from before, which hold the name as long as they are kept: those that the program thins
    /// out by itself, and all others.
    package let automaticBackups: Int
    package let otherBackups: Int

    /// Whether what was typed confirms it: the name, or the number of someone who has none.
    package func isConfirmed(by typed: String) -> Bool {
      let words = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      guard let name = learner.name else { return words == String(learner.id.number) }
      return words == name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }

  /// Looks what there is of a learner, found by name or number. Changes nothing.
  ///
  /// - Throws: `WorkflowFailure.noSuchLearner`, `StorageFailure`.
  package func plan(_ who: String) throws -> Plan {
    try Authorisation.authorise(actor, to: .forgetLearner)
    let learner = try EditLearners(data, actor: actor).find(who)
    let backups = BackupFolder(of: data.environment.folder).names()
    let automatic = backups.count { $0.kind == .automatic }
    return Plan(
      learner: learner, extent: try NameErasure(data.file).extent(of: learner.id),
      automaticBackups: automatic, otherBackups: backups.count - automatic)
  }

  /// Forgets, in one commit; then writes the database file anew, so that the name cannot be read from
  /// its unused parts.
  ///
  /// - Returns: why the file could not be written anew; nil where it was. The name is gone from the
  ///   records either way, and forgetting the number once more tries again.
  /// - Throws: `StorageFailure`: nothing was changed.
  package func forget(_ plan: Plan) throws -> StorageFailure? {
    try Authorisation.authorise(actor, to: .forgetLearner)
    let erasure = NameErasure(data.file)
    try erasure.erase(plan.learner.id, at: data.environment.clock.now())
    do { try erasure.rewriteFile() } catch { return error }
    return nil
  }
}
