/// A value that a blueprint states, or a group of them: what problems, files and pages name it by.
package enum BlueprintField: String, CaseIterable, Hashable, Sendable {
  // The blueprint.
  case code, title, banks, candidates, sections, shares, difficulty, time, pass, forms
  // A section.
  case type, count, questions, points, scoring, each, deduction, floor
  // A share: its trait, then its bounds.
  case statute, chapter, level, authorDifficulty, topic, bank
  case share, atLeast, atMost
  // The mean difficulty.
  case mean, tolerance
  // Times.
  case minutes, latestEntry, earliestLeaving
  // Passing.
  case mark, excellent, attempts, makeUps, after
  // Forms.
  case shuffleQuestions, shuffleOptions, overlap, spread, exposure

  /// The fields of the blueprint itself, in the order in which it is written.
  package static let top: [BlueprintField] = [
    .code, .title, .banks, .candidates, .sections, .shares, .difficulty, .time, .pass, .forms,
  ]

  /// The traits of which a share names one.
  package static let traits: [BlueprintField] = [
    .statute, .chapter, .level, .authorDifficulty, .topic, .bank,
  ]

  /// The fields that stand in this one, in the order in which they are written; empty for a value.
  package var members: [BlueprintField] {
    switch self {
    case .sections: [.type, .count, .questions, .points, .scoring, .each, .deduction, .floor]
    case .shares: Self.traits + [.share, .atLeast, .atMost]
    case .difficulty: [.mean, .tolerance]
    case .time: [.minutes, .latestEntry, .earliestLeaving]
    case .pass: [.mark, .excellent, .attempts, .makeUps, .after]
    case .forms: [.shuffleQuestions, .shuffleOptions, .overlap, .spread, .exposure]
    default: []
    }
  }
}
