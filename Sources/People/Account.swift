/// Somebody who can sign in.
package struct Account: Hashable, Sendable {
  package let id: AccountID
  /// nil for someone who was forgotten.
  package var name: String?
  package var role: Role
  /// Whom it belongs to among the learners; nil for someone who does not learn here.
  package var learner: LearnerID?
  package var isDisabled: Bool
  /// Whether somebody else knows the password, so that a new one is asked for at the next sign-in.
  package var passwordIsTemporary: Bool
  /// How many passwords in a row were wrong.
  package var failures: Int
  /// UTC milliseconds until which no password is looked at.
  package var lockedUntil: Int64
  /// UTC milliseconds.
  package var createdAt: Int64

  package init(
    id: AccountID, name: String?, role: Role, learner: LearnerID? = nil, isDisabled: Bool = false,
    passwordIsTemporary: Bool = false, failures: Int = 0, lockedUntil: Int64 = 0,
    createdAt: Int64 = 0
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.learner = learner
    self.isDisabled = isDisabled
    self.passwordIsTemporary = passwordIsTemporary
    self.failures = failures
    self.lockedUntil = lockedUntil
    self.createdAt = createdAt
  }

  /// Milliseconds until a password is looked at again, 0 where one is now. Never more than the delay
  /// itself, whatever was done to the clock.
  package func wait(at now: Int64) -> Int64 {
    max(0, min(lockedUntil - now, SignInDelay.milliseconds(after: failures)))
  }
}
