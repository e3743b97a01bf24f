import Testing

@testable import Statutes

@Suite struct ArticleOutlineTests {
  private static let mixed = ["下列事项：", "（一）甲：", "1.子；", "2.丑；", "（二）乙。", "前款不限。"]
  private static let members = ["由下列人员组成：", "主任，", "委员若干人。", "主任主持。"]
  private static let unclear = ["下列事项：", "（一）甲；", "其他。"]

  @Test(
    arguments: [
      (mixed, nil, nil, CitationFinding.held), (mixed, 2, nil, .held),
      (mixed, 3, nil, .absent(.noParagraph(paragraphs: 2))), (mixed, 1, 2, .held),
      (mixed, 1, 3, .absent(.noItem(items: 2))), (mixed, 2, 1, .absent(.noItem(items: 0))),
      (mixed, nil, 1, .absent(.paragraphNotNamed(paragraphs: 2))), (members, 2, nil, .held),
      (members, 3, nil, .absent(.noParagraph(paragraphs: 2))), (unclear, nil, nil, .held),
      (unclear, 2, nil, .unclear), (["下列：", "(一)甲。"], nil, 1, .held),
    ] as [([String], Int?, Int?, CitationFinding)])
  func `lines are counted as lawyers count them`(
    lines: [String], paragraph: Int?, item: Int?, finding: CitationFinding
  ) {
    #expect(ArticleOutline(lines).shape.finding(paragraph: paragraph, item: item) == finding)
  }

  @Test func `sub-items belong to their item`() {
    let outline = ArticleOutline(Self.mixed)
    #expect(outline.isClear)
    #expect(outline.paragraphs.map(\.lines) == [0..<5, 5..<6])
    #expect(outline.paragraphs[0].items.map(\.line) == [1, 4])
    #expect(outline.paragraphs[0].items.map(\.subitems) == [[2, 3], []])
  }

  @Test(
    arguments: [
      ([1, 2, 3], []),
      ([1, 3], [.init(place: 1, kind: .missing(first: .init(2), last: .init(2)))]),
      ([2], [.init(place: 0, kind: .missing(first: .init(1), last: .init(1)))]),
      ([1, 2, 1], [.init(place: 2, kind: .twice(first: 0))]),
      ([1, 3, 2], [.init(place: 2, kind: .behind(.init(3)))]),
    ] as [([Int], [ArticleOrder.Flaw])])
  func `gaps, doubles and disorder are told with their places`(
    numbers: [Int], flaws: [ArticleOrder.Flaw]
  ) {
    #expect(ArticleOrder.flaws(in: numbers.map { ArticleNumber($0) }) == flaws)
  }

  @Test func `inserted articles follow their own`() {
    let numbers = [ArticleNumber(1), ArticleNumber(1, insertion: 1), ArticleNumber(2)]
    #expect(ArticleOrder.flaws(in: numbers).isEmpty)
    #expect(
      ArticleOrder.flaws(in: [numbers[0], ArticleNumber(1, insertion: 2)]).map(\.kind) == [
        .missing(first: numbers[1], last: numbers[1])
      ])
  }

  @Test(
    arguments: [
      ("“甲”：乙 （一）", "\"甲\":乙(一)"), ("《〈甲〉》", "<<甲>>"), ("甲\u{200B}，　乙。", "甲,乙。"),
      ("「甲」——１", "\"甲\"--1"),
    ])
  func `copies of one text have one normal text`(text: String, normal: String) {
    #expect(NormalText.of([text]) == normal)
    #expect(NormalText.of([normal]) == normal)
  }
}
