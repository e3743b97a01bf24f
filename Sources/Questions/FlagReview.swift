/// Where the review of an amendment stands, told from what was decided on it.
///
/// An amendment that one person holds to be of wording only is settled when a second person confirms that
/// the key stands; one that is of the rule is settled by a new version, or when the question is retired.
package enum FlagReview: Hashable, Sendable {
  /// What a reviewer said.
  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The amendment changed words only: the key stands.
    case wordingOnly = "wording"
    /// The amendment changed the rule: the question has to change.
    case ofTheRule = "rule"
    /// A second person holds, too, that the key stands.
    case confirmed
    /// A second person does not.
    case disputed
  }

  /// One decision.
  package struct Decision: Hashable, Sendable {
    package let verdict: Verdict
    /// The name of who decided.
    package let reviewer: String

    package init(_ verdict: Verdict, by reviewer: String) {
      self.verdict = verdict
      self.reviewer = reviewer
    }
  }

  /// Nobody has decided, or a second person disagreed.
  case undecided
  /// Somebody holds that the key stands; another person has to confirm it.
  case toConfirm(by: String)
  /// The question has to change.
  case toMend
  /// The key stands.
  case settled

  /// - Parameter decisions: the oldest first.
  package init(_ decisions: [Decision]) {
    var review = Self.undecided
    for decision in decisions {
      switch (decision.verdict, review) {
      case (.wordingOnly, _): review = .toConfirm(by: decision.reviewer)
      case (.ofTheRule, _): review = .toMend
      case (.confirmed, .toConfirm(let first)) where first != decision.reviewer: review = .settled
      case (.confirmed, _): break
      case (.disputed, _): review = .undecided
      }
    }
    self = review
  }

  /// Whether this person may say this here: nobody confirms what he decided himself.
  package func allows(_ verdict: Verdict, by reviewer: String) -> Bool {
    switch (verdict, self) {
    case (_, .settled): false
    case (.confirmed, .toConfirm(let first)), (.disputed, .toConfirm(let first)): first != reviewer
    case (.confirmed, _), (.disputed, _): false
    default: true
    }
  }
}
