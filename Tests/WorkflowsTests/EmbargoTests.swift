import Exams
import Foundation
import Learning
import People
import Questions
import Reports
import Statutes
import Storage
import TestKit
import Testing
import Workflows

/// What stands on the papers of an exam is seen by no learner before its results are out, whatever the way.
@Suite struct EmbargoTests {
  let year: ExamYear
  let learner: Learner
  private var data: MingfaData { year.room.data }
  private var test: TestData { year.room.test }

  init() throws {
    year = try ExamYear()
    learner = try year.room.test.learner("小林")
  }

  /// Misses and stars every question once, so that each mode has something to ask.
  private func meetAll() throws {
    let run = try test.begin(.sequential, by: learner)
    while let card = try run.turn().card {
      _ = try data.practice.toggleStar(card.stored.ref.question, by: learner.id, now: 1)
      _ = try run.answer(card.question.response(right: false))
      if try data.practice.openAttempts(of: learner.id).isEmpty { break }
    }
    test.clock.advance(3 * 86_400_000)
  }

  private func freeze(_ code: String = "one", isRehearsal: Bool = false, hides: Bool = true) throws
    -> CreateExam.Created
  {
    try year.create(
      [ExamYear.entrant("考生")], code: code, isRehearsal: isRehearsal, hidesQuestions: hides)
  }

  /// What a run asks from here on.
  private func asked(_ run: Practise) throws -> Set<Int64> {
    var asked: Set<Int64> = []
    for _ in 0..<100 {
      guard let card = try run.turn(stay: run.mode.rules.asks).card else { break }
      asked.insert(card.stored.ref.question)
      if run.mode.rules.asks { _ = try run.answer(card.question.response(right: true)) }
    }
    return asked
  }

  private static let outline = MockOutline(
    sections: [
      .init(kind: .single, count: 20, points: Score(points: 2)),
      .init(kind: .trueFalse, count: 10, points: Score(points: 1)),
    ], minutes: 600)

  static let modes = PracticeMode.all + [.simple]

  @Test(arguments: modes) func `no mode asks it, and all that is left can come`(
    mode: PracticeMode
  ) throws {
    try meetAll()
    let created = try freeze()
    let held = try data.held.questions()
    #expect(held.count == 6)
    let seen = try asked(
      test.begin(
        mode, by: learner, chapter: mode.rules.source == .chapter ? "第一章" : nil,
        outline: mode == .mock ? Self.outline : nil))
    #expect(!seen.isEmpty && seen.isDisjoint(with: held))
    if mode == .sequential { #expect(seen.count == 30) }
    try year.hold(created, [:])
    #expect(try data.held.questions().isEmpty)
  }

  @Test func `a plan and its counts leave it out`() throws {
    _ = try freeze()
    _ = try EditPlans(data, actor: test.actor).add(
      .init(date: "2027-02-01"), for: learner, language: .chinese)
    let seen = try asked(test.begin(.today, by: learner))
    #expect(try !seen.isEmpty && seen.isDisjoint(with: data.held.questions()))
    #expect(try data.banks.banks().map(\.questions) == [30])
    #expect(try data.figures.progress(of: learner.id, day: 0).map(\.count.questions) == [30])
  }

  @Test func `after publication it comes back by itself, in its place`() throws {
    let before = (try data.banks.banks(), try data.banks.chapters(of: 1))
    let order = try asked(test.begin(.sequential, by: learner))
    let created = try freeze()
    #expect(try data.banks.banks() != before.0)
    try year.hold(created, [:], publishes: false)
    #expect(try data.held.questions().count == 6, "an exam that is over is not yet out")
    try year.room.holding.publish(created.exam)
    #expect(try data.banks.banks() == before.0)
    #expect(try data.banks.chapters(of: 1) == before.1)
    #expect(try asked(test.begin(.sequential, by: learner)) == order)
  }

  @Test func `what two exams hold comes back with the second`() throws {
    let first = try freeze("one")
    let one = try data.held.questions()
    let second = try year.create(
      [ExamYear.entrant("考生")], code: "two", blueprint: ExamYear.blueprint("other"))
    let both = try data.held.questions()
    try year.hold(first, [:])
    let two = try data.held.questions()
    #expect(two.count == 6 && both == one.union(two))
    #expect(try asked(test.begin(.sequential, by: learner)).isDisjoint(with: two))
    try year.hold(second, [:])
    #expect(try data.held.questions().isEmpty)
  }

  @Test(arguments: [(true, true), (false, false), (true, false)])
  func `a rehearsal, and an exam that is to hide nothing, hold nothing back`(
    isRehearsal: Bool, hides: Bool
  ) throws {
    _ = try freeze(isRehearsal: isRehearsal, hides: hides)
    #expect(try data.held.questions().isEmpty)
    #expect(try asked(test.begin(.sequential, by: learner)).count == 36)
  }

  // MARK: What was begun before

  @Test(arguments: [false, true]) func `a paper that was drawn before passes over it`(
    isResumed: Bool
  ) throws {
    var run = try test.begin(.mock, by: learner, outline: Self.outline)
    _ = try run.turn()
    _ = try freeze()
    let held = try data.held.questions()
    if isResumed {
      run = try #require(try test.resume(learner))
      #expect(try asked(run).isDisjoint(with: held))
    } else {
      // The one on the screen is answered to its end.
      let present = try #require(try run.turn().card).stored.ref.question
      _ = try run.answer(.blank)
      #expect(try asked(run).subtracting([present]).isDisjoint(with: held))
    }
    for number in 1...30 {
      guard let card = try run.jump(to: number)?.card else { continue }
      #expect(!held.contains(card.stored.ref.question))
    }
    while let card = try run.previous()?.card {
      #expect(!held.contains(card.stored.ref.question))
    }
    _ = try run.submit()
    #expect(try run.review().allSatisfy { !held.contains($0.card.stored.ref.question) })
  }

  @Test func `who looks back in practice does not meet it`() throws {
    let run = try test.begin(.sequential, by: learner)
    for _ in 0..<20 {
      guard let card = try run.turn().card else { break }
      _ = try run.answer(card.question.response(right: true))
    }
    _ = try freeze()
    let held = try data.held.questions()
    var count = 0
    while let card = try run.previous()?.card {
      count += 1
      #expect(!held.contains(card.stored.ref.question))
    }
    #expect(count > 10)
  }

  // MARK: Looking it up

  private static let blind: [Role?] = [nil, .learner, .invigilator]
  private static let seeing: [Role] = [.trainer, .administrator]

  private func actor(_ role: Role?) -> Actor { Actor(account: AccountID(7), role: role) }

  private func heldQuestion() throws -> StoredQuestion {
    let question = try #require(try data.held.questions().min())
    return try #require(try data.questions.question(question))
  }

  @Test(arguments: blind) func `nobody without a role for it finds it in the bank`(role: Role?)
    throws
  {
    let created = try freeze()
    let stored = try heldQuestion()
    let code = stored.question.code.text
    let showing = try ShowBank(data, actor: actor(role))
    let bank = try showing.find("town")
    let failure = WorkflowFailure.heldForExam(code, exams: ["one"])
    #expect(throws: failure) { try showing.question(code, in: bank) }
    #expect(throws: failure) { try EditQuestion(data, actor: actor(role)).begin(code, in: "town") }
    let source = try showing.source(of: bank)
    #expect(source.held.questions == 6 && source.held.exams == ["one"])
    #expect(!source.text.contains(stored.question.stem))
    #expect(source.text.split(separator: "\n").count { $0.hasPrefix("编号：") } == 30)
    let searching = SearchQuestions(data, actor: actor(role))
    #expect(try searching.find(stored.question.stem, limit: 9).isEmpty)
    #expect(
      try LookUpQuestions(data, learner: learner).find(stored.question.stem, limit: 9).isEmpty)
    try year.hold(created, [:])
    #expect(try showing.question(code, in: bank) == data.questions.question(stored.ref.question))
    #expect(try searching.find(stored.question.stem, limit: 9).count == 1)
    #expect(
      try LookUpQuestions(data, learner: learner).find(stored.question.stem, limit: 9).count == 1)
  }

  @Test(arguments: seeing) func `who keeps the banks sees it once signed in`(role: Role) throws {
    _ = try freeze()
    let stored = try heldQuestion()
    let showing = try ShowBank(data, actor: actor(role))
    let bank = try showing.find("town")
    #expect(try showing.question(stored.question.code.text, in: bank) == stored)
    let source = try showing.source(of: bank)
    #expect(source.held.questions == 0 && source.text.contains(stored.question.stem))
    #expect(
      try SearchQuestions(data, actor: actor(role)).find(stored.question.stem, limit: 9).count == 1)
    _ = try EditQuestion(data, actor: actor(role)).begin(stored.question.code.text, in: "town")
  }

  @Test func `objections to it wait, for the trainer's list, the review and the learner's news`()
    throws
  {
    let created = try freeze()
    let stored = try heldQuestion()
    try data.objections.raise("不对", to: stored.ref, by: learner.id, attempt: nil, now: 5)
    func list(_ role: Role?) throws -> Int {
      try ReviewObjections(data, actor: actor(role)).list(bank: nil, openOnly: false).count
    }
    #expect(try list(nil) == 0 && list(.trainer) == 1)
    let hidden = try ReviewBank(data, actor: actor(nil)).queue()
    #expect(hidden.objections.isEmpty && hidden.held == 1)
    let shown = try ReviewBank(data, actor: actor(.trainer)).queue()
    #expect(shown.objections.count == 1 && shown.held == 0)
    let review = ReviewObjections(data, actor: actor(.trainer))
    _ = try review.answer(
      try #require(review.list(bank: nil, openOnly: true).first).id, .rejected, text: "没错")
    #expect(try ReviewObjections(data, actor: actor(nil)).news(for: learner).isEmpty)
    try year.hold(created, [:])
    #expect(try ReviewObjections(data, actor: actor(nil)).news(for: learner).count == 1)
    #expect(try list(nil) == 1)
  }

  @Test func `neither a learner's export nor the notebook tells its words`() throws {
    try meetAll()
    func export(_ role: Role?) throws -> String {
      var text = ""
      try ExportLearner(data, actor: actor(role)).write(learner) { text += $0 }
      return text
    }
    func answers(_ text: String) -> Int {
      text.split(separator: "\n").count { $0.contains("\"truth\"") || $0.contains("\"options\"") }
    }
    let before = try export(nil)
    let created = try freeze()
    let codes = try data.held.names().map(\.code)
    #expect(try answers(export(nil)) == answers(before) - 6)
    #expect(try answers(export(.administrator)) == answers(before))
    let leaf = try ExportNotebook(data, actor: actor(nil)).leaf(
      of: learner, banks: [], language: .chinese)
    #expect(leaf.entries.count == 30 && Set(leaf.entries.map(\.code)).isDisjoint(with: codes))
    try year.hold(created, [:])
    #expect(try answers(export(nil)) == answers(before))
  }

  @Test func `articles are not proposed for it from its file`() throws {
    let created = try freeze()
    let code = try heldQuestion().question.code.text
    let date = try #require(CalendarDate(iso: "2020-01-02"))
    let text = StatuteText(
      fullTitle: "中华人民共和国某法", date: date, effective: nil, preamble: [], headings: [],
      articles: [StatuteArticle(number: ArticleNumber(1), heading: nil, lines: ["应当缴纳罚款。"])])
    _ = try data.statuteStore.load([text], now: 1).get()
    let folder = try TemporaryFolder()
    let file = folder.url.path + "/town.txt"
    try """
    ---
    题库：town
    名称：试
    版本：1
    ---
    ## 判断题
    1. 罚款应当缴纳。
    答案：对
    编号：\(code)
    2. 罚款可以不缴纳。
    答案：错
    编号：X-2

    """.write(toFile: file, atomically: true, encoding: .utf8)
    func reading(_ role: Role?) throws -> CiteQuestions.Reading {
      try CiteQuestions(data, actor: actor(role)).read(file)
    }
    #expect(try reading(nil).uncited.map(\.question.code.text) == ["X-2"])
    #expect(try reading(nil).held == 1)
    #expect(try reading(.trainer).uncited.count == 2)
    try year.hold(created, [:])
    #expect(try reading(nil).uncited.count == 2)
  }

  // MARK: Banks that change meanwhile

  @Test func `a bank that is loaded anew meanwhile does not bring it back, and loses nothing`()
    throws
  {
    let created = try freeze()
    let held = try data.held.questions()
    for (version, ending) in [("2", "甲"), ("3", "乙")] {
      let bank = try #require(try data.banks.banks().first)
      var whole = try data.banks.bank(bank)
      whole.header.version = try #require(BankVersion(version))
      for item in whole.chapters[0].items.indices {
        whole.chapters[0].items[item].questions[0].stem += ending
      }
      try test.load(whole)
      let seen = try asked(test.begin(.sequential, by: learner))
      #expect(seen.count == 30 && seen.isDisjoint(with: held))
    }
    try year.hold(created, [:])
    #expect(try asked(test.begin(.sequential, by: learner)).count == 36)
  }
}
