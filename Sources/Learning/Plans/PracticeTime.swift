/// How long each answer took, told from the steps: from the question to the answer, and from there to
/// the next question, since reading why is practice too.
package struct PracticeTime {
  /// A step, as far as its time needs it.
  package struct TimedStep: Hashable, Sendable {
    /// What the step was, as far as times depend on it.
    package enum Kind: Hashable, Sendable {
      case start
      case answer(isRight: Bool)
      /// The learner came back; nobody practised in the meantime.
      case resume
      case other
    }

    package var attempt: Int64
    package var kind: Kind
    /// nil where the step is about the attempt.
    package var question: Int64?
    package var moment: Moment

    package init(attempt: Int64, kind: Kind, question: Int64?, moment: Moment) {
      self.attempt = attempt
      self.kind = kind
      self.question = question
      self.moment = moment
    }
  }

  /// An answer and its time.
  package struct Answer: Hashable, Sendable {
    package var question: Int64
    /// The study day.
    package var day: Int
    package var isRight: Bool
    package var seconds: Double
  }

  /// Nobody who is at it lets so many seconds go by between two steps; a longer pause counts as this.
  package static let longestPause = 120.0

  /// Where an attempt stands.
  private struct Run {
    var moment: Moment
    /// Seconds since the question came, as long as it has no answer.
    var seconds = 0.0
    /// The place in `answers` of the answer whose question was the last; nil once the next came.
    var answer: Int?
  }

  /// In the order in which they were given.
  package private(set) var answers: [Answer] = []
  private let days: DayRule
  private var runs: [Int64: Run] = [:]

  package init(_ steps: some Sequence<TimedStep>, days: DayRule) {
    self.days = days
    for step in steps { take(step) }
  }

  private mutating func take(_ step: TimedStep) {
    var run = runs[step.attempt] ?? Run(moment: step.moment)
    let pause = min(
      Double(step.moment.milliseconds(since: run.moment)) / 1000, Self.longestPause)
    let seconds = step.kind == .resume ? 0 : pause
    run.moment = step.moment
    if let answer = run.answer {
      answers[answer].seconds += seconds
    } else {
      run.seconds += seconds
    }
    switch step.kind {
    case .start:
      run.seconds = 0
      run.answer = nil
    case .answer(let isRight):
      guard let question = step.question else { break }
      // An answer to a question that came before, in place of an earlier one, has its own time.
      answers.append(
        Answer(
          question: question, day: days.day(of: step.moment.utc), isRight: isRight,
          seconds: run.answer == nil ? run.seconds : seconds))
      run.seconds = 0
      run.answer = answers.count - 1
    case .resume, .other: break
    }
    runs[step.attempt] = run
  }
}
