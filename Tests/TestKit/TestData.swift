import Foundation
import Learning
import People
import Questions
import Seals
import Storage
import Text
import Workflows

/// A database with banks and learners, and clocks that a test moves.
package final class TestData {
  package let clock: HandClock
  package let data: MingfaData

  /// In memory, or in a folder where a test opens it again.
  package init(
    clock: HandClock = HandClock(), folder: URL? = nil, shippedBanks: URL? = nil
  ) throws {
    self.clock = clock
    let environment = Environment(
      clock: clock, randomSeed: { 42 }, folder: folder ?? URL(fileURLWithPath: "/nonexistent"),
      shippedBanks: shippedBanks,
      // It comes with the banks.
      statuteIndex: shippedBanks?.deletingLastPathComponent()
        .appendingPathComponent("statutes/index.txt"), program: "mingfa test",
      passwordCost: Self.cheap)
    data =
      folder == nil
      ? MingfaData(
        environment,
        file: try DatabaseFile(inMemoryAt: clock.now().utc, stationCode: "test"))
      : try MingfaData(environment)
  }

  /// The least that a hash of a password can cost.
  package static let cheap = PasswordHash.Cost(memory: 8192, passes: 1)

  /// Loads a bank as a value.
  @discardableResult
  package func load(
    _ bank: Bank, retireMissing: Bool = false, isTrial: Bool = false
  ) throws -> BankLoadSummary {
    try data.banks.load(
      now: clock.now().utc, retireMissing: retireMissing, isTrial: isTrial
    ) { load in
      try load.begin(bank.header)
      for chapter in bank.chapters {
        try load.chapter(chapter.title)
        for item in chapter.items { try load.item(item) }
      }
    }
  }

  /// Someone at the command line without a profile, who may do everything.
  package let actor = Actor(role: .administrator)

  /// A new learner.
  package func learner(_ name: String = "小林", unit: String? = nil) throws -> Learner {
    try EditLearners(data, actor: actor).add(EditLearners.Change(name: name, unit: unit))
  }

  /// The learner at the keyboard, or another hand for him.
  package func author(_ learner: Learner, assistedBy: AssistantID? = nil) -> StepAuthor {
    StepAuthor(
      learner: learner, actor: Actor(learner: learner.id), assistedBy: assistedBy,
      program: "mingfa test")
  }

  /// Begins a run.
  package func begin(
    _ mode: PracticeMode, by learner: Learner, banks: [String] = [], chapter: String? = nil,
    seed: UInt64 = 7, outline: MockOutline? = nil, assistedBy: String? = nil
  ) throws -> Practise {
    try Practise.begin(
      PracticeRequest(mode: mode, banks: banks, chapter: chapter, seed: seed, outline: outline),
      by: author(
        learner,
        assistedBy: try assistedBy.map { try EditLearners(data, actor: actor).assistant(named: $0) }
      ),
      language: .chinese, data: data)
  }

  /// Goes on with the newest open attempt; nil where there is none.
  package func resume(_ learner: Learner) throws -> Practise? {
    try Practise.open(of: learner.id, data: data).first.map {
      try Practise.resume($0.id, by: author(learner), data: data)
    }
  }
}

extension PracticeTurn {
  /// The question, where the turn is one.
  package var card: PracticeCard? {
    if case .question(let card) = self { card } else { nil }
  }

  /// The end, where the turn is one.
  package var end: PracticeEnd? {
    if case .ended(let end) = self { end } else { nil }
  }
}
