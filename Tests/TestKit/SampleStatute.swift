import Statutes

/// Small statutes that nobody has passed.
package enum SampleStatute {
  /// Articles numbered from 1, each with its lines.
  ///
  /// - Parameter date: such as `2020-01-02`.
  /// - Throws: where the date is none.
  package static func text(
    _ articles: [String], title: String = "某办法", date: String = "2020-01-02",
    preamble: [String] = []
  ) throws -> StatuteText {
    guard let day = CalendarDate(iso: date) else { throw SampleBank.BadCode(text: date) }
    return StatuteText(
      fullTitle: title, date: day, effective: nil, preamble: preamble, headings: [],
      articles: articles.enumerated().map {
        StatuteArticle(
          number: ArticleNumber($0.offset + 1), heading: nil,
          lines: $0.element.split(separator: "\n").map(String.init))
      })
  }
}
