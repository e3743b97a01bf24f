import Learning
import Questions
import Storage
import TestKit
import Testing
import Workflows

@Suite("Practising")
struct PractiseTests {
  private func data() throws -> TestData {
    let test = try TestData()
    var items = SampleBank.items(try (1...6).map { try SampleBank.single("S\($0)") })
    items.append(try SampleBank.caseItem("C", questions: 3))
    items += SampleBank.items(try (1...3).map { try SampleBank.truth("T\($0)") })
    items += SampleBank.items([try SampleBank.fillIn("F"), try SampleBank.short("K")])
    try test.load(try SampleBank.bank(items))
    return test
  }

  @Test(
    "After any number of steps a resumed session shows the same question in the same order",
    arguments: [PracticeMode.sequential, .random], 0...13)
  func resume(mode: PracticeMode, steps: Int) throws {
    let test = try data()
    let learner = try test.learner()
    let run = try test.begin(mode, by: learner)
    var turn = try run.turn()
    for step in 0..<steps {
      guard let card = turn.card else { break }
      if step % 4 == 3 {
        try run.skip()
      } else {
        _ = try run.answer(card.question.response(right: step % 3 != 0))
      }
      turn = try run.turn(stay: false)
    }
    let before = try #require(turn.card)
    let resumed = try #require(try test.resume(learner))
    let after = try #require(try resumed.turn().card)
    #expect(after.stored.ref == before.stored.ref)
    #expect(after.optionOrder == before.optionOrder)
    #expect(after.answeredCount == before.answeredCount)
  }

  @Test("Every question comes once, a case whole", arguments: [PracticeMode.sequential, .random])
  func everyQuestion(mode: PracticeMode) throws {
    let test = try data()
    let run = try test.begin(mode, by: try test.learner())
    var codes: [String] = []
    var turn = try run.turn()
    while let card = turn.card {
      codes.append(card.question.code.text)
      _ = try run.answer(card.question.response(right: true))
      turn = try run.turn(stay: false)
    }
    #expect(turn.end?.summary.answered == 14)
    #expect(codes.count == 14 && Set(codes).count == 14)
    let first = try #require(codes.firstIndex(of: "C-1"))
    #expect(Array(codes[first..<first + 3]) == ["C-1", "C-2", "C-3"])
  }

  @Test("A missed question enters the notebook and leaves it after three right answers in a row")
  func notebook() throws {
    let test = try data()
    let learner = try test.learner()
    let run = try test.begin(.sequential, by: learner)
    let card = try #require(try run.turn().card)
    _ = try run.answer(card.question.response(right: false))
    #expect(try test.data.practice.counts(of: learner.id).notebook == 1)
    for round in 1...3 {
      let again = try test.begin(.notebook, by: learner)
      let card = try #require(try again.turn().card)
      let feedback = try #require(try again.answer(card.question.response(right: true)))
      #expect(feedback.memory.inNotebook == (round < 3))
    }
    #expect(throws: WorkflowFailure.notebookEmpty) { try test.begin(.notebook, by: learner) }
  }

  @Test("Undo is a step of its own: the question comes again, the memory is as before")
  func undo() throws {
    let test = try data()
    let learner = try test.learner()
    let run = try test.begin(.sequential, by: learner)
    let card = try #require(try run.turn().card)
    _ = try run.answer(card.question.response(right: false))
    try run.undo()
    #expect(try run.turn().card?.stored.ref == card.stored.ref)
    #expect(try test.data.practice.counts(of: learner.id).notebook == 0)
    #expect(try test.data.figures.answers(of: learner.id).isEmpty)
    #expect(throws: WorkflowFailure.nothingToUndo) { try run.undo() }
  }

  private let outline = MockOutline(
    sections: [
      .init(kind: .single, count: 4, points: Score(points: 20)),
      .init(kind: .trueFalse, count: 1, points: Score(points: 20)),
    ], minutes: 10)

  @Test("A mock exam is marked at the end, on record, and the recount agrees")
  func mock() throws {
    let test = try data()
    let learner = try test.learner()
    let run = try test.begin(.mock, by: learner, outline: outline)
    var turn = try run.turn()
    for number in 1...5 {
      let card = try #require(turn.card)
      #expect(try run.answer(card.question.response(right: number > 2)) == nil)
      turn = try run.turn(stay: false)
    }
    let result = try #require(try run.submit().result)
    #expect(result.score == Score(points: 60) && result.isPassed)
    #expect(try run.review().count == 2)
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test("The clock of a mock exam runs on while the program is closed, across a boot too")
  func deadline() throws {
    let test = try data()
    let learner = try test.learner()
    let run = try test.begin(.mock, by: learner, outline: outline)
    let card = try #require(try run.turn().card)
    _ = try run.answer(card.question.response(right: true))
    test.clock.reboot(after: 4 * 60_000)
    let resumed = try #require(try test.resume(learner))
    let left: Int64 = 360_000
    #expect(resumed.remaining == left)
    test.clock.advance(7 * 60_000)
    #expect(throws: WorkflowFailure.timeIsOver) { try resumed.answer(.blank) }
    let end = try #require(try resumed.turn().end)
    #expect(end.result?.reason == .deadline)
    #expect(end.result?.score == Score(points: 20))
  }

  @Test("A paper that cannot be filled names what lacks and opens nothing")
  func shortage() throws {
    let test = try data()
    let learner = try test.learner()
    let large = MockOutline(sections: [.init(kind: .multiple, count: 3, points: Score(points: 1))])
    #expect(
      throws: WorkflowFailure.paperCannotBeFilled(
        MockDraw.Shortage(lines: [.init(kind: .multiple, wanted: 3, available: 0)]))
    ) { try test.begin(.mock, by: learner, outline: large) }
    #expect(try Practise.open(of: learner.id, data: test.data).isEmpty)
  }
}
