import CBaseline
import Learning

/// A million reviews scheduled by FSRS-6, beside the same formulas in plain C.
struct ScheduleTask {
  private static let reviews = 1_000_000
  private static let questions = 2_000
  private static let rounds = 11

  let bench: Workbench

  func run() throws -> [Finding] {
    bench.note("\(Self.reviews) reviews, \(Self.rounds) rounds")
    var ours = Sample()
    var plain = Sample()
    for round in 0...Self.rounds {
      var chance = SplitMix(seed: Workbench.seed + UInt64(round))
      let ratings = (0..<Self.reviews).map { _ in
        UInt8([1, 2, 3, 3, 3, 3, 3, 4][Int.random(in: 0..<8, using: &chance)])
      }
      let days = (0..<Self.reviews).map { _ in UInt8(Int.random(in: 0...20, using: &chance)) }
      let (swift, states, sum) = Self.timed(ratings, days)
      let (c, stability, difficulty, wanted) = Self.timedInC(ratings, days)
      guard sum == wanted,
        zip(states, stability).allSatisfy({ abs($0.stability - $1) <= 1e-9 * $1 }),
        zip(states, difficulty).allSatisfy({ abs($0.difficulty - $1) <= 1e-9 })
      else { throw Obstacle.wrongResult("the schedules of round \(round) differ") }
      guard round > 0 else { continue }
      ours.add(swift)
      plain.add(c)
    }
    return [Finding("1,000,000 reviews", "the formulas in C", ours, against: plain, limit: 1.5)]
  }

  private static func timed(
    _ ratings: [UInt8], _ days: [UInt8]
  ) -> (seconds: Double, states: [MemoryState], sum: Int) {
    let scheduler = Scheduler.standard
    var states = [MemoryState?](repeating: nil, count: questions)
    var sum = 0
    let began = Clock.now()
    for index in ratings.indices {
      let question = index % questions
      guard let rating = Rating(rawValue: Int(ratings[index])) else { continue }
      let state = scheduler.state(
        after: rating, of: states[question], days: Int(days[index]))
      states[question] = state
      sum += scheduler.interval(state)
    }
    return (Clock.now() - began, states.compactMap { $0 }, sum)
  }

  private static func timedInC(
    _ ratings: [UInt8], _ days: [UInt8]
  ) -> (seconds: Double, stability: [Double], difficulty: [Double], sum: Int) {
    var stability = [Double](repeating: 0, count: questions)
    var difficulty = [Double](repeating: 0, count: questions)
    let began = Clock.now()
    let sum = baseline_reviews(
      ratings.count, questions, ratings, days, &stability, &difficulty)
    return (Clock.now() - began, stability, difficulty, Int(sum))
  }
}
