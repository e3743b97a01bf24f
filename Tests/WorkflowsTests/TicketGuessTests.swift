import Exams
import Foundation
import Learning
import Storage
import TestKit
import Testing
import Workflows

/// Guessing at the codes of tickets gets slow, and nobody is locked out for good.
@Suite struct TicketGuessTests {
  let folder: TemporaryFolder
  let room: ExamRoom
  let created: CreateExam.Created

  init() throws {
    folder = try TemporaryFolder()
    room = try ExamRoom(folder: folder.url)
    created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
  }

  private func guess(on data: MingfaData? = nil) throws(any Error) {
    _ = try CheckTicket(data ?? room.data).candidate("1001", ticket: "0", of: created.exam)
  }

  @Test func `each wrong code doubles the wait, and the right one ends it`() throws {
    for seconds in [1, 2, 4, 8] {
      #expect(throws: ExamFailure.wrongTicket) { try guess() }
      #expect(throws: ExamFailure.ticketLocked(seconds: seconds)) { try room.sit(created, 0) }
      room.test.clock.advance(Int64(seconds) * 1000 - 1)
      #expect(throws: ExamFailure.ticketLocked(seconds: 1)) { try guess() }
      room.test.clock.advance(1)
    }
    _ = try room.sit(created, 0)
    #expect(throws: ExamFailure.wrongTicket) { try guess() }
    #expect(throws: ExamFailure.ticketLocked(seconds: 1)) { try guess() }
    // Nobody else waits.
    _ = try room.sit(created, 1, terminal: "tty2")
  }

  @Test func `the count is shared by all programs, and no clock that is set back lengthens it`()
    throws
  {
    let other = try ExamRoom(opening: folder.url)
    #expect(throws: ExamFailure.wrongTicket) { try guess() }
    #expect(throws: ExamFailure.ticketLocked(seconds: 1)) { try guess(on: other.data) }
    room.test.clock.setWall(HandClock.noon - 3_600_000)
    #expect(throws: ExamFailure.ticketLocked(seconds: 1)) { try guess() }
  }

  @Test func `a reissue and a release end the wait, on record`() throws {
    #expect(throws: ExamFailure.wrongTicket) { try guess() }
    let ticket = try room.holding.reissue("1001", of: created.exam)
    let run = try SitExam(
      room.data, number: ticket.number, ticket: ticket.code, terminal: "tty1")
    #expect(run.state.began != nil)
    #expect(throws: ExamFailure.wrongTicket) { try guess() }
    try room.holding.release("1001", of: created.exam, reason: "输错了")
    _ = try SitExam(room.data, number: ticket.number, ticket: ticket.code, terminal: "tty2")
  }

  @Test func `the order kept in the file is none that chance gives for the papers' seed`()
    throws
  {
    let seeds = try room.data.exams.candidates(of: created.exam.id).map(\.seed)
    #expect(Set(seeds).count == 3)
    var chance = SeededGenerator(seed: 7, purpose: 0x7365_6174)
    let computed = Set((0..<100).map { _ in chance.next() })
    #expect(computed.isDisjoint(with: seeds))
    // The seed is within the sealed forms, and comes out with them.
    #expect(try FindExam(room.data).paper(0, of: created.exam).seed == 7)
  }
}
