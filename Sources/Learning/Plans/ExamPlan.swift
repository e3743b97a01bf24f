import Questions

/// A learner's plan for an exam on a day.
package struct ExamPlan: Hashable, Sendable {
  /// So many plans that are not over may a learner have: one for each of the two parts of the exam.
  package static let most = 2
  /// Minutes a day that a plan may have.
  package static let minutesAllowed = 1...600
  /// An exam lies no further ahead than this many days.
  package static let furthest = 730

  /// Its number among the learner's plans, from 1; it never changes.
  package let number: Int
  package let title: String
  /// The day of the exam, as a study day since 1970-01-01; practice ends the day before.
  package let examDay: Int
  /// Minutes of practice that the learner means to give it each day.
  package let minutes: Int
  /// Numbers of the banks in the store.
  package let banks: [Int64]

  package init(number: Int, title: String, examDay: Int, minutes: Int, banks: [Int64]) {
    self.number = number
    self.title = title
    self.examDay = examDay
    self.minutes = minutes
    self.banks = banks
  }

  /// Whether it no longer steers: from the exam day on.
  package func isOver(on day: Int) -> Bool { examDay <= day }
}
