/// When the next questions come due, seen from a day.
package struct NextDue: Hashable, Sendable {
  /// From that day on, 1 for the day after.
  package var days: Int
  /// How many questions come due on it.
  package var questions: Int

  package init(days: Int, questions: Int) {
    self.days = days
    self.questions = questions
  }
}
