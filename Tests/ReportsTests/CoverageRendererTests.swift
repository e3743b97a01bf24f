import Foundation
import TestKit
import Testing
import Text

@testable import Reports

/// A coverage as files that other programs show.
@Suite struct CoverageRendererTests {
  // MARK: CSV

  @Test func `CSV has an article a row, and below them what they rest on`() {
    #expect(
      CoverageCSV.text(of: SampleMap.map(), in: .chinese) == """
        \u{FEFF}法律,版本,编,分编,章,节,条文,题数\r
        《鱼塘法》,2020-01-02,,,,,序言,2\r
        《鱼塘法》,2020-01-02,,,,,第一条,0\r
        《鱼塘法》,2020-01-02,,,第一章 总则,,第二条,1\r
        《鱼塘法》,2020-01-02,,,第一章 总则,第一节 租赁,第二条之一,12\r
        《鱼塘法》,2020-01-02,,,第一章 总则,第一节 租赁,第三条,4\r
        《鱼塘法》,2020-01-02,,,附则,,第四条,0\r
        截至 2026-11-24，mingfa 0.1.0\r
        题库：镇里的题库（town 2026.11）\r
        《鱼塘法》 2020-01-02 版：覆盖 3/5 条（60.00%），15 题\r
        没有依据的题 3 道，未计入\r
        《井水法》 2001-01-02 版没有索引也没有全文，2 处依据未计入；请用 mingfa law load 载入全文\r
        不存在的依据 1 处，未计入\r
        不存在的依据：town T-9：《鱼塘法》第九条\r

        """)
  }

  @Test func `CSV of a learner has what was answered, and is told in English, too`() {
    let lines = CoverageCSV.text(of: SampleMap.map(hasPerson: true), in: .english)
      .split(separator: "\r\n")
    #expect(
      lines[0] == "\u{FEFF}Statute,Edition,Part,Subpart,Chapter,Section,Article,Questions,Answered")
    #expect(
      lines[4]
        == "Pond Act (《鱼塘法》),2020-01-02,,,Chapter 1 总则,Section 1 租赁,Article 2-1,12,3")
    #expect(
      lines.contains {
        $0.hasSuffix("Questions answered: 4; articles met: 2; with questions, never met: 1\"")
      })
  }

  // MARK: JSON

  @Test func `JSON is the same in every language and has a learner's figures only where asked for`()
    throws
  {
    func document(_ hasPerson: Bool) throws -> [String: Any] {
      let text = try CoverageJSON.text(of: SampleMap.map(hasPerson: hasPerson))
      return try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
    let plain = try document(false)
    #expect(
      Set(plain.keys) == ["schema", "asOf", "banks", "statutes", "absent", "unknown"])
    #expect(plain["schema"] as? String == "mingfa.law-coverage/1")
    let statute = try #require((plain["statutes"] as? [[String: Any]])?.first)
    #expect(statute["statute"] as? String == "鱼塘法")
    #expect(statute["asked"] as? Int == 3 && statute["total"] as? Int == 5)
    #expect(statute["percent"] as? String == "60.00")
    #expect(statute["questions"] as? Int == 15 && statute["answered"] == nil)
    let articles = try #require(statute["articles"] as? [[String: Any]])
    #expect(articles.map { $0["number"] as? String } == ["1", "2", "2-1", "3", "4"])
    #expect(articles.map { $0["heading"] as? Int } == [nil, 0, 1, 1, 2])
    #expect(articles.map { $0["questions"] as? Int } == [0, 1, 12, 4, 0])
    #expect(articles.allSatisfy { $0["answered"] == nil })
    let headings = try #require(statute["headings"] as? [[String: Any]])
    #expect(headings.map { $0["asked"] as? Int } == [3, 2, 0])
    #expect(headings.map { $0["total"] as? Int } == [3, 2, 1])
    #expect(headings.map { $0["depth"] as? Int } == [0, 1, 0])
    let learners = try document(true)
    #expect((learners["learner"] as? [String: Any])?["number"] as? Int == 7)
    let theirs = try #require((learners["statutes"] as? [[String: Any]])?.first)
    #expect(theirs["answered"] as? Int == 4 && theirs["met"] as? Int == 2)
    #expect(
      (theirs["articles"] as? [[String: Any]])?.map { $0["answered"] as? Int } == [0, 1, 3, 0, 0])
  }

  // MARK: Runs

  /// Numbers of articles that nobody answered, and how they are listed.
  static let runs: [(numbers: [String], listed: [String])] = [
    ([], []), (["1"], ["1"]), (["1", "2"], ["1", "2"]), (["1", "2", "3"], ["1-3"]),
    (["9", "9-1", "9-2"], ["9..9-2"]), (["1", "2", "3", "-", "5", "6"], ["1-3", "5", "6"]),
    (["-", "5", "-"], ["5"]),
  ]

  @Test(arguments: runs.indices)
  func `articles that follow one another are listed as a run`(index: Int) {
    let (numbers, listed) = Self.runs[index]
    var statute = SampleMap.map().statutes[0]
    statute.articles = numbers.map {
      .init(
        number: $0, name: Wording(zh: "\($0)", en: "\($0)"),
        count: .init(questions: 2, answered: $0 == "-" ? 1 : 0))
    }
    #expect(statute.unmet == listed)
  }

  // MARK: The page

  static let pages: [(name: String, hasPerson: Bool, language: Language)] = [
    ("coverage-zh.html", false, .chinese), ("coverage-en-learner.html", true, .english),
  ]

  @Test(arguments: pages.indices)
  func `a page looks as it did`(index: Int) throws {
    let (name, hasPerson, language) = Self.pages[index]
    let text = CoverageHTML.text(of: SampleMap.map(hasPerson: hasPerson), in: language)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/" + name)
    // After a wanted change: MINGFA_GOLDEN=renew make test ARGS="--filter CoverageRendererTests"
    if ProcessInfo.processInfo.environment["MINGFA_GOLDEN"] == "renew" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  /// All pages that there can be.
  private static let texts = [Language.chinese, .english].flatMap { language in
    [false, true].flatMap { hasPerson in
      ["", HostileText.around("<b>&\"'")].map { word in
        CoverageHTML.text(of: SampleMap.map(hasPerson: hasPerson, word: word), in: language)
      }
    }
  }

  @Test func `every element that opens closes, in its place`() {
    let void: Set = ["meta", "br"]
    for text in Self.texts {
      var stack: [Substring] = []
      for tag in text.matches(of: /<(\/?)([a-z0-9]+)(?: [^<>]*)?>/) {
        if void.contains(String(tag.2)) { continue }
        if tag.1.isEmpty { stack.append(tag.2) } else { #expect(stack.popLast() == tag.2) }
      }
      #expect(stack == [])
    }
  }

  @Test func `a page loads nothing, runs nothing and shows texts as they stand`() {
    for text in Self.texts {
      for word in ["<script", "http:", "https:", "url(", "@import", "src=", " on", "<b>"] {
        let body = text.replacing("http-equiv", with: "").replacing(" on ", with: "")
        #expect(!body.contains(word), "\(word)")
      }
      #expect(text.contains("default-src 'none'"))
      #expect(HostileText.unsafe(in: text).filter { $0 != "\n" } == [])
    }
    #expect(Self.texts[1].contains("&lt;b&gt;&amp;&quot;'"))
  }

  @Test func `a page is of its language, and what is Chinese in an English one is marked`() throws {
    let (chinese, english) = (Self.texts[0], Self.texts[4])
    #expect(chinese.contains("<html lang=\"zh-CN\">") && !chinese.contains("<span lang"))
    #expect(english.contains("<html lang=\"en\">"))
    let body = try #require(english.firstRange(of: "<body>")).upperBound
    let rest = english[body...].replacing(/<span lang="zh-CN">[^<]*<\/span>/, with: "")
    #expect(rest.unicodeScalars.filter(SentenceCheck.isHan) == [])
  }

  @Test func `every cell is titled and has its number, so that colour says nothing alone`() {
    let cells = Self.texts[0].matches(
      of: /<span role="img" class="cell l(\d)" title="([^"]*)"><small>([^<]*)<\/small>(\d+)</)
    #expect(
      cells.map { String($0.2) } == [
        "序言：2 题", "第一条：0 题", "第二条：1 题", "第二条之一：12 题", "第三条：4 题", "第四条：0 题",
      ])
    #expect(cells.map { String($0.3) } == ["序言", "1", "2", "2-1", "3", "4"])
    #expect(cells.map { String($0.4) } == ["2", "0", "1", "12", "4", "0"])
    #expect(cells.map { String($0.1) } == ["2", "0", "1", "5", "3", "0"])
    let learners = Self.texts[2].matches(
      of: /class="cell l\d( unmet)?" title="([^"]*)"><small>[^<]*<\/small>([\d\/]+)</)
    #expect(learners.map { String($0.3) } == ["0/2", "0", "1/1", "3/12", "0/4", "0"])
    #expect(
      learners.map { $0.1 != nil } == [true, false, false, false, true, false],
      "a frame is for articles with questions, none answered")
    #expect(learners[3].2 == "第二条之一：12 题，答过 3 题")
  }

  @Test(arguments: [
    (0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (6, 3), (7, 4), (9, 4), (10, 5), (99, 5),
  ])
  func `more questions are a higher level`(questions: Int, level: Int) {
    #expect(CoverageStyle.level(questions) == level)
  }

  // MARK: Contrast

  /// The relative luminance of `#rrggbb` (WCAG 2, "relative luminance").
  private func luminance(_ colour: Substring) throws -> Double {
    let value = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double((value >> shift) & 0xFF) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test(arguments: [CoverageStyle.light, CoverageStyle.dark])
  func `all that is written stands out from its ground by 4,5 or more`(palette: String) throws {
    let colours = Dictionary(
      palette.matches(of: /--([a-z0-9]+): (#[0-9a-f]{6});/).map { ($0.1, $0.2) },
      uniquingKeysWith: { $1 })
    let pairs =
      CoverageStyle.levels.indices.map { ("g\($0)", "i\($0)") }
      + [("ground", "ink"), ("ground", "soft"), ("ground", "mark")]
    for (ground, ink) in pairs {
      let lights = [
        try luminance(try #require(colours[Substring(ground)])),
        try luminance(try #require(colours[Substring(ink)])),
      ].sorted()
      #expect((lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5, "\(ink) on \(ground)")
    }
  }

  @Test func `a page is for phones, dark rooms and paper, too`() {
    for text in Self.texts {
      #expect(text.contains("name=\"viewport\" content=\"width=device-width, initial-scale=1\""))
      #expect(text.contains("@media (prefers-color-scheme: dark)"))
      #expect(text.contains("@media print"))
    }
  }
}
