import Foundation
import Statutes
import Storage
import TestKit
import Testing

@testable import Formats
@testable import Workflows

@Suite struct StatuteTests {
  private static let law = """
    # 中华人民共和国某法
    2020年1月2日 某某会议通过
    ## 第一章 总则
    第一条 为了某事，制定本法。
    第一条之一 下列事项：
    （一）定金；
    （二）违约。
    ## 附则
    第二条 本法自2020年7月1日起施行。

    """

  private let test: TestData
  private let folder: TemporaryFolder

  init() throws {
    test = try TestData()
    folder = try TemporaryFolder()
  }

  private func load(
    _ text: String = law, name: String = "某法.md", effective: String? = nil, dryRun: Bool = false
  ) throws -> LoadStatutes.Outcome {
    try LoadStatutes(test.data, actor: test.actor).load(
      files: [try folder.write(text, to: name)],
      effective: effective.flatMap { CalendarDate(iso: $0) }, dryRun: dryRun)
  }

  private func outcome(_ outcome: LoadStatutes.Outcome) -> StatuteLoadSummary.Outcome? {
    if case .loaded(let loaded, _, _) = outcome { loaded.first?.summary.outcome } else { nil }
  }

  private var reading: ReadStatutes {
    get throws { try ReadStatutes(test.data, actor: test.actor) }
  }

  @Test func `loading twice changes nothing; only since when it is in force may be new`() throws {
    #expect(outcome(try load(dryRun: true)) == .added)
    #expect(try reading.editions().isEmpty)
    #expect(outcome(try load()) == .added)
    #expect(outcome(try load(Self.law.replacing(" ", with: "　"))) == .unchanged)
    #expect(outcome(try load(effective: "2020-08-01")) == .dated)
    let statute = try #require(try reading.editions().first)
    #expect(statute.effective?.iso == "2020-08-01")
    #expect(statute.articles == 3)
    #expect(statute.fullTitle == "中华人民共和国某法")
  }

  @Test func `what is kept is what was read`() throws {
    _ = try load()
    let read = StatuteFormats.read(files: [try folder.write(Self.law, to: "again.md")])
    let place = try reading.find("某法")
    #expect(place.text == read.statutes.first)
  }

  @Test func `another text of a loaded edition is refused, and nothing is written`() throws {
    _ = try load()
    #expect(
      throws: WorkflowFailure.statuteDiffers(
        StatuteTitle("某法"), date: try #require(CalendarDate(iso: "2020-01-02")),
        article: ArticleNumber(1, insertion: 1))
    ) { try load(Self.law.replacing("定金", with: "订金")) }
    #expect(try reading.search("订金", in: nil, limit: 9).isEmpty)
  }

  @Test func `a file with an error leaves nothing`() throws {
    let outcome = try load(Self.law.replacing("第二条", with: "第三条"))
    guard case .refused(let problems) = outcome else {
      Issue.record("loaded")
      return
    }
    #expect(problems.map { $0.position?.line } == [9])
    #expect(try reading.editions().isEmpty)
  }

  @Test func `of several files one with an error leaves nothing of the others`() throws {
    let good = try folder.write(Self.law, to: "好.md")
    let other = try folder.write(
      Self.law.replacing("某法", with: "别法").replacing("第二条", with: "第三条"), to: "坏.md")
    let word = try WordFile.write(
      paragraphs: Self.law.replacing("某法", with: "又法").split(separator: "\n"), to: "又.docx",
      in: folder)
    let loading = LoadStatutes(test.data, actor: test.actor)
    guard case .refused(let problems) = try loading.load(files: [good, other, word]) else {
      Issue.record("loaded")
      return
    }
    #expect(problems.map(\.file) == [other])
    #expect(try reading.editions().isEmpty)
    _ = try loading.load(files: [good, word])
    #expect(try reading.editions().map(\.title.short).sorted() == ["又法", "某法"].sorted())
    // The second contradicts what is loaded: the first is not loaded either.
    let fresh = try folder.write(Self.law.replacing("某法", with: "新法"), to: "新.md")
    let differing = try folder.write(Self.law.replacing("定金", with: "订金"), to: "异.md")
    #expect(throws: WorkflowFailure.self) { try loading.load(files: [fresh, differing]) }
    #expect(try reading.editions().count == 2)
  }

  @Test(
    arguments: [
      ("某法 1", "1"), ("某法1条", "1"), ("《某法》第一条", "1"), ("中华人民共和国某法第一条之一", "1-1"),
      ("某法 1-1", "1-1"), ("某 第2条", "2"), ("某法第 一 条 之 一", "1-1"),
    ])
  func `an article is found however its place is typed`(query: String, number: String) throws {
    _ = try load()
    let place = try reading.find(query)
    #expect(place.article.map { place.text.articles[$0].number.arabic } == number)
  }

  @Test(
    arguments: [
      ("某法 3", "noSuchArticle"), ("别法 1", "noSuchStatute"), ("某法 序言", "noPreamble"),
      ("某法 第一章", "noSuchStatute"), ("", "noSuchStatute"),
    ])
  func `what is not there is said`(query: String, failure: String) throws {
    _ = try load()
    let found = #expect(throws: WorkflowFailure.self) { try reading.find(query) }
    #expect(found.map { Repository.caseName(of: $0) } == failure)
  }

  @Test func `words of two characters are found, in the newest edition only`() throws {
    _ = try load()
    #expect(try reading.search("定金 违约", in: nil, limit: 9).map(\.number.arabic) == ["1-1"])
    #expect(try reading.search("定金 解除", in: nil, limit: 9).isEmpty)
    _ = try load(
      Self.law.replacing("定金", with: "押金").replacing("2020年1月2日", with: "2021年1月2日"),
      name: "新.md")
    #expect(try reading.search("定金", in: nil, limit: 9).isEmpty)
    let hit = try #require(try reading.search("押金", in: "某法", limit: 9).first)
    #expect(hit.line == "（一）押金；")
    #expect(hit.date.iso == "2021-01-02")
  }

  @Test func `an index reads back the same, and tells what differs`() throws {
    _ = try load()
    let text = try IndexStatutes(test.data, actor: test.actor).text()
    #expect(!text.contains("定金"))
    let index = try StatuteIndexText.index(in: text)
    #expect(StatuteIndexText.text(of: index) == text)
    let loaded = try reading.find("某法").text
    #expect(IndexStatutes.compare(loaded, with: index) == .same)
    let other = StatuteFormats.read(files: [
      try folder.write(Self.law.replacing("定金", with: "订金"), to: "other.md")
    ])
    #expect(
      IndexStatutes.compare(try #require(other.statutes.first), with: index)
        == .differs([ArticleNumber(1, insertion: 1)]))
    #expect(throws: StatuteIndexText.Flaw(line: 3)) {
      try StatuteIndexText.index(
        in: text.replacing("\t总则", with: "").replacing("chapter", with: "x"))
    }
  }

  @Test func `each loaded edition is held against the index`() throws {
    _ = try load()
    let path = try folder.write(
      try IndexStatutes(test.data, actor: test.actor).text(), to: "index.txt")
    var environment = test.data.environment
    environment.statuteIndex = URL(fileURLWithPath: path)
    let other = try TestData(folder: folder.url.appendingPathComponent("other"))
    let data = MingfaData(environment, file: other.data.file)
    func put(_ text: String) throws {
      _ = try LoadStatutes(data, actor: other.actor).load(files: [
        try folder.write(text, to: "text.md")
      ])
    }
    try put(Self.law)
    try put(Self.law.replacing("2020年1月2日", with: "2019年1月2日"))
    try put(Self.law.replacing("某法", with: "别法"))
    let held = try IndexStatutes(data, actor: other.actor).held()
    #expect(held.hasIndex)
    #expect(held.editions.map(\.statute.date.iso) == ["2020-01-02", "2019-01-02", "2020-01-02"])
    #expect(held.editions.map(\.comparison) == [.unknown, .otherEdition, .same])
  }

  @Test(
    arguments: [
      ("《某法》第一条之一第一款第二项", 0, nil), ("《某法》第一条之一第三项", 0, "14:4"),
      ("《某法》第一条；第三条", 0, "14:12"), ("《别法》第九条", 1, "14:4"),
      ("《某法》第一条第二款", 0, "14:4"),
    ] as [(String, Int, String?)])
  func `a bank's citations are held against the index`(
    citation: String, unchecked: Int, place: String?
  ) throws {
    _ = try load()
    let index = try StatuteIndexText.index(
      in: try IndexStatutes(test.data, actor: test.actor).text())
    let file = try folder.write(
      """
      ---
      题库：x
      名称：x
      版本：1
      法律：《某法》 2020-01-02
      法律：《别法》 2020-01-02
      ---
      ## 单选题
      1. 题干
      A. 甲
      B. 乙
      答案：A
      解析：略。
      依据：\(citation)
      难度：较难
      层次：识记
      编号：X-1

      """, to: "bank.txt")
    let outcome = try #require(CheckBank(index: index).check(files: [file]).first)
    let errors = outcome.report.problems.filter { $0.severity == .error }
    #expect(
      errors.map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0)" }
        == [place].compactMap(\.self))
    #expect(outcome.unchecked == unchecked)
    #expect(outcome.report.errorCount == errors.count)
  }

  @Test(.enabled(if: StatuteFolder.path != nil, "MINGFA_STATUTES names no folder with texts"))
  func `the shipped index is made from the official texts`() throws {
    _ = try LoadStatutes(test.data, actor: test.actor).load(files: StatuteFolder.files)
    let shipped = try String(
      contentsOf: Repository.folder.appendingPathComponent("statutes/index.txt"), encoding: .utf8)
    #expect(try IndexStatutes(test.data, actor: test.actor).text() == shipped)
  }

  @Test func `a loaded text is held against where the index lacks its edition`() throws {
    let data = try TemporaryFolder()
    let other = try TestData(folder: data.url)
    #expect(try CheckBank.knownIndex(other.data).statutes.isEmpty)
    _ = try LoadStatutes(other.data, actor: other.actor).load(
      files: [try folder.write(Self.law, to: "某法.md")])
    #expect(
      try CheckBank.knownIndex(other.data).statutes.map(\.title)
        == [StatuteTitle("某法")])
  }
}
