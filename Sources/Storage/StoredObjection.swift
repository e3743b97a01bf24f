import People

/// A learner's objection to a question.
package struct StoredObjection: Hashable, Sendable {
  package let id: Int64
  package let learner: LearnerID
  package let bankCode: String
  package let questionCode: String
  package let versionNumber: Int
  package let stem: String
  package let reason: String
  /// UTC milliseconds.
  package let raisedAt: Int64
}
