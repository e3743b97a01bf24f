import ArgumentParser
import Reports
import Statutes
import Terminal
import Text
import Workflows

/// `mingfa law show`: an article, a preamble, or the tree of a statute.
struct LawShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "show", Wording(zh: "查看条文，或一部法律的目录", en: "Show an article, or a statute's tree"),
      examples: [
        "mingfa law show 民法典 184", "mingfa law show 《民法典》第一百八十四条",
        "mingfa law show 刑法 291-1 --around 1", "mingfa law show 民法典",
      ], aliases: ["查看"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "法律名称和条文序号", en: "Name of a statute, number of an article",
      value: Wording(zh: "条文", en: "article")))
  var article: [String]

  @Option(
    help: .worded(
      zh: "前后各显示几条", en: "So many articles before and after it", value: Wording(zh: "数", en: "n")))
  var around: Int = 0

  @Option(
    help: .worded(
      zh: "哪一版（默认最新的）", en: "Which edition (default: the newest)",
      value: Wording(zh: "日期", en: "date")))
  var edition: CalendarDate?

  private struct Document: Encodable {
    struct Heading: Encodable {
      var division: String
      var number: Int?
      var title: String
    }
    struct Article: Encodable {
      var number: String
      var headings: [String]
      var lines: [String]
      /// The number of items in each paragraph.
      var paragraphs: [Int]?
    }
    var schema = "mingfa.law-show/1"
    var statute: String
    var fullTitle: String
    var edition: String
    var effective: String?
    var preamble: [String]
    var headings: [Heading]
    var articles: [Article]
  }

  func validate() throws {
    guard (0...10_000).contains(around) else {
      throw ValidationError(
        Wording(zh: "--around 请用 0 到 10000", en: "--around takes 0 to 10000").spoken)
    }
  }

  func run() throws {
    let session = try CommandSession(options)
    let place = try ReadStatutes(try session.openData(), actor: session.actor)
      .find(article.joined(separator: " "), edition: edition)
    let range = range(of: place)
    try session.print(format.format) {
      try JSONText.encode(document(place, range))
    } text: {
      LawPage.lines(place, range, style: session.style)
    }
  }

  /// The articles that are shown.
  private func range(of place: ReadStatutes.Place) -> Range<Int> {
    guard let article = place.article else {
      return place.isPreamble ? 0..<0 : 0..<place.text.articles.count
    }
    return max(0, article - around)..<min(place.text.articles.count, article + around + 1)
  }

  private func document(_ place: ReadStatutes.Place, _ range: Range<Int>) -> Document {
    let isWhole = place.article == nil && !place.isPreamble
    return Document(
      statute: place.statute.title.short, fullTitle: place.statute.fullTitle,
      edition: place.statute.date.iso, effective: place.statute.effective?.iso,
      preamble: isWhole || place.isPreamble ? place.text.preamble : [],
      headings: (isWhole ? place.text.headings : []).map {
        .init(division: $0.division.code, number: $0.number, title: $0.title)
      },
      articles: place.text.articles[range].map { article in
        let shape = article.outline.shape
        return .init(
          number: article.number.arabic, headings: place.text.path(of: article).map(\.chinese),
          lines: article.lines, paragraphs: shape.isClear ? shape.items : nil)
      })
  }
}

/// `mingfa law search`.
struct LawSearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "search", Wording(zh: "按词查找条文", en: "Find articles by words"),
      examples: ["mingfa law search 定金", "mingfa law search 定金 违约 --in 民法典"],
      aliases: ["查找"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "要找的词，可以多个，都要出现", en: "Words that must all occur", value: Wording(zh: "词", en: "words")))
  var words: [String]

  @Option(
    name: .customLong("in"),
    help: .worded(
      zh: "只在这部法律里找", en: "In this statute only", value: Wording(zh: "法律", en: "statute")))
  var statute: String?

  @OptionGroup var limit: HitLimit

  private struct Document: Encodable {
    struct Article: Encodable {
      var statute: String
      var edition: String
      var number: String
      var line: String
    }
    var schema = "mingfa.law-search/1"
    /// Whether there are more than were asked for.
    var more: Bool
    var articles: [Article]
  }

  func run() throws {
    let session = try CommandSession(options)
    let found = try ReadStatutes(try session.openData(), actor: session.actor)
      .search(words.joined(separator: " "), in: statute, limit: limit.wanted)
    let hits = found.prefix(limit.limit)
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          more: limit.isExceeded(by: found.count),
          articles: hits.map {
            .init(
              statute: $0.title.short, edition: $0.date.iso, number: $0.number.arabic,
              line: $0.line)
          }))
    } text: {
      hits.flatMap { LawPage.hit($0, style: session.style) }
    }
    limit.tell(found.count, session)
  }
}
