import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Workflows

/// Whenever a run is dropped, it goes on exactly where it was.
@Suite struct ResumeTests {
  /// Everything that a learner sees of a question.
  struct View: Equatable {
    let ref: QuestionRef
    let order: [OptionID]
    let number: Int
    let total: Int
    let answered: Int
    let marked: Int
    let isMarked: Bool
    let isStarred: Bool
    let missed: Int
    let response: Response?
    let remaining: Int64?

    init(_ card: PracticeCard) {
      ref = card.stored.ref
      order = card.optionOrder
      number = card.number
      total = card.total
      answered = card.answeredCount
      marked = card.markedCount
      isMarked = card.isMarked
      isStarred = card.isStarred
      missed = card.missed
      response = card.response
      remaining = card.remaining
    }
  }

  static func bank() throws -> Bank {
    var items = SampleBank.items(try (1...5).map { try SampleBank.single("S\($0)") })
    items.append(try SampleBank.caseItem("C", questions: 3))
    items += SampleBank.items([
      try SampleBank.multiple("M1"), try SampleBank.multiple("M2"), try SampleBank.truth("T1"),
      try SampleBank.truth("T2"), try SampleBank.fillIn("F"), try SampleBank.short("K"),
    ])
    var bank = try SampleBank.bank(items)
    bank.chapters.append(
      BankChapter(title: "第二章", items: SampleBank.items([try SampleBank.single("Z1")])))
    return bank
  }

  static let outline = MockOutline(
    sections: [
      .init(kind: .single, count: 3, points: Score(points: 2)),
      .init(kind: .multiple, count: 2, points: Score(points: 2)),
      .init(.cases(questions: nil), count: 1, points: Score(points: 2)),
    ], minutes: 60)

  /// A learner with something in the notebook and under the stars.
  static func prepared() throws -> (TestData, Learner) {
    let test = try TestData()
    try test.load(bank())
    let learner = try test.learner()
    let run = try test.begin(.sequential, by: learner)
    for _ in 0..<8 {
      _ = try run.turn()
      _ = try run.toggleStar()
      _ = try run.answer(.truth(false))
      _ = try run.answer(.options([OptionID(3)]))
    }
    _ = try run.pause()
    return (test, learner)
  }

  /// One thing that a learner does at a question.
  private func act(
    _ run: Practise, at card: PracticeCard, _ chance: inout SeededGenerator
  ) throws -> PracticeTurn? {
    switch chance.below(12) {
    case 0...4:
      _ = try run.answer(card.question.response(right: chance.below(2) == 0))
      return try run.turn(stay: false)
    case 5, 6:
      try run.skip()
      return try run.turn(stay: false)
    case 7:
      if (try? run.undo()) != nil { return try run.turn() }
    case 8: _ = try run.toggleStar()
    case 9: _ = try run.toggleMark()
    case 10: return try run.previous()
    default: return try run.jump(to: 1 + chance.below(card.total))
    }
    return nil
  }

  @Test(arguments: PracticeMode.all.filter(\.rules.asks), 0..<4 as Range<UInt64>)
  func `a dropped run shows the same question in the same order with the same counts`(
    mode: PracticeMode, seed: UInt64
  ) throws {
    let (test, learner) = try Self.prepared()
    var chance = SeededGenerator(seed: seed)
    var run = try test.begin(
      mode, by: learner, chapter: mode == .chapter ? "第一章" : nil, seed: seed,
      outline: mode == .mock ? Self.outline : nil)
    var turn = try run.turn()
    for _ in 0..<25 {
      guard let card = turn.card else { break }
      test.clock.advance(1000)
      turn = try act(run, at: card, &chance) ?? run.turn()
      // Looking back at an answer of practice is not kept: its key was told already.
      guard let shown = turn.card, mode == .mock || shown.response == nil else { continue }
      let before = View(shown)
      let resumed = try #require(
        try Practise.open(of: learner.id, data: test.data).first { $0.mode == mode })
      run = try Practise.resume(resumed.id, by: test.author(learner), data: test.data)
      turn = try run.turn()
      let after = View(try #require(turn.card))
      try #require(after == before)
      // Who goes on with the old object elsewhere is refused, since another window took over.
    }
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test(arguments: PracticeMode.all.filter(\.rules.asks), 0..<2 as Range<UInt64>)
  func `after any session every question has been answered once and the data is whole`(
    mode: PracticeMode, seed: UInt64
  ) throws {
    let (test, learner) = try Self.prepared()
    var chance = SeededGenerator(seed: seed + 100)
    var run = try test.begin(
      mode, by: learner, chapter: mode == .chapter ? "第一章" : nil, seed: seed,
      outline: mode == .mock ? Self.outline : nil)
    var turn = try run.turn()
    let total = try #require(turn.card).total
    for _ in 0..<30 {
      guard let card = turn.card else { break }
      turn = try act(run, at: card, &chance) ?? run.turn()
      if chance.below(4) == 0, turn.end == nil {
        run = try #require(try test.resume(learner))
        turn = try run.turn()
      }
    }
    while let card = turn.card {
      _ = try run.answer(card.question.response(right: true))
      turn = try run.turn(stay: false)
    }
    if mode == .mock {
      let end = try run.submit()
      #expect(end.result?.answered == total)
      #expect(end.summary.answered == total)
    } else {
      let end = try #require(turn.end)
      #expect(!end.isOpen)
    }
    let sheet = try run.sheet()
    #expect(sheet.count == total)
    #expect(sheet.allSatisfy { $0.isAnswered })
    let left = try Practise.open(of: learner.id, data: test.data)
    #expect(left.allSatisfy { $0.mode != mode })
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `what is remembered is what the steps say, whatever was undone`() throws {
    for seed in 0..<6 as Range<UInt64> {
      let (test, learner) = try Self.prepared()
      var chance = SeededGenerator(seed: seed)
      for _ in 0..<3 {
        let isMock = chance.below(3) == 0
        let run = try test.begin(
          isMock ? .mock : .sequential, by: learner, seed: chance.next(),
          outline: isMock ? Self.outline : nil)
        for _ in 0..<10 {
          guard let card = try run.turn(stay: false).card else { break }
          if chance.below(4) > 0 {
            _ = try run.answer(card.question.response(right: chance.below(2) == 0))
            if chance.below(2) == 0 { _ = try run.rate(Rating.allCases[chance.below(4)]) }
          } else {
            _ = try? run.undo()
          }
        }
        if isMock { _ = try run.submit() }
        test.clock.advance(Int64(chance.below(5)) * 43_200_000)
      }
      #expect(
        try test.data.memories.differing(
          of: EditLearners(test.data, actor: test.actor).find("\(learner.id.number)"),
          days: .standard) == [])
      let banks = try test.data.banks.banks()
      for item in 0..<banks[0].items {
        for ref in try test.data.questions.refs(at: .init(bank: banks[0].id, item: item)) {
          let folded = try test.data.memories.history(
            of: learner.id, question: ref.question, days: .standard
          ).memory(of: ref.question, needed: 3, isOutdated: { _ in false })
          let memory = try test.data.memories.memory(of: learner.id, question: ref.question)
          #expect(memory == folded)
        }
      }
    }
  }

  @Test func `a second window takes the attempt over and the first one is refused`() throws {
    let (test, learner) = try Self.prepared()
    let first = try test.begin(.random, by: learner)
    _ = try first.turn()
    let second = try #require(try test.resume(learner))
    _ = try second.turn()
    #expect(throws: StorageFailure.staleSequence) { try first.answer(.truth(true)) }
    _ = try second.answer(.truth(true))
    #expect(try second.pause().summary.answered == 1)
  }

  @Test func `an attempt that another window ended cannot be gone on with`() throws {
    let (test, learner) = try Self.prepared()
    let listed = try #require(try Practise.open(of: learner.id, data: test.data).first)
    let other = try #require(try test.resume(learner))
    while let card = try other.turn().card {
      _ = try other.answer(card.question.response(right: true))
    }
    #expect(throws: StorageFailure.staleSequence) {
      try Practise.resume(listed.id, by: test.author(learner), data: test.data)
    }
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `a bank loaded anew meanwhile changes nothing of the question on the screen`() throws {
    let (test, learner) = try Self.prepared()
    let run = try test.begin(.random, by: learner, seed: 3)
    let shown = View(try #require(try run.turn().card))
    var bank = try Self.bank()
    bank.chapters[0].items.reverse()
    for index in bank.chapters[0].items.indices {
      bank.chapters[0].items[index].questions[0].stem += "（修订）"
    }
    bank.chapters[0].items[0].questions[0] = try SampleBank.truth("NEW")
    try test.load(bank, retireMissing: true)
    let resumed = try #require(try test.resume(learner))
    #expect(View(try #require(try resumed.turn().card)).ref == shown.ref)
    #expect(View(try #require(try resumed.turn().card)).order == shown.order)
    var seen: Set<Int64> = []
    while let card = try resumed.turn().card {
      #expect(seen.insert(card.stored.ref.question).inserted)
      _ = try resumed.answer(card.question.response(right: true))
    }
  }
}
