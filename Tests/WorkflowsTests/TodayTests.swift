import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Text
import Workflows

/// Today's practice: what comes, in which order, and what ratings make of it.
@Suite struct TodayTests {
  let test: TestData
  let learner: Learner
  static let day: Int64 = 86_400_000

  init() throws {
    test = try TestData()
    var items = SampleBank.items(try (1...8).map { try SampleBank.truth("T\($0)") })
    items.insert(try SampleBank.caseItem("C", questions: 2), at: 2)
    try test.load(SampleBank.bank(items))
    learner = try test.learner()
  }

  private func codes(
    wrong: Set<String> = [], rating: [String: Rating] = [:], by person: Learner? = nil
  ) throws -> [String] {
    let run = try test.begin(.today, by: person ?? learner)
    var codes: [String] = []
    var turn = try run.turn()
    while let card = turn.card {
      let code = card.question.code.text
      codes.append(code)
      test.clock.advance(10_000)
      _ = try run.answer(card.question.response(right: !wrong.contains(code)))
      turn = try run.rate(rating[code] ?? .good)
    }
    return codes
  }

  private func memory(_ code: String) throws -> QuestionMemory {
    let ref = try #require(try test.data.questions.find(code: code, bank: nil).first)
    return try test.data.memories.memory(of: learner.id, question: ref.question)
  }

  private func setNewPerDay(_ count: Int) throws -> Learner {
    try EditLearners(test.data, actor: test.actor).set("小林", .init(newPerDay: count))
  }

  @Test func `new questions come in the order of the bank within the day's budget, a case whole`()
    throws
  {
    let learner = try setNewPerDay(3)
    #expect(try codes(by: learner) == ["T1", "T2", "C-1", "C-2"])
    let next = try #require(try memory("T1").review.map { $0.dueDay - $0.lastDay })
    #expect(next > 1)
    #expect(
      throws: WorkflowFailure.nothingToday(next: NextDue(days: next, questions: 4))
    ) { try codes(by: learner) }
    test.clock.advance(Self.day)
    #expect(try codes(by: learner) == ["T3", "T4", "T5"])
  }

  @Test func `a miss comes again the same day, at the end`() throws {
    let learner = try setNewPerDay(4)
    _ = try codes(wrong: ["T2", "C-1"], by: learner)
    #expect(try memory("T2").review?.dueDay == memory("T2").review?.lastDay)
    // The case comes whole.
    #expect(try codes(by: learner) == ["T2", "C-1", "C-2"])
    // Those missed first have the nearer day, and they alone are told.
    #expect(
      throws: WorkflowFailure.nothingToday(next: NextDue(days: 1, questions: 2))
    ) { try codes(by: learner) }
  }

  @Test func `what is due comes before what is new, the least remembered first`() throws {
    let two = try setNewPerDay(4)
    _ = try codes(rating: ["T1": .hard, "T2": .easy], by: two)
    test.clock.advance(Self.day * 10)
    let again = try codes(by: try setNewPerDay(1))
    #expect(again.first == "T1")
    #expect(again.last == "T3")
    #expect(again.dropLast().contains("T2"))
  }

  @Test(arguments: Rating.allCases)
  func `a rating sets when the question is due again, and is one commit with the next`(
    rating: Rating
  ) throws {
    let run = try test.begin(.today, by: learner)
    _ = try run.turn()
    let feedback = try #require(try run.answer(.truth(true)))
    let before = try test.data.practice.attempt(AttemptID(1)).steps.count
    let next = try run.rate(rating)
    let steps = try test.data.practice.attempt(AttemptID(1)).steps
    #expect(next.card?.question.code.text == "T2")
    #expect(steps.count == before + (rating == .good ? 1 : 2))
    #expect(steps.map(\.sequence) == Array(1...steps.count))
    let review = try #require(try memory("T1").review)
    #expect(review.dueDay - review.lastDay == feedback.intervals[rating])
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `a question that was read ahead comes as it would have come, whatever happened since`()
    throws
  {
    func cards(readingAhead: Bool) throws -> [String] {
      let test = try TestData()
      try test.load(
        SampleBank.bank(SampleBank.items(try (1...6).map { try SampleBank.truth("T\($0)") })))
      let learner = try test.learner()
      let run = try test.begin(.today, by: learner)
      var told: [String] = []
      func tell(_ turn: PracticeTurn) {
        guard let card = turn.card else { return }
        told.append(
          "\(card.number) \(card.question.code.text) \(card.isStarred) \(card.missed)"
            + " \(card.note ?? "-")")
      }
      func readAhead() { if readingAhead { run.readAhead() } }
      tell(try run.turn())
      _ = try run.answer(.truth(true))
      readAhead()
      tell(try run.rate(.easy))
      // Starred and noted on after it was shown, so after it was read.
      _ = try run.toggleStar()
      try run.note("记一笔")
      tell(try run.turn())
      _ = try run.answer(.truth(false))
      readAhead()
      // Taken back: another question comes than the one that was read.
      try run.undo()
      tell(try run.turn())
      _ = try run.answer(.truth(true))
      readAhead()
      tell(try #require(try run.jump(to: 5)))
      _ = try run.answer(.truth(true))
      readAhead()
      tell(try run.turn(stay: false))
      while case .question = try run.turn() {
        _ = try run.answer(.truth(true))
        readAhead()
        tell(try run.rate(.hard))
      }
      // After the end there is nothing to read.
      readAhead()
      #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
      return told
    }
    let plain = try cards(readingAhead: false)
    #expect(plain.count > 7)
    #expect(try cards(readingAhead: true) == plain)
  }

  @Test func `a miss is not rated, and nothing is rated twice`() throws {
    let run = try test.begin(.today, by: learner)
    _ = try run.turn()
    #expect(try run.answer(.truth(false))?.intervals == [:])
    _ = try run.rate(.easy)
    #expect(try memory("T1").review?.dueDay == memory("T1").review?.lastDay)
    _ = try run.answer(.truth(true))
    _ = try run.rate(.hard)
    let kept = try memory("T2")
    _ = try run.rate(.easy)
    #expect(try memory("T2") == kept)
  }

  @Test func `undo takes a rated answer back with its rating`() throws {
    let run = try test.begin(.today, by: learner)
    _ = try run.turn()
    _ = try run.answer(.truth(true))
    _ = try run.rate(.easy)
    try run.undo()
    #expect(try memory("T1").review == nil)
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `a rating after another terminal went on with the question changes only what it said`()
    throws
  {
    let run = try test.begin(.today, by: learner)
    _ = try run.turn()
    _ = try run.answer(.truth(true))
    let other = try test.begin(.sequential, by: learner)
    _ = try other.turn()
    _ = try other.answer(.truth(false))
    _ = try run.rate(.easy)
    #expect(try memory("T1").inNotebook)
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `a changed key makes a question due, and it comes first`() throws {
    _ = try codes(by: try setNewPerDay(2))
    test.clock.advance(Self.day)
    var items = SampleBank.items(try (1...8).map { try SampleBank.truth("T\($0)", $0 != 2) })
    items.insert(try SampleBank.caseItem("C", questions: 2), at: 2)
    try test.load(SampleBank.bank(items, version: "2"))
    let due = try codes(wrong: [], by: try setNewPerDay(0))
    #expect(due == ["T2"])
  }

  @Test(arguments: [-30, -1, 1, 4000] as [Int64])
  func `a clock that was set wrong once loses nothing and hides nothing`(days: Int64) throws {
    let learner = try setNewPerDay(2)
    test.clock.advance(Self.day * days)
    _ = try codes(by: learner)
    test.clock.advance(-Self.day * days)
    let again = try? codes(by: try setNewPerDay(0))
    // What lies in the future is asked again; the past has its dates.
    if days > 0 { #expect(again == ["T1", "T2"]) }
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `another beginning of the day and another zone tell all memories anew`() throws {
    _ = try codes(wrong: ["T1"], by: try setNewPerDay(5))
    for (hour, zone) in [(0, "Asia/Shanghai"), (4, "America/New_York"), (23, "Asia/Urumqi")] {
      _ = try ChangeSettings(test.data, actor: test.actor).setDay(startHour: hour, zone: zone)
      #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
    }
  }

  @Test func `reading through puts every question with its key and asks nothing`() throws {
    let run = try test.begin(.reading, by: learner)
    var count = 0
    var turn = try run.turn()
    while turn.card != nil {
      count += 1
      try run.skip()
      turn = try run.turn(stay: false)
    }
    #expect(count == 10)
    #expect(try Practise.open(of: learner.id, data: test.data).isEmpty)
    #expect(try memory("T1") == QuestionMemory())
  }
}
