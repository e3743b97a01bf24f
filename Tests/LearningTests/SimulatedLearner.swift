import Questions

@testable import Learning

/// A learner whose memory is what FSRS-6 says it is: each answer is right with the chance of recall of
/// its day, by dice of the question's own. So two policies that ask a question for the n-th time
/// throw the same number, and what differs between them is the policy.
struct SimulatedLearner {
  let firstSight: Double
  private(set) var memories: [QuestionMemory]
  private(set) var answers = 0
  private var dice: [SeededGenerator]

  init(questions: Int, firstSight: Double, seed: UInt64) {
    self.firstSight = firstSight
    memories = Array(repeating: QuestionMemory(), count: questions)
    dice = (0..<questions).map { SeededGenerator(seed: seed, purpose: UInt64($0)) }
  }

  /// Answers a question on a day.
  mutating func answer(_ question: Int, on day: Int) {
    let chance = chance(of: question, on: day) ?? firstSight
    let thrown = Double(dice[question].next() >> 11) / Double(1 << 53)
    answers += 1
    memories[question] = memories[question].after(
      AnswerRecord(verdict: thrown < chance ? .right : .wrong, day: day), needed: 3)
  }

  /// The chance of recall on a day; nil for what was never seen.
  func chance(of question: Int, on day: Int) -> Double? {
    memories[question].review.map {
      Scheduler.standard.recall($0.state, after: day - $0.lastDay)
    }
  }

  /// The mean chance on a day; what was never seen counts as given.
  func mean(on day: Int, unseen: Double) -> Double {
    memories.indices.reduce(0) { $0 + (chance(of: $1, on: day) ?? unseen) }
      / Double(memories.count)
  }

  var unseen: Int { memories.count { $0.review == nil } }

  /// A plan's view of the questions; each is an item of its own, its place the question.
  var items: [PlanItem] {
    memories.enumerated().map {
      PlanItem(
        place: .init(bank: 1, item: $0.offset), questions: [.init(review: $0.element.review)])
    }
  }
}
