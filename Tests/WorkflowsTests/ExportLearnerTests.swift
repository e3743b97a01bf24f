import Foundation
import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Workflows

/// What a person takes along. That every field is there stands in the tests of docs/json.md.
@Suite struct ExportLearnerTests {
  let test: TestData
  let learner: Learner

  init() throws {
    test = try TestData()
    try test.load(
      SampleBank.bank(
        SampleBank.items([
          SampleBank.single("Q1"), SampleBank.truth("Q2"), SampleBank.truth("Q3", false),
        ])))
    learner = try test.learner(unit: "某县/东镇")
  }

  private struct Document: Decodable {
    struct Attempt: Decodable {
      var number: Int
      var open: Bool
      var result: [String: Text]?
    }
    struct Step: Decodable {
      struct Response: Decodable {
        var options: [String]?
        var truth: Bool?
      }
      struct Grade: Decodable { var verdict: String }
      var attempt: Int
      var kind: String
      var question: String?
      var version: Int?
      var response: Response?
      var grade: Grade?
    }
    /// A text or a number, whichever.
    struct Text: Decodable { init(from decoder: any Decoder) throws {} }
    var schema: String
    var attempts: [Attempt]
    var steps: [Step]
  }

  private func exported(_ person: Learner? = nil) throws -> (text: String, document: Document) {
    var text = ""
    try ExportLearner(test.data, actor: test.actor).write(person ?? learner) { text += $0 }
    return (text, try JSONDecoder().decode(Document.self, from: Data(text.utf8)))
  }

  private func exam() throws -> Practise {
    try test.begin(
      .mock, by: learner,
      outline: MockOutline(
        sections: [.init(kind: .trueFalse, count: 2, points: Score(points: 2))], minutes: 10))
  }

  @Test func `an answer tells what was asked, what was said, and how it was graded`() throws {
    let run = try test.begin(.sequential, by: learner)
    let card = try #require(try run.turn().card)
    _ = try run.answer(card.question.response(right: true))
    let answer = try #require(try exported().document.steps.first { $0.kind == "answer" })
    #expect([answer.question, answer.grade?.verdict] == ["Q1", "right"])
    #expect(answer.version == 1)
    #expect(answer.response?.options == ["应当登记"])
  }

  @Test func `a mock exam tells no grade before its result`() throws {
    let run = try exam()
    for _ in 1...2 {
      let card = try #require(try run.turn(stay: false).card)
      _ = try run.answer(card.question.response(right: card.question.code.text == "Q2"))
    }
    var (text, document) = try exported()
    let answers = document.steps.filter { $0.kind == "answer" }
    #expect(answers.count == 2 && answers.allSatisfy { $0.response?.truth == true })
    #expect(answers.allSatisfy { $0.grade == nil })
    for word in ["right", "wrong", "verdict", "hits"] { #expect(!text.contains("\"\(word)\"")) }
    _ = try run.submit()
    (text, document) = try exported()
    #expect(
      Set(document.steps.compactMap(\.grade?.verdict)) == ["right", "wrong"])
    #expect(document.attempts.first?.result != nil)
  }

  @Test func `an abandoned mock exam tells no grade either`() throws {
    let run = try exam()
    let card = try #require(try run.turn().card)
    _ = try run.answer(card.question.response(right: true))
    _ = try exam()
    let document = try exported().document
    #expect(document.attempts.map(\.open) == [false, true])
    #expect(document.steps.allSatisfy { $0.grade == nil })
  }

  @Test func `of another person nothing is told`() throws {
    let other = try test.learner("小王")
    let run = try test.begin(.sequential, by: other)
    _ = try run.turn()
    try run.note("小王的笔记")
    let (text, document) = try exported()
    #expect(document.steps.isEmpty && document.attempts.isEmpty)
    #expect(!text.contains("小王"))
    #expect(try exported(other).text.contains("小王的笔记"))
  }

  @Test func `it comes in pieces that do not grow with the number of steps`() throws {
    let run = try test.begin(.sequential, by: learner)
    for _ in 1...800 { _ = try run.toggleMark() }
    var pieces: [Int] = []
    try ExportLearner(test.data, actor: test.actor).write(learner) { pieces.append($0.utf8.count) }
    #expect(pieces.count >= 2)
    #expect((pieces.max() ?? 0) < 70_000)
  }

  @Test func `who takes the pieces and fails is told so, not the storage`() throws {
    struct Full: Error {}
    #expect(throws: Full.self) {
      try ExportLearner(test.data, actor: test.actor).write(learner) { _ in throw Full() }
    }
  }
}
