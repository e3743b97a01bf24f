@testable import Learning

/// Two learners with the same dice before the same exam: one follows an exam plan, the other plain
/// FSRS, with as many answers on every day as the first one gave on it.
struct StudySimulation {
  var questions = 500
  var days = 30
  var minutes = 20.0
  var missed: Set<Int> = [7, 8, 15, 22, 23]
  var pace = PlanPace.usual

  /// What became of one learner.
  struct Outcome {
    var learner: SimulatedLearner
    /// Answers of each day.
    var answers: [Int]
    /// The most minutes that a day took.
    var fullest = 0.0
  }

  /// Follows the plan, sitting down again while there are minutes left.
  func planned(seed: UInt64) -> Outcome {
    var learner = SimulatedLearner(questions: questions, firstSight: pace.firstSight, seed: seed)
    var outcome = Outcome(learner: learner, answers: [])
    for day in 0..<days {
      let before = learner.answers
      var left = missed.contains(day) ? 0 : minutes * 60
      while left > 0 {
        let planner = StudyPlanner(learner.items, today: day, examDay: days, pace: pace)
        let sitting = planner.sitting(seconds: left, daily: minutes * 60)
        guard !sitting.isEmpty else { break }
        for chosen in sitting where left > 0 {
          left -= learner.memories[chosen.place.item].review == nil ? pace.new : pace.review
          learner.answer(chosen.place.item, on: day)
        }
      }
      outcome.answers.append(learner.answers - before)
      if !missed.contains(day) { outcome.fullest = max(outcome.fullest, minutes - left / 60) }
    }
    outcome.learner = learner
    return outcome
  }

  /// Follows plain FSRS as today's queue does without a plan: what is due first, then new questions.
  func plain(seed: UInt64, newPerDay: Int, answers: [Int]) -> Outcome {
    var learner = SimulatedLearner(questions: questions, firstSight: pace.firstSight, seed: seed)
    for (day, count) in answers.enumerated() {
      let end = learner.answers + count
      while learner.answers < end {
        let due = learner.memories.indices.filter {
          learner.memories[$0].review != nil && learner.memories[$0].isDue(on: day)
        }
        let today = learner.memories.count { $0.review?.firstDay == day }
        let new = learner.memories.indices.filter { learner.memories[$0].review == nil }
          .prefix(max(0, newPerDay - today))
        let sitting = TodayQueue.items(
          due: due.map {
            .init(
              place: .init(bank: 1, item: $0), isChanged: learner.memories[$0].isDue,
              stability: learner.memories[$0].review?.state.stability,
              lastDay: learner.memories[$0].review?.lastDay ?? day, on: day)
          }, new: new.map { .init(bank: 1, item: $0) })
        guard !sitting.isEmpty else { break }
        for place in sitting where learner.answers < end { learner.answer(place.item, on: day) }
      }
    }
    return Outcome(learner: learner, answers: answers)
  }
}
