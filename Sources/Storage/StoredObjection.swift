import People
import Questions

/// A learner's objection to a question.
package struct StoredObjection: Hashable, Sendable {
  package let id: Int64
  package let learner: LearnerID
  package let bankCode: String
  package let questionCode: String
  package let versionNumber: Int
  package let stem: String
  /// The options in the order of the bank, and as they stood before the learner; both empty where a
  /// question has none or the order is not on record.
  package let bankOrder: [OptionID]
  package let screenOrder: [OptionID]
  package let reason: String
  /// UTC milliseconds.
  package let raisedAt: Int64
  /// What the trainer decided last; nil where nobody answered yet.
  package let answer: ObjectionAnswer?

  /// The bank's letters of the options that stood as A, B, C … before the learner, whose words may
  /// name them; empty where there are none.
  package var bankLetters: [Character] {
    screenOrder.compactMap { id in
      bankOrder.firstIndex(of: id).flatMap {
        AnswerOption.letters.indices.contains($0) ? AnswerOption.letters[$0] : nil
      }
    }
  }
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
