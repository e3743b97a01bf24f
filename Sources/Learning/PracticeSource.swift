/// Where the questions of a mode come from.
package enum PracticeSource: Hashable, Sendable {
  /// Whole banks, in order or shuffled.
  case banks(shuffled: Bool)
  /// One chapter of a bank.
  case chapter
  /// The learner's notebook of missed questions.
  case notebook
  /// The questions the learner starred.
  case starred
  /// What is due today, then new questions within the day's budget.
  case today
  /// Drawn for a mock exam.
  case drawn
}
