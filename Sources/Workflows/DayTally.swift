import Learning
import People
import Questions
import Storage

/// What a learner has done today, in two numbers.
package struct DayTally: Hashable, Sendable {
  /// Answers given today that stand; those of a mock exam once it has ended.
  package let answered: Int
  package let right: Int

  package init(answered: Int, right: Int) {
    self.answered = answered
    self.right = right
  }

  /// - Throws: `Authorisation.Refusal`, `StorageFailure`.
  package init(of learner: Learner, for actor: Actor, data: MingfaData) throws {
    try Authorisation.authorise(actor, to: .readStatistics)
    let days = try data.dayRule()
    let today = days.day(of: data.environment.clock.now().utc)
    let answers = try data.figures.answers(of: learner.id, since: DayRule.before(today))
      .filter { days.day(of: $0.utc) == today }
    self.init(answered: answers.count, right: answers.count { $0.verdict == .right })
  }
}
