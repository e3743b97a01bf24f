/// Plans practice towards an exam day: what today brings, and what the days until the exam come to.
///
/// The objective is the mean chance of a right answer on the exam day, with every question seen
/// before it; `docs/learning.md` states it and the policy. Nothing here is random: the same memories
/// on the same day give the same plan.
package struct StudyPlanner: Sendable {
  /// New questions are spread over this share of the days that are left, so that the rest is for
  /// reviews and for what a missed day leaves behind.
  static let front = 0.5
  /// A review is worth its time if it adds this much to the chance on the exam day.
  static let leastGain = 0.01
  /// A question whose chance on the exam day is below this if left alone needs one more review.
  static let enough = 0.9
  /// So many memories are looked at one by one in a forecast, days times questions; beyond, every
  /// second, third … item stands for its neighbours.
  private static let finest = 300_000

  let items: [PlanItem]
  /// The first day of the plan that is still to come: today.
  let today: Int
  let examDay: Int
  let pace: PlanPace
  /// How many items each of these stands for.
  private let stride: Int

  /// - Parameters:
  ///   - items: in the order in which new ones are to be seen.
  ///   - today: a study day before the exam day.
  package init(_ items: [PlanItem], today: Int, examDay: Int, pace: PlanPace) {
    self.init(items, today: today, examDay: max(examDay, today + 1), pace: pace, stride: 1)
  }

  private init(_ items: [PlanItem], today: Int, examDay: Int, pace: PlanPace, stride: Int) {
    self.items = items
    self.today = today
    self.examDay = examDay
    self.pace = pace
    self.stride = stride
  }

  /// How many questions the items have.
  package var questionCount: Int { items.reduce(0) { $0 + $1.questions.count } }
  /// How many of them were answered before, under their present key.
  package var seenCount: Int {
    items.reduce(0) { $0 + $1.questions.count { $0.review != nil && !$0.isChanged } }
  }
  /// Days on which there can be practice: today and all others before the exam.
  package var daysLeft: Int { examDay - today }

  /// An item that the plan has chosen for today.
  package struct Chosen: Hashable, Sendable {
    package var place: ItemPlan.Place
    package var isNew: Bool
    package var questions: Int
    /// What it is expected to take.
    package var seconds: Double
  }

  /// What today brings, in the order of the sitting: what changed its key; then reviews and new items
  /// in turn, so that whoever stops early has had of both; last what was missed today.
  ///
  /// - Parameters:
  ///   - seconds: what is left of today's minutes.
  ///   - daily: seconds of every later day.
  package func sitting(seconds: Double, daily: Double) -> [Chosen] {
    let path = StudyPath(self)
    let choice = path.choose(on: today, seconds: seconds, later: Double(daysLeft - 1) * daily)
    var rest = seconds - choice.seconds
    func take(_ items: some Sequence<Int>, isNew: Bool) -> [Chosen] {
      items.map { chosen($0, path, isNew: isNew) }
    }
    func takeRest(_ candidates: some Sequence<Int>, isNew: Bool) -> [Chosen] {
      var taken: [Chosen] = []
      for item in candidates {
        guard rest > 0 else { break }
        taken.append(chosen(item, path, isNew: isNew))
        rest -= path.seconds(of: item)
      }
      return taken
    }
    let missed = takeRest(path.missed(on: today), isNew: false)
    let further = takeRest(path.waiting.dropFirst(choice.new.count), isNew: true)
    return take(choice.changed, isNew: true)
      + Self.inTurn(
        take(choice.reviews, isNew: false), take(choice.new, isNew: true) + further) + missed
  }

  private func chosen(_ item: Int, _ path: StudyPath, isNew: Bool) -> Chosen {
    Chosen(
      place: items[item].place, isNew: isNew, questions: items[item].questions.count,
      seconds: path.seconds(of: item))
  }

  /// Two lists as one, each spread evenly over it.
  private static func inTurn(_ left: [Chosen], _ right: [Chosen]) -> [Chosen] {
    var (i, j) = (0, 0)
    var all: [Chosen] = []
    while i < left.count || j < right.count {
      // Compared crosswise: which list is further behind its share.
      if j == right.count || i < left.count && (2 * i + 1) * right.count <= (2 * j + 1) * left.count
      {
        all.append(left[i])
        i += 1
      } else {
        all.append(right[j])
        j += 1
      }
    }
    return all
  }

  /// What the days until the exam come to.
  ///
  /// - Parameters:
  ///   - seconds: what is left of today's minutes.
  ///   - daily: seconds of every later day.
  package func forecast(seconds: Double, daily: Double) -> PlanForecast {
    let planner = thinned(to: Self.finest)
    var path = StudyPath(planner)
    var days: [PlanForecast.Day] = []
    // What a day takes beyond its minutes, the next one gives back.
    var excess = 0.0
    for day in today..<examDay {
      let allowed = (day == today ? seconds : daily) - excess
      let lived = path.live(
        day, seconds: allowed, later: Double(examDay - 1 - day) * daily)
      excess = max(0, lived.seconds - allowed)
      days.append(
        PlanForecast.Day(
          day: day, new: lived.new * planner.stride, reviews: lived.reviews * planner.stride,
          seconds: lived.seconds))
    }
    let total = questionCount
    let end = path.end
    return PlanForecast(
      days: days, questions: total, unseen: min(end.unseen * planner.stride, total),
      recall: end.recall)
  }

  /// The same plan on every k-th item, each standing for k: for questions of kind "how many minutes",
  /// whose answer is a round number anyhow.
  ///
  /// - Parameter limit: days times questions that are to be looked at, about.
  func thinned(to limit: Int) -> StudyPlanner {
    let k = (questionCount * daysLeft + limit - 1) / max(limit, 1)
    guard k > 1 else { return self }
    let some = Swift.stride(from: k / 2, to: items.count, by: k).map { items[$0] }
    guard !some.isEmpty else { return self }
    let factor = Double(k)
    return StudyPlanner(
      some, today: today, examDay: examDay,
      pace: PlanPace(
        new: pace.new * factor, review: pace.review * factor, firstSight: pace.firstSight),
      stride: stride * k)
  }
}
