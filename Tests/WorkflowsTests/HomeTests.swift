import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Text
import Workflows

/// What a learner is told on coming home.
@Suite struct HomeTests {
  let test: TestData
  let learner: Learner
  static let day: Int64 = 86_400_000

  /// A bank of ten questions and a case of two.
  init() throws {
    test = try TestData()
    try test.load(try Self.bank())
    learner = try test.learner()
  }

  private static func bank(
    version: String = "1", keys: [Int: Bool] = [:], stems: [Int: String] = [:], count: Int = 10
  ) throws -> Bank {
    var items = SampleBank.items(
      try (1...count).map { number in
        var question = try SampleBank.truth("T\(number)", keys[number] ?? true)
        if let stem = stems[number] { question.stem = stem }
        return question
      })
    items.insert(try SampleBank.caseItem("C", questions: 2), at: 1)
    return try SampleBank.bank(items, version: version)
  }

  private func facts(_ person: Learner? = nil) throws -> HomeFacts {
    try GatherHome(test.data).facts(
      of: person ?? learner, language: .chinese, for: test.actor)
  }

  private func set(_ change: EditLearners.Change) throws -> Learner {
    try EditLearners(test.data, actor: test.actor).set("小林", change)
  }

  /// Answers so many questions of a mode; the attempt stays open.
  @discardableResult
  private func practise(
    _ mode: PracticeMode, _ count: Int, wrong: Set<Int> = [], by person: Learner? = nil
  ) throws -> Practise {
    let run = try test.begin(mode, by: person ?? learner)
    for number in 1...max(count, 1) where count > 0 {
      guard let card = try run.turn().card else { break }
      test.clock.advance(10_000)
      _ = try run.answer(card.question.response(right: !wrong.contains(number)))
    }
    return run
  }

  private func sitting(_ facts: HomeFacts) throws -> HomeFacts.Sitting {
    guard case .sitting(let sitting) = facts.today else {
      Issue.record("\(facts.today)")
      throw WorkflowFailure.nothingToUndo
    }
    return sitting
  }

  // MARK: Today

  @Test func `a new learner has new questions alone, at the usual pace`() throws {
    let facts = try facts()
    let sitting = try sitting(facts)
    #expect(sitting.reviews == 0 && sitting.new == 12 && sitting.waiting == 0)
    #expect(sitting.minutes == 8)
    #expect(sitting.resume == nil && facts.resume == nil)
    #expect(facts.plans.isEmpty && facts.amended.isEmpty && facts.scores.isEmpty)
    #expect(facts.notebook == 0 && facts.starred == 0 && facts.streak == nil)
  }

  @Test func `what today says is what its sitting asks`() throws {
    let learner = try set(.init(newPerDay: 3))
    _ = try practise(.today, 4, wrong: [2], by: learner).turn()
    test.clock.advance(Self.day * 3)
    let told = try sitting(try facts(learner))
    let run = try test.begin(.today, by: learner)
    var (reviews, new) = (0, 0)
    while let card = try run.turn().card {
      let memory = try test.data.memories.memory(
        of: learner.id, question: card.stored.ref.question)
      if memory.review == nil { new += 1 } else { reviews += 1 }
      _ = try run.answer(card.question.response(right: true))
    }
    #expect(told.reviews == reviews && told.new == new)
    #expect(reviews > 0 && new == 3)
  }

  @Test
  func `a sitting of today that was begun is told by what is left of it, and where it stopped`()
    throws
  {
    _ = try practise(.today, 4).pause()
    let facts = try facts()
    let sitting = try sitting(facts)
    #expect(sitting.reviews == 0 && sitting.new == 8)
    #expect(sitting.resume?.number == 5 && sitting.resume?.total == 12)
    #expect(facts.resume == nil)
    // The next day puts its own together.
    test.clock.advance(Self.day)
    #expect(try self.sitting(try self.facts()).resume == nil)
  }

  @Test func `a day that is done says when the next come due`() throws {
    let learner = try set(.init(newPerDay: 2))
    _ = try practise(.today, 3, by: learner).turn()
    #expect(try facts(learner).today == .done(next: NextDue(days: 2, questions: 3)))
    test.clock.advance(Self.day * 2)
    #expect(try sitting(try facts(learner)).reviews == 3)
  }

  @Test func `more than a sitting holds waits for the next`() throws {
    try test.load(
      SampleBank.bank(
        SampleBank.items(try (1...130).map { try SampleBank.truth("M\($0)") }), id: "many"))
    let run = try test.begin(.sequential, by: learner, banks: ["many"])
    while let card = try run.turn().card {
      _ = try run.answer(card.question.response(right: true))
    }
    test.clock.advance(Self.day * 30)
    let sitting = try sitting(try facts())
    #expect(sitting.reviews == 100 && sitting.new == 0 && sitting.waiting == 30)
  }

  @Test func `without banks there is nothing to say but how to get one`() throws {
    let empty = try TestData()
    let facts = try GatherHome(empty.data).facts(
      of: try empty.learner(), language: .chinese, for: empty.actor)
    #expect(facts.today == .noBanks)
  }

  // MARK: What was left open

  @Test(arguments: [
    (PracticeMode.sequential, 0, 1, 12), (.sequential, 5, 6, 12), (.random, 3, 4, 12),
    (.reading, 0, 1, 12), (.chapter, 2, 3, 12),
  ])
  func `what was left in another mode says where it stopped`(
    mode: PracticeMode, answers: Int, number: Int, total: Int
  ) throws {
    let run = try test.begin(mode, by: learner, chapter: mode == .chapter ? "第一章" : nil)
    for _ in 0..<answers {
      guard let card = try run.turn().card else { break }
      _ = try run.answer(card.question.response(right: true))
    }
    let card = try run.pause()
    #expect(card.isOpen)
    let point = try #require(try facts().resume)
    #expect(point.attempt.mode == mode && point.number == number && point.total == total)
    let resumed = try Practise.resume(
      point.attempt.id, by: test.author(learner), data: test.data)
    #expect(try resumed.turn().card?.number == number)
  }

  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func `where an attempt stands is told the same way with all of it and with little`(
    seed: UInt64
  ) throws {
    var dice = SeededGenerator(seed: seed)
    let mode = PracticeMode.all[Int(dice.next() % 8)]
    let outline = MockOutline(
      sections: [.init(kind: .trueFalse, count: 6, points: Score(points: 2))], minutes: 30)
    guard
      let run = try? test.begin(
        mode, by: learner, chapter: mode == .chapter ? "第一章" : nil,
        outline: mode == .mock ? outline : nil)
    else { return }
    _ = try run.turn()
    for _ in 0..<14 {
      switch dice.next() % 7 {
      case 0: try run.skip()
      case 1: try? run.undo()
      case 2: _ = try run.previous()
      case 3: _ = try run.jump(to: 1 + Int(dice.next() % 6))
      case 4: _ = try? run.answer(.blank)
      default: _ = try? run.answer(.truth(dice.next() % 2 == 0))
      }
      test.clock.advance(5_000)
      if try run.turn(stay: dice.next() % 3 == 0).card == nil { return }
    }
    let open = try #require(try Practise.open(of: learner.id, data: test.data).first)
    let left = try test.data.practice.left(open)
    let (opening, steps) = try test.data.practice.attempt(open.id)
    let whole = PracticeSession(opening: opening, state: AttemptState(steps))
    let little = PracticeSession(opening: left.opening, state: left.state)
    #expect(left.opening.plan == opening.plan && left.opening.banks == opening.banks)
    #expect(left.opening.seed == opening.seed && left.opening.chapter == opening.chapter)
    #expect(left.limit == opening.mock?.limit)
    #expect(little.nextNumber == whole.nextNumber)
    #expect(little.next(stay: true) == whole.next(stay: true))
    #expect(
      little.state.entries.map { $0.answer == nil } == whole.state.entries.map { $0.answer == nil })
    #expect(little.state.entries.map(\.ref) == whole.state.entries.map(\.ref))
  }

  @Test func `the mock exam whose clock runs comes before what was left later`() throws {
    let outline = MockOutline(
      sections: [.init(kind: .trueFalse, count: 4, points: Score(points: 2))], minutes: 30)
    let exam = try test.begin(.mock, by: learner, outline: outline)
    _ = try exam.answer(.truth(true))
    _ = try exam.pause()
    test.clock.advance(10 * 60_000)
    _ = try practise(.random, 2).pause()
    let point = try #require(try facts().resume)
    #expect(point.attempt.mode == .mock && point.number == 2 && point.total == 4)
    #expect(point.remaining.map { $0 > 0 && $0 < 20 * 60_000 } == true)
    test.clock.advance(30 * 60_000)
    #expect(try facts().resume?.attempt.mode == .random)
  }

  // MARK: What was amended

  @Test func `what was amended since the last step is told with what the learner had seen of it`()
    throws
  {
    _ = try practise(.sequential, 5).pause()
    test.clock.advance(Self.day)
    // 1 has another key, 2 and 9 other words, 11 and 12 are new; the learner had 1, the case, 2 and 3.
    try test.load(
      try Self.bank(
        version: "2", keys: [1: false], stems: [2: "新的说法", 9: "新的说法"], count: 12))
    let amended = try #require(try facts().amended.first)
    #expect(amended.title == "题库 demo" && amended.version == "2")
    let amendment = amended.amendment
    #expect(amendment.changed == 3 && amendment.seen == 2)
    #expect(amendment.due == 1 && amendment.added == 2)
    #expect(try sitting(try facts()).reviews >= 1)
    // A further version of the same question counts once.
    test.clock.advance(1000)
    try test.load(
      try Self.bank(
        version: "3", keys: [1: false], stems: [2: "又一种", 9: "新的说法", 11: "改了"], count: 12))
    #expect(try facts().amended.first?.amendment == amendment)
    // Who has practised since was told.
    _ = try practise(.random, 1).pause()
    #expect(try facts().amended.isEmpty)
  }

  @Test func `who was never here is told of no amendment`() throws {
    test.clock.advance(Self.day)
    try test.load(try Self.bank(version: "2", keys: [1: false]))
    #expect(try facts().amended.isEmpty)
  }

  // MARK: Numbers beside the menu

  @Test func `notebook, stars and scores are those of the pages behind them`() throws {
    let run = try practise(.sequential, 4, wrong: [1, 3])
    _ = try run.turn()
    _ = try run.toggleStar()
    let outline = MockOutline(
      sections: [.init(kind: .trueFalse, count: 2, points: Score(points: 50))])
    for right in [0, 1, 2, 2] {
      let exam = try test.begin(.mock, by: learner, outline: outline)
      for number in 1...2 {
        guard let card = try exam.turn().card else { break }
        _ = try exam.answer(card.question.response(right: number <= right))
      }
      _ = try exam.submit()
    }
    let facts = try facts()
    let counts = try test.data.practice.counts(of: learner.id)
    #expect(facts.notebook == counts.notebook && counts.notebook > 1)
    #expect(facts.starred == counts.starred && counts.starred == 1)
    #expect(facts.scores.map(\.text) == ["50", "100", "100"])
    #expect(try self.facts(try test.learner("小王")).scores.isEmpty)
  }

  @Test func `the notebook counts what practice asks, of banks in any language`() throws {
    var header = try SampleBank.header(id: "english")
    header.language = .english
    try test.load(
      Bank(
        header: header,
        chapters: [BankChapter(title: "One", items: SampleBank.items([try SampleBank.truth("E1")]))]
      ))
    for bank in ["demo", "english"] {
      let run = try test.begin(.sequential, by: learner, banks: [bank])
      let card = try #require(try run.turn().card)
      _ = try run.answer(card.question.response(right: false))
    }
    #expect(try facts().notebook == 2)
    // One of them is retired.
    try test.load(
      SampleBank.bank([], id: "demo", version: "2", chapter: nil), retireMissing: true)
    #expect(try facts().notebook == 1)
    #expect(try test.data.practice.counts(of: learner.id).notebook == 1)
  }

  // MARK: Days in a row

  @Test func `days in a row are told where the learner wants them`() throws {
    let wanting = try set(.init(showsStreak: true))
    #expect(try facts(wanting).streak == 0)
    for _ in 1...3 {
      _ = try practise(.random, 1).pause()
      test.clock.advance(Self.day)
    }
    #expect(try facts(wanting).streak == 3)
    _ = try practise(.random, 1).pause()
    #expect(try facts(wanting).streak == 4)
    test.clock.advance(2 * Self.day)
    #expect(try facts(wanting).streak == 0)
    #expect(try facts(try set(.init(showsStreak: false))).streak == nil)
  }

  // MARK: Plans

  @Test func `running plans are told with their course, and today is theirs`() throws {
    let edit = EditPlans(test.data, actor: test.actor)
    for (date, minutes) in [("2026-12-24", 20), ("2026-11-25", 5)] {
      _ = try edit.add(
        .init(date: date, banks: ["demo"], minutes: minutes, title: nil), for: learner,
        language: .chinese)
    }
    var facts = try facts()
    #expect(facts.plans.map(\.daysLeft) == [1, 30])
    #expect(try sitting(facts).new > 0 && sitting(facts).isPlanned)
    test.clock.advance(Self.day)
    facts = try self.facts()
    // On its day an exam is told of, then no more.
    #expect(facts.plans.map(\.daysLeft) == [0, 29])
    #expect(facts.plans.map(\.isExamDay) == [true, false])
    test.clock.advance(Self.day)
    facts = try self.facts()
    #expect(facts.plans.map(\.daysLeft) == [28])
    for _ in 1...5 {
      guard let run = try? test.begin(.today, by: learner) else { break }
      while let card = try run.turn().card {
        test.clock.advance(119_000)
        _ = try run.answer(card.question.response(right: true))
      }
    }
    #expect(try self.facts().today == .planned)
  }
}
