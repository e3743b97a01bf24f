import Text

/// What one rule finds in a bank.
package struct CheckLog {
  private let check: any BankCheck
  private(set) var findings: [CheckFinding] = []
  /// Questions that could not be held against the rule.
  private(set) var unchecked = 0
  /// Questions of which nobody knows whether they keep the rule, by place in the bank.
  private(set) var undecided: Set<Int> = []
  private(set) var citationsChecked = 0
  private(set) var citationsUnchecked = 0

  init(_ check: any BankCheck) { self.check = check }

  /// - Parameter question: by place in the bank; nil for the whole bank.
  mutating func find(_ question: Int?, _ part: CheckFinding.Part, _ wording: Wording) {
    findings.append(
      CheckFinding(
        rule: check.id, severity: check.severity, question: question, part: part,
        wording: wording))
  }

  /// A question could not be held against the rule: a text is not loaded.
  mutating func pass(_ question: Int) {
    unchecked += 1
    undecided.insert(question)
  }

  /// A citation of a question was held against an edition, or could not be.
  mutating func count(checked: Bool, of question: Int) {
    if checked {
      citationsChecked += 1
    } else {
      citationsUnchecked += 1
      undecided.insert(question)
    }
  }
}
