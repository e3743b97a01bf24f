import Learning
import People
import Questions
import Storage
import Text

/// Gathers what a learner is told on coming home.
package struct GatherHome {
  let data: MingfaData

  package init(_ data: MingfaData) { self.data = data }

  /// So many mock exams are told of.
  private static let scores = 3

  /// - Parameter language: of the banks that today speaks of.
  /// - Throws: `Authorisation.Refusal`, `StorageFailure`.
  package func facts(
    of learner: Learner, language: Language, for actor: Actor
  ) throws -> HomeFacts {
    try Authorisation.authorise(actor, to: .readStatistics)
    let moment = data.environment.clock.now()
    let rule = try data.dayRule()
    let day = rule.day(of: moment.utc)
    let all = try data.banks.banks()
    let open = try Practise.open(of: learner.id, data: data)
    let banks = PlanPractice.usual(amongst: all, language: language)
    let asked = Set(banks.map(\.id))
    let survey = try data.today.survey(
      of: learner.id, banks: banks.map(\.id), day: day, newPerDay: learner.newPerDay,
      others: all.map(\.id).filter { !asked.contains($0) })
    let points = try open.map { try (point: $0, run: left($0, at: moment)) }
    let begun = points.first { $0.point.mode == .today && $0.run.isOf(asked) }?.run
    return HomeFacts(
      today: try today(of: learner, banks: banks, at: moment, survey: survey, begun: begun),
      plans: try FollowPlans(data).statuses(of: learner, for: actor).filter {
        !$0.isOver || $0.isExamDay
      },
      resume: Self.likeliest(
        points.filter { $0.point.mode != .today && $0.run.isOf(asked) }.map(\.run.point)),
      amended: try amended(of: learner, banks: banks),
      notebook: survey.notebook, starred: try data.questions.starCount(by: learner.id),
      scores: try data.visits.lastScores(of: learner.id, count: Self.scores)
        .map { Score(hundredths: $0) },
      streak: learner.showsStreak
        ? DayStreak.length(
          try data.visits.days(of: learner.id) { rule.day(of: $0) }, today: day) : nil)
  }

  // MARK: Today

  private func today(
    of learner: Learner, banks: [StoredBank], at moment: Moment, survey: DaySurvey,
    begun: Left?
  ) throws -> HomeFacts.Today {
    guard !banks.isEmpty else { return .noBanks }
    let refs: [QuestionRef]
    var (waiting, isPlanned) = (0, false)
    if let begun {
      refs = begun.unanswered
    } else {
      do {
        let sitting = try ComposeToday(data: data).sitting(
          of: learner, banks: banks.map(\.id), followsPlans: true, at: moment, survey: survey)
        refs = sitting.questions
        (waiting, isPlanned) = (sitting.waiting, sitting.isPlanned)
      } catch WorkflowFailure.nothingToday(let next) {
        return .done(next: next)
      } catch WorkflowFailure.plan(.done) {
        return .planned
      }
    }
    let reviews = try data.today.seen(refs, by: learner.id)
    let pace = try FollowPlans(data).pace(of: learner, at: moment)
    return .sitting(
      HomeFacts.Sitting(
        reviews: reviews, new: refs.count - reviews, waiting: waiting, isPlanned: isPlanned,
        seconds: Double(reviews) * pace.review + Double(refs.count - reviews) * pace.new,
        resume: begun?.point))
  }

  // MARK: What was left open

  /// An attempt that was left open.
  private struct Left {
    var point: HomeFacts.ResumePoint
    var banks: [Int64]
    /// The listed questions without an answer.
    var unanswered: [QuestionRef]

    /// Whether it asks questions of these banks, or there are none.
    func isOf(_ banks: Set<Int64>) -> Bool {
      banks.isEmpty || self.banks.contains(where: banks.contains)
    }
  }

  private func left(_ attempt: OpenAttempt, at moment: Moment) throws -> Left {
    let stored = try data.practice.left(attempt)
    let opening = stored.opening
    let session = PracticeSession(opening: opening, state: stored.state)
    let total = try Practise.total(of: opening, data: data)
    var unanswered: [QuestionRef] = []
    if case .listed(let refs) = opening.plan {
      unanswered = refs.filter { ref in
        session.state.position(of: ref.question)
          .map { session.state.entries[$0].answer == nil } ?? true
      }
    }
    return Left(
      point: HomeFacts.ResumePoint(
        attempt: attempt, number: min(session.nextNumber, max(total, 1)), total: max(total, 1),
        remaining: stored.limit.map {
          max(0, $0 - moment.milliseconds(since: opening.moment))
        }),
      banks: opening.banks, unanswered: unanswered)
  }

  private static func likeliest(_ points: [HomeFacts.ResumePoint]) -> HomeFacts.ResumePoint? {
    points.first { $0.attempt.mode == .mock && ($0.remaining ?? 0) > 0 } ?? points.first
  }

  // MARK: What was amended

  private func amended(
    of learner: Learner, banks: [StoredBank]
  ) throws -> [HomeFacts.AmendedBank] {
    guard let last = try data.visits.last(of: learner.id) else { return [] }
    return try data.visits.amendments(since: last, for: learner.id).compactMap { amendment in
      banks.first { $0.id == amendment.bank }.map {
        HomeFacts.AmendedBank(
          title: $0.title, version: $0.version.text, amendment: amendment)
      }
    }
  }
}
