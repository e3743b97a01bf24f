/// Where a plan stands: whether its minutes suffice, and what a day must now take.
package struct PlanCourse: Hashable, Sendable {
  /// Whether the minutes suffice. The raw values are those of `mingfa plan list --format json`.
  package enum State: String, Hashable, Sendable {
    /// At the plan's minutes a day every question is seen before the exam, and the mean predicted
    /// chance of a right answer on the day reaches the goal.
    case onCourse = "on-course"
    /// Not at the plan's minutes, but at more a day that a day can hold.
    case behind
    /// Not even at as many minutes as a day can hold.
    case impossible
  }

  /// The mean chance of a right answer that is aimed at.
  package static let goal = 0.8
  /// So many minutes of practice a day can hold at most, unless the plan itself has more.
  package static let longestDay = 240

  package let state: State
  /// Minutes a day, as the plan has them.
  package let minutes: Int
  /// The fewest minutes a day at which it would be on course, practice of today included; nil where
  /// no day can hold them.
  package let needed: Int?
  /// What the plan comes to at its own minutes.
  package let forecast: PlanForecast

  /// How many memories the search for the fewest minutes looks at a time.
  private static let fineness = 50_000

  /// - Parameters:
  ///   - minutes: of the plan, a day.
  ///   - practised: seconds of today that are used up.
  package init(_ planner: StudyPlanner, minutes: Int, practised: Double) {
    func forecast(_ planner: StudyPlanner, _ minutes: Int) -> PlanForecast {
      let daily = Double(minutes) * 60
      return planner.forecast(seconds: max(0, daily - practised), daily: daily)
    }
    self.minutes = minutes
    self.forecast = forecast(planner, minutes)
    let longest = max(minutes, Self.longestDay)
    let rough = planner.thinned(to: Self.fineness)
    func suffices(_ minutes: Int) -> Bool { Self.reachesGoal(forecast(rough, minutes)) }
    if Self.reachesGoal(self.forecast) {
      state = .onCourse
      needed = Self.fewest(1, minutes, suffices)
    } else if longest > minutes, suffices(longest) {
      state = .behind
      needed = Self.fewest(minutes + 1, longest, suffices)
    } else {
      state = .impossible
      needed = nil
    }
  }

  private static func reachesGoal(_ forecast: PlanForecast) -> Bool {
    forecast.unseen == 0 && forecast.recall >= goal
  }

  /// The least number that suffices, where the greatest does.
  private static func fewest(_ least: Int, _ greatest: Int, _ suffices: (Int) -> Bool) -> Int {
    var (low, high) = (least, greatest)
    while low < high {
      let middle = (low + high) / 2
      if suffices(middle) { high = middle } else { low = middle + 1 }
    }
    return high
  }
}
