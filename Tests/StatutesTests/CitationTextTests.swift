import Statutes
import Testing
import Text

@Suite struct CitationTextTests {
  static let civilCode = StatuteTitle("民法典")
  static let constitution = StatuteTitle("宪法")
  static let english = StatuteTitle("Constitution")

  static func article(
    _ title: StatuteTitle, _ number: Int, _ insertion: Int = 0, paragraph: Int? = nil,
    item: Int? = nil
  ) -> Citation {
    Citation(
      title: title, provision: .article(ArticleNumber(number, insertion: insertion)),
      paragraph: paragraph, item: item)
  }

  @Test(
    "citations as people write them are read",
    arguments: [
      ("《民法典》第一百八十四条", [article(civilCode, 184)]),
      ("《中华人民共和国民法典》第一百八十四条", [article(civilCode, 184)]),
      ("《民法典》第一百八十四条第一款第二项", [article(civilCode, 184, paragraph: 1, item: 2)]),
      ("《民法典》第184条第1款", [article(civilCode, 184, paragraph: 1)]),
      ("《民法典》第１８４条第１款", [article(civilCode, 184, paragraph: 1)]),
      ("《民法典》 第184条 第1款", [article(civilCode, 184, paragraph: 1)]),
      ("民法典第三十六条", [article(civilCode, 36)]),
      ("民法典 第36条", [article(civilCode, 36)]),
      ("《民法典》第一百八十四条之一第二款", [article(civilCode, 184, 1, paragraph: 2)]),
      ("《民法典》第三十六条第（二）项", [article(civilCode, 36, item: 2)]),
      ("《民法典》第三十六条第(2)项", [article(civilCode, 36, item: 2)]),
      ("《民法典》第三十六条。", [article(civilCode, 36)]),
      ("《宪法》序言", [Citation(title: constitution, provision: .preamble)]),
      ("《宪法》序言第七自然段", [Citation(title: constitution, provision: .preamble, paragraph: 7)]),
      ("《宪法》序言第7段", [Citation(title: constitution, provision: .preamble, paragraph: 7)]),
      ("宪法序言", [Citation(title: constitution, provision: .preamble)]),
      // Lists; a citation without a title takes the one before it.
      (
        "《民法典》第十条；第十一条第二款；《宪法》第三十三条",
        [article(civilCode, 10), article(civilCode, 11, paragraph: 2), article(constitution, 33)]
      ),
      ("《民法典》第十条; 第十一条;", [article(civilCode, 10), article(civilCode, 11)]),
      ("；；", []), ("", []), ("  ", []),
      // English.
      ("Constitution, Article 33", [article(english, 33)]),
      ("Constitution , Art. 33.", [article(english, 33)]),
      (
        "Constitution, Article 33, paragraph 2, item 1",
        [article(english, 33, paragraph: 2, item: 1)]
      ),
      ("Constitution, article 33-1, Para. 2", [article(english, 33, 1, paragraph: 2)]),
      ("Constitution, Article 33, item 1", [article(english, 33, item: 1)]),
      ("Constitution, Preamble", [Citation(title: english, provision: .preamble)]),
      (
        "Constitution, preamble, paragraph 7",
        [Citation(title: english, provision: .preamble, paragraph: 7)]
      ),
      ("Constitution, Article 1; Article 2", [article(english, 1), article(english, 2)]),
      (
        "Law on Rights, Duties and Care, Article 3",
        [
          article(StatuteTitle("Law on Rights, Duties and Care"), 3)
        ]
      ),
      // The languages mix.
      ("Constitution第三十三条", [article(english, 33)]),
      ("民法典, Article 184", [article(civilCode, 184)]),
    ] as [(String, [Citation])])
  func read(text: String, expected: [Citation]) throws {
    #expect(try CitationText.read(text).get() == expected)
  }

  @Test(
    "what is no citation is pointed at",
    arguments: [
      ("第三十六条", .noTitle), ("序言", .noTitle), ("Article 36", .noTitle), ("；第一条", .noTitle),
      ("《》第一条", .noTitle),
      ("见教材", .unreadable(offset: 0, text: "见教材")),
      ("textbook", .unreadable(offset: 0, text: "textbook")),
      ("《民法典》", .unreadable(offset: 0, text: "《民法典》")),
      ("《民法典第一条", .unreadable(offset: 0, text: "《民法典第一条")),
      ("《民法典》第一百二条", .unreadable(offset: 0, text: "《民法典》第一百二条")),
      ("《民法典》第零条", .unreadable(offset: 0, text: "《民法典》第零条")),
      ("《民法典》第0条", .unreadable(offset: 0, text: "《民法典》第0条")),
      ("《民法典》第一条之零", .unreadable(offset: 0, text: "《民法典》第一条之零")),
      ("《民法典》第一条第二", .unreadable(offset: 0, text: "《民法典》第一条第二")),
      ("《民法典》第一条第（二项", .unreadable(offset: 0, text: "《民法典》第一条第（二项")),
      ("《民法典》第一条第二项第一款", .unreadable(offset: 0, text: "《民法典》第一条第二项第一款")),
      ("《民法典》第99999999999999999999条", .unreadable(offset: 0, text: "《民法典》第99999999999999999999条")),
      ("《民法典》第十条；见教材", .unreadable(offset: 9, text: "见教材")),
      ("《民法典》第十条；  见教材 ；第十一条", .unreadable(offset: 11, text: "见教材")),
      ("  第?条", .unreadable(offset: 2, text: "第?条")),
      ("Constitution, Article 0", .unreadable(offset: 0, text: "Constitution, Article 0")),
      ("Constitution, Article x", .unreadable(offset: 0, text: "Constitution, Article x")),
      ("Constitution, Article +3", .unreadable(offset: 0, text: "Constitution, Article +3")),
      ("Constitution, Article 3-", .unreadable(offset: 0, text: "Constitution, Article 3-")),
      ("Constitution, Article 3-0", .unreadable(offset: 0, text: "Constitution, Article 3-0")),
      ("Constitution, Article 1-2-3", .unreadable(offset: 0, text: "Constitution, Article 1-2-3")),
      (
        "Constitution, Article 3, paragraph 0",
        .unreadable(offset: 0, text: "Constitution, Article 3, paragraph 0")
      ),
      (
        "Constitution, Article 3, item 1, paragraph 2",
        .unreadable(offset: 0, text: "Constitution, Article 3, item 1, paragraph 2")
      ),
      (
        "Constitution, Article 3; see book",
        .unreadable(offset: 25, text: "see book")
      ),
    ] as [(String, CitationText.Flaw)])
  func flaws(text: String, expected: CitationText.Flaw) {
    #expect(CitationText.read(text) == .failure(CitationText.FlawError(flaw: expected)))
  }

  @Test func `a citation without a title reads as unreadable only where it is unreadable`() {
    #expect(
      CitationText.read("第?条")
        == .failure(CitationText.FlawError(flaw: .unreadable(offset: 0, text: "第?条"))))
    #expect(
      CitationText.read("第三条") == .failure(CitationText.FlawError(flaw: .noTitle)))
  }

  @Test(
    "citations are printed as lawyers write them",
    arguments: [
      (
        article(civilCode, 184, paragraph: 1, item: 2), "《民法典》第一百八十四条第一款第二项",
        "民法典, Article 184, paragraph 1, item 2"
      ),
      (article(civilCode, 184, 1), "《民法典》第一百八十四条之一", "民法典, Article 184-1"),
      (
        article(english, 33, paragraph: 2), "Constitution第三十三条第二款",
        "Constitution, Article 33, paragraph 2"
      ),
      (
        Citation(title: constitution, provision: .preamble, paragraph: 7), "《宪法》序言第七自然段",
        "宪法, Preamble, paragraph 7"
      ),
    ])
  func printed(citation: Citation, chinese: String, english: String) {
    #expect(citation.text(in: .chinese) == chinese)
    #expect(citation.text(in: .english) == english)
  }

  @Test(
    "printed citations read back as themselves", arguments: Language.allCases, UInt64(1)...40)
  func roundTrip(language: Language, seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let titles = [
      "民法典", "禁毒法", "Constitution", "Law on Rights, Duties and Care", "WTO协定", "第三次修正案",
    ]
    let citations = (0..<(1 + random(6))).map { _ -> Citation in
      let title = StatuteTitle(titles[random(titles.count)])
      let paragraph = random(2) == 0 ? nil : 1 + random(120)
      if random(5) == 0 {
        return Citation(title: title, provision: .preamble, paragraph: paragraph)
      }
      return Self.article(
        title, 1 + random(1500), random(3), paragraph: paragraph,
        item: random(2) == 0 ? nil : 1 + random(30))
    }
    let text = CitationText.print(citations, in: language)
    #expect(try CitationText.read(text).get() == citations)
  }
}
