/// The text of one edition of a statute, whole.
package struct StatuteText: Hashable, Sendable {
  package let title: StatuteTitle
  /// The name as its head has it: 中华人民共和国民法典.
  package let fullTitle: String
  /// The date of the decision that made this edition.
  package let date: CalendarDate
  /// Since when it is in force; nil where that is not known.
  package let effective: CalendarDate?
  /// The natural paragraphs of the preamble; only constitutions have one.
  package let preamble: [String]
  /// In the order of the text.
  package let headings: [StatuteHeading]
  /// By number, without a gap, each once.
  package let articles: [StatuteArticle]

  package init(
    fullTitle: String, date: CalendarDate, effective: CalendarDate?, preamble: [String],
    headings: [StatuteHeading], articles: [StatuteArticle]
  ) {
    title = StatuteTitle(fullTitle)
    self.fullTitle = fullTitle
    self.date = date
    self.effective = effective
    self.preamble = preamble
    self.headings = headings
    self.articles = articles
  }

  /// The edition that this is the text of.
  package var edition: Edition { Edition(title: title, date: date) }

  /// The headings above an article, the outermost first.
  package func path(of article: StatuteArticle) -> [StatuteHeading] {
    StatuteTree.path(to: article.heading, in: headings)
  }
}

/// Finding one's way among headings in the order of a text.
package enum StatuteTree {
  /// The headings from the outermost down to the one at this place.
  package static func path(to place: Int?, in headings: [StatuteHeading]) -> [StatuteHeading] {
    guard let place, headings.indices.contains(place) else { return [] }
    var path = [headings[place]]
    for heading in headings[..<place].reversed() where heading.division < path[0].division {
      path.insert(heading, at: 0)
    }
    return path
  }
}

extension StatuteTree {
  /// The first and last article under each heading, those of deeper headings included; nil where it has
  /// none.
  package static func ranges(of text: StatuteText) -> [ClosedRange<ArticleNumber>?] {
    var ranges: [ClosedRange<ArticleNumber>?] = text.headings.map { _ in nil }
    let parents = text.headings.indices.map { place in
      text.headings[..<place].lastIndex { $0.division < text.headings[place].division }
    }
    for article in text.articles {
      var place = article.heading
      while let heading = place, ranges.indices.contains(heading) {
        let first = ranges[heading]?.lowerBound ?? article.number
        ranges[heading] = first...article.number
        place = parents[heading]
      }
    }
    return ranges
  }
}
