import Documents
import Foundation
import Statutes
import TestKit
import Testing

@testable import Formats

/// Statutes as Word documents, and how they compare with the same as plain text.
@Suite struct WordStatuteTests {
  /// An invented one, in the shape of the national database's files.
  static let lines = [
    "中华人民共和国", "测试条例", "（2019年5月6日某某会议通过　根据2020年1月2日某某会议《关于修改〈测试条例〉的决定》修正）", "",
    "目　　录", "第一章　总　　则", "第二章　附　　则", "", "第一章　总　　则",
    "　　第一条　为了测试，制定本条例。", "　　第二条　下列各项适用本条例：", "　　（一）甲事；", "　　（二）乙事。",
    "　　第二条之一　略。", "第二章　附　　则", "　　第三条　本条例自2019年7月1日起施行。",
  ]

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func found(_ reading: StatuteReading) -> [String] {
    reading.problems.map { problem in
      let place = problem.position.map { "\($0.line):\($0.column)" } ?? ""
      switch problem.fact {
      case .statute(let flaw): return "\(place) \(Repository.caseName(of: flaw))"
      case .word(let fault): return "\(place) \(Repository.caseName(of: fault))"
      default: return "\(place) \(Repository.caseName(of: problem.fact))"
      }
    }
  }

  @Test func `a document and a text of the same words are the same statute`() throws {
    let word = StatuteFormats.read(files: [
      try WordFile.write(paragraphs: Self.lines, to: "测试条例.docx", in: folder)
    ])
    let plain = StatuteFormats.read(files: [
      try folder.write(Self.lines.joined(separator: "\n"), to: "测试条例.txt")
    ])
    #expect(word.problems.isEmpty)
    let statute = try #require(word.statutes.first)
    #expect(statute == plain.statutes.first)
    #expect(statute.fullTitle == "中华人民共和国测试条例")
    #expect(statute.date.iso == "2020-01-02")
    #expect(statute.headings.map(\.chinese) == ["第一章 总则", "第二章 附则"])
    #expect(statute.articles.map(\.number.arabic) == ["1", "2", "2-1", "3"])
    #expect(statute.articles[1].lines == ["下列各项适用本条例：", "（一）甲事；", "（二）乙事。"])
  }

  @Test func `places are paragraphs, empty ones counted`() throws {
    var lines = Self.lines
    lines.remove(at: 13)
    lines[14] = "　　第五条　完。"
    let path = try WordFile.write(paragraphs: lines, to: "a.docx", in: folder)
    #expect(found(StatuteFormats.read(files: [path])) == ["15:3 articlesMissing"])
  }

  @Test(arguments: ["a.docx", "a.DOCX", "a.doc", "a.wps", "a.txt", "a.md", "a"])
  func `a document is known by its bytes, whatever its name`(name: String) throws {
    let path = try WordFile.write(paragraphs: Self.lines, to: name, in: folder)
    #expect(StatuteFormats.read(files: [path]).statutes.first?.articles.count == 4)
    #expect(found(StatuteFormats.read(files: [folder.url.path])) == [" file"])
    try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]).write(to: URL(fileURLWithPath: path))
    #expect(found(StatuteFormats.read(files: [path])) == [" oldFormat"])
  }

  @Test func `a broken line is two lines of one paragraph`() throws {
    let body = WordFile.body(
      (["测试<w:br/>条例", "2020年1月2日通过", "第一条 甲。<w:br/>第二条 乙。", "第四条 丁。"]).map {
        "<w:p><w:r><w:t>"
          + $0.replacing("<w:br/>", with: "</w:t><w:br/><w:t>") + "</w:t></w:r></w:p>"
      }.joined())
    let path = try WordFile.write(WordFile.members(body: body), to: "a.docx", in: folder)
    #expect(found(StatuteFormats.read(files: [path])) == ["4:1 articlesMissing"])
  }

  @Test func `numbers that Word makes up are told, once a file`() throws {
    func paragraph(_ text: String, isNumbered: Bool) -> String {
      "<w:p>"
        + (isNumbered ? "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>" : "")
        + "<w:r><w:t>\(text)</w:t></w:r></w:p>"
    }
    func read(_ texts: [(String, Bool)]) throws -> [String] {
      let body = WordFile.body(texts.map { paragraph($0.0, isNumbered: $0.1) }.joined())
      return found(
        StatuteFormats.read(files: [
          try WordFile.write(WordFile.members(body: body), to: "a.docx", in: folder)
        ]))
    }
    let head = [("测试条例", false), ("2020年1月2日通过", false)]
    #expect(
      try read(head + [("第一条 下列：", false), ("甲；", true), ("乙。", true)])
        == ["4:1 automaticNumbers"])
    #expect(try read(head + [("第一条 下列：", true), ("（一）甲；", true)]) == [])
    #expect(try read(head + [("为了测试。", true)]) == ["3:1 automaticNumbers", " noArticles"])
  }

  /// Texts as the developer has them, made into documents.
  @Test(.enabled(if: StatuteFolder.path != nil, "MINGFA_STATUTES names no folder with texts"))
  func `every official text reads the same from a document`() throws {
    var documents: [String] = []
    for file in StatuteFolder.files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let name = file.split(separator: "/").last?.dropLast(3) ?? ""
      documents.append(
        try WordFile.write(paragraphs: lines, to: name + ".docx", in: folder))
    }
    let plain = StatuteFormats.read(files: StatuteFolder.files)
    let word = StatuteFormats.read(files: documents)
    #expect(word.errorCount == 0)
    #expect(plain.statutes.count > 50)
    #expect(word.statutes == plain.statutes)
    #expect(
      word.problems.map { "\($0.position?.line ?? 0) \($0.fact)" }
        == plain.problems.map { "\($0.position?.line ?? 0) \($0.fact)" })
  }

  /// Word has no # before a heading, so these are as the national database's.
  @Test(.enabled(if: StatuteFolder.path != nil, "MINGFA_STATUTES names no folder with texts"))
  func `every official text has the same articles where nothing marks its headings`() throws {
    var documents: [String] = []
    for file in StatuteFolder.files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("<!--") }
        .map { "　　" + $0.drop { $0 == "#" || $0 == " " } }
      let name = file.split(separator: "/").last?.dropLast(3) ?? ""
      documents.append(
        try WordFile.write(paragraphs: lines, to: name + ".docx", in: folder))
    }
    let plain = StatuteFormats.read(files: StatuteFolder.files)
    let word = StatuteFormats.read(files: documents)
    #expect(word.problems.filter { $0.severity == .error }.map { $0.text(in: .english) } == [])
    #expect(word.statutes.map(\.title) == plain.statutes.map(\.title))
    for (one, other) in zip(word.statutes, plain.statutes) {
      #expect(one.date == other.date)
      let (ours, theirs) = (one.articles, other.articles)
      #expect(ours.map(\.number) == theirs.map(\.number), "\(one.title.short)")
      for (article, same) in zip(ours, theirs) where article.lines != same.lines {
        Issue.record("\(one.title.short) \(article.number.arabic)")
      }
    }
  }
}
