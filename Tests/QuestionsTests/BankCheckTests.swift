import Statutes
import Testing
import Text

@testable import Questions

/// Each rule of `bank check`, broken once and kept once.
@Suite struct BankCheckTests {
  static let law = CalendarDate(iso: "2020-01-02").map(text)

  static func text(_ date: CalendarDate) -> StatuteText {
    StatuteText(
      fullTitle: "中华人民共和国某法", date: date, effective: nil, preamble: [],
      headings: [],
      articles: [
        StatuteArticle(
          number: ArticleNumber(1), heading: nil,
          lines: ["当事人应当在收到决定书之日起十五日内缴纳罚款。", "到期不缴纳罚款的，每日按罚款数额的百分之三加处罚款。"]),
        StatuteArticle(
          number: ArticleNumber(2), heading: nil,
          lines: ["借用人应当妥善保管借用的图书，不得涂写、撕毁。"]),
        StatuteArticle(
          number: ArticleNumber(3), heading: nil,
          lines: ["图书馆可以延长开放时间，由馆长决定。"]),
      ])
  }

  /// A question with what is not told left as it should be.
  static func question(
    stem: String = "收到决定书以后，罚款最晚几日内缴纳？",
    options: [String] = ["十日", "十五日", "二十日", "三十日"], key: Set<Int> = [1],
    article: Int = 1, paragraph: Int? = nil, title: String = "某法",
    rationale: String = "缴纳的期限是十五日。", code: String = "X-1"
  ) throws -> Question {
    Question(
      code: try #require(QuestionCode(code)), kind: .single, stem: stem,
      options: options.enumerated().map { AnswerOption(id: OptionID($0 + 1), text: $1) },
      key: .options(Set(key.map { OptionID($0 + 1) })),
      citations: [
        Citation(
          title: StatuteTitle(title), provision: .article(ArticleNumber(article)),
          paragraph: paragraph)
      ], rationale: Rationale(rationale), difficulty: .medium, level: .remember)
  }

  static func bank(_ questions: [Question], edition: String = "2020-01-02") throws -> CheckedBank {
    CheckedBank(
      title: "试", language: .chinese,
      editions: [
        Edition(title: StatuteTitle("某法"), date: try #require(CalendarDate(iso: edition)))
      ], entries: questions.map { CheckedBank.Entry(question: $0, passage: nil) })
  }

  static let library = StatuteLibrary(
    index: StatuteIndex(statutes: []), texts: [law].compactMap(\.self))

  func rules(_ questions: [Question], library: StatuteLibrary = library) throws -> [String] {
    BankChecks.outcome(of: try Self.bank(questions), with: library).findings.map(\.rule)
  }

  /// A way to break a rule.
  struct Fault: Sendable, CustomTestStringConvertible {
    let rule: String
    let part: CheckFinding.Part
    let make: @Sendable () throws -> Question
    var testDescription: String { rule }
  }

  static let faults: [Fault] = [
    Fault(rule: "unknown-statute", part: .citation(0)) { try question(title: "乌有法") },
    Fault(rule: "unknown-place", part: .citation(0)) { try question(article: 9) },
    Fault(rule: "unknown-place", part: .citation(0)) { try question(paragraph: 3) },
    Fault(rule: "altered-quotation", part: .explanation) {
      try question(rationale: "第一条规定：「当事人应当在收到决定书之日起二十日内缴纳罚款。」十五日")
    },
    Fault(rule: "altered-quotation", part: .explanation) {
      try question(rationale: "法条写的是「甲乙丙丁戊己庚辛壬癸」，所以是十五日。")
    },
    Fault(rule: "duplicate-options", part: .option(2)) {
      try question(options: ["十日", "十五日", "10日", "三十日"])
    },
    Fault(rule: "number-not-in-article", part: .key) { try question(key: [2]) },
    Fault(rule: "term-not-in-article", part: .key) {
      try question(
        stem: "开放时间由谁决定延长？", options: ["馆长", "读者代表会议", "书店经理", "邮递员"], key: [1],
        article: 3, rationale: "延长开放时间，由读者决定。")
    },
    Fault(rule: "better-article", part: .citation(0)) {
      try question(article: 2)
    },
    Fault(rule: "all-of-the-above", part: .option(3)) {
      try question(options: ["十日", "十五日", "二十日", "以上都对"])
    },
    Fault(rule: "double-negative", part: .stem) {
      try question(stem: "关于罚款，下列说法中不属于不应当缴纳的是？")
    },
    Fault(rule: "reading-load", part: .stem) {
      try question(stem: String(repeating: "收到决定书以后，", count: 30) + "几日内缴纳罚款？")
    },
    Fault(rule: "letter-in-explanation", part: .explanation) {
      try question(rationale: "期限是十五日，E项错在太长。")
    },
  ]

  @Test(arguments: faults) func `a fault is found by its rule, at its place`(
    fault: Fault
  ) throws {
    let bank = try Self.bank([try fault.make()])
    let findings = BankChecks.outcome(of: bank, with: Self.library).findings
    #expect(
      findings.contains { $0.rule == fault.rule && $0.part == fault.part && $0.question == 0 },
      "\(findings)")
  }

  static let sound: [@Sendable () throws -> Question] = [
    { try question() },
    // Speech, a term and a part of a sentence are no altered quotations.
    { try question(rationale: "他说“我明天再来缴”。条文写明「十五日内缴纳罚款」，「罚款」是处罚。") },
    { try question(rationale: "第一条规定：“当事人应当……十五日内缴纳罚款”。") },
    // What another article says may be quoted where it is named.
    { try question(rationale: "十五日内缴纳罚款。第二条规定的是「妥善保管借用的图书」。") },
    // Computed from what the stem gives.
    { try question(stem: "三日收到决定书，最晚哪日缴纳罚款？", options: ["十八日", "十六日", "八日", "三日"], key: [0]) },
    { try question(stem: "收到决定书以后，当事人能不能不缴纳罚款？") },
    { try question(rationale: "[A] 太短，ABC 是缩写，缴纳罚款的期限是十五日。") },
  ]

  @Test(arguments: sound.indices) func `a sound question is left alone`(place: Int) throws {
    #expect(try rules([try Self.sound[place]()]) == [])
  }

  @Test func `without the text nothing that needs it counts as passed`() throws {
    let question = try Self.question(
      key: [2], rationale: "第一条规定：「当事人应当在收到决定书之日起二十日内缴纳罚款。」")
    let date = try #require(Self.law).date
    let outcome = BankChecks.outcome(
      of: try Self.bank([question]),
      with: StatuteLibrary(
        index: StatuteIndex(statutes: [
          IndexedStatute(
            fullTitle: "某法", date: date, effective: nil, preamble: 0, headings: [],
            articles: [
              .init(
                number: ArticleNumber(1), shape: ArticleShape(items: [0, 0], isClear: true),
                digest: "")
            ])
        ])))
    #expect(outcome.findings.isEmpty)
    #expect(outcome.citationsChecked == 1)
    #expect(
      outcome.unchecked == [
        "altered-quotation": 1, "number-not-in-article": 1, "term-not-in-article": 1,
        "better-article": 1,
      ])
  }

  @Test func `an edition that nobody knows is told with those that are known`() throws {
    let bank = try Self.bank([try Self.question()], edition: "2021-03-01")
    let outcome = BankChecks.outcome(of: bank, with: Self.library)
    #expect(outcome.findings.map(\.rule) == ["unknown-edition"])
    #expect(outcome.findings.first?.wording.zh.contains("2020-01-02") == true)
    #expect(outcome.citationsUnchecked == 1)
  }

  @Test func `of two questions alike the second is told, and whether the keys differ`() throws {
    let first = try Self.question()
    var second = try Self.question(
      stem: "收到决定书以后罚款最晚几日内缴纳", options: ["三十日", "二十日", "十五日", "十日"], key: [2], code: "X-2")
    #expect(try rules([first, second]) == ["same-question"])
    second.key = .options([OptionID(1)])
    #expect(
      try rules([first, second]).sorted() == ["contradicting-keys", "number-not-in-article"])
  }

  @Test(
    arguments: [
      ("收到决定书以后，罚金最晚几日内缴纳？", "near-duplicate"), ("收到决定书以后，罚款最晚几个月内缴纳？", "near-duplicate"),
      ("图书应当由谁妥善保管，丢了怎么赔？", nil),
    ] as [(String, String?)])
  func `a stem that is nearly another one is told`(stem: String, rule: String?) throws {
    let second = try Self.question(stem: stem, code: "X-2")
    let found = try rules([try Self.question(), second]).filter { $0 == "near-duplicate" }
    #expect(found == [rule].compactMap(\.self))
  }

  @Test func `stems alike with other options are left alone`() throws {
    let stem = "关于罚款的缴纳，下列说法正确的是："
    let first = try Self.question(stem: stem)
    let second = try Self.question(
      stem: stem, options: ["十五日内缴纳", "可以不缴", "由别人缴", "缴给书店"], key: [0], code: "X-2")
    #expect(try !rules([first, second]).contains("near-duplicate"))
  }

  /// A bank of so many questions, the key of each at its place.
  func bank(keys: [Int], longest: Bool) throws -> [String] {
    let letters = ["甲", "乙", "丙", "丁"]
    let questions = try keys.enumerated().map { number, key in
      try Self.question(
        stem: "收到决定书以后，第\(number)件罚款几日内缴纳？",
        options: letters.enumerated().map { place, letter in
          "\(letter)号十五日" + (place == key && longest ? "以内" : "")
        }, key: [key], code: "X-\(number)")
    }
    // Only the number in it tells one stem from another here.
    return try rules(questions).filter { $0 != "near-duplicate" }
  }

  @Test func `keys under one letter and keys that are longest are told of a whole bank`() throws {
    #expect(try bank(keys: (0..<40).map { $0 % 4 }, longest: false) == [])
    #expect(try bank(keys: Array(repeating: 2, count: 40), longest: false) == ["key-positions"])
    #expect(try bank(keys: (0..<40).map { $0 % 4 }, longest: true) == ["longest-key"])
    // Of a few questions nothing can be said.
    #expect(try bank(keys: [2, 2, 2, 2, 2], longest: true) == [])
  }

  static func waiver(_ rule: String) -> Waiver { Waiver(rule: rule, reason: "有意为之") }

  @Test(arguments: faults)
  func `a finding that its question silences is counted, with the reason`(fault: Fault) throws {
    var question = try fault.make()
    let before = BankChecks.outcome(of: try Self.bank([question]), with: Self.library)
    question.waivers = [Self.waiver(fault.rule)]
    let outcome = BankChecks.outcome(of: try Self.bank([question]), with: Self.library)
    let (silenced, left) = (
      before.findings.filter { $0.rule == fault.rule },
      before.findings.filter { $0.rule != fault.rule }
    )
    #expect(outcome.findings == left)
    #expect(outcome.waived == silenced.map { WaivedFinding(finding: $0, reason: "有意为之") })
    #expect(!outcome.waived.isEmpty)
  }

  @Test func `a waiver holds for its own question only`() throws {
    let options = ["十日", "十五日", "二十日", "以上都对"]
    var first = try Self.question(options: options)
    first.waivers = [Self.waiver("all-of-the-above")]
    let second = try Self.question(
      stem: "图书馆由谁决定延长开放时间，要不要登记？", options: ["馆长", "读者", "邻居", "以上都对"], key: [0], article: 3,
      rationale: "图书馆可以延长开放时间，由馆长决定。", code: "X-2")
    let outcome = BankChecks.outcome(of: try Self.bank([first, second]), with: Self.library)
    #expect(outcome.findings.map(\.rule) == ["all-of-the-above"])
    #expect(outcome.findings.map(\.question) == [1])
    #expect(outcome.waived.map(\.finding.question) == [0])
  }

  @Test func `a waiver that silences nothing is told, at its place among several`() throws {
    var question = try Self.question(options: ["十日", "十五日", "二十日", "以上都对"])
    question.waivers = ["all-of-the-above", "reading-load", "all-of-the-above"].map(Self.waiver)
    let outcome = BankChecks.outcome(of: try Self.bank([question]), with: Self.library)
    #expect(outcome.findings.map(\.rule) == ["idle-waiver", "idle-waiver"])
    #expect(outcome.findings.map(\.part) == [.waiver(1), .waiver(2)])
    #expect(outcome.findings.allSatisfy { $0.severity == .warning && $0.question == 0 })
    #expect(outcome.findings.first?.wording.zh.contains("reading-load") == true)
  }

  /// The law is not loaded, and its edition not known either.
  @Test(arguments: [
    "unknown-statute", "unknown-place", "altered-quotation", "number-not-in-article",
    "term-not-in-article", "better-article", "contradicting-keys",
  ])
  func `a waiver is not idle where nobody knows`(rule: String) throws {
    var question = try Self.question(rationale: "第一条规定：「收到决定书之日起十五日内缴纳罚款。」")
    question.waivers = [Self.waiver(rule)]
    let bank = try Self.bank([question])
    let outcome = BankChecks.outcome(
      of: bank, with: StatuteLibrary(index: StatuteIndex(statutes: []), texts: []))
    #expect(outcome.findings.isEmpty)
    let informed = BankChecks.outcome(of: bank, with: Self.library).findings.map(\.rule)
    #expect(informed == (rule == "contradicting-keys" ? [] : ["idle-waiver"]))
  }

  @Test func `a waiver is not idle where some questions could not be read`() throws {
    var question = try Self.question()
    question.waivers = [Self.waiver("near-duplicate")]
    let whole = try Self.bank([question])
    let part = CheckedBank(
      title: whole.title, language: whole.language, editions: whole.editions,
      entries: whole.entries, isWhole: false)
    #expect(BankChecks.outcome(of: whole, with: Self.library).findings.count == 1)
    #expect(BankChecks.outcome(of: part, with: Self.library).findings.isEmpty)
  }

  @Test func `what was found beside other banks is silenced, too`() throws {
    var question = try Self.question()
    let other = ContradictingKeys.finding(0, code: question.code, source: "别的题库")
    question.waivers = [Self.waiver("contradicting-keys")]
    let outcome = BankChecks.outcome(
      of: try Self.bank([question]), with: Self.library, and: [other])
    #expect(outcome.findings.isEmpty)
    #expect(outcome.waived.map(\.finding) == [other])
  }

  @Test func `every rule has a name and a purpose of its own`() {
    let ids = BankChecks.registry.map(\.id)
    #expect(Set(ids).count == ids.count)
    for check in BankChecks.registry {
      #expect(check.id.allSatisfy { $0.isLowercase || $0 == "-" })
      #expect(check.purpose.zh != check.purpose.en)
    }
  }
}
