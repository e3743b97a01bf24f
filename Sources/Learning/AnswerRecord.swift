import Questions

/// A standing answer as memory is made of it.
package struct AnswerRecord: Hashable, Sendable {
  package var verdict: Grade.Verdict
  /// What the learner said of it afterwards; nil where nothing was said.
  package var rating: Rating?
  /// The study day on which it came to be remembered: that of a mock exam's end.
  package var day: Int
  /// Given in a mock exam that ended; a question that was left open there is blank.
  package var inExam: Bool

  package init(verdict: Grade.Verdict, rating: Rating? = nil, day: Int, inExam: Bool = false) {
    self.verdict = verdict
    self.rating = rating
    self.day = day
    self.inExam = inExam
  }

  /// What it counts as in spaced repetition: a miss or half a miss is "again" whatever was said, a
  /// right answer "good" unless the learner said otherwise; nil for an empty one.
  package var effectiveRating: Rating? {
    switch verdict {
    case .blank: nil
    case .wrong, .partial: .again
    case .right: rating ?? .good
    }
  }
}
