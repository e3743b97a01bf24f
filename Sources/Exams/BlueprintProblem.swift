import Questions

/// Why no paper can come from a blueprint, whatever questions there are: told by counting alone.
package struct BlueprintProblem: Error, Hashable, Sendable {
  /// What is wrong. Numbers stand as a person writes them.
  package enum Fact: Hashable, Sendable {
    /// Neither letters, digits and hyphens, nor short.
    case codeUnusable(String)
    /// Empty, longer than a line, or with signs that no line has.
    case textUnusable(limit: Int)
    /// The same value stands twice in a list.
    case twice(String)
    case noSection
    case outOfRange(least: String, most: String)
    /// The whole paper.
    case tooManyQuestions(Int, limit: Int)
    /// A rule for incomplete answers, for a type whose answers have no options to be left out.
    case ruleIdle(QuestionKind)
    /// An option earns more than its question, or a wrong answer takes more.
    case abovePoints(Score)
    /// No whole number of questions lies within the share.
    case noWholeNumber(questions: Int)
    /// Shares that exclude each other ask for more questions than the paper has.
    case sharesExceed(least: Int, questions: Int)
    /// All banks have shares, and together they allow fewer questions than the paper has.
    case sharesFallShort(most: Int, questions: Int)
    /// A share of a bank from which nothing is drawn.
    case bankNotDrawn(String)
    /// A time that lies beyond the end.
    case beyondEnd(minutes: Int)
    case excellentBelowPass
    /// The blueprint waits for itself to be passed.
    case afterItself
  }

  /// The value that is wrong.
  package var field: BlueprintField
  /// Which section, share, bank or category it stands in, from 0; nil outside of lists.
  package var item: Int?
  package var fact: Fact

  package init(_ field: BlueprintField, item: Int? = nil, _ fact: Fact) {
    self.field = field
    self.item = item
    self.fact = fact
  }
}
