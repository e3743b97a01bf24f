/// How marks are given for a question. The rules differ by place and paper, so the rule is stored
/// with the attempt.
package struct ScoringRule: Hashable, Sendable {
  /// What an answer earns that is right as far as it goes.
  package enum PartialCredit: Hashable, Sendable {
    /// Too many, too few or wrong earns nothing: the usual rule in China.
    case none
    /// Each right option earns this much, up to full marks; a wrong option loses all.
    case perOption(Score)
    /// Half the marks for an incomplete answer without a wrong option.
    case half
  }

  package var partialCredit: PartialCredit
  /// Deducted for a wrong answer; a blank answer is never deducted for.
  package var deduction: Score

  package init(partialCredit: PartialCredit = .none, deduction: Score = .zero) {
    self.partialCredit = partialCredit
    self.deduction = deduction
  }

  /// Full marks or none.
  package static let allOrNothing = ScoringRule()
  /// Half a point for each right option, nothing once a wrong one is chosen.
  package static let perOption = ScoringRule(partialCredit: .perOption(Score(hundredths: 50)))
  /// Half the marks for an incomplete answer without a wrong option.
  package static let half = ScoringRule(partialCredit: .half)

  /// A short stable text for storage: `all`, `half`, `option:50`, with `-25` appended for a
  /// deduction of a quarter point.
  package var stored: String {
    let base =
      switch partialCredit {
      case .none: "all"
      case .half: "half"
      case .perOption(let each): "option:\(each.hundredths)"
      }
    return deduction == .zero ? base : "\(base)-\(deduction.hundredths)"
  }

  /// No rule gives or takes more than this many hundredths a question; so sums never overflow.
  private static let most = 100_000_000

  /// Reads `stored`; nil where it is none.
  package init?(stored: String) {
    let parts = stored.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let base = parts[0]
    var deduction = Score.zero
    if parts.count == 2 {
      guard let taken = Self.hundredths(parts[1]) else { return nil }
      deduction = taken
    }
    switch base {
    case "all": self.init(deduction: deduction)
    case "half": self.init(partialCredit: .half, deduction: deduction)
    default:
      guard base.hasPrefix("option:"), let each = Self.hundredths(base.dropFirst(7)) else {
        return nil
      }
      self.init(partialCredit: .perOption(each), deduction: deduction)
    }
  }

  private static func hundredths(_ text: Substring) -> Score? {
    guard let value = Int(text), (1...most).contains(value), String(value) == text else {
      return nil
    }
    return Score(hundredths: value)
  }
}
