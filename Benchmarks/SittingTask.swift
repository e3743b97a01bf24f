import Exams
import Foundation
import Questions
import TestKit
import Workflows

/// Answers of formal exams: one candidate alone, each answer in one commit beside a bare insert on the same
/// disk; then fifty candidates as fifty processes on one database.
struct SittingTask {
  private static let rounds = 3_000
  private static let warmUp = 50
  private static let candidates = 50
  /// Of each of the fifty.
  private static let answers = 20

  let bench: Workbench

  func run() throws -> [Finding] { try alone() + crowd() }

  // MARK: Alone

  private func alone() throws -> [Finding] {
    bench.note("answers of an exam, \(Self.rounds) rounds")
    let folder = bench.path("sitting-alone")
    let room = try ExamRoom(folder: URL(fileURLWithPath: folder))
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    let run = try room.sit(created, 0)
    let bare = try BareInsert(path: folder + "/bare.sqlite")
    let log = CommitLog(path: folder + "/mingfa.sqlite-wal")
    var (ours, inserts) = (Sample(), Sample())
    for round in 0..<Self.warmUp + Self.rounds {
      run.position = round % run.count
      let response = Self.answer(run, round)
      try log.catchUp()
      let began = Clock.now()
      try run.answer(response, line: run.line(at: run.position))
      let seconds = Clock.now() - began
      let commits = try log.catchUp()
      guard commits == 1, run.card.response == response else {
        throw Obstacle.wrongResult("answer \(round) of an exam: \(commits) commits")
      }
      let insert = try bare.insert(round)
      guard round >= Self.warmUp else { continue }
      ours.add(seconds)
      inserts.add(insert)
    }
    let kept = try bench.sql("SELECT count (*) FROM evidence WHERE kind = 'answer'", in: folder)
    guard kept == "\(Self.warmUp + Self.rounds)" else {
      throw Obstacle.wrongResult("answers kept: \(kept)")
    }
    return [
      Finding("answer of an exam", "median, bare insert", ours, against: inserts, limit: 1.5),
      Finding(
        "answer of an exam", "99 of 100, bare insert", ours, against: inserts, limit: 4,
        quantile: 0.99),
      Finding("answer of an exam", "commits an answer", 1, atMost: 1, unit: .count),
    ]
  }

  /// Another answer each time, right or wrong.
  private static func answer(_ run: SitExam, _ round: Int) -> Response {
    let question = run.card.question
    guard !question.options.isEmpty else { return .truth(round % 4 < 2) }
    return .options([question.options[round / run.count % question.options.count].id])
  }

  // MARK: Fifty

  private func crowd() throws -> [Finding] {
    bench.note("fifty candidates as fifty processes, \(Self.answers) answers each")
    let folder = bench.path("sitting-crowd")
    let room = try ExamRoom(folder: URL(fileURLWithPath: folder), clock: HandClock())
    let created = try room.create(
      (1...Self.candidates).map { "考生\($0)" }, seats: Self.candidates)
    try room.holding.open(created.exam, key: created.openingCode)
    let crowd = Crowd(count: created.tickets.count)
    let threads = created.tickets.enumerated().map { place, ticket in
      Thread {
        crowd.keep(
          Result {
            let outcome = try ChildProcess.run(
              CommandLine.arguments[0],
              ["--sit", "\(folder)|\(ticket.number)|\(ticket.code)|\(Self.answers)"])
            return outcome.output.split(separator: "\n").compactMap { Double($0) }
          }, of: place)
      }
    }
    for thread in threads { thread.start() }
    let times = try crowd.wait()
    let expected = Self.candidates * Self.answers
    let kept = try bench.sql("SELECT count (*) FROM evidence WHERE kind = 'answer'", in: folder)
    guard times.count == expected, kept == "\(expected)" else {
      throw Obstacle.wrongResult("\(kept) answers kept and \(times.count) told of \(expected)")
    }
    return [
      Finding(
        "fifty candidates at once", "the longest answer", times.max() ?? 0, atMost: 0.2,
        unit: .milliseconds)
    ]
  }

  /// One of the fifty: sits, answers as fast as nobody reads, and prints the seconds of each answer.
  static func sit(_ words: String) throws {
    let parts = words.split(separator: "|").map(String.init)
    guard parts.count == 4, let count = Int(parts[3]) else { throw Obstacle.usage("--sit") }
    let room = try ExamRoom(opening: URL(fileURLWithPath: parts[0]))
    let run = try SitExam(
      room.data, number: parts[1], ticket: parts[2], terminal: "\(getpid())")
    for round in 0..<count {
      run.position = round % run.count
      // They do not answer in step: each thinks for up to a second, far less than people do.
      usleep(UInt32.random(in: 0...1_000_000))
      let began = Clock.now()
      try run.answer(answer(run, round), line: run.line(at: run.position))
      print(Clock.now() - began)
    }
  }
}

/// What came of the fifty, each told from a thread of its own.
private final class Crowd: @unchecked Sendable {
  private let lock = NSCondition()
  private var outcomes: [Int: Result<[Double], any Error>] = [:]
  private let count: Int

  init(count: Int) { self.count = count }

  func keep(_ outcome: Result<[Double], any Error>, of place: Int) {
    lock.lock()
    outcomes[place] = outcome
    lock.signal()
    lock.unlock()
  }

  /// The seconds of all answers, once everyone has ended.
  func wait() throws -> [Double] {
    lock.lock()
    defer { lock.unlock() }
    while outcomes.count < count { lock.wait() }
    return try outcomes.sorted { $0.key < $1.key }.flatMap { try $0.value.get() }
  }
}
