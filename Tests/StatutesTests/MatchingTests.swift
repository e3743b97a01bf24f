import Testing

@testable import Statutes

/// Comparing questions with articles.
@Suite struct MatchingTests {
  @Test(arguments: [
    ("三日", ["3日"], true), ("15天", ["十五日"], true), ("二百元", ["200元"], true),
    ("五万元", ["50000元"], true), ("1万元", ["10000元"], true), ("百分之三", ["3%"], true),
    ("三个月", ["3月"], true),
    ("十八周岁", ["18岁"], true), ("三分之二", ["2/3"], false), ("三日", ["五日"], false),
    ("三日", ["三年"], false),
  ]) func `numbers are equal however they are written`(
    text: String, others: [String], isEqual: Bool
  ) {
    let found = NumberMention.all(in: text)
    #expect(found.count == 1)
    #expect((found == others.flatMap { NumberMention.all(in: $0) }) == isEqual)
  }

  @Test(arguments: [
    ("第三人应当参加", 0), ("一般应当在十日内，情况复杂的二十日内", 2), ("处二百元以上五百元以下罚款", 2),
    ("统一管理一并处理", 0), ("三分之二以上多数通过", 1), ("一百八十四条", 0), ("七个工作日", 1),
  ]) func `only numbers with a unit count`(text: String, count: Int) {
    #expect(NumberMention.all(in: text).count == count)
  }

  @Test(arguments: [
    ("第一百八十四条", ["184"]), ("见第184条和第二百九十一条之一。", ["184", "291-1"]), ("第三人、第二款", []),
    ("第条，第", []),
  ]) func `articles that a text names are found`(text: String, numbers: [String]) {
    #expect(ArticleNumber.all(in: text).map(\.arabic) == numbers)
  }

  static let article = [
    "禁毒工作实行预防为主，综合治理，禁种、禁制、禁贩、禁吸并举的方针。", "禁毒工作实行政府统一领导；社会广泛参与。“谁主管，谁负责。”由国务院决定。",
  ]

  @Test func `sentences together are the line again`() {
    for line in Self.article {
      let ranges = OperativeSentence.ranges(of: line)
      #expect(ranges.map { String(line[$0]) }.joined() == line)
    }
    #expect(OperativeSentence.ranges(of: Self.article[1]).count == 4)
  }

  @Test(arguments: [
    ("禁毒的方针是预防为主", 0, "禁毒工作实行预防为主，综合治理，禁种、禁制、禁贩、禁吸并举的方针。"),
    ("禁毒要社会广泛参与", 1, "社会广泛参与。"),
  ]) func `the operative sentence is the one that shares most with the question`(
    words: String, line: Int, sentence: String
  ) throws {
    let found = try #require(
      OperativeSentence.find(
        in: Self.article, among: 0..<2, for: MatchWords([(words, 1)])))
    #expect(found.line == line)
    #expect(Self.article[line][found.range] == sentence)
  }

  @Test func `what shares nothing has no operative sentence`() {
    let words = MatchWords([("Article 4 of the law", 1)])
    #expect(OperativeSentence.find(in: Self.article, among: 0..<2, for: words) == nil)
    #expect(
      OperativeSentence.find(
        in: Self.article, among: 1..<2, for: MatchWords([("预防为主，综合治理", 1)])) == nil)
  }

  @Test(
    arguments: [
      (nil, nil, 0..<5), (1, nil, 0..<4), (1, 1, 1..<3), (1, 2, 3..<4), (2, nil, 4..<5),
      (7, nil, 0..<5),
    ] as [(Int?, Int?, Range<Int>)])
  func `a citation names the lines of its paragraph and item`(
    paragraph: Int?, item: Int?, lines: Range<Int>
  ) {
    let citation = Citation(
      title: StatuteTitle("某法"), provision: .article(ArticleNumber(1)), paragraph: paragraph,
      item: item)
    #expect(
      citation.lines(of: ["有下列情形的：", "（一）甲：", "1.子；", "（二）乙。", "第二款。"]) == lines)
  }

  @Test func `the article that speaks of the same comes first, and equals keep their order`() throws
  {
    let date = try #require(CalendarDate(iso: "2020-01-02"))
    func text(_ title: String, _ lines: [String]) -> StatuteText {
      StatuteText(
        fullTitle: title, date: date, effective: nil, preamble: [], headings: [],
        articles: lines.enumerated().map {
          StatuteArticle(number: ArticleNumber($0 + 1), heading: nil, lines: [$1])
        })
    }
    let ranking = ArticleRanking([
      text("甲法", ["罚款应当在十五日内缴纳。", "图书应当归还。", "图书应当归还。"]),
      text("乙法", ["归还图书的期限是十五日。"]),
    ])
    let best = ranking.best(for: MatchWords([("图书应当归还", 1)]), limit: 3)
    #expect(best.map(\.article) == [1, 2, 0])
    #expect(best.map(\.text) == [0, 0, 1])
    #expect(
      ranking.best(for: MatchWords([("图书", 1)]), limit: 9, among: [1]).map(\.text) == [1])
    #expect(ranking.best(for: MatchWords([]), limit: 3).isEmpty)
  }
}
