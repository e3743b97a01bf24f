import Text

extension BankChecks {
  /// The name under which a waiver is told that silences nothing.
  package static let idleWaiver = "idle-waiver"

  /// The rule with a name that is most like this one: a few slips away, or longer; nil where none is.
  package static func nearest(to id: String) -> String? {
    let ids = registry.map(\.id)
    if id.count >= 4, let longer = ids.first(where: { $0.hasPrefix(id) }) { return longer }
    return ids.map { (Text.EditDistance.between(id, $0), $0) }.filter { $0.0 <= 3 }.min { $0 < $1 }?
      .1
  }

  /// Takes out of the findings what questions silence, and puts in which waivers silence nothing.
  ///
  /// - Parameter undecided: the questions of which nobody knows whether they keep a rule, by its id.
  static func settleWaivers(
    of bank: CheckedBank, undecided: [String: Set<Int>], in outcome: inout Outcome
  ) {
    guard bank.entries.contains(where: { !$0.question.waivers.isEmpty }) else { return }
    var used: [Int: Set<Int>] = [:]
    var left: [CheckFinding] = []
    for finding in outcome.findings {
      guard let place = finding.question,
        let number = bank.entries[place].question.waivers
          .firstIndex(where: { $0.rule == finding.rule })
      else {
        left.append(finding)
        continue
      }
      used[place, default: []].insert(number)
      let reason = bank.entries[place].question.waivers[number].reason
      outcome.waived.append(WaivedFinding(finding: finding, reason: reason))
    }
    outcome.findings = left
    // What a waiver silences may stand beside a question that could not be read.
    guard bank.isWhole else { return }
    for (place, entry) in bank.entries.enumerated() {
      for (number, waiver) in entry.question.waivers.enumerated()
      where used[place]?.contains(number) != true
        && isDecided(waiver.rule, of: place, undecided: undecided)
      {
        outcome.findings.append(idle(waiver, number, of: place))
      }
    }
    outcome.findings = inOrder(outcome.findings)
  }

  /// Whether a rule that found nothing at a question is kept by it for certain.
  private static func isDecided(
    _ rule: String, of question: Int, undecided: [String: Set<Int>]
  ) -> Bool {
    guard let check = registry.first(where: { $0.id == rule }), check.scope == .questions else {
      return false
    }
    return undecided[rule]?.contains(question) != true
  }

  private static func idle(_ waiver: Waiver, _ number: Int, of question: Int) -> CheckFinding {
    CheckFinding(
      rule: idleWaiver, severity: .warning, question: question, part: .waiver(number),
      wording: Wording(
        zh: "这一题没有 \(waiver.rule) 可免查；请删去，或移到有这条提醒的题",
        en:
          "There is no \(waiver.rule) to waive here; remove this, or move it to the question with "
          + "that finding"))
  }
}
