import Text

/// One rule that `mingfa bank check` holds a bank against. A new rule is one file in this folder and one
/// line in `BankChecks.registry`.
package protocol BankCheck: Sendable {
  /// Its stable name: printed with every finding, and named to silence it on a question.
  var id: String { get }
  var severity: CheckSeverity { get }
  /// What it looks for, in one sentence.
  var purpose: Wording { get }
  /// What decides whether it finds something.
  var scope: CheckScope { get }

  /// Looks through a bank.
  func look(through bank: CheckedBank, with library: StatuteLibrary, _ log: inout CheckLog)
}

extension BankCheck {
  /// Most rules look at questions of one bank.
  package var scope: CheckScope { .questions }
}

/// What a rule looks at, and so where it can be silenced.
package enum CheckScope: Hashable, Sendable {
  /// Questions, by themselves or beside others of their bank.
  case questions
  /// Questions beside those of other banks as well, which are not always at hand.
  case otherBanks
  /// The bank as a whole, so that no question can silence it.
  case bank
}

/// What a finding means.
package enum CheckSeverity: String, Hashable, Sendable {
  /// It is wrong.
  case error
  /// Somebody should look at it.
  case warning
}
