import Foundation
import Learning
import Testing

/// FSRS-6 against states made with the reference implementation in Python: the package `fsrs` 6.3.2 of
/// the open-spaced-repetition project, `Scheduler(learning_steps=(), relearning_steps=(),
/// enable_fuzzing=False)`, over seeded random ratings and gaps, same-day reviews among them.
@Suite struct FSRSReferenceTests {
  struct Review {
    let day: Int
    let rating: Rating
    let stability: Double
    let difficulty: Double
    let interval: Int
  }

  static let histories: [[Review]] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/fsrs6-reference.txt")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n\n").map { block in
      block.split(separator: "\n").compactMap { line in
        let fields = line.split(separator: " ")
        guard fields.count == 5, let day = Int(fields[0]),
          let rating = Int(fields[1]).flatMap(Rating.init), let stability = Double(fields[2]),
          let difficulty = Double(fields[3]), let interval = Int(fields[4])
        else { return nil }
        return Review(
          day: day, rating: rating, stability: stability, difficulty: difficulty,
          interval: interval)
      }
    }
  }()

  @Test func `the reference has long histories and same-day reviews`() {
    #expect(Self.histories.count >= 80)
    #expect(Self.histories.contains { $0.count >= 1000 })
    let sameDay = Self.histories.reduce(0) { sum, reviews in
      sum + zip(reviews, reviews.dropFirst()).count { $0.day == $1.day }
    }
    #expect(sameDay > 500)
  }

  @Test func `after every review the state is that of the reference`() {
    let scheduler = Scheduler.standard
    for reviews in Self.histories {
      var state: MemoryState?
      var last = 0
      for review in reviews {
        let next = scheduler.state(after: review.rating, of: state, days: review.day - last)
        #expect(abs(next.stability - review.stability) <= 1e-4 * max(1, review.stability))
        #expect(abs(next.difficulty - review.difficulty) <= 1e-4)
        #expect(scheduler.interval(next) == review.interval)
        (state, last) = (next, review.day)
      }
    }
  }

  @Test func `recall is nine in ten after as many days as the stability, and falls`() {
    let scheduler = Scheduler.standard
    for stability in [1.0, 7, 100] {
      let state = MemoryState(stability: stability, difficulty: 5)
      #expect(scheduler.recall(state, after: 0) == 1)
      #expect(abs(scheduler.recall(state, after: Int(stability)) - 0.9) < 1e-12)
      let later = (0...400).map { scheduler.recall(state, after: $0) }
      #expect(zip(later, later.dropFirst()).allSatisfy { $0 > $1 })
    }
  }

  @Test func `a clock that was set back counts as the same day`() {
    let scheduler = Scheduler.standard
    let state = MemoryState(stability: 4, difficulty: 5)
    for rating in Rating.allCases {
      #expect(
        scheduler.state(after: rating, of: state, days: -30)
          == scheduler.state(after: rating, of: state, days: 0))
    }
  }
}
