import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Text
import Workflows

/// Simple mode: which questions a sitting brings, and what is kept.
@Suite struct SimpleModeTests {
  let test: TestData
  let learner: Learner

  /// Thirty questions that want words, a case, then fourteen that digits answer, between them more
  /// that want words.
  init() throws {
    test = try TestData()
    let words = try (1...30).map { try SampleBank.fillIn("F\($0)") }
    let choices: [Question] = try (1...14).flatMap { number -> [Question] in
      let question =
        switch number % 3 {
        case 0: try SampleBank.multiple("D\(number)")
        case 1: try SampleBank.single("D\(number)")
        default: try SampleBank.truth("D\(number)")
        }
      return [question, try SampleBank.short("S\(number)")]
    }
    try test.load(
      SampleBank.bank(
        SampleBank.items(words) + [try SampleBank.caseItem("C", questions: 3)]
          + SampleBank.items(choices)))
    learner = try test.learner()
  }

  private func codes(
    _ mode: PracticeMode = .simple, wrong: Set<String> = [], banks: [String] = []
  ) throws -> [String] {
    let run = try test.begin(mode, by: learner, banks: banks)
    var codes: [String] = []
    while let card = try run.turn().card {
      codes.append(card.question.code.text)
      test.clock.advance(10_000)
      _ = try run.answer(card.question.response(right: !wrong.contains(codes[codes.count - 1])))
    }
    return codes
  }

  private func named(_ numbers: ClosedRange<Int>) -> [String] { numbers.map { "D\($0)" } }

  @Test func `a sitting has ten questions that digits answer, however far back they stand`() throws
  {
    #expect(try codes() == named(1...10))
    #expect(try codes() == named(11...14))
    #expect(
      throws: WorkflowFailure.nothingToday(next: NextDue(days: 2, questions: 14))
    ) { try codes() }
  }

  @Test func `what was missed comes again the same day, what wants words never`() throws {
    #expect(try codes(.sequential, wrong: ["F1", "C-2", "D2", "D3", "S1"]).count > 40)
    #expect(try codes() == ["D2", "D3"])
  }

  @Test func `a right answer is good and a wrong one is again`() throws {
    _ = try codes(wrong: ["D1"])
    for code in ["D1", "D2"] {
      let ref = try #require(try test.data.questions.find(code: code, bank: nil).first)
      let memory = try test.data.memories.memory(of: learner.id, question: ref.question)
      var fresh = QuestionMemory()
      let day = try test.data.dayRule().day(of: test.clock.now().utc)
      fresh = fresh.after(
        AnswerRecord(verdict: code == "D1" ? .wrong : .right, day: day), needed: 3)
      #expect(memory.review == fresh.review)
    }
    let steps = try test.data.practice.attempt(AttemptID(1)).steps
    #expect(!steps.contains { if case .rating = $0.fact { true } else { false } })
  }

  @Test func `a plan sees only what digits answer, as many as there are`() throws {
    let edit = EditPlans(test.data, actor: test.actor)
    _ = try edit.add(
      .init(date: "2026-12-24", banks: ["demo"], minutes: 60), for: learner, language: .chinese)
    let first = try codes()
    #expect(first.count == 10)
    #expect(Set(first).isSubset(of: Set(named(1...14))))
  }

  @Test func `a bank without such questions says so, a named one too`() throws {
    try test.load(
      SampleBank.bank(
        SampleBank.items([try SampleBank.fillIn("W1")]) + [
          try SampleBank.caseItem("WC", questions: 2)
        ], id: "words"))
    #expect(throws: WorkflowFailure.nothingByDigits) { try codes(banks: ["words"]) }
    let plan = EditPlans(test.data, actor: test.actor)
    _ = try plan.add(
      .init(date: "2026-12-24", banks: ["words"], minutes: 20), for: learner, language: .chinese)
    // The plan has nothing for digits; the other banks have.
    #expect(try codes().count == 10)
  }

  @Test func `a simple sitting and a sitting of today leave each other open`() throws {
    let today = try test.begin(.today, by: learner)
    _ = try today.pause()
    let simple = try test.begin(.simple, by: learner)
    _ = try simple.turn()
    _ = try simple.answer(.options([OptionID(1)]))
    _ = try simple.pause()
    let open = try Practise.open(of: learner.id, data: test.data)
    #expect(Set(open.map(\.mode)) == [.today, .simple])
    test.clock.advance(86_400_000)
    // What a day put together is not gone on with on another.
    #expect(try Practise.open(of: learner.id, data: test.data).isEmpty)
  }

  @Test func `the day's tally counts answers of this day that stand`() throws {
    func tally() throws -> DayTally {
      try DayTally(of: learner, for: test.actor, data: test.data)
    }
    #expect(try tally() == DayTally(answered: 0, right: 0))
    _ = try codes(wrong: ["D1", "D4"])
    #expect(try tally() == DayTally(answered: 10, right: 8))
    let run = try test.begin(.today, by: learner)
    _ = try run.turn()
    _ = try run.answer(.options([]))
    _ = try run.answer(try #require(try run.turn().card).question.response(right: true))
    try run.undo()
    #expect(try tally() == DayTally(answered: 10, right: 8))
    test.clock.advance(86_400_000)
    #expect(try tally() == DayTally(answered: 0, right: 0))
  }

  @Test func `simple mode is kept with a learner, never with the guest`() throws {
    let editing = EditLearners(test.data, actor: test.actor)
    #expect(try editing.keepSimple(learner).isSimple)
    #expect(try editing.find("小林").isSimple)
    #expect(try !editing.keepSimple(editing.guest()).isSimple)
    #expect(try !editing.keepSimple(editing.find("1"), false).isSimple)
    #expect(try !editing.set("小林", .init(isSimple: false)).isSimple)
    #expect(try editing.add(.init(name: "阿珍", isSimple: true)).isSimple)
  }

  @Test func `options are numbered as the screen shows them`() throws {
    var question = try SampleBank.single("O1", options: ["甲", "乙", "A和B都对"], right: 3)
    question.order = .fixed
    try test.load(SampleBank.bank(SampleBank.items([question]), id: "fixed"))
    let run = try test.begin(.simple, by: learner, banks: ["fixed"])
    let card = try #require(try run.turn().card)
    #expect(card.numberedOptions.map(\.text) == ["甲", "乙", "1和2都对"])
    #expect(card.response(digits: "3") == .success(card.question.response(right: true)))
    let feedback = try #require(try run.answer(try card.response(digits: "3").get()))
    #expect(feedback.grade.verdict == .right)
  }
}
