import Reports
import Text

/// A small coverage: a statute with two chapters and an inserted article.
enum SampleMap {
  /// - Parameters:
  ///   - hasPerson: whether a learner's answers are shown.
  ///   - word: stands in every text from outside.
  static func map(hasPerson: Bool = false, word: String = "") -> CoverageMap {
    let articles: [(number: String, zh: String, questions: Int, answered: Int)] = [
      ("1", "第一条", 0, 0), ("2", "第二条", 1, 1), ("2-1", "第二条之一", 12, 3), ("3", "第三条", 4, 0),
      ("4", "第四条", 0, 0),
    ]
    return CoverageMap(
      asOf: "2026-11-24", program: "mingfa 0.1.0",
      banks: [
        .init(code: "town", title: "镇里的题库" + word, version: "2026.11", questions: 20, uncited: 3)
      ], person: hasPerson ? .init(number: 7, name: "张三" + word) : nil,
      statutes: [
        .init(
          title: "鱼塘法" + word, fullTitle: "中华人民共和国鱼塘法" + word,
          name: Wording(zh: "《鱼塘法\(word)》", en: "Pond Act (《鱼塘法\(word)》)"),
          edition: "2020-01-02", effective: "2020-07-01",
          total: .init(questions: 15, answered: hasPerson ? 4 : 0),
          preamble: .init(questions: 2, answered: 0), leading: 0..<1,
          headings: [
            heading("chapter", 1, "总则" + word, depth: 0, all: 1..<4, own: 1..<2),
            heading("section", 1, "租赁", depth: 1, all: 2..<4, own: 2..<4),
            heading("chapter", nil, "附则", depth: 0, all: 4..<5, own: 4..<5),
          ],
          articles: articles.map {
            .init(
              number: $0.number, name: Wording(zh: "\($0.zh)", en: "Article \($0.number)"),
              count: .init(questions: $0.questions, answered: hasPerson ? $0.answered : 0))
          })
      ], absent: [.init(bank: "town", code: "T-9", citation: "《鱼塘法》第九条" + word)],
      unknown: [
        .init(
          title: "井水法", name: Wording(zh: "《井水法》", en: "《井水法》"), edition: "2001-01-02",
          citations: 2)
      ])
  }

  private static func heading(
    _ division: String, _ number: Int?, _ title: String, depth: Int, all: Range<Int>,
    own: Range<Int>
  ) -> CoverageMap.Heading {
    let sign = division == "chapter" ? "章" : "节"
    let head = number == nil ? "" : "第一\(sign) "
    let english = number == nil ? "" : "\(division.capitalized) 1 "
    return .init(
      division: division, number: number, title: title,
      name: Wording(zh: "\(head)\(title)", en: "\(english)\(title)"), depth: depth, all: all,
      own: own)
  }
}
