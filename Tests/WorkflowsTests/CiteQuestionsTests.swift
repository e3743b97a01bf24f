import Formats
import Foundation
import Questions
import Statutes
import Storage
import TestKit
import Testing

@testable import Workflows

/// Proposing articles for questions without citations.
@Suite struct CiteQuestionsTests {
  private static let bank = """
    ---
    题库：x
    名称：试
    版本：1
    ---
    ## 单选题
    1. 图书借出以后，借用人应当怎样做？
    A. 妥善保管
    B. 随意涂写
    答案：A
    解析：借来的图书要妥善保管。
    难度：易
    编号：X-1

    ## 判断题
    2. 罚款应当在十五日内缴纳。
    答案：对
    编号：X-2
    3. 图书馆的开放时间由馆长决定。
    答案：对
    依据：
    编号：X-3

    """

  private let test: TestData
  private let folder: TemporaryFolder

  init() throws {
    test = try TestData()
    folder = try TemporaryFolder()
    let date = try #require(CalendarDate(iso: "2020-01-02"))
    func article(_ number: Int, _ line: String) -> StatuteArticle {
      StatuteArticle(number: ArticleNumber(number), heading: nil, lines: [line])
    }
    let text = StatuteText(
      fullTitle: "中华人民共和国某法", date: date, effective: nil, preamble: [], headings: [],
      articles: [
        article(1, "当事人应当在十五日内缴纳罚款。"), article(2, "借用人应当妥善保管借用的图书。"),
        article(3, "图书馆可以延长开放时间，由馆长决定。"),
      ])
    _ = try test.data.statuteStore.load([text], now: 1).get()
  }

  private func citing() throws -> CiteQuestions {
    try CiteQuestions(test.data, actor: test.actor)
  }

  @Test func `each question without a citation has the article that fits it first`() throws {
    let reading = try citing().read(try folder.write(Self.bank, to: "x.txt"))
    #expect(
      reading.uncited.map { $0.proposals.first?.citation.text(in: .chinese) } == [
        "《某法》第二条", "《某法》第一条", "《某法》第三条",
      ])
    #expect(reading.uncited[1].proposals[0].sentence == "当事人应当在十五日内缴纳罚款。")
    #expect(reading.uncited.allSatisfy { $0.proposals.count <= CiteQuestions.most })
  }

  @Test(arguments: ["\n", "\r\n"], [false, true])
  func `what is settled stands in the file as an author would write it, and nothing else changes`(
    lineEnd: String, hasMark: Bool
  ) throws {
    let text = (hasMark ? "\u{FEFF}" : "") + Self.bank.replacing("\n", with: lineEnd)
    let file = try folder.write(text, to: "x.txt")
    let citing = try citing()
    let reading = citing.read(file)
    let settled = Dictionary(
      uniqueKeysWithValues: reading.uncited.map { ($0.line, $0.proposals[0]) })
    let backup = try #require(try citing.write(settled, to: reading))
    func bytes(_ path: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    }
    #expect(try bytes(backup) == text)
    let written = try bytes(file)
    let wanted = text.replacing(
      "版本：1\(lineEnd)", with: "版本：1\(lineEnd)法律：《某法》 2020-01-02\(lineEnd)"
    )
    .replacing("难度：易", with: "依据：《某法》第二条\(lineEnd)难度：易")
    .replacing("编号：X-2", with: "依据：《某法》第一条\(lineEnd)编号：X-2")
    .replacing("依据：\(lineEnd)编号：X-3", with: "依据：《某法》第三条\(lineEnd)编号：X-3")
    #expect(written == wanted)
    let again = citing.read(file)
    #expect(again.report.isWhole && again.uncited.isEmpty)
  }

  @Test func `what is not settled leaves the file alone`() throws {
    let file = try folder.write(Self.bank, to: "x.txt")
    let citing = try citing()
    #expect(try citing.write([:], to: citing.read(file)) == nil)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.bank)
    #expect(!FileManager.default.fileExists(atPath: file + ".bak"))
  }

  @Test func `without any text nothing can be proposed, and that is said`() throws {
    let other = try TestData()
    #expect(throws: WorkflowFailure.noStatutes) {
      try CiteQuestions(other.data, actor: other.actor)
    }
  }

  /// How often one of the cited articles is the first, and among the first three, in percent.
  private func rates(withRationale: Bool) throws -> (first: Int, three: Int, count: Int) {
    _ = try LoadStatutes(test.data, actor: test.actor).load(files: StatuteFolder.files)
    let citing = try citing()
    var (first, three, count) = (0, 0, 0)
    for name in ["anti-drug-law", "civil-code", "constitution"] {
      let file = Repository.folder.appendingPathComponent("questionbanks/\(name).txt").path
      let bank = try #require(BankFormats.format(forFile: file).bank(inFile: file).bank)
      for item in bank.chapters.flatMap(\.items) {
        for question in item.questions {
          let cited = question.citations.compactMap { citation -> Citation? in
            if case .preamble = citation.provision { return nil }
            return Citation(title: citation.title, provision: citation.provision)
          }
          guard !cited.isEmpty else { continue }
          var hidden = question
          hidden.citations = []
          if !withRationale { hidden.rationale = Rationale() }
          let found = citing.proposals(for: hidden, passage: item.passage).map(\.citation)
          count += 1
          if found.first.map(cited.contains) == true { first += 1 }
          if found.contains(where: cited.contains) { three += 1 }
        }
      }
    }
    print(
      "citations proposed: \(first) first, \(three) among three, of \(count); explanations: \(withRationale)"
    )
    return (100 * first / count, 100 * three / count, count)
  }

  @Test(
    .enabled(if: StatuteFolder.path != nil, "MINGFA_STATUTES names no folder with texts"),
    arguments: [(true, 80, 95), (false, 60, 75)])
  func `the articles that the shipped banks cite are proposed, as often as docs say`(
    withRationale: Bool, first: Int, three: Int
  ) throws {
    let rates = try rates(withRationale: withRationale)
    #expect(rates.count > 250)
    #expect(rates.first >= first)
    #expect(rates.three >= three)
  }
}
