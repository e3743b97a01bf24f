import Learning
import Questions
import Storage

/// What a learner is told on coming home.
package struct HomeFacts: Sendable {
  /// What today asks.
  package enum Today: Hashable, Sendable {
    /// A sitting that can be begun, or gone on with.
    case sitting(Sitting)
    /// Nothing is left; when the next come due, nil where none will.
    case done(next: NextDue?)
    /// The exam plans want nothing more today.
    case planned
    /// There is no bank to practise with.
    case noBanks
  }

  /// A sitting, and what it takes.
  package struct Sitting: Hashable, Sendable {
    /// Questions that were answered before.
    package let reviews: Int
    /// Questions that come for the first time.
    package let new: Int
    /// Due questions that wait for the next sitting.
    package let waiting: Int
    /// Whether plans chose what comes.
    package let isPlanned: Bool
    /// At the learner's own pace.
    package let seconds: Double
    /// Where it was left; nil where it is to be begun.
    package let resume: ResumePoint?

    /// Whole minutes, at least one.
    package var minutes: Int { max(1, Int((seconds / 60).rounded(.up))) }
  }

  /// Where an attempt was left.
  package struct ResumePoint: Hashable, Sendable {
    package let attempt: OpenAttempt
    /// The question that comes next, from 1, and how many there are.
    package let number: Int
    package let total: Int
    /// Milliseconds left of a mock exam; nil for practice and without a limit.
    package let remaining: Int64?
  }

  /// A bank that was amended.
  package struct AmendedBank: Hashable, Sendable {
    package let title: String
    package let version: String
    package let amendment: Amendment
  }

  package let today: Today
  /// The exam plans that are not over, the nearer exam first.
  package let plans: [PlanStatus]
  /// The attempt in another mode than today's that can be gone on with: the mock exam whose clock runs,
  /// else the newest.
  package let resume: ResumePoint?
  /// What was loaded since the learner's last step.
  package let amended: [AmendedBank]
  /// Questions in the notebook.
  package let notebook: Int
  package let starred: Int
  /// Of the last three mock exams, the oldest first.
  package let scores: [Score]
  /// Days in a row with an answer, up to today or yesterday; nil where the learner does not want it.
  package let streak: Int?
}
