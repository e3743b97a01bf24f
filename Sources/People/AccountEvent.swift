/// Something that was done to an account: on record for good, people by number only.
package struct AccountEvent: Hashable, Sendable {
  /// What was done.
  package enum Kind: String, CaseIterable, Sendable {
    case created
    /// Another role; `role` is the new one.
    case role
    /// Its holder changed the password.
    case password
    /// An administrator set a password.
    case reset
    /// An administrator lifted the delay that wrong passwords had brought.
    case unlocked
    case disabled
    case enabled
    /// The owner of the data folder took the way back to a lost administrator.
    case recovered
    /// An administrator has taken note of the recoveries so far.
    case acknowledged
    /// The learner behind it was forgotten: name and password are gone.
    case forgotten
  }

  package let number: Int64
  package let kind: Kind
  package let account: AccountID
  /// Who did it; nil for the owner of the data folder, who had not signed in.
  package let by: AccountID?
  /// The role that the account had from then on.
  package let role: Role
  /// UTC milliseconds.
  package let madeAt: Int64

  package init(
    number: Int64, kind: Kind, account: AccountID, by: AccountID?, role: Role, madeAt: Int64
  ) {
    self.number = number
    self.kind = kind
    self.account = account
    self.by = by
    self.role = role
    self.madeAt = madeAt
  }
}
