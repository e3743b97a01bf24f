/// How long a learner needs for a question, and how often a new one is answered rightly at once.
///
/// Told from the learner's own answers, with ten of the usual ones added to each kind: so the first
/// answers move it little, and a hundred of them speak almost alone.
package struct PlanPace: Hashable, Sendable {
  /// Seconds for a question that is seen for the first time, its explanation included.
  package var new: Double
  /// Seconds for one that was seen before.
  package var review: Double
  /// The share of new questions that are answered rightly at first sight.
  package var firstSight: Double

  /// What is taken for someone of whom nothing is known.
  package static let usual = PlanPace(new: 40, review: 20, firstSight: 0.6)
  /// So many answers' weight have the usual figures.
  private static let weight = 10.0
  /// Nobody reads and answers faster, in seconds: answers typed blindly must not make a plan.
  private static let fastest = 5.0

  package init(new: Double, review: Double, firstSight: Double) {
    self.new = new
    self.review = review
    self.firstSight = firstSight
  }

  /// - Parameters:
  ///   - answers: the last ones, in their order.
  ///   - firstDays: on which study day each question was first answered.
  package init(_ answers: [PracticeTime.Answer], firstDays: [Int64: Int]) {
    var new = (seconds: Self.usual.new * Self.weight, count: Self.weight)
    var review = (seconds: Self.usual.review * Self.weight, count: Self.weight)
    var right = Self.usual.firstSight * Self.weight
    var met: Set<Int64> = []
    for answer in answers {
      if met.insert(answer.question).inserted, firstDays[answer.question] == answer.day {
        new.seconds += answer.seconds
        new.count += 1
        right += answer.isRight ? 1 : 0
      } else {
        review.seconds += answer.seconds
        review.count += 1
      }
    }
    self.init(
      new: max(new.seconds / new.count, Self.fastest),
      review: max(review.seconds / review.count, Self.fastest), firstSight: right / new.count)
  }
}
