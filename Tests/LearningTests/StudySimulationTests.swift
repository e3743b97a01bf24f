import Foundation
import Testing

@testable import Learning

/// The plan against plain FSRS, before the same exam with the same number of answers.
/// `MINGFA_SIMULATION=full` plays as many learners as `docs/learning.md` speaks of, and prints its
/// table.
@Suite struct StudySimulationTests {
  static let isFull = ProcessInfo.processInfo.environment["MINGFA_SIMULATION"] == "full"

  /// The greatest budgets of new questions, from few to as many as there is time for.
  static let budgets = [10, 20, 40, 500]

  private struct Line {
    var seen = 0.0
    var recall = 0.0
    var chance = 0.0
    var answers = 0.0

    mutating func add(_ learner: SimulatedLearner, day: Int, share: Double) {
      seen += Double(learner.memories.count - learner.unseen) * share
      recall += learner.mean(on: day, unseen: 0) * share
      chance += learner.mean(on: day, unseen: learner.firstSight) * share
      answers += Double(learner.answers) * share
    }

    func text(_ name: String) -> String {
      String(
        format: "| %@ | %.0f | %.0f | %.3f | %.3f |", name, answers, seen, recall, chance)
    }
  }

  @Test(arguments: isFull ? [0.6, 0.4, 0.8] : [0.6])
  func `a plan leaves more for the exam day than plain FSRS with as many answers`(
    firstSight: Double
  ) {
    var simulation = StudySimulation()
    simulation.pace.firstSight = firstSight
    let seeds: [UInt64] = Array(1...(Self.isFull ? 20 : 4))
    let share = 1 / Double(seeds.count)
    var plan = Line()
    var plain = Self.budgets.map { _ in Line() }
    for seed in seeds {
      let planned = simulation.planned(seed: seed)
      let mine = planned.learner
      plan.add(mine, day: simulation.days, share: share)
      #expect(mine.unseen == 0)
      // At most one question beyond the minutes.
      #expect(planned.fullest <= simulation.minutes + simulation.pace.new / 60)
      for (index, budget) in Self.budgets.enumerated() {
        let other = simulation.plain(seed: seed, newPerDay: budget, answers: planned.answers)
          .learner
        plain[index].add(other, day: simulation.days, share: share)
        // With the smallest budget plain FSRS does not even find as many questions to ask.
        #expect(other.answers <= mine.answers)
        #expect(budget < 40 || other.answers == mine.answers)
        // Who knows four of five new questions at sight gains less by seeing all than by drilling
        // a few, if what was never seen counts at that rate: the price of the promise to see all.
        for unseen in firstSight < 0.8 ? [0, firstSight] : [0] {
          #expect(
            mine.mean(on: simulation.days, unseen: unseen)
              > other.mean(on: simulation.days, unseen: unseen),
            "seed \(seed), \(budget) new a day, unseen as \(unseen)")
        }
      }
    }
    guard Self.isFull else { return }
    print("first sight \(firstSight), \(seeds.count) learners")
    print(plan.text("exam plan"))
    for (line, budget) in zip(plain, Self.budgets) {
      print(line.text("plain FSRS, at most \(budget) new a day"))
    }
  }
}
