import Learning
import Questions
import Workflows

/// From an answer to its feedback, and from a rating to the next question, in the practice of today with
/// 100,000 questions loaded: each in one commit, beside one bare insert into a database with the same
/// promises on the same disk. The package functions are measured, since a terminal's own time would
/// hide both.
struct AnswerTask {
  private static let rounds = 5_000
  private static let warmUp = 50
  /// Enter alone is good, which is what a right answer counts as without a step of its own. As often as in
  /// `ScheduleTask`, where a miss is one in eight.
  private static let ratings: [Rating] = [.good, .hard, .good, .good, .easy, .good, .good]

  let bench: Workbench

  func run() throws -> [Finding] {
    bench.note("answer to feedback, rating to the next question, \(Self.rounds) rounds")
    let folder = try bench.loaded(Workbench.large)
    let sittings = try TodaySittings(folder: folder)
    let bare = try BareInsert(path: folder + "/bare.sqlite")
    let log = CommitLog(path: folder + "/mingfa.sqlite-wal")
    var answers = (ours: Sample(), inserts: Sample())
    var ratings = (ours: Sample(), inserts: Sample())
    /// The ratings among them that make a step of their own.
    var steps = (ours: Sample(), inserts: Sample())
    var met: Set<Int64> = []
    for round in 0..<Self.warmUp + Self.rounds {
      let card = try sittings.card()
      met.insert(card.stored.ref.question)
      let isRight = round % 3 != 0
      let typed = Self.answer(to: card.question, isRight: isRight)
      let (seconds, feedback) = try Self.inOneCommit(log) { try sittings.run.answer(typed) }
      guard let feedback, feedback.card.question == card.question,
        (feedback.grade.verdict == .right) == isRight
      else { throw Obstacle.wrongResult("the feedback to question \(card.question.code.text)") }
      let insert = try bare.insert(round)
      guard round >= Self.warmUp else { continue }
      answers.ours.add(seconds)
      answers.inserts.add(insert)
      guard isRight else { continue }
      // The screen does so while the learner is at the feedback.
      sittings.run.readAhead()
      let rating = Self.ratings[round / 3 % Self.ratings.count]
      let (waited, turn) = try Self.inOneCommit(log) { try sittings.run.rate(rating) }
      let bareAfter = try bare.insert(round)
      // A sitting's end shows a summary instead.
      guard case .question(let next) = turn else { continue }
      guard next.stored.ref != card.stored.ref, next.response == nil else {
        throw Obstacle.wrongResult("the question after \(card.question.code.text)")
      }
      ratings.ours.add(waited)
      ratings.inserts.add(bareAfter)
      guard rating != .good else { continue }
      steps.ours.add(waited)
      steps.inserts.add(bareAfter)
    }
    try check(folder: folder, met: met.count, rated: steps.ours.values.count)
    return [
      Finding(
        "answer to feedback", "median, bare insert", answers.ours, against: answers.inserts,
        limit: 1.5),
      Finding(
        "answer to feedback", "99 of 100, bare insert", answers.ours, against: answers.inserts,
        limit: 4, quantile: 0.99),
      Finding("answer to feedback", "commits an answer", 1, atMost: 1, unit: .count),
      Finding(
        "rating to next question", "median, bare insert", ratings.ours, against: ratings.inserts,
        limit: 1.5),
      Finding(
        "rating to next question", "99 of 100, bare insert", ratings.ours,
        against: ratings.inserts, limit: 4, quantile: 0.99),
      Finding("rating to next question", "commits a rating", 1, atMost: 1, unit: .count),
      // For information: one row more, which two in seven ratings make.
      Finding(
        "rating to next question", "hard and easy alone, median", steps.ours,
        against: steps.inserts, limit: nil),
    ]
  }

  /// Seconds that something took, which has to make one commit.
  private static func inOneCommit<Value>(
    _ log: CommitLog, _ body: () throws -> Value
  ) throws -> (Double, Value) {
    try log.catchUp()
    let began = Clock.now()
    let value = try body()
    let seconds = Clock.now() - began
    let commits = try log.catchUp()
    guard commits == 1 else { throw Obstacle.wrongResult("\(commits) commits instead of one") }
    return (seconds, value)
  }

  /// All answers are kept, a memory for each question, and each rating but good a step of its own.
  private func check(folder: String, met: Int, rated: Int) throws {
    let kept = try bench.sql(
      """
      SELECT (SELECT count (*) FROM step WHERE kind = 'answer'),
        (SELECT count (*) FROM question_memory),
        (SELECT count (*) FROM step WHERE kind = 'rating')
      """, in: folder
    ).split(separator: "|").compactMap { Int($0) }
    guard kept.count == 3, kept[0] == Self.warmUp + Self.rounds, kept[1] == met,
      kept[2] >= rated, rated > Self.rounds / 10
    else { throw Obstacle.wrongResult("answers, memories and ratings kept: \(kept)") }
  }

  private static func answer(to question: Question, isRight: Bool) -> Response {
    switch question.key {
    case .options(let right):
      if isRight { return .options(right) }
      let others = question.options.map(\.id).filter { !right.contains($0) }
      return .options(others.isEmpty ? Set(right.prefix(1)) : Set(others.prefix(1)))
    case .truth(let truth): return .truth(truth == isRight)
    case .blanks(let blanks):
      return .blanks(isRight ? blanks.map { $0[0] } : blanks.map { _ in "无" })
    case .points(let points):
      return .text(
        isRight
          ? points.flatMap { [$0.wording] + $0.forms.flatMap { $0 } }.joined(separator: "，") : "无")
    }
  }
}
