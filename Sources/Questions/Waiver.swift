/// An author's word that a rule of the check does not count for a question 免查.
package struct Waiver: Hashable, Sendable {
  /// The id of the rule, as findings name it.
  package var rule: String
  /// Why it does not count; one line.
  package var reason: String

  package init(rule: String, reason: String) {
    self.rule = rule
    self.reason = reason
  }
}
