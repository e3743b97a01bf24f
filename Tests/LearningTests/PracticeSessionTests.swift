import Learning
import Questions
import Testing

/// What comes next in an attempt.
@Suite struct PracticeSessionTests {
  /// Plays a session without a store: items are lists of question numbers.
  struct Play {
    var session: PracticeSession
    let items: [[Int64]]
    var sequence = 0

    init(mode: PracticeMode = .sequential, plan: ItemPlan? = nil, items: [[Int64]]) {
      self.items = items
      session = PracticeSession(
        opening: AttemptOpening(
          mode: mode,
          plan: plan ?? .inOrder([BankSlice(bank: 1, first: 0, count: items.count)]), seed: 1,
          banks: [1], moment: Moment(utc: 0, monotonic: 0, boot: "b")))
    }

    static func ref(_ number: Int64) -> QuestionRef { QuestionRef(question: number, version: 1) }

    mutating func apply(_ fact: StepFact) {
      sequence += 1
      session.apply(
        Step(sequence: sequence, moment: Moment(utc: 0, monotonic: 0, boot: "b"), fact: fact))
    }

    /// The number of the question that comes; nil when all is done.
    mutating func next(stay: Bool = true) -> Int64? {
      while true {
        switch session.next(stay: stay) {
        case .show(let position):
          let ref = session.state.entries[position].ref
          if position != session.state.current { apply(.move(ref)) }
          return ref.question
        case .start(let ref, let index):
          apply(.start(ref, index: index, optionOrder: []))
          session.started(ref)
          return ref.question
        case .fetch(let first):
          let found = (first..<items.count).first {
            session.offer(items[$0].map(Self.ref), at: $0) != nil
          }
          if found == nil { session.exhaust() }
        case .done: return nil
        }
      }
    }

    mutating func answer(_ verdict: Grade.Verdict = .right) {
      guard let current = session.state.current else { return }
      apply(
        .answer(
          session.state.entries[current].ref, .truth(true),
          Grade(verdict: verdict, hits: 0, total: 1)))
    }

    mutating func skip() {
      guard let current = session.state.current else { return }
      apply(.skip(session.state.entries[current].ref))
    }

    /// Answers everything; the questions in the order in which they came.
    mutating func run() -> [Int64] {
      var order: [Int64] = []
      while let question = next() {
        order.append(question)
        answer()
      }
      return order
    }
  }

  @Test func `questions come in order, those of a case one after the other`() {
    var play = Play(items: [[1], [2, 3, 4], [5]])
    #expect(play.run() == [1, 2, 3, 4, 5])
  }

  @Test func `listed questions come in the order of the list`() {
    var play = Play(
      mode: .notebook, plan: .listed([7, 3, 9].map(Play.ref)), items: [])
    #expect(play.run() == [7, 3, 9])
  }

  @Test func `a question without an answer stays until it is answered or skipped`() {
    var play = Play(items: [[1], [2]])
    #expect(play.next() == 1)
    #expect(play.next() == 1)
    play.answer()
    #expect(play.next() == 2)
  }

  @Test func `skipped questions come again after all others, in their order`() {
    var play = Play(items: [[1], [2], [3], [4]])
    #expect(play.next() == 1)
    play.skip()
    #expect(play.next(stay: false) == 2)
    play.answer()
    #expect(play.next() == 3)
    play.skip()
    #expect(play.next(stay: false) == 4)
    play.answer()
    #expect(play.run() == [1, 3])
  }

  @Test func `the only question left comes again though it was just skipped`() {
    for play in [
      Play(items: [[1]]), Play(mode: .starred, plan: .listed([Play.ref(1)]), items: []),
    ] {
      var play = play
      #expect(play.next() == 1)
      play.skip()
      #expect(play.next(stay: false) == 1)
      play.answer()
      #expect(play.next() == nil)
    }
  }

  @Test func `two questions that are left take turns when they are skipped`() {
    for plan in [nil, ItemPlan.listed([1, 2].map(Play.ref))] {
      var play = Play(plan: plan, items: [[1], [2]])
      var seen: [Int64?] = [play.next()]
      for _ in 0..<4 {
        play.skip()
        seen.append(play.next(stay: false))
      }
      #expect(seen == [1, 2, 1, 2, 1])
    }
  }

  @Test func `items without questions are passed over`() {
    var play = Play(items: [[], [1], [], [], [2], []])
    #expect(play.run() == [1, 2])
    var none = Play(items: [[], []])
    #expect(none.next() == nil)
    var empty = Play(items: [])
    #expect(empty.next() == nil)
  }

  @Test func `a question that came before does not come again when a bank was loaded anew`() {
    var play = Play(items: [[1], [2], [1, 3]])
    #expect(play.run() == [1, 2, 3])
  }

  @Test func `looking back goes one by one to the first and no further`() {
    var play = Play(items: [[1], [2], [3]])
    #expect(play.session.previous() == nil)
    _ = play.next()
    #expect(play.session.previous() == nil)
    play.answer()
    _ = play.next()
    #expect(play.session.previous() == 0)
  }

  @Test func `looking back in a list follows the list, not the order of coming`() {
    var play = Play(mode: .mock, plan: .listed([1, 2, 3, 4].map(Play.ref)), items: [])
    for index in [2, 0, 3] {
      play.apply(.start(Play.ref(Int64(index + 1)), index: index, optionOrder: []))
    }
    // At the fourth; the third came first.
    #expect(play.session.previous() == 0)
    play.apply(.move(Play.ref(3)))
    #expect(play.session.previous() == 1)
  }

  @Test func `after going back practice goes on where it was`() {
    var play = Play(items: [[1], [2], [3]])
    _ = play.next()
    play.answer()
    _ = play.next()
    play.apply(.move(Play.ref(1)))
    // The first has its answer, so what comes is the one that was left for it.
    #expect(play.next() == 2)
    play.answer()
    #expect(play.next() == 3)
  }

  @Test func `after undoing practice goes on where it was`() throws {
    var play = Play(items: [[1], [2], [3]])
    _ = play.next()
    play.answer()
    #expect(play.next() == 2)
    let (ref, sequence) = try #require(play.session.undoable())
    play.apply(.undo(ref, sequence: sequence))
    #expect(play.next() == 1)
    play.answer()
    #expect(play.next() == 2)
  }

  @Test func `a question that was put off is not the one that was left`() {
    var play = Play(items: [[1], [2], [3]])
    _ = play.next()
    play.answer()
    #expect(play.next() == 2)
    play.skip()
    play.apply(.move(Play.ref(1)))
    #expect(play.next(stay: false) == 3)
    play.answer()
    #expect(play.next() == 2)
  }

  @Test func `in a mock exam an answered question that the learner came back to stays`() {
    for (mode, stays) in [(PracticeMode.mock, true), (.notebook, false)] {
      var play = Play(mode: mode, plan: .listed([1, 2].map(Play.ref)), items: [])
      _ = play.next()
      play.answer()
      #expect(play.next() == 2)
      play.apply(.move(Play.ref(1)))
      #expect(play.next() == (stays ? 1 : 2))
      #expect(play.next(stay: false) == 2)
    }
  }

  @Test func `the last standing answer can be undone, one after the other`() {
    var play = Play(items: [[1], [2]])
    #expect(play.session.undoable() == nil)
    _ = play.run()
    #expect(play.session.answeredCount == 2)
    #expect(play.session.undoable()?.ref == Play.ref(2))
    if let (ref, sequence) = play.session.undoable() { play.apply(.undo(ref, sequence: sequence)) }
    #expect(play.session.answeredCount == 1)
    #expect(play.session.undoable()?.ref == Play.ref(1))
    #expect(play.next() == 2)
  }

  @Test func `a mock exam has nothing to undo`() {
    var play = Play(mode: .mock, plan: .listed([Play.ref(1)]), items: [])
    _ = play.next()
    play.answer()
    #expect(play.session.undoable() == nil)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `every question is answered once however the learner goes about`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    var number: Int64 = 0
    let items = (0..<chance.below(8)).map { _ in
      (0..<chance.below(4)).map { _ -> Int64 in
        number += 1
        return number
      }
    }
    let listed = chance.below(2) == 0
    var play = Play(
      plan: listed ? .listed(items.joined().map(Play.ref)) : nil, items: items)
    var stay = true
    for _ in 0..<(Int(number) * 4) {
      guard play.next(stay: stay) != nil else { break }
      stay = true
      switch chance.below(4) {
      case 0:
        play.skip()
        stay = false
      case 1:
        if let back = play.session.previous() {
          play.apply(.move(play.session.state.entries[back].ref))
        }
      default: play.answer()
      }
    }
    _ = play.run()
    #expect(play.session.answeredCount == Int(number))
    #expect(
      Set(play.session.state.entries.map(\.ref.question)) == Set(items.joined()))
  }
}
