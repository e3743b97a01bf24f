import Learning

/// How a run ended.
package struct PracticeEnd: Sendable {
  package let summary: SessionSummary
  package let result: MockResult?
  /// What the sections of a mock exam came to; empty for practice, and for papers without sections.
  package var sections: [MockSection] = []
  /// What the paper of a mock exam is called; nil for practice, and for the usual one.
  package var title: String?
  /// Where the score would lie if such a paper were sat today; nil for practice.
  package var outlook: MockOutlook?
  /// Whether the attempt can be gone on with.
  package let isOpen: Bool
  /// How many answers of an open mock exam are kept; whether they are right is told at its end.
  package let keptAnswers: Int?
}
