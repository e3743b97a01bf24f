import Foundation
import Learning
import People
import Questions
import Statutes
import TestKit
import Testing

@testable import Storage

/// What a load changes, and what it leaves alone.
@Suite struct BankLoadTests {
  let test: TestData
  var file: DatabaseFile { test.data.file }

  init() throws { test = try TestData() }

  /// Two plain questions and a case of two.
  static func bank() throws -> Bank {
    try SampleBank.bank([
      BankItem(questions: [try SampleBank.single("Q1")]),
      BankItem(questions: [try SampleBank.single("Q2", stem: "另一题")]),
      try SampleBank.caseItem("C1", questions: 2),
    ])
  }

  /// Something that a trainer changes in the first question.
  struct Edit: Sendable, CustomTestStringConvertible {
    let name: String
    let change: @Sendable (inout Bank) -> Void
    var testDescription: String { name }

    init(_ name: String, _ change: @escaping @Sendable (inout Bank) -> Void) {
      self.name = name
      self.change = change
    }

    /// An edit of the first question.
    static func first(_ name: String, _ change: @escaping @Sendable (inout Question) -> Void)
      -> Edit
    {
      Edit(name) { change(&$0.chapters[0].items[0].questions[0]) }
    }
  }

  static let contents: [Edit] = [
    .first("stem") { $0.stem += "？" },
    .first("space in the stem") { $0.stem += " " },
    .first("key") { $0.key = .options([OptionID(2)]) },
    .first("text of an option") { $0.options[2].text = "由人民法院决定" },
    .first("order of the options") { question in
      question.options.swapAt(0, 1)
      question.options[0].id = OptionID(1)
      question.options[1].id = OptionID(2)
      question.key = .options([OptionID(2)])
    },
    .first("a further option") {
      $0.options.append(AnswerOption(id: OptionID(5), text: "以上都不对"))
    },
    .first("an option less") { $0.options.removeLast() },
    .first("order rule") { $0.order = .fixed },
    .first("scoring rule") { $0.rule = .half },
    .first("article cited") {
      $0.citations = [
        Citation(title: SampleBank.title, provision: .article(ArticleNumber(185)))
      ]
    },
    .first("a further citation") { $0.citations.append($0.citations[0]) },
    .first("citation taken away") { $0.citations = [] },
    .first("type") { $0.kind = .indefinite },
  ]

  @Test(arguments: contents)
  func `changed content makes one new version of just that question`(edit: Edit) throws {
    var bank = try Self.bank()
    try test.load(bank)
    let before = try file.dump()
    edit.change(&bank)
    let summary = try test.load(bank)
    #expect(summary.figures == "1 changed, 3 unchanged")
    #expect(try file.count("question_version") == 5)
    #expect(try file.count("question") == 4)
    #expect(
      try file.text(
        """
        SELECT q.code || ' ' || v.number FROM question q JOIN question_version v
        ON v.id = q.version_id ORDER BY q.id
        """) == ["Q1 2", "Q2 1", "C1-1 1", "C1-2 1"])
    let old = try #require(before["question_version"])
    #expect(Set(old).isSubset(of: try #require(try file.dump()["question_version"])))
    #expect(try test.load(bank).unchanged == 4)
  }

  static let details: [Edit] = [
    .first("explanation") { $0.rationale = Rationale("改过的解析") },
    .first("difficulty") { $0.difficulty = .hard },
    .first("difficulty taken away") { $0.difficulty = nil },
    .first("level") { $0.level = .apply },
    .first("tags") { $0.topics = ["登记", "公证"] },
    .first("use") { $0.use = .practice },
    .first("state") { $0.state = .draft },
    .first("retired") { $0.state = .retired },
    .first("waiver") { $0.waivers = [Waiver(rule: "reading-load", reason: "长一点才说得清")] },
    Edit("chapter") { bank in
      let moved = bank.chapters[0].items.removeFirst()
      bank.chapters.append(BankChapter(title: "第二章", items: [moved]))
    },
  ]

  @Test(arguments: details)
  func `changed details make no version and keep what they replace`(edit: Edit) throws {
    var bank = try Self.bank()
    try test.load(bank)
    edit.change(&bank)
    let summary = try test.load(bank)
    #expect(summary.figures == "1 amended, 3 unchanged")
    #expect(try file.count("question_version") == 4)
    #expect(try file.count("question_detail_history") == 1)
    #expect(
      try file.text("SELECT rationale FROM question_detail_history") == ["因为 [#1] 合乎规定"])
    #expect(
      try file.text("SELECT topics || difficulty || level FROM question_detail_history") == ["登记32"]
    )
    #expect(try test.load(bank).unchanged == 4)
    #expect(try file.count("question_detail_history") == 1)
    #expect(try RoundTrip.bank("demo", in: test) == bank)
  }

  @Test func `a waiver that changes or goes makes no version and is kept as history`() throws {
    var bank = try Self.bank()
    let long = Waiver(rule: "reading-load", reason: "长 一点")
    let lists = [[long], [long, Waiver(rule: "near-duplicate", reason: "不同（见“解析”）")], []]
    try test.load(bank)
    for waivers in lists {
      bank.chapters[0].items[0].questions[0].waivers = waivers
      #expect(try test.load(bank).figures == "1 amended, 3 unchanged")
      #expect(try RoundTrip.bank("demo", in: test) == bank)
      #expect(try test.load(bank).figures == "4 unchanged")
    }
    #expect(
      try file.text("SELECT waivers FROM question_detail_history ORDER BY id") == [
        "", "reading-load 长 一点", "reading-load 长 一点\nnear-duplicate 不同（见“解析”）",
      ])
  }

  @Test func `a state that changes keeps its history`() throws {
    var bank = try Self.bank()
    for state in [QuestionState.ready, .draft, .retired, .ready] {
      bank.chapters[0].items[0].questions[0].state = state
      try test.load(bank)
    }
    #expect(
      try file.text("SELECT before FROM question_transition ORDER BY id") == ["1", "0", "2"])
  }

  @Test func `a changed passage makes a version of it and of every question of its case`() throws {
    var bank = try Self.bank()
    try test.load(bank)
    bank.chapters[0].items[2].passage?.text = "某村发生了另一起纠纷。"
    let summary = try test.load(bank)
    #expect(summary.figures == "2 changed, 2 unchanged")
    #expect(try file.count("passage") == 1)
    #expect(
      try file.text("SELECT body FROM passage_version ORDER BY number")
        == ["某村发生一起纠纷。", "某村发生了另一起纠纷。"])
    #expect(try RoundTrip.bank("demo", in: test) == bank)
    #expect(try test.load(bank).unchanged == 4)
  }

  @Test func `an explanation that now speaks of another option keeps what it said before`() throws {
    var bank = try Self.bank()
    try test.load(bank)
    // The options change places and the explanation still names the first of the file.
    bank.chapters[0].items[0].questions[0].options = SampleBank.options(
      ["不必登记", "应当登记", "由法院决定", "由村委会决定"])
    bank.chapters[0].items[0].questions[0].key = .options([OptionID(2)])
    #expect(try test.load(bank).changed == 1)
    #expect(try file.text("SELECT rationale FROM question WHERE code = 'Q1'") == ["因为 [#2] 合乎规定"])
    #expect(
      try file.text("SELECT rationale FROM question_detail_history") == ["因为 [#1] 合乎规定"])
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `loading the same bank again changes no row`(seed: UInt64) throws {
    let bank = try RandomBank.bank(seed: seed)
    let first = try test.load(bank)
    let before = try file.dump()
    test.clock.advance(60_000)
    let second = try test.load(bank)
    #expect(try file.dump() == before)
    #expect(second.figures == "\(first.added) unchanged")
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func `a bank comes out as it went in, also over another one`(seed: UInt64) throws {
    let bank = try RandomBank.bank(seed: seed)
    try test.load(bank)
    #expect(try RoundTrip.bank("demo", in: test) == bank)
    // Over a bank with the same codes and other content.
    let other = try RandomBank.bank(seed: seed + 1000)
    try test.load(other, retireMissing: true)
    try test.load(bank, retireMissing: true)
    let again = try RoundTrip.bank("demo", in: test)
    let codes = Set(bank.chapters.flatMap { $0.items.flatMap { $0.questions.map(\.code) } })
    #expect(RoundTrip.unlettered(again, only: codes) == RoundTrip.unlettered(bank, only: codes))
  }

  @Test func `two banks with the same codes know nothing of each other`() throws {
    let one = try SampleBank.bank(SampleBank.items([SampleBank.single("Q1")]), id: "one")
    var two = try SampleBank.bank(SampleBank.items([SampleBank.single("Q1")]), id: "two")
    two.chapters[0].items[0].questions[0].stem = "别的"
    try test.load(one)
    #expect(try test.load(two).added == 1)
    #expect(try test.load(one).unchanged == 1)
    #expect(try RoundTrip.bank("one", in: test) == one)
    #expect(try RoundTrip.bank("two", in: test) == two)
  }

  @Test func `a new version of the bank, its title and its editions are taken over`() throws {
    var bank = try Self.bank()
    #expect(try test.load(bank).previousVersion == nil)
    let date = try #require(CalendarDate(iso: "2026-01-01"))
    bank.header = BankHeader(
      id: "demo", title: "新名称", language: .english, version: try #require(BankVersion("2.1")),
      editions: [
        Edition(title: StatuteTitle("Constitution"), original: StatuteTitle("《宪法》"), date: date),
        Edition(title: SampleBank.title, date: date),
      ])
    for index in bank.chapters[0].items[0].questions.indices {
      bank.chapters[0].items[0].questions[index].citations = []
    }
    bank.chapters[0].items[1].questions[0].citations = []
    #expect(try test.load(bank).previousVersion == "1")
    #expect(try RoundTrip.bank("demo", in: test) == bank)
  }

  // MARK: Keys and memories

  static let keys: [(Edit, due: Bool)] = [
    (.first("another option is right") { $0.key = .options([OptionID(2)]) }, true),
    (
      .first("two options are right") {
        $0.kind = .multiple
        $0.key = .options([OptionID(1), OptionID(2)])
      }, true
    ),
    (.first("another type") { $0.kind = .indefinite }, true),
    (.first("stem") { $0.stem = "改过的题干" }, false),
    (
      .first("the right option under another letter") {
        $0.options = SampleBank.options(["不必登记", "应当登记", "由法院决定", "由村委会决定"])
        $0.key = .options([OptionID(2)])
      }, false
    ),
    (.first("explanation") { $0.rationale = Rationale("另一句") }, false),
  ]

  @Test(arguments: keys)
  func `a changed key, and nothing else, makes what is remembered due`(
    edit: Edit, due: Bool
  ) throws {
    var bank = try Self.bank()
    try test.load(bank)
    for name in ["甲", "乙"] {
      let run = try test.begin(.sequential, by: test.learner(name))
      for _ in 0..<2 {
        let card = try #require(try run.turn().card)
        _ = try run.answer(card.question.response(right: true))
      }
    }
    edit.change(&bank)
    #expect(try test.load(bank).due == (due ? 2 : 0))
    #expect(try file.count("question_memory", where: "is_due") == (due ? 2 : 0))
    #expect(try file.count("question_memory", where: "is_due AND question_id <> 1") == 0)
  }

  // MARK: All or nothing

  struct Failure: Error {}

  @Test func `a load that fails writes nothing`() throws {
    try test.load(Self.bank())
    let before = try file.dump()
    var changed = try Self.bank()
    changed.chapters[0].items[0].questions[0].stem = "改过"
    #expect(throws: Failure.self) {
      try test.data.banks.load(now: 5, retireMissing: true) { load in
        try load.begin(changed.header)
        try load.chapter("新章")
        try load.item(changed.chapters[0].items[0])
        try load.item(BankItem(questions: [try SampleBank.single("NEW")]))
        throw Failure()
      }
    }
    #expect(try file.dump() == before)
  }

  @Test func `a code that stands twice ends the load with nothing written`() throws {
    let before = try file.dump()
    #expect(throws: StorageFailure.self) {
      try test.load(
        SampleBank.bank(SampleBank.items([SampleBank.single("Q1"), SampleBank.truth("Q1")])))
    }
    #expect(try file.dump() == before)
  }

  @Test func `a trial tells what it would do and does nothing`() throws {
    try test.load(Self.bank())
    let before = try file.dump()
    var changed = try Self.bank()
    changed.chapters[0].items[0].questions[0].stem = "改过"
    changed.chapters[0].items[1].questions[0].difficulty = .hard
    changed.chapters[0].items[2] = BankItem(questions: [try SampleBank.single("NEW")])
    let trial = try test.load(changed, retireMissing: true, isTrial: true)
    #expect(trial.figures == "1 added, 1 changed, 1 amended, 2 retired")
    #expect(try file.dump() == before)
    #expect(try test.load(changed, retireMissing: true) == trial)
  }

  @Test func `a key confirmed under an edition is a record beside the version`() throws {
    var bank = try Self.bank()
    let date = try #require(CalendarDate(iso: "2026-11-24"))
    bank.header.review = BankReview(date: date, reviewer: "某县司法局")
    try test.load(bank)
    try test.load(bank)
    #expect(
      try file.text(
        "SELECT version_id || statute || edition || checked_by || checked_on FROM version_check ORDER BY 1"
      )
        == [1, 2].map { "\($0)民法典2020-05-28某县司法局2026-11-24" })
    bank.header.review = BankReview(
      date: try #require(CalendarDate(iso: "2027-01-05")), reviewer: "某县司法局")
    let summary = try test.load(bank)
    #expect(summary.unchanged == 4)
    #expect(try file.count("version_check") == 4)
  }
}
