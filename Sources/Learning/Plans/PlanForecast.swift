/// What a plan comes to if every day from now on has its minutes.
package struct PlanForecast: Hashable, Sendable {
  /// What one day brings.
  package struct Day: Hashable, Sendable {
    /// As a study day since 1970-01-01.
    package var day: Int
    /// Questions that are seen for the first time.
    package var new: Int
    /// Questions that are asked again, those missed on the day included.
    package var reviews: Int
    package var seconds: Double
  }

  /// The days from the first to the last before the exam.
  package var days: [Day]
  /// How many questions the plan has.
  package var questions: Int
  /// How many of them will not have been seen by the exam day.
  package var unseen: Int
  /// The mean chance of a right answer on the exam day over all questions, 0 to 1: what is predicted
  /// of recall for those that were seen, the rate at first sight for those that were not.
  package var recall: Double
}
