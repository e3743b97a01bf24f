import Foundation
import Learning
import People
import Questions
import Storage
import Text
import Workflows

/// From an answer to its feedback with 100,000 questions loaded, each in one commit, beside one bare
/// insert into a database with the same promises on the same disk. The package function is measured,
/// since a terminal's own time would hide both.
struct AnswerTask {
  private static let rounds = 5_000
  private static let warmUp = 50

  let bench: Workbench

  func run() throws -> [Finding] {
    bench.note("answer to feedback, \(Self.rounds) rounds")
    let folder = try bench.loaded(Workbench.large)
    let data = try MingfaData(
      Environment(
        clock: SystemClocks(), randomSeed: { Workbench.seed },
        folder: URL(fileURLWithPath: folder, isDirectory: true), shippedBanks: nil,
        program: "bench"))
    let learner = try EditLearners(data, actor: Actor()).find("测速员")
    let author = StepAuthor(
      learner: learner, actor: Actor(learner: learner.id), assistedBy: nil, program: "bench")
    let run = try Practise.begin(
      PracticeRequest(mode: .random, seed: Workbench.seed), by: author, language: .chinese,
      data: data)
    let bare = try BareInsert(path: folder + "/bare.sqlite")
    let log = CommitLog(path: folder + "/mingfa.sqlite-wal")
    var ours = Sample()
    var inserts = Sample()
    for round in 0..<Self.warmUp + Self.rounds {
      guard case .question(let card) = try run.turn() else {
        throw Obstacle.wrongResult("no question came")
      }
      let isRight = round % 3 != 0
      let typed = Self.answer(to: card.question, isRight: isRight)
      try log.catchUp()
      let began = Clock.now()
      let feedback = try run.answer(typed)
      let seconds = Clock.now() - began
      let commits = try log.catchUp()
      guard commits == 1 else {
        throw Obstacle.wrongResult("\(commits) commits for one answer")
      }
      guard let feedback, feedback.card.question == card.question,
        (feedback.grade.verdict == .right) == isRight
      else { throw Obstacle.wrongResult("the feedback to question \(card.question.code.text)") }
      let insert = try bare.insert(round)
      guard round >= Self.warmUp else { continue }
      ours.add(seconds)
      inserts.add(insert)
    }
    let kept = try bench.sql(
      "SELECT count (*) FROM step WHERE kind = 'answer'; SELECT count (*) FROM question_memory",
      in: folder)
    let count = Self.warmUp + Self.rounds
    guard kept == "\(count)\n\(count)" else {
      throw Obstacle.wrongResult("\(kept) answers and memories kept, not \(count)")
    }
    return [
      Finding("answer to feedback", "median, bare insert", ours, against: inserts, limit: 1.5),
      Finding(
        "answer to feedback", "99 of 100, bare insert", ours, against: inserts, limit: 4,
        quantile: 0.99),
      Finding("answer to feedback", "commits an answer", 1, atMost: 1, unit: .count),
    ]
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
