import Foundation
import Questions
import Statutes
import TestKit
import Testing
import Text

@testable import Workflows

@Suite struct CompareEditionsTests {
  private static let old = """
    # 中华人民共和国鱼塘法
    2020年1月2日 某某会议通过
    第一条 为了保护鱼塘，制定本法。
    第二条 承租人应当按期交纳租金。
    租金由村民委员会公布。
    第三条 有下列情形之一的，可以解除合同：
    （一）拖欠租金满三个月；
    （二）擅自填平水面。
    第四条 任何人不得向水里倾倒垃圾。

    """
  private static let new =
    old.replacing("2020年1月2日", with: "2024年1月2日")
    .replacing("满三个月", with: "满六个月")
    .replacing("第四条 任何人", with: "第四条 垂钓者每次交费，费用归村集体。\n第五条 任何人")

  private let test: TestData
  private let folder: TemporaryFolder

  init() throws {
    test = try TestData()
    folder = try TemporaryFolder()
  }

  private func load(_ texts: String...) throws {
    for (place, text) in texts.enumerated() {
      let outcome = try LoadStatutes(test.data, actor: test.actor).load(
        files: [try folder.write(text, to: "loaded\(place).md")])
      guard case .loaded = outcome else { throw SampleBank.BadCode(text: text) }
    }
  }

  private func compare(_ old: String, _ new: String? = nil) throws -> CompareEditions.Comparison {
    let outcome = try CompareEditions(test.data, actor: test.actor).compare(old, new)
    guard case .compared(let comparison, let problems) = outcome else {
      throw SampleBank.BadCode(text: old)
    }
    #expect(problems.isEmpty)
    return comparison
  }

  /// A bank with a question for each citation.
  private func bank(
    _ id: String, citations: [(Int, Int?, Int?)], edition: String, title: String = "鱼塘法"
  ) throws {
    let cited = StatuteTitle(title)
    let editions = CalendarDate(iso: edition).map {
      [Edition(title: cited, original: StatuteTitle("鱼塘法"), date: $0)]
    }
    let questions = try citations.enumerated().map { place, citation in
      var question = try SampleBank.single("\(id.uppercased())-\(place + 1)")
      question.citations = [
        Citation(
          title: cited, provision: .article(ArticleNumber(citation.0)), paragraph: citation.1,
          item: citation.2)
      ]
      return question
    }
    var header = try SampleBank.header(id: id, editions: editions ?? [])
    if title != "鱼塘法" { header.language = .english }
    try test.load(
      Bank(
        header: header,
        chapters: [BankChapter(title: nil, items: SampleBank.items(questions))]))
  }

  private func met(_ comparison: CompareEditions.Comparison) -> [String] {
    comparison.questions.flatMap { $0 }.map { "\($0.code) \($0.kind.rawValue)" }.sorted()
  }

  @Test func `a title alone compares the two newest editions`() throws {
    try load(
      Self.old, Self.new, Self.old.replacing("2020年1月2日", with: "2010年1月2日"))
    let comparison = try compare("鱼塘法")
    #expect(comparison.diff.old.date.iso == "2020-01-02")
    #expect(comparison.diff.new.date.iso == "2024-01-02")
    #expect(comparison.diff.changes.map(\.kind) == [.same, .same, .changed, .new, .renumbered])
  }

  @Test(
    arguments: [
      ("鱼塘法@2010-01-02", nil, "2010-01-02", "2024-01-02"),
      ("鱼塘法@2010-01-02", "《鱼塘法》@2020-01-02", "2010-01-02", "2020-01-02"),
      ("塘＠2020-01-02", "中华人民共和国鱼塘法", "2020-01-02", "2024-01-02"),
      ("鱼塘法@2024-01-02", "鱼塘法@2010-01-02", "2024-01-02", "2010-01-02"),
    ] as [(String, String?, String, String)])
  func `an edition is named by its date`(
    old: String, new: String?, first: String, second: String
  ) throws {
    try load(
      Self.old, Self.new, Self.old.replacing("2020年1月2日", with: "2010年1月2日"))
    let comparison = try compare(old, new)
    #expect(comparison.diff.old.date.iso == first)
    #expect(comparison.diff.new.date.iso == second)
  }

  @Test func `files are compared without being stored`() throws {
    let old = try folder.write(Self.old, to: "old.md")
    let new = try folder.write(Self.new, to: "new.TXT")
    #expect(try compare(old, new).diff.counts[.changed] == 1)
    #expect(try test.data.statutes.editions().isEmpty)
  }

  @Test func `a file is compared with the loaded edition, the older one first`() throws {
    try load(Self.new)
    let file = try folder.write(Self.old, to: "old.md")
    for comparison in [try compare(file), try compare(file, "鱼塘法")] {
      #expect(comparison.diff.old.date.iso == "2020-01-02")
      #expect(comparison.diff.new.date.iso == "2024-01-02")
    }
  }

  @Test func `a file with an error is refused, with the place`() throws {
    let old = try folder.write(Self.old, to: "old.md")
    let bad = try folder.write(Self.new.replacing("第五条", with: "第六条"), to: "bad.md")
    let comparing = try CompareEditions(test.data, actor: test.actor)
    guard case .refused(let problems) = try comparing.compare(old, bad) else {
      Issue.record("compared")
      return
    }
    #expect(problems.map { $0.position?.line } == [10])
    guard case .refused = try comparing.compare(folder.url.path + "/nowhere.md", old) else {
      Issue.record("compared")
      return
    }
  }

  @Test(
    arguments: [
      ("别法", "noSuchStatute"), ("鱼塘法@2019-01-02", "noSuchEdition"), ("鱼塘法@去年", "noEditionDate"),
      ("鱼塘法@", "noEditionDate"), ("鱼塘法", "onlyOneEdition"), ("鱼塘法@2020-01-02", "onlyOneEdition"),
    ])
  func `what is not there is said`(name: String, failure: String) throws {
    let comparing = try CompareEditions(test.data, actor: test.actor)
    #expect(throws: WorkflowFailure.noStatutes) { try comparing.compare("鱼塘法", nil) }
    try load(Self.old)
    let found = #expect(throws: WorkflowFailure.self) { try comparing.compare(name, nil) }
    #expect(found.map { Repository.caseName(of: $0) } == failure)
    let file = try folder.write(Self.old, to: "only.md")
    #expect(throws: WorkflowFailure.self) { try comparing.compare(file, nil) }
  }

  @Test func `questions are met by article, paragraph and item`() throws {
    try load(Self.old, Self.new)
    try bank(
      "p",
      citations: [
        (1, nil, nil), (2, 1, nil), (3, nil, nil), (3, 1, 1), (3, 1, 2), (4, nil, nil), (4, 1, nil),
      ],
      edition: "2020-01-02")
    let comparison = try compare("鱼塘法")
    #expect(met(comparison) == ["P-3 changed", "P-4 changed", "P-6 renumbered", "P-7 renumbered"])
    #expect(comparison.met == 4)
    #expect(comparison.current == 0)
    #expect(comparison.questions.map(\.count) == [0, 0, 2, 0, 2])
  }

  @Test func `who follows the new edition is not met, who follows any older one is`() throws {
    try load(Self.old, Self.new)
    try bank("now", citations: [(3, nil, nil), (4, nil, nil)], edition: "2024-01-02")
    try bank("then", citations: [(3, nil, nil)], edition: "2010-01-02")
    let comparison = try compare("鱼塘法")
    #expect(met(comparison) == ["THEN-1 changed"])
    #expect(comparison.current == 2)
    #expect(comparison.questions.flatMap { $0 }.map(\.edition.iso) == ["2010-01-02"])
  }

  @Test
  func `a bank that cites under a translated title is met, another statute's citations are not`()
    throws
  {
    try load(Self.old, Self.new)
    try bank("en", citations: [(3, 1, 1)], edition: "2020-01-02", title: "Fish Pond Law")
    var other = try SampleBank.single("O-1")
    other.citations = [
      Citation(title: StatuteTitle("大鱼塘法"), provision: .article(ArticleNumber(3)))
    ]
    try test.load(try SampleBank.bank(SampleBank.items([other]), id: "other"))
    #expect(met(try compare("鱼塘法")) == ["EN-1 changed"])
  }

  @Test func `a retired question is not met`() throws {
    try load(Self.old, Self.new)
    try bank("p", citations: [(3, nil, nil), (3, 1, 1)], edition: "2020-01-02")
    let bank = try SampleBank.bank(
      SampleBank.items([try SampleBank.single("P-9")]), id: "p", version: "2")
    try test.load(bank, retireMissing: true)
    #expect(try compare("鱼塘法").met == 0)
  }
}
