import Exams
import Learning
import People
import Questions
import Workflows

/// An exam as it may be held: candidates who come or do not, answer, take answers back, lose their computer,
/// are late, are given time; power cuts and clocks that are set. All by the rules, so that no audit may
/// find anything.
package struct ExamDay {
  package let room: ExamRoom
  package let created: CreateExam.Created
  private var chance: SeededGenerator
  private var runs: [Int: SitExam] = [:]

  /// Makes the exam. The same seed holds the same one.
  ///
  /// - Parameter hidesQuestions: false leaves its questions to exams that are made before its results are out.
  package init(
    _ room: ExamRoom, seed: UInt64, code: String = "exam-1", hidesQuestions: Bool = true
  ) throws {
    self.room = room
    chance = SeededGenerator(seed: seed, purpose: 0x6461_79)
    let people = Int(chance.next() % 5) + 1
    // Who sat an exam has no second attempt at it.
    let names = (0..<people).map { "考生\($0) \(code)" }
    created = try room.create(
      names, blueprint: ExamRoom.blueprint(minutes: 30, latestEntry: 10), seats: 3, code: code,
      extraMinutes: chance.next() % 3 == 0 ? [names[0]: 15] : [:],
      hidesQuestions: hidesQuestions)
  }

  /// Holds it, wave by wave, to its end; publishes it or not.
  ///
  /// - Parameter acts: how many things happen in a wave.
  package mutating func hold(acts: Int = 30) throws {
    for wave in 1...created.waves {
      try room.holding.open(created.exam, key: wave == 1 ? created.openingCode : nil)
      runs = [:]
      for _ in 0..<acts { try act(in: wave) }
      try room.holding.end(created.exam)
    }
    if chance.next() % 4 > 0 { try room.holding.publish(created.exam) }
  }

  private mutating func act(in wave: Int) throws {
    room.test.clock.advance(Int64(chance.next() % 40_000))
    let seated = created.tickets.indices.filter { created.tickets[$0].seat.wave == wave }
    let place = seated[Int(chance.next() % UInt64(seated.count))]
    let number = created.tickets[place].number
    do {
      switch chance.next() % 20 {
      case 0: try room.holding.release(number, of: created.exam, reason: "死机")
      case 1: try room.holding.give(minutes: 3, to: number, of: created.exam, reason: "换机")
      case 2: try room.holding.give(minutes: 2, toAllOf: created.exam, reason: "停电")
      case 3: try room.holding.note("停电", witness: "李主任", of: created.exam)
      case 4:
        room.test.clock.reboot(after: 60_000)
        runs = [:]
      case 5:
        // Within a boot nobody wins or loses by it.
        room.test.clock.setWall(HandClock.noon + Int64(chance.next() % 7_200_000) - 3_600_000)
      case 6: try runs[place]?.submit()
      case 7:
        // Seldom late enough for the time to be over.
        if chance.next() % 4 == 0 { room.test.clock.advance(20 * 60_000) }
        try runs[place]?.timeOut()
      default: try answer(place)
      }
    } catch is ExamFailure {
      // Refused, as it should be: nothing was kept.
    }
  }

  private mutating func answer(_ place: Int) throws {
    guard let run = runs[place] else {
      runs[place] = try room.sit(created, place, terminal: "tty\(chance.next() % 2)")
      return
    }
    run.position = Int(chance.next() % UInt64(run.count))
    let question = run.card.question
    let pick = chance.next()
    let response: Response =
      if pick % 6 == 0 { .blank } else if question.options.isEmpty {
        .truth(pick % 2 == 0)
      } else {
        .options([question.options[Int(pick % UInt64(question.options.count))].id])
      }
    try run.answer(response, line: run.line(at: run.position))
    if pick % 7 == 0 { try run.mark(pick % 2 == 0, line: run.line(at: run.position)) }
  }
}
