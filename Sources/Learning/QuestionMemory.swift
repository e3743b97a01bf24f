/// What is remembered of one learner and one question. It follows the question through its
/// versions, and is nothing but its answers folded in order (`QuestionMemory.after`).
package struct QuestionMemory: Hashable, Sendable {
  package var answered: Int
  package var right: Int
  /// Right answers in a row.
  package var streak: Int
  package var inNotebook: Bool
  /// Due again whatever was known, since the key changed.
  package var isDue: Bool
  /// How well it is remembered, and when it is due; nil before the first answer.
  package var review: Review?

  /// Where spaced repetition stands. Days are study days since 1970-01-01 (`DayRule.day`).
  package struct Review: Hashable, Sendable {
    package var state: MemoryState
    package var firstDay: Int
    package var lastDay: Int
    /// The day of the last answer where that was a miss: it comes again the same day.
    package var dueDay: Int

    package init(state: MemoryState, firstDay: Int, lastDay: Int, dueDay: Int) {
      self.state = state
      self.firstDay = firstDay
      self.lastDay = lastDay
      self.dueDay = dueDay
    }
  }

  package init(
    answered: Int = 0, right: Int = 0, streak: Int = 0, inNotebook: Bool = false,
    isDue: Bool = false, review: Review? = nil
  ) {
    self.answered = answered
    self.right = right
    self.streak = streak
    self.inNotebook = inNotebook
    self.isDue = isDue
    self.review = review
  }

  /// Whether it is to be asked on a day. A last answer that lies in the future says nothing of when
  /// it really was: the clock was wrong then or is wrong now, and asking again is the safe side.
  package func isDue(on day: Int) -> Bool {
    guard let review else { return isDue }
    return isDue || review.dueDay <= day || review.lastDay > day
  }

  /// The memory after a further answer.
  ///
  /// - Parameter needed: right answers in a row that take a question out of the notebook.
  package func after(_ answer: AnswerRecord, needed: Int) -> QuestionMemory {
    var memory = MistakeNotebook.memory(
      self, after: answer.verdict, needed: needed, inExam: answer.inExam)
    // An empty answer shows nothing of what is remembered.
    guard let rating = answer.effectiveRating else { return memory }
    let scheduler = Scheduler.standard
    let state = scheduler.state(
      after: rating, of: review?.state, days: answer.day - (review?.lastDay ?? answer.day))
    memory.review = Review(
      state: state, firstDay: review?.firstDay ?? answer.day, lastDay: answer.day,
      dueDay: rating == .again ? answer.day : answer.day + scheduler.interval(state))
    return memory
  }
}
