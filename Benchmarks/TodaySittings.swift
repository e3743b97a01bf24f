import Foundation
import Learning
import People
import Storage
import Synchronization
import Text
import Workflows

/// Practice of today, day after day: where a sitting has ended the next one begins, and where the day
/// has nothing more to ask, the next day comes.
final class TodaySittings {
  private let data: MingfaData
  private let author: StepAuthor
  private let clock: DayClock
  /// The sitting that the learner is in.
  private(set) var run: Practise

  /// - Parameter folder: with banks and the learner 测速员, who takes as many new questions as may be.
  init(folder: String) throws {
    let clock = DayClock()
    data = try MingfaData(
      Environment(
        clock: clock, randomSeed: { Workbench.seed },
        folder: URL(fileURLWithPath: folder, isDirectory: true), shippedBanks: nil,
        program: "bench"))
    let learner = try EditLearners(data, actor: Actor()).set("测速员", .init(newPerDay: 500))
    author = StepAuthor(
      learner: learner, actor: Actor(learner: learner.id), assistedBy: nil, program: "bench")
    self.clock = clock
    run = try Self.begin(data, author)
  }

  /// The question that stands before the learner.
  func card() throws -> PracticeCard {
    while clock.days.load(ordering: .relaxed) < 10_000 {
      if case .question(let card) = try run.turn() { return card }
      do {
        run = try Self.begin(data, author)
      } catch let failure as WorkflowFailure where failure.isDayDone {
        clock.days.add(1, ordering: .relaxed)
      }
    }
    throw Obstacle.wrongResult("no question came")
  }

  private static func begin(_ data: MingfaData, _ author: StepAuthor) throws -> Practise {
    try Practise.begin(PracticeRequest(mode: .today), by: author, language: .chinese, data: data)
  }
}

/// The computer's clocks, so many days later.
private final class DayClock: Timekeeper {
  let days = Atomic(0)
  private let clocks = SystemClocks()

  func now() -> Moment {
    var moment = clocks.now()
    moment.utc += Int64(days.load(ordering: .relaxed)) * 86_400_000
    return moment
  }
}
