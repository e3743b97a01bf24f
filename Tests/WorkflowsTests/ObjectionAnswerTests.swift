import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Text
import Workflows

/// Objections on their way to the trainer and back.
@Suite struct ObjectionAnswerTests {
  let test: TestData
  let learner: Learner
  var review: ReviewObjections { ReviewObjections(test.data, actor: test.actor) }

  init() throws {
    test = try TestData()
    try test.load(SampleBank.bank(SampleBank.items([SampleBank.single("Q1")])))
    learner = try test.learner()
    let run = try test.begin(.sequential, by: learner)
    _ = try run.turn()
    try run.object("答案应为 B")
  }

  @Test(arguments: ObjectionAnswer.Decision.allCases)
  func `an answer is told to the learner once, and to nobody else`(
    decision: ObjectionAnswer.Decision
  ) throws {
    let other = try test.learner("小王")
    #expect(try review.news(for: learner).isEmpty)
    let answered = try review.answer(1, decision, text: "见第一百八十四条")
    #expect(answered.answer?.decision == decision)
    #expect(try review.news(for: other).isEmpty)
    let news = try review.news(for: learner)
    #expect(news.map(\.reason) == ["答案应为 B"])
    #expect(news.first?.answer?.text == "见第一百八十四条")
    try review.noteShown(news)
    #expect(try review.news(for: learner).isEmpty)
    // A second thought is told again; the first answer stays on record.
    _ = try review.answer(1, .rejected, text: "再核对：原答案不变")
    #expect(try review.news(for: learner).first?.answer?.text == "再核对：原答案不变")
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `the letters of the learner's screen are told in those of the bank`(seed: UInt64) throws {
    let run = try test.begin(.sequential, by: learner, seed: seed)
    let card = try #require(try run.turn().card)
    try run.object("选项 A 也对")
    let objection = try #require(try review.list(bank: nil, openOnly: true).last)
    let letters = card.optionOrder.map { id in
      AnswerOption.letters[card.question.options.firstIndex { $0.id == id } ?? 7]
    }
    #expect(objection.bankLetters == letters)
  }

  @Test func `only those without an answer are open`() throws {
    let run = try #require(try test.resume(learner))
    _ = try run.turn()
    try run.object("题干有错字")
    _ = try review.answer(1, .accepted, text: "已更正")
    #expect(try review.list(bank: nil, openOnly: true).map(\.id) == [2])
    #expect(try review.list(bank: "demo", openOnly: false).map(\.id) == [1, 2])
  }

  @Test(arguments: [
    (9, "好", WorkflowFailure.noSuchObjection(9)), (1, " ", .textUnusable(limit: 500)),
    (1, String(repeating: "长", count: 501), .textUnusable(limit: 500)),
  ]) func `an answer that says nothing is refused`(
    number: Int64, text: String, failure: WorkflowFailure
  ) throws {
    #expect(throws: failure) { try review.answer(number, .accepted, text: text) }
    #expect(try review.list(bank: nil, openOnly: true).count == 1)
  }

  @Test func `the latest note on a question holds, an empty one takes it away`() throws {
    let run = try #require(try test.resume(learner))
    _ = try run.turn()
    #expect(try run.note() == nil)
    try run.note("登记生效")
    try run.note("登记才生效")
    #expect(try run.note() == "登记才生效")
    #expect(throws: WorkflowFailure.textUnusable(limit: 500)) {
      try run.note(String(repeating: "长", count: 501))
    }
    try run.note("")
    #expect(try run.note() == nil)
  }
}
