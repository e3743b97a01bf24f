import Foundation
import Learning
import People
import Questions
import TestKit
import Testing

@testable import Storage

/// Attempts and their steps in the database.
@Suite struct PracticeStoreTests {
  let test: TestData
  let learner: Learner
  var store: PracticeStore { test.data.practice }
  var file: DatabaseFile { test.data.file }
  var author: StepAuthor { test.author(learner) }
  let ref = QuestionRef(question: 1, version: 1)

  init() throws {
    test = try TestData()
    try test.load(
      SampleBank.bank(SampleBank.items([SampleBank.single("Q1"), SampleBank.truth("Q2")])))
    learner = try test.learner(unit: "某县/某镇")
  }

  private func opening(_ mode: PracticeMode = .sequential, mock: MockTerms? = nil) -> AttemptOpening
  {
    AttemptOpening(
      mode: mode, plan: .listed([ref]), seed: .max - 5, banks: [1], chapter: "第一章", mock: mock,
      moment: test.clock.now())
  }

  private func step(_ sequence: Int, _ fact: StepFact) -> Step {
    Step(sequence: sequence, moment: test.clock.now(), fact: fact)
  }

  @Test func `an attempt is read as it was opened and recorded`() throws {
    let terms = MockTerms(
      lines: [.init(full: Score(points: 2), rule: .half)], limit: 60_000, passMark: Score(points: 1)
    )
    let opening = opening(.mock, mock: terms)
    let first = step(1, .start(ref, index: 0, optionOrder: [OptionID(2), OptionID(1)]))
    let id = try store.open(opening, by: author, steps: [first])
    test.clock.advance(1500)
    let rest = [
      step(2, .answer(ref, .options([OptionID(1)]), Grade(verdict: .right, hits: 1, total: 1))),
      step(3, .pause),
    ]
    try store.record(rest, of: id, by: author)
    let read = try store.attempt(id)
    #expect(read.opening == opening)
    #expect(read.steps == [first] + rest)
  }

  @Test func `a step says who, when by all clocks, and by which program`() throws {
    var author = author
    let assistant = try test.data.learners.assistant(named: "驻村干部")
    author.assistedBy = assistant
    author.actor = Actor()
    let id = try store.open(opening(), by: author, steps: [step(1, .pause)])
    #expect(
      try file.text(
        """
        SELECT station_id || ' ' || counter || ' ' || attempt_id || ' ' || learner_id || ' '
          || coalesce (actor_id, '-') || ' ' || assistant_id || ' ' || utc || ' ' || monotonic || ' '
          || boot || ' ' || program FROM step
        """) == [
          "1 1 \(id.number) 1 - \(assistant.number) \(HandClock.noon) 1000000 first mingfa test"
        ])
    #expect(try store.attempt(id).steps[0].assistedBy == assistant)
  }

  @Test func `an attempt keeps unit and category as they were`() throws {
    _ = try store.open(opening(), by: author, steps: [])
    let moved = try test.data.learners.change(
      learner, name: nil, unit: ["某县", "邻镇"], category: .mediator, now: 9)
    _ = try store.open(opening(), by: test.author(moved), steps: [])
    #expect(
      try file.text(
        """
        SELECT u.code || ' ' || a.category FROM attempt a JOIN organization_unit u
        ON u.id = a.unit_id ORDER BY a.id
        """) == ["某县/某镇 other", "某县/邻镇 mediator"])
  }

  @Test(arguments: [0, 1, 2, 4, 100])
  func `a step with a stale number is refused with all that comes with it`(sequence: Int) throws {
    let id = try store.open(opening(), by: author, steps: [step(1, .pause), step(2, .resume)])
    let before = try file.dump()
    var consequences = PracticeStore.Consequences()
    consequences.memories = [
      .init(QuestionRef(question: 1, version: 1), isAnswer: true) { _ in
        QuestionMemory(answered: 1)
      }
    ]
    #expect(throws: StorageFailure.staleSequence) {
      try store.record(
        [step(sequence, .pause)], of: id, by: author, consequences: consequences)
    }
    #expect(try file.dump() == before)
    try store.record([step(3, .pause)], of: id, by: author, consequences: consequences)
  }

  @Test func `of several steps none is kept where one is refused`() throws {
    let id = try store.open(opening(), by: author, steps: [])
    let before = try file.dump()
    #expect(throws: StorageFailure.staleSequence) {
      try store.record([step(1, .pause), step(3, .resume)], of: id, by: author)
    }
    #expect(try file.dump() == before)
  }

  @Test func `of two terminals on one attempt the second is refused, whichever it is`() throws {
    let folder = try TemporaryFolder()
    let one = try TestData(folder: folder.url)
    try one.load(SampleBank.bank(SampleBank.items([SampleBank.truth("Q1")])))
    let learner = try one.learner()
    let id = try one.data.practice.open(opening(), by: one.author(learner), steps: [])
    let two = try TestData(folder: folder.url)
    for sequence in 1...6 {
      let (first, second) = sequence % 2 == 0 ? (one, two) : (two, one)
      try first.data.practice.record([step(sequence, .pause)], of: id, by: first.author(learner))
      #expect(throws: StorageFailure.staleSequence) {
        try second.data.practice.record(
          [step(sequence, .resume)], of: id, by: second.author(learner))
      }
    }
    #expect(
      try one.data.practice.attempt(id).steps.map(\.fact) == Array(repeating: .pause, count: 6))
  }

  @Test func `many terminals writing at once keep the steps of all in order`() async throws {
    let folder = try TemporaryFolder()
    let first = try TestData(folder: folder.url)
    try first.load(SampleBank.bank(SampleBank.items([SampleBank.truth("Q1")])))
    let learners = try (1...4).map { try first.learner("学员\($0)") }
    let url = folder.url
    let opening = opening()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for learner in learners {
        group.addTask {
          let test = try TestData(folder: url)
          let author = test.author(learner)
          let id = try test.data.practice.open(opening, by: author, steps: [])
          for sequence in 1...10 {
            try test.data.practice.record(
              [Step(sequence: sequence, moment: opening.moment, fact: .pause)], of: id, by: author)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try first.data.file.count("step") == 40)
    #expect(try first.data.file.text("SELECT max (counter) FROM step") == ["40"])
    #expect(try DataInspection(first.data.file).inconsistentAttempts().isEmpty)
  }

  @Test func `an unfinished attempt of the same mode is ended, those of others are not`() throws {
    let one = try store.open(opening(.sequential), by: author, steps: [step(1, .pause)])
    test.clock.advance(10)
    let two = try store.open(opening(.random), by: author, steps: [step(1, .pause)])
    let other = try test.learner("别人")
    let theirs = try store.open(opening(.sequential), by: test.author(other), steps: [])
    test.clock.advance(10)
    let three = try store.open(opening(.sequential), by: author, steps: [step(1, .pause)])
    #expect(try store.attempt(one).steps.last?.fact == .finish(.abandoned))
    #expect(try store.openAttempts(of: learner.id).map(\.id) == [three, two])
    #expect(try store.openAttempts(of: other.id).map(\.id) == [theirs])
    try store.record([step(2, .finish(.completed))], of: two, by: author)
    #expect(try store.openAttempts(of: learner.id).map(\.id) == [three])
  }

  @Test func `the attempt that was gone on with last comes first`() throws {
    let one = try store.open(opening(.sequential), by: author, steps: [step(1, .pause)])
    test.clock.advance(10)
    let two = try store.open(opening(.random), by: author, steps: [step(1, .pause)])
    #expect(try store.openAttempts(of: learner.id).map(\.id) == [two, one])
    test.clock.advance(10)
    try store.record([step(2, .resume)], of: one, by: author)
    #expect(try store.openAttempts(of: learner.id).map(\.id) == [one, two])
  }

  @Test func `an attempt that is not there is told`() throws {
    #expect(throws: StorageFailure.missing(.attempt(99))) { try store.attempt(AttemptID(99)) }
  }

  @Test func `a star is put on and taken off`() throws {
    #expect(try !store.isStarred(1, by: learner.id))
    #expect(try store.toggleStar(1, by: learner.id, now: 5))
    #expect(try store.isStarred(1, by: learner.id))
    #expect(try store.counts(of: learner.id).starred == 1)
    #expect(try !store.toggleStar(1, by: learner.id, now: 6))
    #expect(try store.counts(of: learner.id).starred == 0)
  }

  @Test
  func `starred questions come in the order of their stars, notebook ones in that of their misses`()
    throws
  {
    for question in [2, 1] as [Int64] {
      _ = try store.toggleStar(question, by: learner.id, now: 10 - question)
    }
    let banks = try test.data.banks.banks().map(\.id)
    #expect(
      try test.data.questions.starred(by: learner.id, banks: banks).map(\.question) == [2, 1])
    #expect(try test.data.questions.starred(by: learner.id, banks: []).isEmpty)
    let id = try store.open(opening(), by: author, steps: [])
    for (sequence, question) in [(1, 2), (2, 1)] as [(Int, Int64)] {
      var consequences = PracticeStore.Consequences()
      consequences.memories = [
        .init(QuestionRef(question: question, version: question), isAnswer: true) { _ in
          QuestionMemory(answered: 1, inNotebook: true)
        }
      ]
      try store.record([step(sequence, .pause)], of: id, by: author, consequences: consequences)
    }
    #expect(
      try test.data.questions.notebook(of: learner.id, banks: banks).map(\.question) == [2, 1])
  }
}
