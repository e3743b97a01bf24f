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
  /// What the trainer decided last; nil where nobody answered yet.
  package let answer: ObjectionAnswer?
}

/// A trainer's answer to an objection.
package struct ObjectionAnswer: Hashable, Sendable {
  /// Whether the learner was right.
  package enum Decision: String, Hashable, Sendable, CaseIterable {
    /// The question is wrong and was or will be mended.
    case accepted
    /// The question stays as it is.
    case rejected
  }

  package let id: Int64
  package let decision: Decision
  package let text: String
  /// UTC milliseconds.
  package let answeredAt: Int64
}
