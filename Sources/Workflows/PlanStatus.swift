import Learning
import Storage

/// Where an exam plan stands today.
package struct PlanStatus: Sendable {
  package let plan: ExamPlan
  package let banks: [StoredBank]
  /// The study day of today.
  package let today: Int
  /// Questions that the plan has now, and how many of them were seen.
  package let questions: Int
  package let seen: Int
  /// Seconds of today that were practised on its banks.
  package let practised: Double
  /// nil where the plan is over or has no questions.
  package let course: PlanCourse?
  /// What there is to be known besides.
  package let notices: [PlanNotice]

  /// Days of practice from today on; 0 where the plan is over.
  package var daysLeft: Int { max(0, plan.examDay - today) }
  /// Whether the exam is today.
  package var isExamDay: Bool { plan.examDay == today }
  /// Whether the exam day has come.
  package var isOver: Bool { plan.isOver(on: today) }
}

/// What a learner should know of a plan besides its course.
package enum PlanNotice: Hashable, Sendable {
  /// Practice has nothing to ask in a planned bank any more; its title.
  case bankEmpty(String)
  /// The last answer lies after today by the computer's clock; the day of the answer and today, as
  /// study days.
  case clockBehind(last: Int, today: Int)
}
