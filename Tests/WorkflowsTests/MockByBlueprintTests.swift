import Exams
import Foundation
import Learning
import People
import Questions
import Statutes
import Storage
import TestKit
import Testing
import Workflows

/// Mock exams drawn by the blueprints that came with the banks.
@Suite struct MockByBlueprintTests {
  let test: TestData
  let learner: Learner

  init() throws {
    test = try TestData(shippedBanks: ShippedBlueprintTests.folder)
    learner = try test.learner()
  }

  private func load(_ bank: String) throws {
    let path = ShippedBlueprintTests.folder.appendingPathComponent(bank + ".txt").path
    guard case .loaded = try LoadBank(test.data, actor: test.actor).load(file: path) else {
      Issue.record("\(bank) was not loaded")
      return
    }
  }

  private func begin(_ blueprint: Blueprint, seed: UInt64 = 7) throws -> Practise {
    try Practise.begin(
      PracticeRequest(mode: .mock, seed: seed, blueprint: blueprint), by: test.author(learner),
      language: .chinese, data: test.data)
  }

  private static func blueprint(_ code: String) throws -> Blueprint {
    try #require(ShippedBlueprintTests.files().compactMap(\.blueprint).first { $0.code == code })
  }

  private static func holds(_ stored: StoredQuestion, _ trait: Blueprint.Share.Trait) -> Bool {
    let question = stored.question
    return switch trait {
    case .statute(let title): question.citations.contains { $0.title == StatuteTitle(title) }
    case .chapter(let part): stored.chapter.contains(part)
    case .level(let level): question.level == level
    case .difficulty(let range): question.difficulty.map { range.contains($0.rawValue) } ?? false
    case .topic(let topic): question.topics.contains(topic)
    case .bank(let code): stored.bankCode == code
    }
  }

  @Test(arguments: ShippedBlueprintTests.codes)
  func `every shipped blueprint gives papers of the shipped banks, with its sections and shares`(
    code: String
  ) throws {
    let blueprint = try Self.blueprint(code)
    for bank in blueprint.banks { try load(bank) }
    // Another bank lies beside them, and nothing is drawn from it.
    if !blueprint.banks.contains("publicity") { try load("publicity") }
    for seed in 1...3 as ClosedRange<UInt64> {
      let exam = try begin(blueprint, seed: seed)
      let terms = try #require(exam.mockTerms)
      #expect(terms.full == blueprint.full && terms.passMark == blueprint.passMark)
      #expect(terms.limit == Int64(blueprint.time.minutes) * 60_000)
      #expect(terms.sections.map(\.questions) == blueprint.sections.map(\.questions))
      #expect(terms.sections.map(\.kind) == blueprint.sections.map(\.kind))
      #expect(terms.sections.map(\.floor) == blueprint.sections.map(\.floor))
      let questions = try (1...blueprint.count).map {
        try #require(try exam.jump(to: $0)?.card?.stored)
      }
      #expect(Set(questions.map(\.ref)).count == blueprint.count)
      #expect(questions.allSatisfy { blueprint.banks.contains($0.bankCode) })
      #expect(questions.allSatisfy { $0.question.kind != .short })
      var rest = questions[...]
      for section in blueprint.sections {
        let part = rest.prefix(section.questions)
        rest = rest.dropFirst(section.questions)
        switch section.content {
        case .questions(let kind, _):
          #expect(part.allSatisfy { $0.question.kind == kind && $0.passage == nil })
        case .cases(let count, let size):
          let passages = Dictionary(grouping: part) { $0.passage?.code.text ?? "" }
          #expect(passages.count == count && passages.values.allSatisfy { $0.count == size })
        }
      }
      for share in blueprint.shares {
        let bounds = try #require(share.questions(of: blueprint.count))
        let count = questions.count { Self.holds($0, share.trait) }
        #expect(bounds.contains(count), "\(share.trait) \(count)")
      }
    }
  }

  @Test func `a share that the banks cannot give is told with the numbers`() throws {
    try load("minors-pupils")
    let blueprint = Blueprint(
      code: "town", title: "考", banks: ["minors-pupils"],
      sections: [.init(content: .questions(.single, count: 10), points: Score(points: 1))],
      shares: [.init(trait: .difficulty(4...5), bounds: 5000...10_000)],
      time: .init(minutes: 10), pass: .init())
    #expect(
      throws: WorkflowFailure.sharesNotMet([
        ShareGap(trait: .difficulty(4...5), wanted: 5...10, found: 0)
      ])
    ) { try begin(blueprint) }
  }

  // MARK: The result

  static let small = Blueprint(
    code: "small", title: "小考",
    sections: [
      .init(content: .questions(.single, count: 2), points: Score(points: 30)),
      .init(
        content: .questions(.trueFalse, count: 2), points: Score(points: 20),
        rule: ScoringRule(deduction: Score(points: 20))),
    ], time: .init(minutes: 30), pass: .init(share: 6000))

  private func loadSamples() throws {
    try test.load(
      SampleBank.bank(
        SampleBank.items(try (1...5).map { try SampleBank.single("S\($0)") })
          + SampleBank.items(try (1...4).map { try SampleBank.truth("T\($0)") })))
  }

  /// Sits a paper: which of its questions are answered rightly; nil leaves one empty.
  private func sit(_ blueprint: Blueprint, _ answers: [Bool?]) throws -> PracticeEnd {
    let exam = try begin(blueprint)
    for (place, right) in answers.enumerated() {
      let card = try #require(try exam.jump(to: place + 1)?.card)
      if let right { _ = try exam.answer(card.question.response(right: right)) }
    }
    return try exam.submit()
  }

  @Test func `the result has its sections with their floors, and is recounted the same`() throws {
    try loadSamples()
    let end = try sit(Self.small, [true, nil, false, false])
    #expect(end.title == "小考")
    #expect(end.sections.map(\.right) == [1, 0])
    #expect(end.sections.map(\.answered) == [1, 2])
    #expect(end.sections.map(\.score) == [Score(points: 30), .zero])
    #expect(end.result?.score == Score(points: 30))
    #expect(try CheckData(test.data, actor: test.actor).run().findings.isEmpty)
  }

  @Test func `three papers of one blueprint give a range, fewer or empty ones do not`() throws {
    try loadSamples()
    #expect(
      try sit(Self.small, [true, true, true, nil]).outlook == .tooFew(sat: 1, needed: 3))
    #expect(
      try sit(Self.small, [nil, nil, nil, nil]).outlook == .tooFew(sat: 1, needed: 3))
    var other = Self.small
    other.code = "other"
    #expect(try sit(other, [true, true, true, true]).outlook == .tooFew(sat: 1, needed: 3))
    #expect(
      try sit(Self.small, [true, true, nil, nil]).outlook == .tooFew(sat: 2, needed: 3))
    // 80, 60 and 50 of 100: 63.33 ± 1.8856 · 15.28 · 1.1547
    let end = try sit(Self.small, [true, nil, true, nil])
    guard case .range(let low, let high, let count) = try #require(end.outlook) else {
      Issue.record("\(String(describing: end.outlook))")
      return
    }
    #expect(count == 3)
    #expect(low == Score(hundredths: 3007) && high == Score(hundredths: 9659))
  }

  @Test func `the range never goes below nothing or above all`() throws {
    let wide = MockOutlook(
      scores: [0, 100, 0].map { (Score(points: $0), Score(points: 100)) }, full: Score(points: 50))
    #expect(wide == .range(low: .zero, high: Score(points: 50), from: 3))
  }

  @Test func `usual papers have sections and a range, too`() throws {
    try load("minors-pupils")
    let exam = try test.begin(.mock, by: learner)
    let end = try exam.submit()
    #expect(end.title == nil)
    #expect(end.sections.map(\.kind) == [.single, .multiple, .trueFalse])
    #expect(end.outlook == .tooFew(sat: 0, needed: 3))
  }
}
