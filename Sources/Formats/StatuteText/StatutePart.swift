import Statutes

/// What one file has of a statute: all of it, or one of its books.
package struct StatutePart: Sendable {
  /// An article with its place in the file.
  package struct Article: Sendable {
    package let number: ArticleNumber
    package let heading: Int?
    package internal(set) var lines: [String]
    package let position: SourcePosition
  }

  package let file: String
  package let fullTitle: String
  package let date: CalendarDate
  /// The date that the head gives for coming into force, or that its closing article gives where this
  /// is the first edition or a revision.
  package let effective: CalendarDate?
  package let preamble: [String]
  package let headings: [StatuteHeading]
  package let articles: [Article]

  /// What names the edition: two parts with the same are parts of one text.
  package var edition: Edition { Edition(title: StatuteTitle(fullTitle), date: date) }
}

/// What reading files of statutes came to.
package struct StatuteReading: Sendable {
  /// The statutes in the order of their files; empty where there are errors.
  package var statutes: [StatuteText] = []
  /// In the order of the files.
  package var problems: [ReadProblem] = []

  /// Problems for which the files are refused.
  package var errorCount: Int { problems.count { $0.severity == .error } }
  /// Problems that only want to be known.
  package var warningCount: Int { problems.count { $0.severity == .warning } }
}
