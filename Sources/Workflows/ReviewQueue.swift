import Learning
import Questions
import Statutes
import Storage

/// What a trainer has to go through: change by change, not question by question.
package struct ReviewQueue: Sendable {
  /// A question that an amendment touches.
  package struct Touched: Sendable {
    package let flag: StoredFlag
    package let question: StoredQuestion
    /// What the amendment asks of it, as far as that can be told; nil where nothing can.
    package let mend: Question?
    /// Whether the newer edition has the cited place under the same number.
    package let keepsPlace: Bool
  }

  /// What a newer edition changed, with the questions that cite it.
  package struct Change: Sendable {
    package let statute: StatuteTitle
    package let old: CalendarDate
    package let new: CalendarDate
    /// Since when the newer edition is in force; nil where that is not known.
    package let effective: CalendarDate?
    /// Side by side; nil where the text of one of the editions is not loaded.
    package let change: ProvisionChange?
    package let kind: ChangeKind
    package let questions: [Touched]
  }

  /// An objection to a question as it is asked now.
  package struct Objected: Sendable {
    package let objection: StoredObjection
    package let question: StoredQuestion
    package let sources: [CitedSource]
  }

  /// A version that is not asked yet.
  package struct Waiting: Sendable {
    package let question: StoredQuestion
    package let sources: [CitedSource]
    /// What is asked meanwhile; nil where nothing is.
    package let present: StoredQuestion?
  }

  package let changes: [Change]
  /// Changes that are loaded, but not in force on the day.
  package let later: [Change]
  package let objections: [Objected]
  package let waiting: [Waiting]
  /// How many questions are left out, since they are held back for an exam.
  package let held: Int

  /// Whether nothing waits, now or later.
  package var isEmpty: Bool {
    changes.isEmpty && later.isEmpty && objections.isEmpty && waiting.isEmpty
  }
}
