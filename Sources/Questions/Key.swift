/// What a right answer is.
package enum Key: Hashable, Sendable {
  /// The right options of a choice question.
  case options(Set<OptionID>)
  /// The truth of a true/false statement.
  case truth(Bool)
  /// The accepted forms of each blank, in the order of the stem; the first form is the one shown.
  case blanks([[String]])
  /// The points of a short answer.
  case points([KeyPoint])
}
