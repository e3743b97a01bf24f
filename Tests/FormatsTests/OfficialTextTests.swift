import Statutes
import TestKit
import Testing

@testable import Formats

/// Official texts, where the developer has them.
@Suite(.enabled(if: StatuteFolder.path != nil, "MINGFA_STATUTES names no folder with texts"))
struct OfficialTextTests {
  /// The files and their articles, counted by the lines that begin with 第…条 and a space, by another
  /// program than this one.
  static let counted: [(name: String, articles: Int)] = [
    ("个人信息保护法(2021-08-20)", 74),
    ("乡村振兴促进法(2021-04-29)", 74),
    ("人民调解法(2010-08-28)", 35),
    ("信访工作条例(2022-02-25)", 50),
    ("全国人民代表大会和地方各级人民代表大会选举法(2020-10-17)", 60),
    ("全国人民代表大会组织法(2021-03-11)", 49),
    ("公务员法(2018-12-29)", 113),
    ("公职人员政务处分法(2020-06-20)", 68),
    ("农村土地承包法(2018-12-29)", 70),
    ("刑法", 505),
    ("反家庭暴力法(2015-12-27)", 38),
    ("反有组织犯罪法(2021-12-24)", 77),
    ("反电信网络诈骗法(2022-09-02)", 50),
    ("反间谍法(2014-11-01)", 40),
    ("反间谍法(2023-04-26)", 71),
    ("各级人民代表大会常务委员会监督法(2006-08-27)", 48),
    ("各级人民代表大会常务委员会监督法(2024-11-08)", 65),
    ("国家安全法(2015-07-01)", 84),
    ("国家赔偿法(2012-10-26)", 42),
    ("国徽法(2020-10-17)", 19),
    ("国旗法(2020-10-17)", 24),
    ("国歌法(2017-09-01)", 16),
    ("土地管理法(2019-08-26)", 87),
    ("地方各级人民代表大会和地方各级人民政府组织法(2022-03-11)", 90),
    ("妇女权益保障法(2018-10-26)", 61),
    ("妇女权益保障法(2022-10-30)", 86),
    ("安全生产法(2021-06-10)", 119),
    ("宪法", 143),
    ("家庭教育促进法(2021-10-23)", 55),
    ("戒毒条例(2018-09-18)", 46),
    ("政府信息公开条例(2019-04-03)", 56),
    ("易制毒化学品管理条例(2018-09-18)", 45),
    ("未成年人保护法(2020-10-17)", 132),
    ("未成年人保护法(2024-04-26)", 132),
    ("村民委员会组织法(2018-12-29)", 41),
    ("森林法(2019-12-28)", 84),
    ("民法典·人格权编", 51),
    ("民法典·侵权责任编", 95),
    ("民法典·合同编", 526),
    ("民法典·婚姻家庭编", 79),
    ("民法典·总则", 204),
    ("民法典·物权编", 258),
    ("民法典·继承编", 45),
    ("民法典·附则", 2),
    ("治安管理处罚法(2012-10-26)", 119),
    ("法律援助法(2021-08-20)", 71),
    ("消防法(2021-04-29)", 74),
    ("环境保护法(2014-04-24)", 70),
    ("监察法(2018-03-20)", 69),
    ("监察法(2024-12-25)", 78),
    ("禁毒法(2007-12-29)", 71),
    ("立法法(2015-03-15)", 105),
    ("立法法(2023-03-13)", 120),
    ("老年人权益保障法(2018-12-29)", 85),
    ("行政处罚法(2021-01-22)", 86),
    ("行政复议法(2017-09-01)", 43),
    ("行政复议法(2023-09-01)", 90),
    ("行政复议法实施条例(2007-05-29)", 66),
    ("行政强制法(2011-06-30)", 71),
    ("行政许可法(2019-04-23)", 83),
    ("行政诉讼法(2017-06-27)", 103),
    ("道路交通安全法(2021-04-29)", 124),
    ("重大行政决策程序暂行条例(2019-04-20)", 44),
    ("预防未成年人犯罪法(2020-12-26)", 68),
  ]

  private static let all = StatuteFormats.read(files: StatuteFolder.files)

  @Test func `each file has as many articles as were counted`() throws {
    var found: [String: Int] = [:]
    for path in StatuteFolder.files {
      guard case .success(let lines) = StatuteFormats.format(forFile: path).lines(ofFile: path)
      else { continue }
      let (part, problems) = StatuteFormats.part(of: lines, file: path, given: StatuteGiven())
      let name = path.split(separator: "/").last?.dropLast(3) ?? ""
      found[String(name)] = part?.articles.count
      let texts = problems.filter { $0.severity == .error }.map { $0.text(in: .english) }
      #expect(texts.isEmpty, "\(texts)")
    }
    for (name, articles) in Self.counted { #expect(found[name] == articles, "\(name)") }
    #expect(found.count == Self.counted.count)
  }

  @Test func `all files load together, and only dates of names give warnings`() throws {
    let reading = Self.all
    let problems = reading.problems.map { $0.text(in: .english) }
    #expect(reading.errorCount == 0, "\(problems)")
    // Eight files are one Civil Code.
    #expect(reading.statutes.count == Self.counted.count - 7)
    #expect(
      reading.statutes.reduce(0) { $0 + $1.articles.count }
        == Self.counted.reduce(0) { $0 + $1.articles })
    let others = reading.problems.filter {
      if case .statute(.dateFromName) = $0.fact { false } else { true }
    }
    #expect(others.isEmpty, "\(others.map { $0.text(in: .english) })")
    // What follows 第四百五十二条 of the Criminal Law are notes and annexes.
    let criminal = try #require(reading.statutes.first { $0.title.short == "刑法" })
    #expect(criminal.articles.last?.lines.count == 3)
  }

  @Test func `the date of the edition is the one in the file's name`() throws {
    for statute in Self.all.statutes {
      let dated = "\(statute.title.short)(\(statute.date.iso)).md"
      let isDated = StatuteFolder.files.contains { $0.hasSuffix("/" + dated) }
      #expect(isDated || ["宪法", "刑法", "民法典"].contains(statute.title.short), "\(dated)")
    }
  }

  @Test(
    arguments: [
      ("民法典", "2020-05-28", "2021-01-01"), ("宪法", "2018-03-11", nil),
      ("刑法", "2023-12-29", nil), ("土地管理法", "2019-08-26", nil),
      ("反间谍法", "2023-04-26", "2023-07-01"), ("监察法", "2018-03-20", "2018-03-20"),
      ("监察法", "2024-12-25", nil), ("政府信息公开条例", "2019-04-03", "2019-05-15"),
      ("戒毒条例", "2018-09-18", nil), ("行政处罚法", "2021-01-22", "2021-07-15"),
      ("信访工作条例", "2022-02-25", "2022-05-01"), ("消防法", "2021-04-29", nil),
    ] as [(String, String, String?)])
  func `only a first adoption or a revision tells since when it is in force`(
    title: String, date: String, effective: String?
  ) throws {
    let statutes = Self.all.statutes
    let statute = try #require(
      statutes.first { $0.title.short == title && $0.date.iso == date })
    #expect(statute.effective?.iso == effective)
  }

  @Test func `the Civil Code has its books, chapters and sections`() throws {
    let files = StatuteFolder.files.filter { $0.contains("民法典") }
    let reading = StatuteFormats.read(files: files.reversed())
    let code = try #require(reading.statutes.first)
    #expect(reading.statutes.count == 1)
    #expect(code.articles.map(\.number) == (1...1260).map { ArticleNumber($0) })
    let books = code.headings.filter { $0.division == .part }
    #expect(
      books.map(\.chinese) == [
        "第一编 总则", "第二编 物权", "第三编 合同", "第四编 人格权", "第五编 婚姻家庭", "第六编 继承",
        "第七编 侵权责任", "附则",
      ])
    // Subparts, chapters and sections of each book, counted by the lines that begin so.
    var counts: [[Int]] = []
    for heading in code.headings {
      switch heading.division {
      case .part: counts.append([0, 0, 0])
      case .subpart: counts[counts.count - 1][0] += 1
      case .chapter: counts[counts.count - 1][1] += 1
      case .section: counts[counts.count - 1][2] += 1
      }
    }
    #expect(
      counts == [
        [0, 10, 15], [5, 20, 7], [3, 29, 10], [0, 6, 0], [0, 5, 5], [0, 4, 0], [0, 10, 0],
        [0, 0, 0],
      ])
    let article = try #require(code.article(ArticleNumber(586)))
    #expect(
      code.path(of: article).map(\.chinese) == ["第三编 合同", "第一分编 通则", "第八章 违约责任"])
    #expect(code.path(of: try #require(code.article(ArticleNumber(1260)))).map(\.chinese) == ["附则"])
  }

  @Test func `a book of the Civil Code alone is refused with what is missing`() throws {
    let file = try #require(StatuteFolder.files.first { $0.hasSuffix("民法典·物权编.md") })
    let reading = StatuteFormats.read(files: [file])
    #expect(reading.statutes.isEmpty)
    #expect(
      reading.problems.map(\.fact) == [
        .statute(.articlesMissing(first: ArticleNumber(1), last: ArticleNumber(204)))
      ])
  }
}
