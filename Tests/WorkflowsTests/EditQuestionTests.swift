import Formats
import Learning
import Questions
import Storage
import TestKit
import Testing
import Text

@testable import Workflows

/// Changing a question in the program.
@Suite struct EditQuestionTests {
  let test: TestData
  let bank: Bank
  var editing: EditQuestion { get throws { try EditQuestion(test.data, actor: test.actor) } }

  init() throws {
    test = try TestData(shippedBanks: Repository.folder.appendingPathComponent("questionbanks"))
    bank = try SampleBank.bank(
      SampleBank.items([SampleBank.single("Q1"), SampleBank.truth("Q2"), SampleBank.short("Q3")])
        + [SampleBank.caseItem("C1", questions: 2)])
    try test.load(bank)
  }

  private func present(_ code: String) throws -> StoredQuestion {
    let showing = try ShowBank(test.data, actor: test.actor)
    return try showing.question(code, in: try showing.find("demo"))
  }

  /// Changes fields of a question and saves it.
  private func save(
    of code: String = "Q1", _ changes: [(String, String)], waits: Bool = false,
    by name: String = "张三",
    reason: String = "试"
  ) throws -> EditQuestion.Outcome {
    var edited = try editing.begin(code, in: "demo")
    for (name, text) in changes { try edited.set(text, named: name) }
    return try editing.save(edited, waits: waits, by: name, reason: reason)
  }

  private func saved(_ outcome: EditQuestion.Outcome) throws -> StoredQuestion {
    guard case .saved(let stored, _) = outcome else { throw NotSaved(outcome: "\(outcome)") }
    return stored
  }

  private struct NotSaved: Error { let outcome: String }

  private var histories: [RevisionStore.Transition] {
    get throws { try editing.history(of: try editing.begin("Q1", in: "demo")) }
  }

  @Test func `a change is in force at once, and who made it is kept`() throws {
    let stored = try saved(save([("答案", "B"), ("解析", "[B] 对")], by: " 张三 ", reason: " 原答案 有误 "))
    #expect(stored.number == 2 && stored.question.state == .ready)
    #expect(try present("Q1") == stored)
    #expect(stored.question.key == .options([OptionID(2)]))
    #expect(stored.question.rationale == Rationale([.option(OptionID(2)), .text(" 对")]))
    let kept = try #require(try histories.last)
    #expect(kept.reviewer == "张三" && kept.reason == "原答案 有误" && kept.version == 2)
    #expect(kept.before == .draft && kept.after == .ready)
    #expect(kept.madeAt == test.clock.now().utc)
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test(arguments: [
    ("答案", "B", true), ("题干", "另一种问法", true), ("A", "必须登记", true), ("E", "都不是", true),
    ("题型", "不定项", true), ("解析", "说得更清楚", false), ("依据", "《民法典》第十条", false),
    ("难度", "难", false), ("标签", "甲、乙", false), ("免查", "letter-in-explanation（样例）", false),
  ])
  func `learners are asked again where it is another question, and only there`(
    field: String, text: String, isDue: Bool
  ) throws {
    let learner = try test.learner()
    let run = try test.begin(.sequential, by: learner)
    let card = try #require(try run.turn().card)
    _ = try run.answer(card.stored.question.response(right: true))
    let question = card.stored.ref.question
    #expect(try !test.data.memories.memory(of: learner.id, question: question).isDue)
    _ = try saved(save([(field, text)]))
    #expect(try test.data.memories.memory(of: learner.id, question: question).isDue == isDue)
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `an option keeps its identity under another letter`() throws {
    let old = try present("Q1").question.options
    let stored = try saved(
      save([("A", old[1].text), ("B", old[0].text), ("答案", "B"), ("解析", "见条文")]))
    #expect(stored.question.options.map(\.id) == [old[1].id, old[0].id] + old[2...].map(\.id))
    #expect(stored.question.key == .options([old[0].id]))
  }

  @Test func `the same text changes nothing`() throws {
    let before = try present("Q1")
    guard case .unchanged = try save([("答案", "a"), ("标签", " 登记 ")]) else {
      Issue.record("something was saved")
      return
    }
    #expect(try present("Q1") == before)
    #expect(try histories.isEmpty)
  }

  @Test(arguments: [
    ("Q1", "答案", "Z", "Q1 答案"), ("Q1", "题干", "", "Q1 题干"), ("Q1", "B", "", "Q1 C"),
    ("Q1", "B", "应当登记", "Q1 B"), ("Q1", "难度", "很难", "Q1 难度"), ("Q2", "答案", "也许", "Q2 答案"),
    ("Q1", "依据", "《民法典》第九千条", "Q1 依据"), ("Q1", "依据", "《某法》第一条", "Q1 依据"),
    ("C1-1", "题干", "陈述 Q2", "C1-1"), ("Q3", "答案", "没有横线", "Q3 答案"),
  ])
  func `what has an error is not put in force, and the field is named`(
    code: String, field: String, text: String, place: String
  ) throws {
    let before = try present(code)
    let outcome = try save(of: code, [(field, text)])
    if case .refused(let judgement) = outcome {
      let named = judgement.problems.filter { $0.severity == .error }.map(\.file)
      #expect(named.contains { $0.hasPrefix(place) }, "\(named)")
    } else {
      // In a case the same stem is another question.
      #expect(code == "C1-1")
      return
    }
    #expect(try present(code) == before)
  }

  @Test func `a question that stands elsewhere with another key is refused`() throws {
    try test.load(
      SampleBank.bank(SampleBank.items([SampleBank.truth("X1", false)]), id: "other"))
    var edited = try editing.begin("X1", in: "other")
    try edited.set("陈述 Q2", named: "题干")
    let judgement = try editing.judge(edited)
    #expect(judgement.problems.map(\.fact.rule).contains("contradicting-keys"))
    #expect(!judgement.isSound)
  }

  @Test func `with a review to come the question is asked as it was`() throws {
    let before = try present("Q1")
    let stored = try saved(save([("依据", "《民法典》第九千条"), ("答案", "B")], waits: true))
    #expect(stored.question.state == .inReview)
    #expect(try present("Q1") == before)
    let review = try ReviewBank(test.data, actor: test.actor)
    let waiting = try review.queue().waiting
    #expect(waiting.map(\.question) == [stored])
    #expect(try review.approve(stored, by: "李四", reason: ""))
    #expect(try present("Q1").question.key == .options([OptionID(2)]))
  }

  @Test func `a change stays when the file is loaded again`() throws {
    _ = try saved(save([("答案", "B")]))
    _ = try saved(save(of: "Q2", [("解析", "只改这里")]))
    let changed = try [present("Q1"), present("Q2")]
    let summary = try test.load(bank)
    #expect(summary.edited == 2 && summary.changed == 0 && summary.amended == 0)
    #expect(try [present("Q1"), present("Q2")] == changed)
    let showing = try ShowBank(test.data, actor: test.actor)
    let text = try showing.source(of: try showing.find("demo")).text
    #expect(text.contains("解析：只改这里"))
    #expect(try test.load(Self.read(text)).unchanged == 5)
  }

  @Test func `a key that only waits changes no memory`() throws {
    let learner = try test.learner()
    let run = try test.begin(.sequential, by: learner)
    let question = try #require(try run.turn().card).stored
    _ = try run.answer(question.question.response(right: true))
    let waiting = try saved(save([("答案", "B")], waits: true))
    func isDue() throws -> Bool {
      let data = test.data
      return try data.memories.memory(of: learner.id, question: question.ref.question).isDue
    }
    #expect(try !isDue())
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
    let review = try ReviewBank(test.data, actor: test.actor)
    #expect(try review.approve(waiting, by: "李四", reason: ""))
    #expect(try isDue())
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  private static func read(_ text: String) throws -> Bank {
    let folder = try TemporaryFolder()
    return try #require(
      MingfaText().bank(inFile: try folder.write(text, to: "bank.txt")).bank)
  }

  @Test func `a question of a case keeps its passage`() throws {
    let stored = try saved(save(of: "C1-2", [("答案", "错")]))
    #expect(stored.passage?.code.text == "C1")
    #expect(stored.question.key == .truth(false))
    #expect(try present("C1-1").passage == stored.passage)
  }

  @Test func `who was overtaken is told so, and nothing is written`() throws {
    var edited = try editing.begin("Q1", in: "demo")
    try edited.set("B", named: "答案")
    let other = try saved(save([("解析", "别人先改了")]))
    #expect(throws: WorkflowFailure.changedMeanwhile("Q1")) {
      try editing.save(edited, waits: false, by: "张三", reason: "试")
    }
    #expect(try present("Q1") == other)
  }

  @Test(arguments: [
    ("栏目", WorkflowFailure.noSuchField("栏目")), ("编号", .fieldFixed("编号")),
    ("状态", .fieldFixed("状态")), ("案例", .fieldFixed("案例")), ("Code", .fieldFixed("Code")),
  ])
  func `some fields are no matter of an edit`(name: String, failure: WorkflowFailure) throws {
    var edited = try editing.begin("Q1", in: "demo")
    #expect(throws: failure) { try edited.set("甲", named: name) }
  }

  @Test(arguments: [
    ("", "试", WorkflowFailure.nameUnusable("")), ("张\u{7}", "试", .nameUnusable("张\u{7}")),
    ("张三", " ", .reasonUnusable(limit: 500)),
    ("张三", String(repeating: "长", count: 501), .reasonUnusable(limit: 500)),
  ])
  func `nothing is written without a name and a reason`(
    name: String, reason: String, failure: WorkflowFailure
  ) throws {
    #expect(throws: failure) { try save([("答案", "B")], by: name, reason: reason) }
    #expect(try present("Q1").number == 1)
  }

  @Test func `a retired question is asked no more, and comes back by a review`() throws {
    let before = try editing.begin("Q1", in: "demo")
    let items = try ShowBank(test.data, actor: test.actor).find("demo").items
    #expect(try editing.retire(before, by: "张三", reason: "过时"))
    #expect(try !editing.retire(before, by: "张三", reason: "过时"))
    #expect(try ShowBank(test.data, actor: test.actor).find("demo").items == items - 1)
    // The file says of it what it said before.
    try test.load(bank)
    #expect(try ShowBank(test.data, actor: test.actor).find("demo").items == items - 1)
    #expect(try present("Q1").question.state == .retired && present("Q1").item == nil)
    #expect(try editing.revive(before, by: "张三", reason: "又用"))
    #expect(try present("Q1").question.state == .draft)
    #expect(
      try ReviewBank(test.data, actor: test.actor).approve(present("Q1"), by: "李四", reason: ""))
    #expect(try ShowBank(test.data, actor: test.actor).find("demo").items == items)
    #expect(try histories.map(\.after) == [.retired, .draft, .ready])
  }

  @Test func `an edit of a question whose law was amended rests on the newer edition`() throws {
    let folder = try TemporaryFolder()
    let old = """
      # 鱼塘法
      2020年1月2日通过
      第一条 承租人应当在五日内交租金，逾期的按日加收。
      第二条 任何人不得向水里倾倒垃圾。

      """
    let bank = """
      ---
      题库：pond
      名称：鱼塘题库
      版本：1
      法律：《鱼塘法》 2020-01-02
      ---
      1. [判断] 租金应当在五日内交。
      答案：对
      依据：《鱼塘法》第一条
      编号：P-1

      """
    _ = try LoadBank(test.data, actor: test.actor).load(file: try folder.write(bank, to: "b.txt"))
    let new = old.replacing("2020年", with: "2024年").replacing("五日", with: "七日")
    for text in [old, new] {
      _ = try LoadStatutes(test.data, actor: test.actor)
        .load(files: [try folder.write(text, to: "law.md")])
    }
    var edited = try editing.begin("P-1", in: "pond")
    #expect(edited.before?.question.state == .flagged)
    #expect(edited.renewed.map(\.value.iso) == ["2024-01-02"])
    try edited.set("租金应当在七日内交。", named: "题干")
    guard
      case .saved(let stored, _) = try editing.save(edited, waits: false, by: "张三", reason: "修订")
    else {
      Issue.record("it was not saved")
      return
    }
    #expect(stored.question.state == .ready)
    #expect(stored.editions.map(\.date.iso) == ["2024-01-02"])
    #expect(try ReviewBank(test.data, actor: test.actor).queue().isEmpty)
    // A later change stays with that edition.
    var again = try editing.begin("P-1", in: "pond")
    try again.set("见第一条", named: "解析")
    guard
      case .saved(let later, _) = try editing.save(again, waits: false, by: "张三", reason: "补解析")
    else {
      Issue.record("it was not saved")
      return
    }
    #expect(later.editions == stored.editions && later.number == 3)
  }
}
