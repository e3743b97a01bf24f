import Learning
import People
import Storage

/// What a learner's exam plans say today: where they stand, and what to practise.
package struct FollowPlans {
  let data: MingfaData

  package init(_ data: MingfaData) { self.data = data }

  /// A learner's day, as far as plans are concerned.
  private struct Day {
    let number: Int
    let pace: PlanPace
    /// Seconds practised today, by bank.
    let practised: [Int64: Double]

    func practised(on plan: ExamPlan) -> Double {
      plan.banks.reduce(0) { $0 + (practised[$1] ?? 0) }
    }
  }

  private func day(of learner: Learner, at moment: Moment) throws -> Day {
    let rule = try data.dayRule()
    let today = rule.day(of: moment.utc)
    let recent = try data.plans.recentSteps(of: learner.id) { rule.day(of: $0) == today }
    let answers = PracticeTime(recent.steps, days: rule).answers
    let practised = answers.reduce(into: [Int64: Double]()) { sums, answer in
      guard answer.day == today, let bank = recent.banks[answer.question] else { return }
      sums[bank, default: 0] += answer.seconds
    }
    return Day(
      number: today, pace: PlanPace(answers, firstDays: recent.firstDays), practised: practised)
  }

  /// How fast the learner answers, told from the last answers.
  func pace(of learner: Learner, at moment: Moment) throws -> PlanPace {
    try day(of: learner, at: moment).pace
  }

  private func items(
    of plan: ExamPlan, for learner: Learner, within scope: QuestionScope = .all
  ) throws -> [PlanItem] {
    PlanItem.merged(
      try plan.banks.map { try data.plans.items(of: $0, for: learner.id, within: scope) })
  }

  // MARK: Where they stand

  /// The learner's plans that were not dropped, the nearer exam first; those that are over as well.
  ///
  /// - Throws: `Authorisation.Refusal`, `StorageFailure`.
  package func statuses(of learner: Learner, for actor: Actor) throws -> [PlanStatus] {
    try Authorisation.authorise(actor, to: .readPlans)
    let plans = try data.plans.plans(of: learner.id)
    guard !plans.isEmpty else { return [] }
    let day = try day(of: learner, at: data.environment.clock.now())
    let banks = try data.banks.banks()
    return try plans.map { plan in
      try status(
        of: plan, day: day, banks: banks.filter { plan.banks.contains($0.id) }, for: learner)
    }
  }

  private func status(
    of plan: ExamPlan, day: Day, banks: [StoredBank], for learner: Learner
  ) throws -> PlanStatus {
    let items = try items(of: plan, for: learner)
    let planner = StudyPlanner(items, today: day.number, examDay: plan.examDay, pace: day.pace)
    let practised = day.practised(on: plan)
    var notices = banks.filter { $0.items == 0 }.map { PlanNotice.bankEmpty($0.title) }
    let last = items.lazy.flatMap(\.questions).compactMap { $0.review?.lastDay }.max()
    if let last, last > day.number {
      notices.append(.clockBehind(last: last, today: day.number))
    }
    let isOver = plan.isOver(on: day.number)
    return PlanStatus(
      plan: plan, banks: banks, today: day.number, questions: planner.questionCount,
      seen: planner.seenCount, practised: practised,
      course: isOver || items.isEmpty
        ? nil : PlanCourse(planner, minutes: plan.minutes, practised: practised),
      notices: isOver ? [] : notices)
  }

  // MARK: What to practise

  /// What the learner's plans choose for a sitting today, the nearer exam first.
  struct Sitting {
    var places: [ItemPlan.Place]
    var banks: [Int64]
  }

  /// A sitting within the minutes that are left today. nil where no plan has anything to ask, now or
  /// later: then the day goes as without plans.
  ///
  /// - Parameter mode: says which questions it may ask, and how many of them.
  /// - Throws: `PlanFailure.done` where the plans want nothing more today.
  func sitting(
    of learner: Learner, in mode: PracticeMode = .today, at moment: Moment
  ) throws -> Sitting? {
    let today = try data.dayRule().day(of: moment.utc)
    let plans = try data.plans.plans(of: learner.id).filter { !$0.isOver(on: today) }
    guard !plans.isEmpty else { return nil }
    let day = try day(of: learner, at: moment)
    var chosen: [StudyPlanner.Chosen] = []
    var banks: Set<Int64> = []
    for plan in plans {
      let taken = Set(chosen.map(\.place))
      let items = try items(of: plan, for: learner, within: mode.rules.scope)
      guard !items.isEmpty else { continue }
      banks.formUnion(plan.banks)
      // What the plan before has taken of the same banks serves this one too.
      let shared = chosen.filter { plan.banks.contains($0.place.bank) }
        .reduce(0) { $0 + $1.seconds }
      let daily = Double(plan.minutes) * 60
      chosen += StudyPlanner(
        items.filter { !taken.contains($0.place) }, today: day.number, examDay: plan.examDay,
        pace: day.pace
      ).sitting(seconds: daily - day.practised(on: plan) - shared, daily: daily)
    }
    guard !banks.isEmpty else { return nil }
    guard !chosen.isEmpty else { throw WorkflowFailure.plan(.done) }
    return Sitting(
      places: chosen.prefix(mode.rules.sittingLimit).map(\.place), banks: banks.sorted())
  }
}
