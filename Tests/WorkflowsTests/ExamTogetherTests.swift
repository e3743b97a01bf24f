import Exams
import Foundation
import Learning
import TestKit
import Testing
import Workflows

/// Two who act at once: what one of them looked at has changed when the other one's act is committed.
@Suite struct ExamTogetherTests {
  let room: ExamRoom

  init() throws { room = try ExamRoom() }

  private func kinds(_ room: ExamRoom) throws -> [String] {
    try room.data.evidence.entries().map(\.act.kind)
  }

  @Test func `of two openings of a wave one is refused, and it is opened once`() throws {
    let created = try room.create()
    room.test.clock.atNextReading { [room] in
      #expect(throws: Never.self) {
        try room.holding.open(created.exam, key: created.openingCode)
      }
    }
    #expect(throws: ExamFailure.waveOpen(1)) {
      try room.holding.open(created.exam, key: created.openingCode)
    }
    #expect(try kinds(room).count { $0 == "opened" } == 1)
  }

  @Test func `of two who end a wave one is refused, and it is ended once`() throws {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    room.test.clock.atNextReading { [room] in
      #expect(throws: Never.self) { try room.holding.end(created.exam) }
    }
    #expect(throws: ExamFailure.waveNotOpen(1)) { try room.holding.end(created.exam) }
    #expect(try kinds(room).count { $0 == "closed" } == 1)
  }

  @Test func `of two who publish one is refused, and it is published once`() throws {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    try room.holding.end(created.exam)
    room.test.clock.atNextReading { [room] in
      #expect(throws: Never.self) { try room.holding.publish(created.exam) }
    }
    #expect(throws: ExamFailure.isPublished) { try room.holding.publish(created.exam) }
    #expect(try kinds(room).count { $0 == "published" } == 1)
  }

  @Test func `who begins while a wave is ended is taken in, too`() throws {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    // Papers were taken in, and the wave is not ended yet.
    room.test.clock.atNextReading { [room] in
      #expect(throws: Never.self) { try room.sit(created, 0) }
    }
    #expect(try room.holding.end(created.exam).taken == 1)
    #expect(try kinds(room).suffix(4) == ["began", "ended", "graded", "closed"])
  }

  @Test func `nobody enters, answers or marks in a wave that has ended`() throws {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    let run = try room.sit(created, 0)
    room.test.clock.atNextReading { [room] in
      #expect(throws: Never.self) { try room.holding.end(created.exam) }
    }
    #expect(throws: ExamFailure.nothingOpen) { try room.sit(created, 1, terminal: "tty2") }
    #expect(throws: ExamFailure.hasEnded) { try run.answer(.truth(true), line: 5) }
    #expect(throws: ExamFailure.hasEnded) { try run.mark(true, line: 5) }
    #expect(throws: ExamFailure.hasEnded) { try run.submit() }
    #expect(run.state.end?.reason == .collected)
    #expect(try kinds(room).count { $0 == "began" } == 1)
    #expect(try kinds(room).last == "closed")
  }

  @Test func `eight processes at once: each act of the exam is done once`() throws {
    let folder = try TemporaryFolder()
    let first = try ExamRoom(folder: folder.url)
    let created = try first.create()
    // Where one finds it done already, what it says is as clear.
    let acts: [(refusals: Set<ExamFailure>, act: @Sendable (ExamRoom) throws -> Void)] = [
      ([.waveOpen(1)], { try $0.holding.open(created.exam, key: created.openingCode) }),
      ([.waveNotOpen(1)], { try $0.holding.end(created.exam) }),
      ([.isPublished], { try $0.holding.publish(created.exam) }),
    ]
    for (refusals, act) in acts {
      let rooms = try (0..<8).map { _ in try ExamRoom(opening: folder.url) }
      let outcomes = Outcomes()
      nonisolated(unsafe) let together = rooms
      DispatchQueue.concurrentPerform(iterations: 8) { place in
        do {
          try act(together[place])
          outcomes.add(nil)
        } catch { outcomes.add(error) }
      }
      #expect(outcomes.successes == 1)
      #expect(outcomes.refusals.count == 7)
      #expect(Set(outcomes.refusals.compactMap { $0 as? ExamFailure }) == refusals)
      for room in rooms { try room.data.file.close() }
    }
    #expect(try kinds(first).suffix(3) == ["opened", "closed", "published"])
    #expect(
      try VerifyEvidence(first.data, actor: first.administrator).verify().isClean)
  }

  /// What several threads came to.
  private final class Outcomes: Sendable {
    private let lock = NSLock()
    private nonisolated(unsafe) var all: [(any Error)?] = []

    func add(_ outcome: (any Error)?) { lock.withLock { all.append(outcome) } }
    var successes: Int { lock.withLock { all.count { $0 == nil } } }
    var refusals: [any Error] { lock.withLock { all.compactMap(\.self) } }
  }
}
