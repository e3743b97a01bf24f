/// Who does something: every workflow receives one.
package struct Actor: Hashable, Sendable {
  /// The learner who acts; nil for someone at the command line without a profile.
  package var learner: LearnerID?
  /// The account that has signed in; nil where nobody has.
  package var account: AccountID?
  /// Its role; nil where nobody has signed in.
  package var role: Role?

  package init(learner: LearnerID? = nil, account: AccountID? = nil, role: Role? = nil) {
    self.learner = learner
    self.account = account
    self.role = role
  }

  /// Somebody who has signed in.
  package init(_ account: Account) {
    self.init(learner: account.learner, account: account.id, role: account.role)
  }
}
