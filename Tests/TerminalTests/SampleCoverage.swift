import Reports
import Text

/// A statute that nobody has passed, with questions on some of its articles.
extension SampleTexts {
  /// Two statutes: one with headings at all depths, one without any; with all that does not count.
  func coverage() -> CoverageMap {
    CoverageMap(
      asOf: "2026-11-24", program: say("明法 0.1.0", "Mingfa 0.1.0"), banks: mapped, person: nil,
      statutes: [pondLaw(), wellRules()],
      absent: (1...12).map {
        CoverageMap.Absent(
          bank: "t", code: "T-\($0)", citation: say("《鱼塘法》第九十九条", "Pond Act, Article 99"))
      },
      unknown: [
        CoverageMap.Unknown(
          title: "", name: both(say("《井水法》", "Well Act")), edition: "2001-01-02", citations: 3)
      ])
  }

  /// The first of them, and what a learner has answered.
  func coverageOfLearner() -> CoverageMap {
    var map = coverage()
    map.person = CoverageMap.Person(number: 1, name: learner)
    map.banks = [map.banks[0]]
    map.banks[0].uncited = 0
    (map.absent, map.unknown) = ([], [])
    map.statutes = [pondLaw()]
    return map
  }

  /// Of banks that name no statute.
  func noCoverage() -> CoverageMap {
    var map = coverage()
    (map.statutes, map.absent, map.unknown) = ([], [], [])
    return map
  }

  private func both(_ text: String) -> Wording { Wording(zh: "\(text)", en: "\(text)") }

  private var mapped: [CoverageMap.Bank] {
    [
      CoverageMap.Bank(
        code: "t", title: say("镇里的题库", "The town's bank"), version: "2026.11", questions: 60,
        uncited: 4),
      CoverageMap.Bank(
        code: "e", title: say("“统考”题库", "The \"big\" exam"), version: "1", questions: 9,
        uncited: 0),
    ]
  }

  /// 1 to 40, with 12-1 and 12-2 behind 12.
  private func pondLaw() -> CoverageMap.Statute {
    let numbers = (1...12).map { ($0, 0) } + [(12, 1), (12, 2)] + (13...40).map { ($0, 0) }
    let articles = numbers.enumerated().map { place, number in
      let questions = [0, 1, 2, 0, 12, 9, 10, 0, 0, 3][place % 10] * (place < 30 ? 1 : 0)
      return article(number, questions: questions, answered: place % 4 == 0 ? questions : 0)
    }
    let headings = [
      heading("part", 1, "总则", "General", depth: 0, all: 2..<14, own: 2..<14),
      heading("part", 2, "鱼塘", "Ponds", depth: 0, all: 14..<41, own: 14..<14),
      heading("chapter", 1, "承包、租赁和“代养”", "Leases", depth: 1, all: 14..<38, own: 14..<15),
      heading(
        "section", 1, "租金的确定、公布、缴纳和减免，以及拖欠租金的处理",
        "How rent is set, published, paid and "
          + "remitted, and what happens where it is not paid", depth: 2, all: 15..<38, own: 15..<38),
      heading("chapter", 2, "用药", "Drugs", depth: 1, all: 38..<41, own: 38..<41),
      heading("part", nil, "附则", "Final", depth: 0, all: 41..<42, own: 41..<42),
    ]
    return CoverageMap.Statute(
      title: say("鱼塘法", "Pond Act"), fullTitle: say("鱼塘法", "Pond Act"),
      name: both(say("《鱼塘法》", "Pond Act")), edition: "2020-01-02", effective: nil,
      total: .init(questions: 57, answered: 15), preamble: .init(questions: 2, answered: 0),
      leading: 0..<2, headings: headings, articles: articles)
  }

  private func wellRules() -> CoverageMap.Statute {
    CoverageMap.Statute(
      title: say("井水规则", "Well Rules"), fullTitle: say("井水规则", "Well Rules"),
      name: both(say("《井水规则》", "Well Rules")), edition: "2021-03-04", effective: "2021-05-01",
      total: .init(questions: 1, answered: 0), preamble: nil, leading: 0..<75, headings: [],
      articles: (1...75).map { article(($0, 0), questions: $0 == 70 ? 1 : 0, answered: 0) })
  }

  private func article(
    _ number: (Int, Int), questions: Int, answered: Int
  ) -> CoverageMap.Article {
    let text = number.1 == 0 ? "\(number.0)" : "\(number.0)-\(number.1)"
    let chinese = "第\(ChineseNumeral.text(number.0))条" + (number.1 == 0 ? "" : "之\(number.1)")
    return CoverageMap.Article(
      number: text, name: Wording(zh: "\(chinese)", en: "Article \(text)"),
      count: .init(questions: questions, answered: answered))
  }

  private func heading(
    _ division: String, _ number: Int?, _ zh: String, _ en: String, depth: Int, all: Range<Int>,
    own: Range<Int>
  ) -> CoverageMap.Heading {
    let title = say(zh, en)
    let signs = ["part": "编", "chapter": "章", "section": "节"]
    let chinese =
      number.map { "第\(ChineseNumeral.text($0))\(signs[division] ?? "") " } ?? ""
    let english = number.map { "\(division.prefix(1).uppercased())\(division.dropFirst()) \($0) " }
    return CoverageMap.Heading(
      division: division, number: number, title: title,
      name: Wording(zh: "\(chinese)\(title)", en: "\(english ?? "")\(title)"), depth: depth,
      all: all, own: own)
  }
}
