import Learning

/// How a run ended.
package struct PracticeEnd: Sendable {
  package let summary: SessionSummary
  package let result: MockResult?
  /// Whether the attempt can be gone on with.
  package let isOpen: Bool
  /// How many answers of an open mock exam are kept; whether they are right is told at its end.
  package let keptAnswers: Int?
}
