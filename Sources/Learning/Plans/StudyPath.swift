/// The memories of a plan's questions as the days go by.
struct StudyPath {
  private let pace: PlanPace
  private let examDay: Int
  /// The questions of each item, as places in `memories`.
  private let items: [Range<Int>]
  /// nil for what was not seen yet, or only under another key.
  private var memories: [PlannedMemory?] = []
  /// Items of which some question is unseen, in the order in which they are to be seen.
  private(set) var waiting: ArraySlice<Int>
  /// Items in which a key was changed.
  private var changed: ArraySlice<Int>
  /// Items that were seen whole.
  private var seen: [Int] = []
  /// Seconds that it takes to see all that is unseen.
  private var unseenSeconds = 0.0
  /// Chances carried over, by which the ends of first sights and of reviews are dealt out: of ten
  /// reviews at 0.8, eight are recalled. So a forecast needs no dice.
  private var sightCarry = 0.5
  private var reviewCarry = 0.5

  init(_ planner: StudyPlanner) {
    pace = planner.pace
    examDay = planner.examDay
    var ranges: [Range<Int>] = []
    var (waiting, changed): ([Int], [Int]) = ([], [])
    for (index, item) in planner.items.enumerated() {
      let first = memories.count
      for question in item.questions {
        memories.append(
          question.isChanged
            ? nil
            : question.review.map {
              PlannedMemory($0, today: planner.today, examDay: planner.examDay)
            })
      }
      ranges.append(first..<memories.count)
      if item.questions.contains(where: \.isChanged) {
        changed.append(index)
      } else if item.questions.contains(where: { $0.review == nil }) {
        waiting.append(index)
      } else {
        seen.append(index)
      }
    }
    items = ranges
    self.waiting = waiting[...]
    self.changed = changed[...]
    unseenSeconds = (waiting + changed).reduce(0) { $0 + seconds(of: $1) }
  }

  /// What it takes to ask an item once.
  func seconds(of item: Int) -> Double {
    items[item].reduce(0) { $0 + (memories[$1] == nil ? pace.new : pace.review) }
  }

  /// The items that were missed on a day and not answered since.
  func missed(on day: Int) -> [Int] {
    seen.filter { item in
      items[item].contains { memories[$0].map { $0.lastDay == day && $0.isMissed } ?? false }
    }
  }

  // MARK: Choosing

  /// What a day takes up first.
  struct Choice {
    var changed: ArraySlice<Int>
    var new: ArraySlice<Int>
    var reviews: [Int] = []
    var seconds = 0.0
  }

  /// What changed its key; the day's share of new items; then the reviews that are worth most, until
  /// the seconds are used up. At most one item goes beyond them.
  ///
  /// - Parameter later: seconds of all days after this one.
  func choose(on day: Int, seconds: Double, later: Double) -> Choice {
    var choice = Choice(changed: changed.prefix(0), new: waiting.prefix(0))
    func count(_ items: ArraySlice<Int>, limit: Double) -> Int {
      var count = 0
      let end = min(limit, seconds)
      while count < items.count, choice.seconds < end {
        choice.seconds += self.seconds(of: items[items.startIndex + count])
        count += 1
      }
      return count
    }
    choice.changed = changed.prefix(count(changed, limit: seconds))
    let share = newShare(on: day, seconds: seconds, later: later)
    choice.new = waiting.prefix(count(waiting, limit: max(share, 0)))
    guard choice.seconds < seconds else { return choice }
    for item in worthwhile(on: day) {
      guard choice.seconds < seconds else { break }
      choice.reviews.append(item)
      choice.seconds += self.seconds(of: item)
    }
    return choice
  }

  /// Seconds of the day that go to what is unseen, changed keys included.
  private func newShare(on day: Int, seconds: Double, later: Double) -> Double {
    let time = max(0, seconds) + max(0, later)
    var wanted = unseenSeconds
    if wanted > time {
      // Not all can be seen. What is seen and then forgotten helps nobody, so each new question is
      // reckoned with one review, after those that the seen ones still need.
      let needy = memories.count { $0.map { $0.alone < StudyPlanner.enough } ?? false }
      let room = max(0, time - Double(needy) * pace.review)
      wanted = min(wanted, room * pace.new / (pace.new + pace.review))
    }
    return wanted / max(1, Double(examDay - day) * StudyPlanner.front)
  }

  /// The seen items that are worth a review on a day, those first whose review is worth most.
  private func worthwhile(on day: Int) -> [Int] {
    var ranked: [(value: Double, item: Int)] = []
    for item in seen {
      if let value = worth(of: item, on: day) { ranked.append((value, item)) }
    }
    ranked.sort { $0.value != $1.value ? $0.value > $1.value : $0.item < $1.item }
    return ranked.map(\.item)
  }

  /// What a review is worth a second: what it adds to the chance on the exam day, less where the day
  /// before the exam would add more, since that can wait. nil where it is not worth its time, or was
  /// seen on the day.
  private func worth(of item: Int, on day: Int) -> Double? {
    var (gain, lastGain) = (0.0, 0.0)
    for index in items[item] {
      guard let memory = memories[index], memory.lastDay < day else { return nil }
      gain += memory.gain(on: day, examDay: examDay)
      lastGain += memory.lastGain
    }
    let count = Double(items[item].count)
    guard gain >= StudyPlanner.leastGain * count else { return nil }
    let share = day == examDay - 1 || gain >= lastGain ? 1 : gain / lastGain
    return gain * share * share / count
  }

  // MARK: Living through days

  /// Lives through a day as it is expected to go.
  mutating func live(
    _ day: Int, seconds: Double, later: Double
  ) -> (new: Int, reviews: Int, seconds: Double) {
    let choice = choose(on: day, seconds: seconds, later: later)
    var (new, reviews, spent) = (0, 0, choice.seconds)
    var again = missed(on: day)
    for item in choice.changed + choice.new { new += see(item, on: day, missed: &again) }
    changed.removeFirst(choice.changed.count)
    waiting.removeFirst(choice.new.count)
    for item in choice.reviews {
      review(item, on: day, missed: &again)
      reviews += items[item].count
    }
    for item in again {
      guard spent < seconds else { break }
      spent += self.seconds(of: item)
      var none: [Int] = []
      review(item, on: day, missed: &none)
      reviews += items[item].count
    }
    while spent < seconds, let item = waiting.popFirst() {
      spent += self.seconds(of: item)
      var none: [Int] = []
      new += see(item, on: day, missed: &none)
    }
    return (new, reviews, spent)
  }

  /// Sees an item; returns how many of its questions were new.
  private mutating func see(_ item: Int, on day: Int, missed: inout [Int]) -> Int {
    unseenSeconds -= seconds(of: item)
    let new = items[item].count { memories[$0] == nil }
    review(item, on: day, missed: &missed)
    seen.append(item)
    return new
  }

  private mutating func review(_ item: Int, on day: Int, missed: inout [Int]) {
    var isMissed = false
    for index in items[item] {
      let rating: Rating
      if let memory = memories[index] {
        rating = Self.rating(memory.recall(on: day), &reviewCarry)
        memories[index] = memory.after(rating, on: day, examDay: examDay)
      } else {
        rating = Self.rating(pace.firstSight, &sightCarry)
        memories[index] = PlannedMemory(
          Scheduler.standard.state(after: rating, of: nil, days: 0), lastDay: day,
          isMissed: rating == .again, examDay: examDay)
      }
      isMissed = isMissed || rating == .again
    }
    if isMissed { missed.append(item) }
  }

  /// "Good" as often as the chances add up to one.
  private static func rating(_ chance: Double, _ carry: inout Double) -> Rating {
    carry += chance
    guard carry >= 1 else { return .again }
    carry -= 1
    return .good
  }

  // MARK: The end

  /// How many questions are unseen, and the mean chance of a right answer on the exam day.
  var end: (unseen: Int, recall: Double) {
    var unseen = 0
    var sum = 0.0
    for memory in memories {
      if let memory {
        sum += memory.alone
      } else {
        unseen += 1
        sum += pace.firstSight
      }
    }
    return (unseen, memories.isEmpty ? 0 : sum / Double(memories.count))
  }
}
