import Statutes

/// An edition of a statute whose text is loaded.
package struct StoredStatute: Hashable, Sendable {
  package let id: Int64
  package let title: StatuteTitle
  package let fullTitle: String
  package let date: CalendarDate
  /// nil where it is not known.
  package let effective: CalendarDate?
  package let articles: Int
  /// UTC milliseconds.
  package let loadedAt: Int64
  /// Whether no later edition of the statute is loaded.
  package let isNewest: Bool
}

/// What a load of a statute came to.
package struct StatuteLoadSummary: Hashable, Sendable {
  /// What was done.
  package enum Outcome: String, Hashable, Sendable, CaseIterable {
    case added
    /// The same text was there.
    case unchanged
    /// The text was there; since when it is in force is new.
    case dated
  }

  package let title: StatuteTitle
  package let date: CalendarDate
  package let effective: CalendarDate?
  package let articles: Int
  package let outcome: Outcome
}

/// An article that was found by words.
package struct ArticleHit: Hashable, Sendable {
  package let title: StatuteTitle
  package let date: CalendarDate
  package let number: ArticleNumber
  /// The first line in which a word stands.
  package let line: String
}
