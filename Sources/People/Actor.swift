/// Who does something: every workflow receives one.
package struct Actor: Hashable, Sendable {
  /// The learner who acts; nil for someone at the command line without a profile.
  package var learner: LearnerID?

  package init(learner: LearnerID? = nil) { self.learner = learner }
}
