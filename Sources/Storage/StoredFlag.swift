import Learning
import Questions
import Statutes

/// What puts a version of a question in doubt.
package struct StoredFlag: Hashable, Sendable {
  /// Why.
  package enum Cause: Hashable, Sendable {
    /// A newer edition changed what the question cites.
    case amendment(AmendmentFlag.Place)
    /// A learner objects, by the number of the objection.
    case objection(Int64)
  }

  /// A decision, with when it was made (UTC milliseconds) and why.
  package struct Decision: Hashable, Sendable {
    package let verdict: FlagReview.Verdict
    package let reviewer: String
    package let reason: String
    package let decidedAt: Int64
  }

  package let id: Int64
  package let ref: QuestionRef
  package let bankCode: String
  package let questionCode: String
  package let cause: Cause
  /// Since when the newer edition is in force, where that is known.
  package let effective: CalendarDate?
  /// The oldest first.
  package let decisions: [Decision]
  /// UTC milliseconds.
  package let raisedAt: Int64

  /// Where its review stands.
  package var review: FlagReview { FlagReview(verdicts) }

  /// What was decided, without reasons and times.
  var verdicts: [FlagReview.Decision] { decisions.map { .init($0.verdict, by: $0.reviewer) } }

  /// Whether it puts the question in doubt on a day: an amendment does not before it is in force. Where
  /// that day is not known, it counts at once.
  package func counts(on day: CalendarDate) -> Bool { effective.map { $0 <= day } ?? true }
}

/// A question that a newer edition of a statute touches.
package struct AmendmentFlag: Hashable, Sendable {
  /// What the newer edition changed.
  package struct Place: Hashable, Sendable {
    package let statute: StatuteTitle
    /// The edition that the question rests on.
    package let old: CalendarDate
    package let new: CalendarDate
    /// As the question cites it, in the older edition.
    package let citation: Citation
    package let change: ChangeKind

    package init(
      statute: StatuteTitle, old: CalendarDate, new: CalendarDate, citation: Citation,
      change: ChangeKind
    ) {
      self.statute = statute
      self.old = old
      self.new = new
      self.citation = citation
      self.change = change
    }
  }

  package let version: Int64
  package let place: Place

  package init(version: Int64, place: Place) {
    self.version = version
    self.place = place
  }
}
