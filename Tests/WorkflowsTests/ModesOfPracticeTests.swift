import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Text
import Workflows

/// What each mode asks, and the notebook that fills itself.
@Suite struct ModesOfPracticeTests {
  let test: TestData
  let learner: Learner

  /// Two banks: one of two chapters with a case, one small; and an English one.
  init() throws {
    test = try TestData()
    var bank = try SampleBank.bank([
      BankItem(questions: [try SampleBank.single("Q1")]),
      try SampleBank.caseItem("C", questions: 2),
      BankItem(questions: [try SampleBank.truth("Q2")]),
    ])
    bank.chapters.append(
      BankChapter(
        title: "第二章",
        items: SampleBank.items([try SampleBank.truth("Q3"), try SampleBank.fillIn("Q4")])))
    try test.load(bank)
    try test.load(
      SampleBank.bank(SampleBank.items([SampleBank.truth("X1")]), id: "small", chapter: "附则"))
    var english = try SampleBank.bank(SampleBank.items([SampleBank.truth("E1")]), id: "en")
    english.header.language = .english
    try test.load(english)
    learner = try test.learner()
  }

  /// The codes in the order in which they come, each answered; right where the code is not listed.
  @discardableResult
  private func run(
    _ mode: PracticeMode, banks: [String] = [], chapter: String? = nil, seed: UInt64 = 7,
    wrong: Set<String> = [], by other: Learner? = nil
  ) throws -> [String] {
    let run = try test.begin(
      mode, by: other ?? learner, banks: banks, chapter: chapter, seed: seed)
    var codes: [String] = []
    while let card = try run.turn().card {
      let code = card.question.code.text
      codes.append(code)
      _ = try run.answer(card.question.response(right: !wrong.contains(code)))
    }
    return codes
  }

  private func notebook(_ learner: Learner? = nil) throws -> [String] {
    let banks = try test.data.banks.banks().map(\.id)
    return try test.data.questions.notebook(of: (learner ?? self.learner).id, banks: banks)
      .compactMap { try test.data.questions.question($0.question)?.question.code.text }
  }

  @Test func `sequential practice goes through the banks of the language in their order`() throws {
    #expect(try run(.sequential) == ["Q1", "C-1", "C-2", "Q2", "Q3", "Q4", "X1"])
    #expect(try run(.sequential, banks: ["small", "demo"]).first == "X1")
    #expect(try run(.sequential, banks: ["题库 small"]) == ["X1"])
    #expect(try run(.sequential, banks: ["en"]) == ["E1"])
  }

  @Test func `random practice asks the same by its seed, cases whole`() throws {
    let orders = try (1...6).map { try run(.random, seed: $0) }
    #expect(try run(.random, seed: 1) == orders[0])
    #expect(Set(orders).count > 3)
    for order in orders {
      #expect(order.sorted() == ["C-1", "C-2", "Q1", "Q2", "Q3", "Q4", "X1"])
      let first = try #require(order.firstIndex(of: "C-1"))
      #expect(order[first + 1] == "C-2")
    }
  }

  @Test(arguments: [("第二章", ["Q3", "Q4"]), ("附", ["X1"]), ("第一章", ["Q1", "C-1", "C-2", "Q2"])])
  func `a chapter is practised by its title or the part of one`(
    title: String, codes: [String]
  ) throws {
    #expect(try run(.chapter, chapter: title) == codes)
  }

  @Test func `a chapter that is not there, or of which there are two, is asked for again`() throws {
    let known = ["第一章", "第二章", "附则"]
    #expect(throws: WorkflowFailure.noSuchChapter("第九章", known: known)) {
      try run(.chapter, chapter: "第九章")
    }
    #expect(throws: WorkflowFailure.severalChapters("章", found: ["第一章", "第二章"])) {
      try run(.chapter, chapter: "章")
    }
    #expect(throws: WorkflowFailure.chapterNeeded(known: known)) { try run(.chapter) }
    #expect(throws: WorkflowFailure.noSuchBank("else", known: ["demo", "small", "en"])) {
      try run(.sequential, banks: ["else"])
    }
  }

  @Test func `without banks there is nothing to practise`() throws {
    let empty = try TestData()
    let someone = try empty.learner()
    for mode in PracticeMode.all {
      #expect(throws: WorkflowFailure.noBanks) { try empty.begin(mode, by: someone) }
    }
  }

  @Test func `starred questions are practised in the order of their stars`() throws {
    #expect(throws: WorkflowFailure.nothingStarred) { try run(.starred) }
    let session = try test.begin(.sequential, by: learner)
    for number in 1...4 {
      let card = try #require(try session.turn(stay: number == 1).card)
      if ["Q2", "Q1"].contains(card.question.code.text) {
        test.clock.advance(1)
        #expect(try session.toggleStar())
      }
      try session.skip()
    }
    _ = try session.pause()
    #expect(try run(.starred) == ["Q1", "Q2"])
    #expect(throws: WorkflowFailure.nothingStarred) { try run(.starred, banks: ["small"]) }
  }

  // MARK: The notebook

  @Test func `the notebook fills from practice and empties after three right answers in a row`()
    throws
  {
    #expect(throws: WorkflowFailure.notebookEmpty) { try run(.notebook) }
    try run(.sequential, wrong: ["Q1", "C-2", "Q4"])
    #expect(try notebook() == ["Q1", "C-2", "Q4"])
    #expect(try run(.notebook) == ["Q1", "C-2", "Q4"])
    try run(.notebook, wrong: ["C-2"])
    #expect(try notebook().sorted() == ["C-2", "Q1", "Q4"])
    try run(.notebook)
    #expect(try notebook() == ["C-2"])
    try run(.sequential)
    try run(.sequential)
    #expect(try notebook().isEmpty)
    try run(.sequential, wrong: ["Q1"])
    #expect(try notebook() == ["Q1"])
  }

  @Test func `each learner has a notebook and a number in a row of his own`() throws {
    let other = try EditLearners(test.data, actor: test.actor).add(
      .init(name: "小王", notebookStreak: 1))
    try run(.sequential, wrong: ["Q1"])
    try run(.sequential, wrong: ["Q2"], by: other)
    #expect(try notebook() == ["Q1"])
    #expect(try notebook(other) == ["Q2"])
    try run(.sequential, by: other)
    #expect(try notebook(other).isEmpty)
  }

  @Test func `a mock exam fills the notebook with misses and with what was left open`() throws {
    let outline = MockOutline(
      sections: [
        .init(kind: .single, count: 1, points: Score(points: 1)),
        .init(kind: .trueFalse, count: 3, points: Score(points: 1)),
      ])
    let exam = try test.begin(.mock, by: learner, outline: outline)
    let first = try #require(try exam.turn().card)
    _ = try exam.answer(first.question.response(right: true))
    let second = try #require(try exam.turn(stay: false).card)
    _ = try exam.answer(second.question.response(right: false))
    #expect(try notebook().isEmpty, "nothing is told before the end")
    _ = try exam.submit()
    let missed = try notebook()
    #expect(missed.count == 3)
    #expect(!missed.contains(first.question.code.text))
    #expect(missed.contains(second.question.code.text))
  }

  @Test func `undo takes the memory back to what it was, at any depth`() throws {
    try run(.sequential, banks: ["small"], wrong: ["X1"])
    try run(.sequential, banks: ["small"])
    let ref = try #require(try test.data.questions.find(code: "X1", bank: nil).first)
    func memory() throws -> QuestionMemory {
      try test.data.memories.memory(of: learner.id, question: ref.question)
    }
    let before = try memory()
    #expect(before.answered == 2 && before.right == 1 && before.streak == 1 && before.inNotebook)
    #expect(before.review?.dueDay == (before.review?.lastDay ?? 0) + 1)
    let again = try test.begin(.sequential, by: learner, banks: ["small"])
    #expect(throws: WorkflowFailure.nothingToUndo) { try again.undo() }
    for right in [true, false, true] {
      let card = try #require(try again.turn().card)
      _ = try again.answer(card.question.response(right: right))
      #expect(try memory() != before)
      try again.undo()
      #expect(try memory() == before)
    }
    #expect(throws: WorkflowFailure.nothingToUndo) { try again.undo() }
  }

  @Test func `undoing the answer to a question that was due makes it due again`() throws {
    try run(.sequential, banks: ["small"])
    var bank = try SampleBank.bank(
      SampleBank.items([SampleBank.truth("X1", false)]), id: "small", chapter: "附则")
    #expect(try test.load(bank).due == 1)
    #expect(try notebook() == ["X1"])
    let again = try test.begin(.notebook, by: learner)
    let card = try #require(try again.turn().card)
    _ = try again.answer(card.question.response(right: true))
    #expect(try notebook().isEmpty)
    try again.undo()
    #expect(try notebook() == ["X1"])
    // A change that touches no key leaves it at that.
    _ = try again.answer(card.question.response(right: true))
    bank.chapters[0].items[0].questions[0].stem = "改过的陈述"
    #expect(try test.load(bank).due == 0)
    #expect(try notebook().isEmpty)
  }

  @Test func `undoing after a mock exam keeps what the exam left in the notebook`() throws {
    let outline = MockOutline(
      sections: [.init(kind: .fillIn, count: 1, points: Score(points: 1))])
    _ = try test.begin(.mock, by: learner, outline: outline).submit()
    #expect(try notebook() == ["Q4"])
    let run = try test.begin(.chapter, by: learner, chapter: "第二章")
    _ = try run.answer(.truth(true))
    let card = try #require(try run.turn().card)
    #expect(card.question.code.text == "Q4")
    _ = try run.answer(card.question.response(right: true))
    try run.undo()
    #expect(try notebook() == ["Q4"])
  }

  // MARK: Feedback and summary

  @Test func `every type is graded, told and counted`() throws {
    let run = try test.begin(.sequential, by: learner, banks: ["demo"])
    let verdicts: [Grade.Verdict] = try ["", "C-1", "", "", "", "Q4"].map { wrong in
      let card = try #require(try run.turn().card)
      test.clock.advance(3000)
      let response: Response =
        card.question.kind == .fillIn
        ? .blanks(["出生", "结婚"]) : card.question.response(right: card.question.code.text != wrong)
      let feedback = try #require(try run.answer(response))
      #expect(feedback.duration == 3000)
      #expect(feedback.response == response)
      return feedback.grade.verdict
    }
    #expect(verdicts == [.right, .wrong, .right, .right, .right, .partial])
    let end = try #require(try run.turn().end)
    #expect(!end.isOpen)
    #expect(end.summary.answered == 6)
    #expect(end.summary.right == 4)
    #expect(end.summary.duration == 18_000)
    #expect(end.summary.weakest.map(\.title) == ["第二章", "第一章"])
    #expect(end.result == nil)
  }

  @Test func `a pause keeps the attempt and sums up this run alone`() throws {
    let run = try test.begin(.sequential, by: learner)
    _ = try run.answer(.options([OptionID(1)]))
    #expect(try run.pause().isOpen)
    test.clock.advance(3_600_000)
    let again = try #require(try test.resume(learner))
    _ = try again.turn()
    test.clock.advance(2000)
    _ = try again.answer(.truth(true))
    let end = try again.pause()
    #expect(end.summary.answered == 1)
    #expect(end.summary.duration == 2000)
  }

  @Test func `time for which nobody was there is not the time of an answer nor of the run`() throws
  {
    let run = try test.begin(.sequential, by: learner)
    _ = try run.turn()
    test.clock.advance(900_000)
    run.wasAway(for: 880_000)
    let feedback = try #require(try run.answer(.options([OptionID(1)])))
    #expect(feedback.duration == 20_000)
    #expect(try run.pause().summary.duration == 20_000)
  }

  @Test func `an objection stands with the version that was seen`() throws {
    let run = try test.begin(.sequential, by: learner, banks: ["small"])
    try run.object("答案已过时")
    try test.load(
      SampleBank.bank(SampleBank.items([SampleBank.truth("X1", false)]), id: "small", chapter: "附则")
    )
    let objections = try test.data.objections.objections(bank: nil)
    #expect(objections.map(\.reason) == ["答案已过时"])
    #expect(objections.map(\.versionNumber) == [1])
    #expect(objections[0].learner == learner.id)
    #expect(try test.data.objections.objections(bank: 1).isEmpty)
  }
}
