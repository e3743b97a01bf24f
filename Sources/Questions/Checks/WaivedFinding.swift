/// Something that a rule found and the question silences.
package struct WaivedFinding: Hashable, Sendable {
  package let finding: CheckFinding
  /// Why its author silences it.
  package let reason: String

  package init(finding: CheckFinding, reason: String) {
    self.finding = finding
    self.reason = reason
  }
}
