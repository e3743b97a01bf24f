import Testing

@testable import Learning

/// How long questions take a learner, told from the steps.
@Suite struct PlanPaceTests {
  /// Steps of one attempt, a kind and the seconds since the step before.
  private static func steps(
    _ facts: [(PracticeTime.TimedStep.Kind, Int64?, Double)], attempt: Int64 = 1,
    from start: Double = 0
  ) -> [PracticeTime.TimedStep] {
    var seconds = start
    return facts.map { kind, question, pause in
      seconds += pause
      let milliseconds = Int64(seconds * 1000)
      return PracticeTime.TimedStep(
        attempt: attempt, kind: kind, question: question,
        moment: Moment(utc: milliseconds, monotonic: milliseconds, boot: "one"))
    }
  }

  private static func seconds(_ steps: [PracticeTime.TimedStep]) -> [Double] {
    PracticeTime(steps, days: .standard).answers.map(\.seconds)
  }

  @Test func `an answer's time goes on to the next question`() {
    let steps = Self.steps([
      (.start, 1, 0), (.answer(isRight: true), 1, 12), (.start, 2, 8),
      (.answer(isRight: false), 2, 30), (.other, 2, 5), (.start, 3, 4), (.other, 3, 9),
      (.other, nil, 1),
    ])
    #expect(Self.seconds(steps) == [20, 39])
  }

  @Test func `who is away does not practise`() {
    let steps = Self.steps([
      (.start, 1, 0), (.other, nil, 10), (.resume, nil, 90_000), (.answer(isRight: true), 1, 5),
      (.start, 2, 4000), (.answer(isRight: true), 2, 7),
    ])
    #expect(Self.seconds(steps) == [15 + PracticeTime.longestPause, 7])
  }

  @Test func `attempts that run beside each other are told apart`() {
    let first = Self.steps([(.start, 1, 0), (.answer(isRight: true), 1, 20), (.start, 2, 1)])
    let second = Self.steps(
      [(.start, 9, 0), (.answer(isRight: true), 9, 6), (.start, 8, 3)], attempt: 2, from: 5)
    let mixed = (first + second).sorted { $0.moment.utc < $1.moment.utc }
    #expect(Self.seconds(mixed).sorted() == [9, 21])
  }

  @Test func `a clock that is set back makes no time`() {
    var steps = Self.steps([(.start, 1, 100), (.answer(isRight: true), 1, 20)])
    steps[1].moment.utc = 0
    #expect(Self.seconds(steps) == [20])
    steps[1].moment.boot = "two"
    #expect(Self.seconds(steps) == [0])
  }

  private static func answers(
    _ count: Int, seconds: Double, right: Int, day: Int, from: Int64 = 0
  ) -> [PracticeTime.Answer] {
    (0..<count).map {
      PracticeTime.Answer(
        question: from + Int64($0), day: day, isRight: $0 < right, seconds: seconds)
    }
  }

  @Test func `the usual pace is left answer by answer`() {
    #expect(PlanPace([], firstDays: [:]) == .usual)
    let new = Self.answers(90, seconds: 20, right: 45, day: 5)
    let firstDays = Dictionary(uniqueKeysWithValues: new.map { ($0.question, 5) })
    let again = Self.answers(30, seconds: 60, right: 30, day: 6)
    let pace = PlanPace(new + again, firstDays: firstDays)
    // 90 answers of 20 s and 10 of 40 s; 30 of 60 s and 10 of 20 s; 45 right of 90, and 6 of 10.
    for (told, expected) in [(pace.new, 22.0), (pace.review, 50), (pace.firstSight, 0.51)] {
      #expect(abs(told - expected) < 1e-9)
    }
  }

  @Test func `answers typed blindly make no plan of no time`() {
    let answers = Self.answers(400, seconds: 0.1, right: 0, day: 5)
    let pace = PlanPace(
      answers, firstDays: Dictionary(uniqueKeysWithValues: answers.map { ($0.question, 5) }))
    #expect(pace.new == 5)
    #expect(pace.firstSight > 0)
  }
}
