import Statutes

/// What can be wrong with the text of a statute.
package enum StatuteFlaw: Hashable, Sendable {
  // The file.
  case noArticles
  /// A decision that amends a statute, not the statute as it reads afterwards.
  case amendingDecision(title: String)
  case noTitle
  case noDate
  /// The file's name has a later date than its head, so the head may lack the last amendment.
  case dateFromName(head: CalendarDate?, name: CalendarDate)

  // Articles.
  case articleTwice(ArticleNumber, firstLine: Int)
  case articleBehind(ArticleNumber, ArticleNumber)
  case articlesMissing(first: ArticleNumber, last: ArticleNumber)
  case emptyArticle(ArticleNumber)
  /// No space parts the number from the text; it was read as the head of an article.
  case numberNotParted(ArticleNumber)
  case spaceInNumber(ArticleNumber)
  /// 笫 for 第.
  case wrongSign(found: String, ArticleNumber)
  /// An article that is quoted in another one.
  case quotedArticle(ArticleNumber, within: ArticleNumber)

  // Headings.
  case headingBehind(title: String, number: Int, expected: Int)

  // What does not belong to the text.
  case footer(words: String)

  /// So many paragraphs from here on get their numbers from the program that shows the file.
  case automaticNumbers(count: Int)

  // Several files.
  /// Two files have articles of one edition, and these differ.
  case filesDiffer(ArticleNumber, other: String, line: Int)
  /// Two files have the same article.
  case sameArticle(ArticleNumber, other: String, line: Int)

  /// Whether the file is refused for it.
  package var severity: ReadProblem.Severity {
    switch self {
    case .dateFromName, .numberNotParted, .spaceInNumber, .wrongSign, .quotedArticle,
      .headingBehind, .footer, .automaticNumbers, .sameArticle:
      .warning
    default: .error
    }
  }
}
