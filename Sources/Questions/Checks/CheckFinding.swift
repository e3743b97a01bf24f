import Text

/// Something that a rule found.
package struct CheckFinding: Hashable, Sendable {
  /// The part of a question that it is about.
  package enum Part: Hashable, Sendable {
    case whole, stem, key, explanation
    /// By position from 0.
    case option(Int)
    /// By position from 0.
    case citation(Int)
    /// By position from 0.
    case waiver(Int)
  }

  /// The id of the rule.
  package let rule: String
  package let severity: CheckSeverity
  /// By place in the bank; nil where it is about the whole bank.
  package let question: Int?
  package let part: Part
  /// What is wrong and what to do, in one sentence.
  package let wording: Wording

  package init(
    rule: String, severity: CheckSeverity, question: Int?, part: Part, wording: Wording
  ) {
    self.rule = rule
    self.severity = severity
    self.question = question
    self.part = part
    self.wording = wording
  }
}
