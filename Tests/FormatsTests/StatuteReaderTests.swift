import Foundation
import Statutes
import TestKit
import Testing

@testable import Formats

@Suite struct StatuteReaderTests {
  private static let head = "# 中华人民共和国某法\n\n2020年1月2日 某某会议通过\n"

  private func read(
    _ text: String, name: String = "某法.md", given: StatuteGiven = StatuteGiven()
  ) throws -> StatuteReading {
    let folder = try TemporaryFolder()
    return StatuteFormats.read(files: [try folder.write(text, to: name)], given: given)
  }

  /// The articles and what was found: `line:column fact`.
  private func outcome(_ text: String) throws -> (articles: [String], found: [String]) {
    let reading = try read(Self.head + text)
    return (
      reading.statutes.flatMap { $0.articles.map { "\($0.number.arabic) \($0.text)" } },
      reading.problems.map { problem in
        let place = problem.position.map { "\($0.line):\($0.column)" } ?? ""
        guard case .statute(let flaw) = problem.fact else { return "\(place) \(problem.fact)" }
        return "\(place) \(Repository.caseName(of: flaw))"
      }
    )
  }

  @Test func `a statute has names, edition, headings, articles`() throws {
    let reading = try read(
      """
      中华人民共和国某法
      （2019年5月6日某某会议通过　根据2020年1月2日某某会议
      《关于修改〈中华人民共和国某法〉的决定》修正）
      目　　录
      第一章　总　　则
      第二章　附　　则
      第一章　总　　则
      　　第一条　为了某事，制定本法。
      　　第二条　下列事项：
      　　（一）甲；
      　　（二）乙。
      　　第二条之一　略。
      第二章　附　　则
      　　第三条　本法自2019年7月1日起施行。
      """, name: "某法.txt")
    #expect(reading.problems.isEmpty)
    let statute = try #require(reading.statutes.first)
    #expect(statute.title == StatuteTitle("某法"))
    #expect(statute.fullTitle == "中华人民共和国某法")
    #expect(statute.date.iso == "2020-01-02")
    #expect(statute.effective == nil)
    #expect(statute.headings.map(\.chinese) == ["第一章 总则", "第二章 附则"])
    #expect(statute.articles.map(\.number.arabic) == ["1", "2", "2-1", "3"])
    #expect(statute.articles.map(\.heading) == [0, 0, 0, 1])
    #expect(statute.articles[1].lines == ["下列事项：", "（一）甲；", "（二）乙。"])
  }

  @Test func `a preamble is kept by its paragraphs`() throws {
    let reading = try read(
      Self.head + "## 序言\n\n甲。\n\n乙。\n\n## 第一章 总纲\n\n第一条 丙。\n")
    #expect(reading.statutes.first?.preamble == ["甲。", "乙。"])
  }

  @Test(
    arguments: [
      ("第一条 甲。\n第三条 丙。", [], ["5:1 articlesMissing"]),
      ("第一条 甲。\n第一条 甲。", [], ["5:1 articleTwice"]),
      ("第一条 甲。\n第三条 丙。\n第二条 乙。", [], ["6:1 articleBehind"]),
      ("第一条 甲。\n第二条\n第三条 丙。", [], ["5:1 emptyArticle"]),
      ("第一 条 甲。\n第 二条 乙。", ["1 甲。", "2 乙。"], ["4:1 spaceInNumber", "5:1 spaceInNumber"]),
      ("第一条 甲。\n笫二条 乙。", ["1 甲。", "2 乙。"], ["5:1 wrongSign"]),
      ("第一条 甲。\n\u{200B}\n\u{200B}第二条 乙。", ["1 甲。", "2 乙。"], []),
      ("第一条 甲。\n第二条乙。", ["1 甲。", "2 乙。"], ["5:1 numberNotParted"]),
      ("第一条 甲。\n第二条规定的事项，略。\n第二条 乙。", ["1 甲。\n第二条规定的事项，略。", "2 乙。"], []),
      ("**第一条** 甲。\n**第2条** 乙。", ["1 甲。", "2 乙。"], []),
      ("第一条 甲。\r\n第二条 乙。\r\n", ["1 甲。", "2 乙。"], []),
      (
        "第一条 将第五条修改为：\n“第五条 旧文。\n第六条 新文。”\n第二条 乙。",
        ["1 将第五条修改为：\n“第五条 旧文。\n第六条 新文。”", "2 乙。"], ["6:1 quotedArticle"]
      ),
      (
        "第一条 甲。\n第二条 乙。\n来源：某网\n责任编辑：某某\n第三次点击", ["1 甲。", "2 乙。"],
        ["6:1 footer"]
      ),
      ("第一条 甲。\n第二条 自公布之日起施行。来源：某网 编辑：某", ["1 甲。", "2 自公布之日起施行。"], ["5:14 footer"]),
      ("第一条 甲。\n第二条 乙。\n首页 新闻 专题", ["1 甲。", "2 乙。"], ["6:1 footer"]),
      ("第一条 甲。\n第二条 乙。\n附件一\n第一条 表。", ["1 甲。", "2 乙。"], []),
      ("没有条文。", [], [" noArticles"]),
      ("第一章 甲\n第一条 甲。\n第三章 丙\n第二条 乙。", ["1 甲。", "2 乙。"], ["6:1 headingBehind"]),
    ] as [(String, [String], [String])])
  func `bad input is read rightly, or told with its place`(
    text: String, articles: [String], found: [String]
  ) throws {
    let outcome = try outcome(text)
    #expect(outcome.articles == articles)
    #expect(outcome.found == found)
  }

  @Test(
    arguments: [
      ("第一百二十八 条 甲", "128", "甲", true, nil), ("第一百二十八条　甲", "128", "甲", false, nil),
      ("第 128 条之一 甲", "128-1", "甲", true, nil), ("笫一百二十八条 甲", "128", "甲", false, "笫"),
    ] as [(String, String, String, Bool, Character?)])
  func `an article's number is read however it was typed`(
    line: String, number: String, rest: String, hasSpace: Bool, wrongSign: Character?
  ) throws {
    let head = try #require(ArticleHead(line[...]))
    #expect(head.number.arabic == number)
    #expect(head.rest == rest)
    #expect(head.hasSpace == hasSpace)
    #expect(head.wrongSign == wrongSign)
  }

  @Test(arguments: [
    "一、将第一条修改为：\n“第一条 甲。”\n",
    "一、增加两条，作为第五条、第六条：\n“第五条 甲。\n“第六条 乙。”\n二、将第九条改为第十条：\n第十条 丙。\n",
    "第一条 将第三条修改为：\n“第三条 甲。”\n第二条 本决定自公布之日起施行。\n",
  ])
  func `an amending decision is refused as such, whatever it quotes`(body: String) throws {
    for title in ["关于修改《中华人民共和国某法》的决定", "中华人民共和国某法修正案（十二）"] {
      let reading = try read("\(title)\n（2020年1月2日通过）\n" + body)
      #expect(reading.statutes.isEmpty)
      let decisions = reading.problems.filter {
        if case .statute(.amendingDecision(title)) = $0.fact { true } else { false }
      }
      #expect(decisions.count == 1, "\(title)")
    }
  }

  @Test(
    arguments: [
      ("# 某法\n第一条 甲。", "某法.md", nil, nil),
      ("# 某法\n第一条 甲。", "某法(2021-03-04).md", nil, "2021-03-04"),
      ("# 某法\n第一条 甲。", "某法_20210304.md", nil, "2021-03-04"),
      ("# 某法\n第一条 甲。", "某法.md", "2021-03-04", "2021-03-04"),
      ("# 某法\n二〇二一年三月四日通过\n第一条 甲。", "某法.md", nil, "2021-03-04"),
      ("# 某法\n2021 年 3 月 4 日通过\n2022年1月1日 施行\n第一条 甲。", "某法.md", nil, "2021-03-04"),
      ("# 某法\n2021年3月4日通过\n第一条 甲。", "某法(2020-01-01).md", nil, "2021-03-04"),
    ] as [(String, String, String?, String?)])
  func `the edition is dated by the head, the name or the caller`(
    text: String, name: String, given: String?, date: String?
  ) throws {
    let reading = try read(
      text, name: name, given: StatuteGiven(edition: given.flatMap { CalendarDate(iso: $0) }))
    #expect(reading.statutes.first?.date.iso == date)
    #expect((reading.errorCount > 0) == (date == nil))
  }

  @Test func `parts are joined whatever their order; copies that differ are refused`() throws {
    let folder = try TemporaryFolder()
    let one = try folder.write(Self.head + "第一条 甲。\n", to: "1.md")
    let two = try folder.write(Self.head + "第二条 乙。\n第三条 丙。\n", to: "2.md")
    let joined = StatuteFormats.read(files: [two, one])
    #expect(joined.statutes.first?.articles.map(\.number.number) == [1, 2, 3])
    let copy = try folder.write(Self.head + "第二条　乙 。\n第三条 丙。\n", to: "3.md")
    let same = StatuteFormats.read(files: [one, two, copy])
    #expect(same.statutes.first?.articles.count == 3)
    #expect(same.warningCount == 1)
    let other = try folder.write(Self.head + "第二条 乙。\n第三条 丁。\n", to: "4.md")
    let differing = StatuteFormats.read(files: [one, two, other])
    #expect(differing.statutes.isEmpty)
    #expect(differing.problems.map { $0.position?.line } == [5])
  }

  /// What a file of statutes may hold, put together by chance.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `random text neither stops the reader nor is half read`(seed: UInt64) throws {
    let pieces = [
      "第", "一", "条", "二", "十", "百", " ", "　", "\n", "\n", "。", "：", "；", "“", "”", "（一）", "章", "编",
      "之", "附件", "来源：", "#", "**", "\u{200B}", "2020年1月2日", "序言", "目录", "甲", "\r\n", "笫", "1.",
    ]
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var text = seed % 2 == 0 ? Self.head : ""
    for _ in 0..<300 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    let reading = try read(text)
    #expect(reading.statutes.isEmpty == (reading.errorCount > 0))
    for statute in reading.statutes {
      #expect(ArticleOrder.flaws(in: statute.articles.map(\.number)).isEmpty)
    }
  }
}
