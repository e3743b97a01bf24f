import Questions
import Testing

@testable import Learning

/// What a plan chooses, and what it promises of the days until the exam.
@Suite struct StudyPlannerTests {
  /// A plan in the middle of its way, drawn from a seed: some of it seen, some of that long ago, cases
  /// among it, minutes that may or may not suffice.
  struct Scenario {
    var items: [PlanItem] = []
    let examDay: Int
    let minutes: Double
    let pace: PlanPace
    let today = 100

    init(seed: UInt64) {
      var dice = SeededGenerator(seed: seed, purpose: 7)
      examDay = today + 1 + dice.below(40)
      minutes = Double(1 + dice.below(40))
      pace = PlanPace(
        new: Double(10 + dice.below(60)), review: Double(5 + dice.below(30)),
        firstSight: Double(20 + dice.below(70)) / 100)
      for index in 0..<(1 + dice.below(150)) {
        let seen = dice.below(3)
        items.append(
          PlanItem(
            place: .init(bank: 1, item: index),
            questions: (0..<(dice.below(6) == 0 ? 3 : 1)).map { _ in
              .init(review: seen == 0 ? nil : Self.review(&dice, before: today))
            }))
      }
    }

    static func review(
      _ dice: inout SeededGenerator, before today: Int
    ) -> QuestionMemory.Review? {
      var memory = QuestionMemory()
      var day = today - 1 - dice.below(60)
      for _ in 0..<(1 + dice.below(5)) where day < today {
        memory = memory.after(
          AnswerRecord(verdict: dice.below(4) == 0 ? .wrong : .right, day: day), needed: 3)
        day += 1 + dice.below(12)
      }
      return memory.review
    }

    func planner(on day: Int? = nil) -> StudyPlanner {
      StudyPlanner(items, today: day ?? today, examDay: examDay, pace: pace)
    }

    var daily: Double { minutes * 60 }
    var unseenSeconds: Double {
      items.filter { $0.questions.contains { $0.review == nil } }.reduce(0) { $0 + seconds($1) }
    }
    /// What the longest item takes.
    var longest: Double { items.map(seconds).max() ?? 0 }

    func seconds(_ item: PlanItem) -> Double {
      item.questions.reduce(0) { $0 + ($1.review == nil ? pace.new : pace.review) }
    }

    /// Answers the chosen items, with dice.
    mutating func live(_ chosen: [StudyPlanner.Chosen], on day: Int, _ dice: inout SeededGenerator)
    {
      for item in chosen {
        for index in items[item.place.item].questions.indices {
          let memory = QuestionMemory(review: items[item.place.item].questions[index].review)
          items[item.place.item].questions[index].review =
            memory.after(
              AnswerRecord(verdict: dice.below(3) == 0 ? .wrong : .right, day: day), needed: 3
            ).review
        }
      }
    }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `every question is seen before the day wherever the time allows it`(seed: UInt64) {
    var scenario = Scenario(seed: seed)
    let time = Double(scenario.planner().daysLeft) * scenario.daily
    let forecast = scenario.planner().forecast(seconds: scenario.daily, daily: scenario.daily)
    if scenario.unseenSeconds <= time { #expect(forecast.unseen == 0) }
    // What was predicted to be seen is, however the answers go.
    var dice = SeededGenerator(seed: seed)
    let suffices = scenario.unseenSeconds <= time
    for day in scenario.today..<scenario.examDay {
      let chosen = scenario.planner(on: day)
        .sitting(seconds: scenario.daily, daily: scenario.daily)
      scenario.live(chosen, on: day, &dice)
    }
    if suffices { #expect(scenario.unseenSeconds == 0) }
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `no day holds more than its minutes, by more than one item, whatever days were missed`(
    seed: UInt64
  ) {
    var scenario = Scenario(seed: seed)
    var dice = SeededGenerator(seed: seed)
    for day in scenario.today..<scenario.examDay {
      let planner = scenario.planner(on: day)
      let sitting = planner.sitting(seconds: scenario.daily, daily: scenario.daily)
      let whole = sitting.reduce(0) { $0 + $1.seconds }
      #expect(whole < scenario.daily + scenario.longest)
      for lived in planner.forecast(seconds: scenario.daily, daily: scenario.daily).days {
        #expect(lived.seconds < scenario.daily + scenario.longest)
      }
      // Two days of five are missed.
      if dice.below(5) > 1 { scenario.live(sitting, on: day, &dice) }
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `the same memories give the same plan, each item once`(seed: UInt64) {
    let scenario = Scenario(seed: seed)
    let sitting = scenario.planner().sitting(seconds: scenario.daily, daily: scenario.daily)
    #expect(scenario.planner().sitting(seconds: scenario.daily, daily: scenario.daily) == sitting)
    #expect(Set(sitting.map(\.place)).count == sitting.count)
    let forecast = scenario.planner().forecast(seconds: scenario.daily, daily: scenario.daily)
    #expect(
      scenario.planner().forecast(seconds: scenario.daily, daily: scenario.daily) == forecast)
    #expect((0...1).contains(forecast.recall))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `with no minutes left nothing is chosen`(seed: UInt64) {
    let scenario = Scenario(seed: seed)
    #expect(scenario.planner().sitting(seconds: 0, daily: scenario.daily).isEmpty)
    #expect(scenario.planner().sitting(seconds: -5, daily: scenario.daily).isEmpty)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `more minutes never predict noticeably less`(seed: UInt64) {
    let scenario = Scenario(seed: seed)
    let planner = scenario.planner()
    let least = planner.forecast(seconds: 0, daily: 0).recall
    let some = planner.forecast(seconds: scenario.daily, daily: scenario.daily).recall
    let twice = planner.forecast(seconds: 2 * scenario.daily, daily: 2 * scenario.daily).recall
    let slack = 0.02
    #expect(some + slack > least)
    #expect(twice + slack > some)
  }

  // MARK: One rule at a time

  private static func seen(
    _ index: Int, stability: Double, lastDay: Int, missed: Bool = false, changed: Bool = false
  ) -> PlanItem {
    let state = MemoryState(stability: stability, difficulty: 5)
    return PlanItem(
      place: .init(bank: 1, item: index),
      questions: [
        .init(
          review: .init(
            state: state, firstDay: lastDay, lastDay: lastDay,
            dueDay: missed ? lastDay : lastDay + Scheduler.standard.interval(state)),
          isChanged: changed)
      ])
  }

  private static func unseen(_ index: Int, bank: Int64 = 1) -> PlanItem {
    PlanItem(place: .init(bank: bank, item: index), questions: [.init(review: nil)])
  }

  private static func planner(_ items: [PlanItem], days: Int) -> StudyPlanner {
    StudyPlanner(items, today: 100, examDay: 100 + days, pace: .usual)
  }

  private static func places(_ chosen: [StudyPlanner.Chosen]) -> [Int] { chosen.map(\.place.item) }

  @Test func `a changed key comes first, whatever was known`() {
    let items = [
      Self.unseen(0), Self.seen(1, stability: 3, lastDay: 90),
      Self.seen(2, stability: 300, lastDay: 99, changed: true),
    ]
    let sitting = Self.planner(items, days: 10).sitting(seconds: 600, daily: 600)
    #expect(Self.places(sitting).first == 2)
    #expect(sitting.first?.isNew == true)
    #expect(Set(Self.places(sitting)) == [0, 1, 2])
  }

  @Test func `after a long absence the day holds its minutes of what gains most, not all overdue`()
  {
    let items = (0..<400).map { Self.seen($0, stability: Double(1 + $0 % 20), lastDay: 40) }
    let sitting = Self.planner(items, days: 10).sitting(seconds: 600, daily: 600)
    #expect(sitting.count == 30)
    let gains = items.map { item in
      item.questions.compactMap(\.review).map {
        PlannedMemory($0, today: 100, examDay: 110).gain(on: 100, examDay: 110)
      }.reduce(0, +)
    }
    let chosen = Self.places(sitting).map { gains[$0] }
    let (ours, mean) = (chosen.reduce(0, +) / 30, gains.reduce(0, +) / 400)
    #expect(ours > mean)
  }

  @Test func `what holds until the exam anyhow is left alone`() {
    let items = [
      Self.seen(0, stability: 2000, lastDay: 90), Self.seen(1, stability: 4, lastDay: 90),
    ]
    #expect(
      Self.places(Self.planner(items, days: 5).sitting(seconds: 600, daily: 600)) == [1])
  }

  @Test func `a review that gains more later waits behind one that does not`() {
    // Both would gain about as much today; the fresh one gains far more on the last day.
    let fresh = Self.seen(0, stability: 2.3, lastDay: 98)
    let old = Self.seen(1, stability: 2.3, lastDay: 70)
    let sitting = Self.planner([fresh, old], days: 30).sitting(seconds: 20, daily: 600)
    #expect(Self.places(sitting) == [1])
  }

  @Test func `what was seen today does not come again, unless missed, and then last`() {
    let items = [
      Self.seen(0, stability: 1, lastDay: 100),
      Self.seen(1, stability: 1, lastDay: 100, missed: true),
      Self.seen(2, stability: 1, lastDay: 95), Self.unseen(3),
    ]
    let sitting = Self.planner(items, days: 2).sitting(seconds: 600, daily: 600)
    #expect(Self.places(sitting).last == 1)
    #expect(Set(Self.places(sitting)) == [1, 2, 3])
  }

  @Test func `reviews and new questions come in turn`() {
    let items =
      (0..<12).map { Self.seen($0, stability: 2, lastDay: 80) } + (12..<20).map { Self.unseen($0) }
    let sitting = Self.planner(items, days: 4).sitting(seconds: 520, daily: 600)
    let new = sitting.indices.filter { sitting[$0].isNew }
    #expect(new.count >= 4)
    for (first, second) in zip(new, new.dropFirst()) { #expect(second - first <= 5) }
    #expect(new.first.map { $0 <= 4 } == true)
  }

  @Test func `where not all can be seen, what was seen is still reviewed`() {
    let items =
      (0..<100).map { Self.seen($0, stability: 2, lastDay: 90) }
      + (100..<2000).map { Self.unseen($0) }
    let planner = Self.planner(items, days: 10)
    let forecast = planner.forecast(seconds: 1200, daily: 1200)
    #expect(forecast.unseen > 1000)
    let new = forecast.days.reduce(0) { $0 + $1.new }
    #expect(forecast.days.reduce(0) { $0 + $1.reviews } >= new)
    #expect(new > 100)
    // Of what is seen at all, most is known on the day.
    let seen = Double(2000 - forecast.unseen)
    let known = (forecast.recall * 2000 - Double(forecast.unseen) * 0.6) / seen
    #expect(known > 0.8)
  }

  @Test func `an answer from the future counts as just come due`() {
    let items = [Self.seen(0, stability: 30, lastDay: 131)]
    let planner = Self.planner(items, days: 60)
    #expect(planner.forecast(seconds: 600, daily: 600).recall > 0.8)
    #expect(Self.places(planner.sitting(seconds: 600, daily: 600)) == [0])
  }

  @Test func `two banks share every stretch by their sizes and keep their order`() {
    let merged = PlanItem.merged([
      (0..<6).map { Self.unseen($0) }, [], (0..<3).map { Self.unseen($0, bank: 2) },
    ])
    #expect(merged.map(\.place.bank) == [1, 2, 1, 1, 2, 1, 1, 2, 1])
    #expect(merged.filter { $0.place.bank == 1 }.map(\.place.item) == Array(0..<6))
    #expect(PlanItem.merged([]).isEmpty)
  }

  @Test func `a thinned plan foretells about what the whole does`() {
    let items = (0..<2000).map { index in
      index % 3 == 0
        ? Self.unseen(index) : Self.seen(index, stability: Double(1 + index % 40), lastDay: 90)
    }
    let whole = Self.planner(items, days: 20)
    let thin = whole.thinned(to: 8000)
    #expect(thin.items.count == 400)
    let (exact, rough) = (
      whole.forecast(seconds: 3600, daily: 3600), thin.forecast(seconds: 3600, daily: 3600)
    )
    #expect(abs(exact.recall - rough.recall) < 0.02)
    #expect(exact.unseen == 0 && rough.unseen == 0)
  }

  @Test(arguments: [(0.7, 1), (3, 1), (3, 9), (40, 12), (300, 100)])
  func `a review's outlook is the mean of its two ends`(stability: Double, days: Int) {
    for difficulty in [1.0, 4.5, 10] {
      let state = MemoryState(stability: stability, difficulty: difficulty)
      let scheduler = Scheduler.standard
      let recall = scheduler.recall(state, after: days)
      func end(_ rating: Rating) -> Double {
        scheduler.recall(scheduler.state(after: rating, of: state, days: days), after: 17)
      }
      let told = scheduler.expectedRecall(
        scheduler.outlook(of: state), reviewAfter: days, rest: 17)
      let mean = recall * end(.good) + (1 - recall) * end(.again)
      #expect(abs(told - mean) < 1e-12)
    }
  }
}
