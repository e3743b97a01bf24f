/// A memory on its way to the exam day.
struct PlannedMemory: Sendable {
  let state: MemoryState
  /// Study day of the last answer.
  let lastDay: Int
  /// Whether that was a miss.
  let isMissed: Bool
  /// The chance of recall on the exam day if it is left alone.
  let alone: Double
  /// What a review on the day before the exam would add to that.
  let lastGain: Double
  private let outlook: ReviewOutlook

  init(_ state: MemoryState, lastDay: Int, isMissed: Bool, examDay: Int) {
    self.state = state
    self.lastDay = lastDay
    self.isMissed = isMissed
    let scheduler = Scheduler.standard
    outlook = scheduler.outlook(of: state)
    alone = scheduler.recall(state, after: examDay - lastDay)
    let wait = examDay - 1 - lastDay
    lastGain =
      wait > 0 ? scheduler.expectedRecall(outlook, reviewAfter: wait, rest: 1) - alone : 0
  }

  /// The memory that was told from the answers. One whose last answer lies in the future says nothing
  /// of when it really was; it counts as just come due.
  init(_ review: QuestionMemory.Review, today: Int, examDay: Int) {
    let isFuture = review.lastDay > today
    self.init(
      review.state,
      lastDay: isFuture ? today - Scheduler.standard.interval(review.state) : review.lastDay,
      isMissed: review.dueDay == review.lastDay, examDay: examDay)
  }

  /// What a review on a later day adds to the chance of recall on the exam day, on average.
  func gain(on day: Int, examDay: Int) -> Double {
    Scheduler.standard.expectedRecall(
      outlook, reviewAfter: day - lastDay, rest: examDay - day) - alone
  }

  /// The chance of recall on a day.
  func recall(on day: Int) -> Double { Scheduler.standard.recall(state, after: day - lastDay) }

  /// The memory after a review.
  func after(_ rating: Rating, on day: Int, examDay: Int) -> PlannedMemory {
    PlannedMemory(
      Scheduler.standard.state(after: rating, of: state, days: day - lastDay), lastDay: day,
      isMissed: rating == .again, examDay: examDay)
  }
}
