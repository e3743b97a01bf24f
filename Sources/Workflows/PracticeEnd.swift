import Learning

/// How a run ended.
package struct PracticeEnd: Sendable {
  package let summary: SessionSummary
  package let result: MockResult?
  /// Whether the attempt can be gone on with.
  package let isOpen: Bool
}
