import Foundation
import Learning
import People
import Questions
import Reports
import Statutes
import TestKit
import Testing

@testable import Workflows

/// Which articles loaded banks ask about.
@Suite struct CoverageTests {
  private static let banks = Repository.folder.appendingPathComponent("questionbanks")

  private func shipped() throws -> TestData {
    let test = try TestData(shippedBanks: Self.banks)
    let shipped = ShippedBanks(test.data, actor: test.actor)
    _ = try shipped.load(try shipped.offers())
    return test
  }

  @Test func `where nothing is known of statutes, that is said`() throws {
    let test = try TestData()
    try test.load(SampleBank.bank(SampleBank.items([try SampleBank.single("S1")])))
    #expect(throws: WorkflowFailure.noStatutes) {
      try ShowCoverage(test.data, actor: test.actor).map()
    }
  }

  // MARK: The shipped banks, counted by other means

  /// How many questions rest on each article, from the text of a bank: `民法典 第一百八十四条`.
  private func counted(inFile name: String) throws -> [String: Int] {
    let text = try String(
      contentsOf: Self.banks.appendingPathComponent(name), encoding: .utf8)
    var counts: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      var places: Set<String> = []
      if line.hasPrefix("依据：") {
        for citation in line.dropFirst(3).split(separator: "；") {
          guard let found = citation.firstMatch(of: /《(.+?)》(第.+?条(?:之[一二三四五六七八九十]+)?|序言)/)
          else { continue }
          places.insert("\(found.1) \(found.2)")
        }
      } else if line.hasPrefix("Basis: ") {
        for citation in line.dropFirst(7).split(separator: ";") {
          guard let found = citation.firstMatch(of: /Constitution, (Article [0-9-]+|Preamble)/)
          else { continue }
          places.insert("宪法 \(found.1)")
        }
      }
      for place in places { counts[place, default: 0] += 1 }
    }
    return counts
  }

  static let files = Repository.bankNames

  @Test(arguments: files)
  func `the articles of a shipped bank are those that its text names, each as often`(
    bank: String
  ) throws {
    let test = try shipped()
    let map = try ShowCoverage(test.data, actor: test.actor).map(banks: [bank])
    #expect(map.banks.map(\.code) == [bank])
    #expect(map.absent.isEmpty && map.unknown.isEmpty)
    var counts: [String: Int] = [:]
    let isEnglish = bank.hasSuffix("-en")
    for statute in map.statutes {
      for article in statute.articles where article.count.questions > 0 {
        let name = isEnglish ? article.name.en : article.name.zh
        counts["\(statute.title) \(name)"] = article.count.questions
      }
      if let preamble = statute.preamble, preamble.questions > 0 {
        counts["\(statute.title) \(isEnglish ? "Preamble" : "序言")"] = preamble.questions
      }
    }
    let expected = try counted(inFile: bank + ".txt")
    #expect(counts == expected)
    #expect(expected.count > 10)
  }

  @Test func `all banks together are the sum of each, and chapters the sum of their articles`()
    throws
  {
    let test = try shipped()
    let all = try ShowCoverage(test.data, actor: test.actor).map()
    #expect(all.banks.map(\.code).sorted() == Self.files)
    let each = try Self.files.map {
      try ShowCoverage(test.data, actor: test.actor).map(banks: [$0])
    }
    for statute in all.statutes {
      let parts = each.flatMap(\.statutes).filter { $0.title == statute.title }
      for place in statute.articles.indices {
        #expect(
          statute.articles[place].count.questions
            == parts.map { $0.articles[place].count.questions }.reduce(0, +))
      }
      var places = Array(statute.leading)
      for heading in statute.headings {
        places += Array(heading.own)
        #expect(heading.own.isEmpty || heading.all.lowerBound == heading.own.lowerBound)
      }
      #expect(places == Array(statute.articles.indices), "\(statute.title)")
      let outermost = statute.headings.filter { $0.depth == 0 }
      #expect(
        outermost.map { statute.asked($0.all).numerator }.reduce(0, +)
          + statute.asked(statute.leading).numerator == statute.asked(statute.all).numerator)
    }
    let code = try #require(all.statutes.first { $0.title == "民法典" })
    #expect(code.articles.count == 1260)
    #expect(code.headings.contains { $0.depth == 3 } == code.headings.contains { $0.depth > 2 })
    #expect(all.statutes.contains { $0.articles.contains { $0.number == "291-1" } })
  }

  // MARK: What counts

  private static let law = """
    # 中华人民共和国鱼塘法
    2020年1月2日 某某会议通过
    ## 第一章 总则
    第一条 为了某事，制定本法。
    第二条 村里公布租金。
    第二条之一 租期写明。
    ## 第二章 养殖
    第三条 用药登记。
    第四条 不得倾倒垃圾。
    ## 附则
    第五条 本法自2020年7月1日起施行。

    """

  private func pond() throws -> TestData {
    let folder = try TemporaryFolder()
    let test = try TestData()
    let loaded = try LoadStatutes(test.data, actor: test.actor).load(
      files: [try folder.write(Self.law, to: "鱼塘法.md")])
    guard case .loaded = loaded else { throw WorkflowFailure.noStatutes }
    return test
  }

  private let title = StatuteTitle("鱼塘法")

  private func editions() throws -> [Edition] {
    [Edition(title: title, date: try #require(CalendarDate(iso: "2020-01-02")))]
  }

  private func question(
    _ code: String, _ articles: ArticleNumber..., state: QuestionState = .ready,
    use: QuestionUse = .both
  ) throws -> Question {
    var question = try SampleBank.single(code)
    question.citations = articles.map { Citation(title: title, provision: .article($0)) }
    question.state = state
    question.use = use
    return question
  }

  @discardableResult
  private func load(
    _ items: [BankItem], id: String = "demo", version: String = "1", into test: TestData
  ) throws -> Bank {
    let bank = Bank(
      header: try SampleBank.header(id: id, version: version, editions: try editions()),
      chapters: [BankChapter(title: "第一章", items: items)])
    try test.load(bank)
    return bank
  }

  private func counts(_ test: TestData, banks: [String] = []) throws -> [Int] {
    try ShowCoverage(test.data, actor: test.actor).map(of: ["鱼塘"], banks: banks)
      .statutes.first?.articles.map(\.count.questions) ?? []
  }

  @Test func `drafts and exam questions count, retired ones do not`() throws {
    let test = try pond()
    try load(
      SampleBank.items([
        try question("A", ArticleNumber(1)), try question("B", ArticleNumber(2), state: .draft),
        try question("C", ArticleNumber(3), state: .retired),
        try question("D", ArticleNumber(4), use: .exam),
        try question("E", ArticleNumber(2, insertion: 1)), try question("F"),
      ]), into: test)
    #expect(try counts(test) == [1, 1, 1, 0, 1, 0])
    let map = try ShowCoverage(test.data, actor: test.actor).map()
    #expect(map.banks.map(\.questions) == [5])
    #expect(map.banks.map(\.uncited) == [1])
    #expect(map.asOf.count == 10 && map.program == "mingfa test")
  }

  @Test func `only the present version counts`() throws {
    let test = try pond()
    try load(SampleBank.items([try question("A", ArticleNumber(1))]), into: test)
    try load(
      SampleBank.items([try question("A", ArticleNumber(4))]), version: "2", into: test)
    #expect(try counts(test) == [0, 0, 0, 0, 1, 0])
  }

  @Test func `each question of a case counts`() throws {
    let test = try pond()
    var item = try SampleBank.caseItem("C", questions: 3)
    for index in item.questions.indices {
      item.questions[index].citations = [
        Citation(title: title, provision: .article(ArticleNumber(index == 2 ? 1 : 3)))
      ]
    }
    try load([item], into: test)
    #expect(try counts(test) == [1, 0, 0, 2, 0, 0])
  }

  @Test func `a bank can be looked at alone, and what it cites wrongly has its code`() throws {
    let test = try pond()
    try load(SampleBank.items([try question("A", ArticleNumber(1))]), into: test)
    try load(
      SampleBank.items([try question("B", ArticleNumber(2), ArticleNumber(9))]), id: "other",
      into: test)
    #expect(try counts(test) == [1, 1, 0, 0, 0, 0])
    #expect(try counts(test, banks: ["demo"]) == [1, 0, 0, 0, 0, 0])
    #expect(try counts(test, banks: ["题库 other", "other"]) == [0, 1, 0, 0, 0, 0])
    let map = try ShowCoverage(test.data, actor: test.actor).map()
    #expect(
      map.absent == [.init(bank: "other", code: "B", citation: "《鱼塘法》第九条")])
    #expect(throws: WorkflowFailure.noSuchBank("x", known: ["demo", "other"])) {
      try counts(test, banks: ["x"])
    }
  }

  @Test func `banks that say nothing of a statute are not named with it`() throws {
    let test = try shipped()
    func codes(_ name: String) throws -> [String] {
      try ShowCoverage(test.data, actor: test.actor).map(of: [name]).banks.map(\.code)
    }
    #expect(try codes("戒毒条例") == ["anti-drug-law"])
    #expect(try Set(codes("Constitution")) == ["constitution", "constitution-en"])
    #expect(try codes("人民调解法") == ["mediation"])
    // Of a statute that none names all are: it is asked about nowhere.
    #expect(try codes("国徽法").count == Self.files.count)
  }

  // MARK: A learner

  @Test func `what a learner was never asked is told from what nobody is asked`() throws {
    let test = try pond()
    try load(
      SampleBank.items([
        try question("A", ArticleNumber(1)), try question("B", ArticleNumber(1), ArticleNumber(2)),
        try question("C", ArticleNumber(2, insertion: 1)), try question("D", ArticleNumber(3)),
        try question("E", ArticleNumber(5)),
      ]), into: test)
    let learner = try test.learner()
    let run = try test.begin(.sequential, by: learner)
    // A right answer and a wrong one are answers; an answer that is taken back is none.
    for right in [true, false, true] {
      let card = try #require(try run.turn().card)
      _ = try run.answer(card.question.response(right: right))
    }
    try run.undo()
    func statute(_ person: Learner?) throws -> CoverageMap.Statute {
      try #require(
        try ShowCoverage(test.data, actor: test.actor).map(learner: person).statutes.first)
    }
    let shown = try statute(learner)
    #expect(shown.articles.map(\.count.questions) == [2, 1, 1, 1, 0, 1])
    #expect(shown.articles.map(\.count.answered) == [2, 1, 0, 0, 0, 0])
    #expect(shown.unmet == ["2-1", "3", "5"])
    #expect(shown.total.questions == 5 && shown.total.answered == 2)
    let other = try statute(try test.learner("别人"))
    #expect(other.unmet == ["1-3", "5"])
    #expect(try statute(nil).total.answered == 0)
    let map = try ShowCoverage(test.data, actor: test.actor).map(learner: learner)
    #expect(map.person == .init(number: learner.id.number, name: "小林"))
  }

  @Test func `an answer in an exam counts when the exam has ended`() throws {
    let test = try pond()
    try load(SampleBank.items([try question("A", ArticleNumber(3))]), into: test)
    let learner = try test.learner()
    let run = try test.begin(
      .mock, by: learner,
      outline: MockOutline(
        sections: [.init(kind: .single, count: 1, points: Score(points: 2))]))
    let card = try #require(try run.turn().card)
    _ = try run.answer(card.question.response(right: true))
    func answered() throws -> Int? {
      try ShowCoverage(test.data, actor: test.actor).map(learner: learner)
        .statutes.first?.total.answered
    }
    #expect(try answered() == 0)
    _ = try run.submit()
    #expect(try answered() == 1)
  }

  // MARK: What is not there

  @Test func `what cannot be mapped is said`() throws {
    let empty = try TestData(shippedBanks: Self.banks)
    #expect(throws: WorkflowFailure.noBanks) {
      try ShowCoverage(empty.data, actor: empty.actor).map()
    }
    let lawless = try TestData()
    try load(SampleBank.items([try question("A", ArticleNumber(1))]), into: lawless)
    #expect(throws: WorkflowFailure.noStatutes) {
      try ShowCoverage(lawless.data, actor: lawless.actor).map()
    }
    let test = try pond()
    try test.load(try SampleBank.bank(SampleBank.items([try SampleBank.single("A")])))
    #expect(throws: WorkflowFailure.noSuchStatute("井", known: ["民法典", "鱼塘法"])) {
      try ShowCoverage(test.data, actor: test.actor).map(of: ["井"])
    }
    // The bank rests on a statute of which only its name is known.
    let map = try ShowCoverage(test.data, actor: test.actor).map()
    #expect(map.statutes.isEmpty)
    #expect(map.unknown.map(\.title) == ["民法典"])
    #expect(map.unknown.map(\.citations) == [1])
  }
}
