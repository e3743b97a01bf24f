import Formats
import Questions
import Storage
import TestKit
import Testing

@testable import Workflows

/// Adding a question in the program.
@Suite struct AddQuestionTests {
  let test: TestData
  let bank: Bank
  var editing: EditQuestion { get throws { try EditQuestion(test.data, actor: test.actor) } }

  init() throws {
    test = try TestData(shippedBanks: Repository.folder.appendingPathComponent("questionbanks"))
    bank = Bank(
      header: try SampleBank.header(),
      chapters: [
        BankChapter(
          title: "第一章 甲", items: SampleBank.items([try SampleBank.single("CC-009")])),
        BankChapter(
          title: "第二章 乙",
          items: SampleBank.items([try SampleBank.truth("CC-010")])
            + [try SampleBank.caseItem("CC-C01", questions: 2)]),
      ])
    try test.load(bank)
  }

  static let text = """
    ## 判断题
    1. 新添的陈述
    答案：错
    解析：不是这样。
    依据：《民法典》第十条
    难度：易
    层次：识记

    """

  private func add(
    _ text: String = text, chapter: String? = "第一章 甲", waits: Bool = false
  ) throws -> StoredQuestion {
    let reading = try editing.add(Array(text.utf8), named: "新题", to: "demo", chapter: chapter)
    guard case .read(let edited) = reading,
      case .saved(let stored, _) = try editing.save(edited, waits: waits, by: "张三", reason: "补")
    else { throw NotAdded(reading: "\(reading)") }
    return stored
  }

  private struct NotAdded: Error { let reading: String }

  private func stems() throws -> [String] {
    let showing = try ShowBank(test.data, actor: test.actor)
    return try test.data.banks.bank(showing.find("demo")).chapters.flatMap(\.items)
      .flatMap(\.questions).map(\.code.text)
  }

  @Test(arguments: ["第一章 甲", "甲"])
  func `a question stands behind the last of its chapter, under the next free code`(
    chapter: String
  ) throws {
    let stored = try add(chapter: chapter)
    #expect(stored.question.code.text == "CC-011" && stored.number == 1)
    #expect(stored.question.state == .ready && stored.chapter == "第一章 甲" && stored.item == 1)
    #expect(try stems() == ["CC-009", "CC-011", "CC-010", "CC-C01-1", "CC-C01-2"])
    #expect(
      try test.data.revisions.history(of: stored.ref.question).map(\.reviewer) == ["张三", "张三"])
    let learner = try test.learner()
    let run = try test.begin(.random, by: learner)
    var asked: Set<String> = []
    while let card = try run.turn().card {
      asked.insert(card.stored.question.code.text)
      _ = try run.answer(card.stored.question.response(right: true))
    }
    #expect(asked == Set(try stems()))
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `a file loaded again leaves it alone`() throws {
    let stored = try add()
    let summary = try test.load(bank)
    #expect(summary.unchanged == 4 && summary.lacking == 1)
    #expect(try stems() == ["CC-009", "CC-011", "CC-010", "CC-C01-1", "CC-C01-2"])
    #expect(try test.data.questions.question(stored.ref.question)?.question == stored.question)
  }

  @Test func `front matter and chapter may stand in the text`() throws {
    let stored = try add("---\n题库：x\n---\n# 第二章 乙\n" + Self.text + "编号：N.1\n", chapter: nil)
    #expect(stored.chapter == "第二章 乙" && stored.question.code.text == "N.1")
  }

  @Test func `one that waits is asked only after a review`() throws {
    let stored = try add(waits: true)
    #expect(stored.question.state == .inReview && stored.item == nil)
    let review = try ReviewBank(test.data, actor: test.actor)
    #expect(try review.queue().waiting.map(\.question) == [stored])
    #expect(try review.approve(stored, by: "李四", reason: ""))
    #expect(try test.data.questions.question(stored.ref.question)?.item == 1)
  }

  @Test(arguments: [
    ("答案：错", "答案：C", 3), ("判断题", "单选题", 2), ("依据：《民法典》第十条", "依据：《他法》第十条", 5),
  ])
  func `an error is told at its line of the text`(old: String, new: String, line: Int) throws {
    for head in ["", "---\n题库：x\n---\n"] {
      let text = head + Self.text.replacing(old, with: new)
      let reading = try editing.add(
        Array(text.utf8), named: "新题", to: "demo", chapter: "甲")
      guard case .refused(let problems) = reading else {
        Issue.record("it was read")
        return
      }
      let lines = problems.compactMap { $0.position?.line }
      #expect(lines.contains(line + (head.isEmpty ? 0 : 3)), "\(lines)")
    }
  }

  @Test func `several questions and cases are not one question`() throws {
    let two = Self.text + "编号：N1\n2. 又一句\n答案：对\n编号：N2\n"
    let casus = "## 案例题\n案例：某事\n编号：N-C\n1. [判断] 对吗\n答案：对\n编号：N-C-1\n"
    for text in [two, casus] {
      #expect(throws: WorkflowFailure.notOneQuestion(file: "新题")) { try add(text) }
    }
  }

  @Test func `a code is never given twice`() throws {
    #expect(throws: WorkflowFailure.codeTaken("CC-010")) { try add(Self.text + "编号：CC-010\n") }
    #expect(throws: WorkflowFailure.codeTaken("CC-C01")) { try add(Self.text + "编号：CC-C01\n") }
    #expect(try stems().count == 4)
  }

  @Test func `a chapter is one of the bank's`() throws {
    let titles = ["第一章 甲", "第二章 乙"]
    #expect(throws: WorkflowFailure.chapterNeeded(known: titles)) { try add(chapter: nil) }
    #expect(throws: WorkflowFailure.noSuchChapter("丙", known: titles)) { try add(chapter: "丙") }
    #expect(throws: WorkflowFailure.severalChapters("章", found: titles)) { try add(chapter: "章") }
  }

  @Test(arguments: [
    (["CC-001", "CC-170", "CC-C01-1"], "CC-171"), (["CC-999"], "CC-1000"), (["7", "8"], "9"),
    ([], "DEMO-001"), (["abc", "x-y"], "DEMO-001"), (["Q1", "Q2", "CC-099"], "Q3"),
    (["A-99999999999"], "DEMO-001"),
  ])
  func `the next code follows the usual ones of the bank`(used: [String], next: String) {
    #expect(FreeCode.next(after: used, inBank: "demo").text == next)
  }
}
