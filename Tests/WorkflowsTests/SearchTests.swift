import Learning
import People
import Questions
import TestKit
import Testing
import Workflows

/// Finding questions by words.
@Suite struct SearchTests {
  let test: TestData

  init() throws {
    test = try TestData()
    let questions = [
      try SampleBank.single("Q1", stem: "定金与订金有什么不同"),
      try SampleBank.single("Q2", stem: "违约的一方付了定金"),
      try SampleBank.truth("Q3"), try SampleBank.single("Q4", stem: "折扣 50%_起 ABC"),
    ]
    try test.load(
      SampleBank.bank(SampleBank.items(questions) + [SampleBank.caseItem("C", questions: 1)]))
    try test.load(
      SampleBank.bank(
        SampleBank.items([SampleBank.single("X1", stem: "定金罚则")]), id: "small"))
  }

  @Test(arguments: [
    ("定金", ["Q1", "Q2", "X1"]), ("定金 违约", ["Q2"]), ("违约　定金", ["Q2"]),
    ("陈述", ["Q3", "C-1"]), ("不必登记", ["Q1", "Q2", "Q4", "X1"]), ("纠纷", ["C-1"]),
    ("%", ["Q4"]), ("_", ["Q4"]), ("\\", []), ("abc", ["Q4"]), ("没有这个词", []), ("Q3", ["Q3"]),
  ]) func `words of any length are found wherever they stand`(
    words: String, codes: [String]
  ) throws {
    let hits = try SearchQuestions(test.data, actor: test.actor).find(words, limit: 50)
    #expect(hits.map(\.code) == codes)
  }

  @Test func `a search may be for one bank, and be cut`() throws {
    let search = SearchQuestions(test.data, actor: test.actor)
    #expect(try search.find("定金", bank: "small", limit: 50).map(\.code) == ["X1"])
    #expect(try search.find("定金", limit: 2).map(\.code) == ["Q1", "Q2"])
  }

  @Test func `a learner finds what practice may ask, and nothing that waits for an exam`() throws {
    var kept = try SampleBank.single("E1", stem: "定金的考题")
    kept.use = .exam
    try test.load(SampleBank.bank(SampleBank.items([kept]), id: "exam"))
    let run = try test.begin(.sequential, by: test.learner())
    #expect(try run.lookUp().find("定金", limit: 9).map(\.code) == ["Q1", "Q2", "X1"])
    let hits = try SearchQuestions(test.data, actor: test.actor).find("定金", limit: 9)
    #expect(hits.map(\.code) == ["Q1", "Q2", "X1", "E1"])
    let card = try run.lookUp().card(of: hits[1])
    #expect(card.question.stem == "违约的一方付了定金")
    #expect(card.optionOrder == card.question.options.map(\.id))
  }

  @Test(arguments: ["", "  ", "　"]) func `a search without words is refused`(words: String) {
    #expect(throws: WorkflowFailure.nothingToFind) {
      try SearchQuestions(test.data, actor: test.actor).find(words, limit: 5)
    }
  }
}
