import Learning
import People
import Storage

/// One sitting of the practice of today.
package struct TodaySitting: Hashable, Sendable {
  /// In the order in which they are asked.
  package let questions: [QuestionRef]
  /// Numbers of the banks that they were chosen from.
  package let banks: [Int64]
  /// How many more questions are due and wait for the next sitting; where plans chose, counted only for
  /// whoever asked with a survey.
  package let waiting: Int
  /// Whether plans chose: they bring what is due when it helps most until the exam.
  package let isPlanned: Bool
}

/// Puts a learner's day together.
struct ComposeToday {
  let data: MingfaData

  /// What is due in some banks, then new questions within what the day still allows; what the learner's
  /// plans choose, where they have anything to say.
  ///
  /// - Parameters:
  ///   - mode: says which questions it may ask, and how many of them.
  ///   - followsPlans: not where the learner named banks and wants these, whatever was planned.
  ///   - survey: of the same learner, banks and day; nil makes one where it is needed.
  /// - Throws: `WorkflowFailure.nothingToday`, `.nothingByDigits`, `.plan(.done)`, `StorageFailure`.
  func sitting(
    of learner: Learner, banks: [Int64], in mode: PracticeMode = .today, followsPlans: Bool,
    at moment: Moment, survey: DaySurvey? = nil
  ) throws -> TodaySitting {
    if followsPlans, let planned = try FollowPlans(data).sitting(of: learner, in: mode, at: moment)
    {
      let taken = Set(planned.places)
      return TodaySitting(
        questions: try data.today.questions(at: planned.places), banks: planned.banks,
        waiting: survey?.due.count { !taken.contains($0.place) } ?? 0, isPlanned: true)
    }
    let rules = mode.rules
    if rules.scope != .all, try data.today.isEmpty(banks: banks, within: rules.scope) {
      throw WorkflowFailure.nothingByDigits
    }
    let day = try data.dayRule().day(of: moment.utc)
    let survey =
      try survey
      ?? data.today.survey(
        of: learner.id, banks: banks, day: day, newPerDay: learner.newPerDay, within: rules.scope)
    let places = TodayQueue.items(due: survey.due, new: survey.new, limit: rules.sittingLimit)
    guard !places.isEmpty else {
      throw WorkflowFailure.nothingToday(
        next: try data.today.nextDue(of: learner.id, banks: banks, after: day, within: rules.scope))
    }
    let taken = Set(places)
    return TodaySitting(
      questions: try data.today.questions(at: places), banks: banks,
      waiting: survey.due.count { !taken.contains($0.place) }, isPlanned: false)
  }
}
