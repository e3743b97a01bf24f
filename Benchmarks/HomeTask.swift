import Foundation
import Glibc
import Learning
import People
import Storage
import Text
import Workflows

/// Coming home with 100,000 questions loaded and 1,000,000 answers given, 80,000 questions seen: what home
/// says, the whole program up to its menu, and the day's queue with its first question. Each round opens the
/// database anew and counts the time that processors worked for it.
struct HomeTask {
  private static let rounds = 25
  private static let limit = 0.030

  let bench: Workbench

  func run() throws -> [Finding] {
    bench.note(
      "home and the day's queue, \(PastReviews.answers) past answers, \(Self.rounds) rounds")
    // Loaded before the first answer, so that home has no news of it.
    setenv("MINGFA_CLOCK", "2025-01-01T00:00:00Z", 1)
    let folder = try bench.loaded(Workbench.large, named: "home")
    unsetenv("MINGFA_CLOCK")
    try PastReviews.write(to: folder + "/mingfa.sqlite")
    let wanted = try checkPast(folder)
    // The first round of each only warms the cache.
    let homes = try Self.sample { try home(folder, wanted) }
    let programs = try Self.sample { try startAtHome(folder) }
    let queues = try Self.sample { try queue(folder, wanted) }
    return [
      Finding(
        "home, 1,000,000 answers", "processor time", homes.median, atMost: Self.limit,
        unit: .milliseconds),
      Finding(
        "the day's queue, 1,000,000 answers", "processor time", queues.median,
        atMost: Self.limit, unit: .milliseconds),
      Finding(
        "the program at home, 1,000,000 answers", "processor time", programs.median,
        atMost: Self.limit, unit: .milliseconds),
    ]
  }

  private static func sample(_ round: () throws -> Double) throws -> Sample {
    _ = try round()
    var sample = Sample()
    for _ in 0..<rounds { sample.add(try round()) }
    return sample
  }

  /// What home says.
  private func home(_ folder: String, _ wanted: Wanted) throws -> Double {
    let (seconds, facts) = try Self.timed {
      let data = try Self.data(folder)
      return try GatherHome(data).facts(
        of: try Self.learner(data), language: .chinese, for: Actor())
    }
    try Self.check(facts, wanted)
    return seconds
  }

  /// The day's queue, up to its first question, which is committed.
  private func queue(_ folder: String, _ wanted: Wanted) throws -> Double {
    let (seconds, turn) = try Self.timed {
      let data = try Self.data(folder)
      let learner = try Self.learner(data)
      let author = StepAuthor(
        learner: learner, actor: Actor(learner: learner.id), assistedBy: nil, program: "bench")
      return try Practise.begin(
        PracticeRequest(mode: .today), by: author, language: .chinese, data: data
      ).turn()
    }
    guard case .question(let card) = turn, wanted.first.contains(card.stored.ref.question) else {
      throw Obstacle.wrongResult("the day begins with another question than the one due most")
    }
    return seconds
  }

  // MARK: What is right

  /// What the database says, asked in another way.
  private struct Wanted {
    var due = 0
    var notebook = 0
    /// The questions that may come first today.
    var first: Set<Int64> = []
  }

  private func checkPast(_ folder: String) throws -> Wanted {
    let data = try Self.data(folder)
    let learner = try Self.learner(data)
    guard try data.memories.differing(of: learner, days: .standard).isEmpty else {
      throw Obstacle.wrongResult("the memories are not those of the steps")
    }
    let counts = try bench.sql(
      """
      SELECT (SELECT count (*) FROM step WHERE kind = 'answer'),
        (SELECT count (*) FROM question_memory),
        (SELECT count (*) FROM question_memory WHERE due_day <= \(PastReviews.today)),
        (SELECT count (*) FROM question_memory WHERE in_notebook = 1)
      """, in: folder
    ).split(separator: "|").compactMap { Int($0) }
    guard counts.count == 4, counts[0] == PastReviews.answers, counts[1] == PastReviews.seen,
      counts[2] > 500, counts[3] > 500
    else { throw Obstacle.wrongResult("the past has \(counts)") }
    let lines = try bench.sql(
      """
      SELECT question_id, stability, last_day FROM question_memory
      WHERE due_day <= \(PastReviews.today)
      """, in: folder)
    let recalls = lines.split(separator: "\n").compactMap { line -> (Int64, Double)? in
      let parts = line.split(separator: "|")
      guard parts.count == 3, let question = Int64(parts[0]), let stability = Double(parts[1]),
        let last = Int(parts[2])
      else { return nil }
      return (
        question, Scheduler.standard.recall(stability, after: PastReviews.today - last)
      )
    }
    let least = recalls.map(\.1).min() ?? 1
    // A case comes with its first question, whichever of them is due; its code has a dash more.
    let first = Set(recalls.filter { $0.1 <= least + 1e-9 }.map(\.0))
    return Wanted(
      due: counts[2], notebook: counts[3], first: first.union(try caseMates(first, folder)))
  }

  /// The questions that stand in one item with these.
  private func caseMates(_ questions: Set<Int64>, _ folder: String) throws -> Set<Int64> {
    let list = questions.map(String.init).joined(separator: ",")
    let lines = try bench.sql(
      "SELECT id FROM question WHERE item IN (SELECT item FROM question WHERE id IN (\(list)))",
      in: folder)
    return Set(lines.split(separator: "\n").compactMap { Int64($0) })
  }

  private static func check(_ facts: HomeFacts, _ wanted: Wanted) throws {
    guard case .sitting(let sitting) = facts.today,
      (TodayQueue.sittingLimit...2 * TodayQueue.sittingLimit)
        .contains(sitting.reviews + sitting.new),
      (wanted.due - sitting.reviews...wanted.due - TodayQueue.sittingLimit)
        .contains(sitting.waiting),
      facts.notebook == wanted.notebook, facts.resume?.attempt.mode == .random,
      facts.resume?.number == 101, facts.resume?.total == Workbench.large, facts.amended.isEmpty,
      sitting.minutes > 5
    else { throw Obstacle.wrongResult("home says \(facts)") }
  }

  // MARK: Time

  private static func data(_ folder: String) throws -> MingfaData {
    try MingfaData(
      Environment(
        clock: SteppedClock(start: PastReviews.noon), randomSeed: { Workbench.seed },
        folder: URL(fileURLWithPath: folder, isDirectory: true), shippedBanks: nil,
        program: "bench"))
  }

  private static func learner(_ data: MingfaData) throws -> Learner {
    try EditLearners(data, actor: Actor()).unasked(named: nil)
  }

  /// Seconds of processor time, the system's included.
  private static func timed<Value>(_ body: () throws -> Value) throws -> (Double, Value) {
    let began = ProcessorTime.own()
    let value = try body()
    return (ProcessorTime.own() - began, value)
  }

  /// Starts the program as people do, and closes its window once home stands on the screen; the processor
  /// time of all of it.
  private func startAtHome(_ folder: String) throws -> Double {
    setenv("MINGFA_CLOCK", "2026-11-24T04:00:00Z", 1)
    defer { unsetenv("MINGFA_CLOCK") }
    let before = ProcessorTime.children()
    let recording = try ChildProcess.startOnTerminal(bench.program, ["--data", folder])
    let seconds = ProcessorTime.children() - before
    guard recording.seconds(until: "学习进度") != nil else {
      throw Obstacle.wrongResult(
        "home is not on the screen: " + String(decoding: recording.bytes, as: UTF8.self))
    }
    return seconds
  }
}

/// Time that processors worked, in seconds, the system's part included.
enum ProcessorTime {
  /// For this process.
  static func own() -> Double { seconds(RUSAGE_SELF.rawValue) }

  /// For the programs that it started and waited for.
  static func children() -> Double { seconds(RUSAGE_CHILDREN.rawValue) }

  private static func seconds(_ who: Int32) -> Double {
    var usage = rusage()
    getrusage(who, &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
  }
}
