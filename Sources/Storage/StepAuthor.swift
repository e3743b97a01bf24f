import People

/// Who makes steps, as each step records it.
package struct StepAuthor: Hashable, Sendable {
  /// Whose attempt it is.
  package var learner: Learner
  package var actor: Actor
  /// The name of the person whose hand types, where it is not the learner's.
  package var assistedBy: String?
  /// The program and its version.
  package var program: String

  package init(learner: Learner, actor: Actor, assistedBy: String?, program: String) {
    self.learner = learner
    self.actor = actor
    self.assistedBy = assistedBy
    self.program = program
  }
}
