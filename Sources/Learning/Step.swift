import People

/// A step as it was recorded.
package struct Step: Hashable, Sendable {
  package var sequence: Int
  package var moment: Moment
  package var fact: StepFact
  /// Whose hand typed, where it was not the learner's.
  package var assistedBy: AssistantID?

  package init(sequence: Int, moment: Moment, fact: StepFact, assistedBy: AssistantID? = nil) {
    self.sequence = sequence
    self.moment = moment
    self.fact = fact
    self.assistedBy = assistedBy
  }
}
