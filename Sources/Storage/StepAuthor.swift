import People

/// Who makes steps, as each step records it.
package struct StepAuthor: Hashable, Sendable {
  /// Whose attempt it is.
  package var learner: Learner
  package var actor: Actor
  /// Whose hand types, where it is not the learner's.
  package var assistedBy: AssistantID?
  /// The program and its version.
  package var program: String

  package init(learner: Learner, actor: Actor, assistedBy: AssistantID?, program: String) {
    self.learner = learner
    self.actor = actor
    self.assistedBy = assistedBy
    self.program = program
  }
}
