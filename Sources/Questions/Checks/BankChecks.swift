/// All rules, and how they are run.
package enum BankChecks {
  /// In the order in which they are described: errors first.
  package static let registry: [any BankCheck] = [
    UnknownStatute(), UnknownPlace(), AlteredQuotation(), SameQuestion(), ContradictingKeys(),
    EqualOptions(), UnknownEdition(), ForeignNumber(), ForeignTerm(), BetterArticle(),
    LongestKey(), KeyPositions(), AllOfTheAbove(), DoubleNegative(), ReadingLoad(),
    NearStems(), MissingLetter(),
  ]

  /// The rules for which a question that is loaded waits for a review: they say that it is wrong by itself,
  /// whatever else is in the bank. A statute that is not known may only be a local one.
  private static let blocking: [any BankCheck] = [UnknownPlace(), AlteredQuotation()]

  /// The places of the questions that have an error by themselves.
  package static func errors(in bank: CheckedBank, with library: StatuteLibrary) -> Set<Int> {
    blocking.reduce(into: []) { places, check in
      var log = CheckLog(check)
      check.look(through: bank, with: library, &log)
      places.formUnion(
        log.findings.compactMap(\.question).filter { place in
          !bank.entries[place].question.waivers.contains { $0.rule == check.id }
        })
    }
  }

  /// What came of holding a bank against all rules.
  package struct Outcome: Sendable {
    /// In the order of the bank, what concerns all of it last.
    package var findings: [CheckFinding] = []
    /// What was found besides and is silenced, in the order of the bank.
    package var waived: [WaivedFinding] = []
    /// How many questions each rule could not be held against, by the rule's id: never passed.
    package var unchecked: [String: Int] = [:]
    /// Citations that were held against an edition, right or wrong.
    package var citationsChecked = 0
    /// Citations that could not be.
    package var citationsUnchecked = 0
  }

  /// Holds a bank against all rules.
  ///
  /// - Parameter others: what rules found beside other banks.
  package static func outcome(
    of bank: CheckedBank, with library: StatuteLibrary, and others: [CheckFinding] = []
  ) -> Outcome {
    var outcome = Outcome()
    var undecided: [String: Set<Int>] = [:]
    for check in registry {
      var log = CheckLog(check)
      check.look(through: bank, with: library, &log)
      outcome.findings += log.findings
      undecided[check.id] = log.undecided
      if log.unchecked > 0 { outcome.unchecked[check.id, default: 0] += log.unchecked }
      outcome.citationsChecked += log.citationsChecked
      outcome.citationsUnchecked += log.citationsUnchecked
    }
    outcome.findings = inOrder(outcome.findings + others)
    settleWaivers(of: bank, undecided: undecided, in: &outcome)
    return outcome
  }

  /// In the order of the bank, those of one question as they were found.
  static func inOrder(_ findings: [CheckFinding]) -> [CheckFinding] {
    findings.enumerated().sorted {
      ($0.element.question ?? .max, $0.offset) < ($1.element.question ?? .max, $1.offset)
    }.map(\.element)
  }
}
