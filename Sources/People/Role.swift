/// What an account is for. A candidate is a learner.
package enum Role: String, CaseIterable, Sendable {
  case learner
  /// Reads reports and prepares exams.
  case trainer
  /// Watches over a sitting.
  case invigilator
  /// Keeps the accounts, and whatever else needs a role.
  case administrator

  /// The role that somebody types: its code, or its name in either language.
  package static func meant(by text: String) -> Role? {
    let typed = text.lowercased()
    return Role(rawValue: typed)
      ?? allCases.first { $0.wording.zh == text || $0.wording.en == typed }
  }
}
