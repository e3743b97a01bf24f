import Questions

/// How hard a question is, as a number from 0 (everybody is right) to 1 (nobody is): one less its
/// facility.
///
/// The author's five levels are a prior until responses say better: their centres stand a fifth apart,
/// and the prior weighs as much as `priorWeight` responses. The posterior mean of a beta distribution
/// (Gelman et al., Bayesian Data Analysis, 2.4).
package enum QuestionDifficulty {
  /// How many responses the author's word weighs as much as.
  package static let priorWeight = 20

  /// - Parameters:
  ///   - author: nil where the author named none: the middle.
  ///   - wrong: of how many first answers in earlier exams none earned full marks.
  package static func value(author: Difficulty?, wrong: Int = 0, responses: Int = 0) -> Double {
    let prior = Double(2 * (author ?? .medium).rawValue - 1) / 10
    return (prior * Double(priorWeight) + Double(wrong)) / Double(priorWeight + responses)
  }
}
