import Testing

@testable import Statutes

/// Which articles are asked about, counted question by question.
@Suite struct CoverageTallyTests {
  private static let old = CalendarDate(iso: "2010-01-02")
  private static let new = CalendarDate(iso: "2020-01-02")

  private let pond = StatuteTitle("鱼塘法")

  /// Articles 1, 2, 3, 3-1, 4 and 5: one before the first heading, two parts, in the second a chapter
  /// with two sections.
  private func statute(
    _ date: CalendarDate?, title: String = "中华人民共和国鱼塘法", preamble: Int = 0,
    isClear: Bool = true
  ) throws -> IndexedStatute {
    let numbers = [(1, 0), (2, 0), (3, 0), (3, 1), (4, 0), (5, 0)]
    return IndexedStatute(
      fullTitle: title, date: try #require(date), effective: nil, preamble: preamble,
      headings: [
        (StatuteHeading(division: .part, number: 1, title: "总则"), 1),
        (StatuteHeading(division: .part, number: 2, title: "养殖"), 2),
        (StatuteHeading(division: .chapter, number: 1, title: "水面"), 2),
        (StatuteHeading(division: .section, number: 1, title: "租赁"), 3),
        (StatuteHeading(division: .section, number: 2, title: "用药"), 4),
        (StatuteHeading(division: .part, number: nil, title: "附则"), 5),
      ],
      articles: numbers.map { number, insertion in
        IndexedStatute.Article(
          number: ArticleNumber(number, insertion: insertion),
          shape: ArticleShape(items: [2, 0], isClear: isClear), digest: "")
      })
  }

  private func citations(_ text: String) throws -> [Citation] {
    try CitationText.read(text).get()
  }

  private func questions(_ coverage: StatuteCoverage?) -> [Int]? {
    coverage?.articles.map(\.questions)
  }

  private func edition(_ date: CalendarDate?) throws -> Edition {
    Edition(title: pond, date: try #require(date))
  }

  /// What a question rests on, and how often that counts for each article.
  static let samples: [(citations: String, counts: [Int], absent: Int)] = [
    ("《鱼塘法》第二条", [0, 1, 0, 0, 0, 0], 0),
    ("《鱼塘法》第三条之一", [0, 0, 0, 1, 0, 0], 0),
    ("《鱼塘法》第三条之一第一款第二项", [0, 0, 0, 1, 0, 0], 0),
    // However often a question cites an article, it is one question.
    ("《鱼塘法》第一条；第一条第一款；第一条第二款；第五条", [1, 0, 0, 0, 0, 1], 0),
    ("《鱼塘法》第六条", [0, 0, 0, 0, 0, 0], 1), ("《鱼塘法》第三条之二", [0, 0, 0, 0, 0, 0], 1),
    ("《鱼塘法》第四条第九款", [0, 0, 0, 0, 0, 0], 1), ("《鱼塘法》第四条第二项", [0, 0, 0, 0, 0, 0], 1),
    ("《鱼塘法》第四条；第四条第九款", [0, 0, 0, 0, 1, 0], 1),
    ("《鱼塘法》序言", [0, 0, 0, 0, 0, 0], 1),
  ]

  @Test(arguments: samples.indices)
  func `a question counts once for each article that it cites, and nothing else counts`(
    index: Int
  ) throws {
    let (text, counts, absent) = Self.samples[index]
    let edition = try edition(Self.new)
    var tally = CoverageTally(
      index: StatuteIndex(statutes: [try statute(Self.new)]), editions: [edition])
    let lost = tally.count(try citations(text), editions: [edition], isAnswered: false)
    #expect(lost.count == absent)
    #expect(questions(tally.statutes.first) == counts)
    #expect(tally.statutes.first?.total.questions == (counts.contains(1) ? 1 : 0))
  }

  @Test func `an article whose lines do not tell its paragraphs has them all`() throws {
    let edition = try edition(Self.new)
    var tally = CoverageTally(
      index: StatuteIndex(statutes: [try statute(Self.new, isClear: false)]), editions: [edition])
    let lost = tally.count(
      try citations("《鱼塘法》第四条第九款"), editions: [edition], isAnswered: false)
    #expect(lost.isEmpty)
    #expect(questions(tally.statutes.first) == [0, 0, 0, 0, 1, 0])
  }

  @Test func `a preamble is counted beside the articles`() throws {
    let edition = try edition(Self.new)
    var tally = CoverageTally(
      index: StatuteIndex(statutes: [try statute(Self.new, preamble: 3)]), editions: [edition])
    let lost = tally.count(
      try citations("《鱼塘法》序言第三自然段；序言；序言第四自然段"), editions: [edition], isAnswered: true)
    #expect(lost.map(\.paragraph) == [4])
    let coverage = try #require(tally.statutes.first)
    #expect(coverage.preamble.questions == 1 && coverage.preamble.answered == 1)
    #expect(coverage.total.questions == 1)
    #expect(coverage.articles.allSatisfy { $0.questions == 0 })
  }

  @Test func `what a learner has answered is counted beside what there is`() throws {
    let edition = try edition(Self.new)
    var tally = CoverageTally(
      index: StatuteIndex(statutes: [try statute(Self.new)]), editions: [edition])
    for isAnswered in [true, false, true] {
      _ = tally.count(
        try citations("《鱼塘法》第二条；第三条"), editions: [edition], isAnswered: isAnswered)
    }
    _ = tally.count(try citations("《鱼塘法》第三条"), editions: [edition], isAnswered: false)
    let coverage = try #require(tally.statutes.first)
    #expect(questions(coverage) == [0, 3, 4, 0, 0, 0])
    #expect(coverage.articles.map(\.answered) == [0, 2, 2, 0, 0, 0])
    #expect(coverage.total.questions == 4 && coverage.total.answered == 2)
  }

  @Test func `each question counts for the edition that its bank names`() throws {
    let index = StatuteIndex(statutes: [try statute(Self.old), try statute(Self.new)])
    let (first, second) = (try edition(Self.old), try edition(Self.new))
    var tally = CoverageTally(index: index, editions: [first, second])
    _ = tally.count(try citations("《鱼塘法》第一条"), editions: [first], isAnswered: false)
    _ = tally.count(try citations("《鱼塘法》第二条"), editions: [second], isAnswered: false)
    _ = tally.count(try citations("《鱼塘法》第二条"), editions: [second], isAnswered: false)
    #expect(tally.statutes.map(\.statute.date) == [Self.old, Self.new])
    #expect(questions(tally.statutes[0]) == [1, 0, 0, 0, 0, 0])
    #expect(questions(tally.statutes[1]) == [0, 2, 0, 0, 0, 0])
  }

  @Test func `where no edition is named the newest is meant`() throws {
    let index = StatuteIndex(statutes: [try statute(Self.new), try statute(Self.old)])
    var tally = CoverageTally(index: index, editions: [])
    #expect(tally.statutes.isEmpty)
    _ = tally.count(try citations("《鱼塘法》第一条"), editions: [], isAnswered: false)
    #expect(tally.statutes.map(\.statute.date) == [Self.new])
    let asked = CoverageTally(index: index, editions: [], titles: [pond])
    #expect(asked.statutes.map(\.statute.date) == [Self.new])
    // Of nothing known there is nothing to look up.
    let lost = tally.count(try citations("《井水法》第一条"), editions: [], isAnswered: false)
    #expect(lost.count == 1)
  }

  @Test func `only the statutes asked for are counted, the newest edition that is named first`()
    throws
  {
    let well = StatuteTitle("井水法")
    let index = StatuteIndex(
      statutes: [
        try statute(Self.old), try statute(Self.new), try statute(Self.new, title: "井水法"),
      ])
    let named = [
      try edition(Self.old), Edition(title: well, date: try #require(Self.new)),
      try edition(Self.new),
    ]
    var tally = CoverageTally(index: index, editions: named, titles: [pond])
    let lost = tally.count(
      try citations("《井水法》第一条；第九十九条；《鱼塘法》第一条"), editions: named, isAnswered: false)
    #expect(lost.isEmpty)
    #expect(tally.statutes.map(\.statute.title) == [pond, pond])
    #expect(tally.statutes.map(\.statute.date) == [Self.new, Self.old])
    // The bank's first word on a statute holds.
    #expect(questions(tally.statutes[1]) == [1, 0, 0, 0, 0, 0])
  }

  @Test func `an edition that nobody has the articles of is told apart from a wrong citation`()
    throws
  {
    let edition = try edition(Self.old)
    var tally = CoverageTally(
      index: StatuteIndex(statutes: [try statute(Self.new)]), editions: [edition])
    let lost = tally.count(
      try citations("《鱼塘法》第一条；第九十九条"), editions: [edition], isAnswered: false)
    #expect(lost.isEmpty && tally.statutes.isEmpty)
    #expect(tally.unknown.map(\.title) == [pond])
    #expect(tally.unknown.map(\.date) == [Self.old])
    #expect(tally.unknown.map(\.citations) == [2])
  }

  @Test func `a statute that is cited under a translation is the same statute`() throws {
    let act = StatuteTitle("Pond Act")
    let translated = Edition(title: act, original: pond, date: try #require(Self.new))
    var tally = CoverageTally(
      index: StatuteIndex(statutes: [try statute(Self.new)]),
      editions: [try edition(Self.new), translated])
    _ = tally.count(try citations("《鱼塘法》第一条"), editions: [try edition(Self.new)], isAnswered: false)
    _ = tally.count(
      try citations("Pond Act, Article 1, paragraph 2"), editions: [translated], isAnswered: false)
    #expect(tally.statutes.count == 1)
    #expect(tally.statutes.first?.translation == act)
    #expect(questions(tally.statutes.first) == [2, 0, 0, 0, 0, 0])
  }

  @Test func `headings have the articles up to the next one, and those of deeper headings`() throws
  {
    let edition = try edition(Self.new)
    let coverage = try #require(
      CoverageTally(index: StatuteIndex(statutes: [try statute(Self.new)]), editions: [edition])
        .statutes.first)
    #expect(coverage.leading == 0..<1)
    #expect(coverage.divisions.map(\.heading.title) == ["总则", "养殖", "水面", "租赁", "用药", "附则"])
    #expect(coverage.divisions.map(\.depth) == [0, 0, 1, 2, 2, 0])
    #expect(coverage.divisions.map(\.all) == [1..<2, 2..<5, 2..<5, 3..<4, 4..<5, 5..<6])
    #expect(coverage.divisions.map(\.own) == [1..<2, 2..<2, 2..<3, 3..<4, 4..<5, 5..<6])
  }

  @Test func `a statute without headings has all its articles before the first`() throws {
    let plain = IndexedStatute(
      fullTitle: "鱼塘法", date: try #require(Self.new), effective: nil, preamble: 0, headings: [],
      articles: try statute(Self.new).articles)
    let coverage = try #require(
      CoverageTally(
        index: StatuteIndex(statutes: [plain]), editions: [try edition(Self.new)]
      ).statutes.first)
    #expect(coverage.leading == 0..<6)
    #expect(coverage.divisions.isEmpty)
  }

  @Test(
    arguments: [
      ("鱼塘法", ["鱼塘法"]), ("鱼塘", ["鱼塘法", "鱼塘法实施条例"]), ("实施", ["鱼塘法实施条例"]),
      ("《中华人民共和国鱼塘法》", ["鱼塘法"]), ("水井", []),
    ])
  func `a part of a name means every title that has it, a whole name only itself`(
    name: String, titles: [String]
  ) {
    let known = ["鱼塘法", "鱼塘法实施条例", "井水法", "鱼塘法实施条例"].map { StatuteTitle($0) }
    #expect(StatuteTitle(name).candidates(among: known).map(\.short) == titles)
  }
}
