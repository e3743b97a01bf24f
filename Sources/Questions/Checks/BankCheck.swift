import Text

/// One rule that `mingfa bank check` holds a bank against. A new rule is one file in this folder and one
/// line in `BankChecks.registry`.
package protocol BankCheck: Sendable {
  /// Its stable name: printed with every finding, and named to silence it on a question.
  var id: String { get }
  var severity: CheckSeverity { get }
  /// What it looks for, in one sentence.
  var purpose: Wording { get }

  /// Looks through a bank.
  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog)
}

/// What a finding means.
package enum CheckSeverity: String, Hashable, Sendable {
  /// It is wrong.
  case error
  /// Somebody should look at it.
  case warning
}
