import Learning
import Questions

/// Planning 5,000 questions for 60 days, 2,000 of them seen before: the course of a plan whose minutes
/// suffice, and of one that is behind, where the fewest minutes have to be searched for.
struct PlanTask {
  private static let rounds = 15
  private static let questions = 5_000
  private static let days = 60

  let bench: Workbench

  func run() throws -> [Finding] {
    bench.note("planning \(Self.questions) questions for \(Self.days) days, \(Self.rounds) rounds")
    let items = Self.items()
    return try [(120, PlanCourse.State.onCourse), (40, .behind)].map { minutes, state in
      var sample = Sample()
      var told: PlanCourse?
      for round in 0...Self.rounds {
        let began = Clock.now()
        let course = PlanCourse(
          StudyPlanner(items, today: 0, examDay: Self.days, pace: .usual), minutes: minutes,
          practised: 0)
        let seconds = Clock.now() - began
        try Self.check(course, state: state, minutes: minutes)
        guard told == nil || told == course else {
          throw Obstacle.wrongResult("two plans from the same memories")
        }
        told = course
        // The first round only warms up.
        if round > 0 { sample.add(seconds) }
      }
      return Finding(
        "plan 5,000 for 60 days", "\(minutes) minutes a day, \(state.rawValue)", sample.median,
        atMost: 0.2, unit: .milliseconds)
    }
  }

  private static func items() -> [PlanItem] {
    var dice = SplitMix(seed: Workbench.seed)
    return (0..<questions).map { index in
      var memory = QuestionMemory()
      if index % 5 < 2 {
        var day = -1 - Int(dice.next() % 90)
        for _ in 0...(dice.next() % 5) where day < 0 {
          memory = memory.after(
            AnswerRecord(verdict: dice.next() % 4 == 0 ? .wrong : .right, day: day), needed: 3)
          day += 1 + Int(dice.next() % 20)
        }
      }
      return PlanItem(
        place: .init(bank: 1, item: index), questions: [.init(review: memory.review)])
    }
  }

  private static func check(_ course: PlanCourse, state: PlanCourse.State, minutes: Int) throws {
    let forecast = course.forecast
    let limit = Double(minutes) * 60 + PlanPace.usual.new
    guard course.state == state, forecast.days.count == days, forecast.questions == questions,
      forecast.days.allSatisfy({ $0.seconds <= limit }), (0.3..<1).contains(forecast.recall),
      (forecast.unseen == 0) == (forecast.days.reduce(0) { $0 + $1.new } == 3 * questions / 5)
    else { throw Obstacle.wrongResult("the plan of \(minutes) minutes: \(course.wording.en)") }
  }
}
