/// Who does something: every workflow receives one.
package struct Actor: Hashable, Sendable {
  /// The learner who acts; nil for someone at the command line without a profile.
  package var learner: LearnerID?

  package init(learner: LearnerID? = nil) { self.learner = learner }
}

/// What an actor may want to do. One case for each thing that will be someone's right alone.
package enum Action: String, CaseIterable, Sendable {
  case practise
  case loadBank
  case readBank
  case readObjections
  case editLearners
  case readLearners
  case readReports
  case readStatistics
  case checkData
  case backUpData
  case changeSettings
}

/// The one place that says who may do what.
package enum Authorisation {
  /// The actor may not do this.
  package struct Refusal: Error, Hashable {
    package let action: Action
  }

  /// Returns if the actor may act, else throws `Refusal`. For now everyone may do everything: roles
  /// and sign-in come with formal exams.
  package static func authorise(_ actor: Actor, to action: Action) throws(Refusal) {}
}
