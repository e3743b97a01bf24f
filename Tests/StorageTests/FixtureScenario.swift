import Foundation
import GRDB
import Learning
import People
import Questions
import Reports
import TestKit
import Text
import Workflows

@testable import Storage

/// What was done in every fixture of an old schema, and the figures that must be read from each for
/// ever: results, statistics, notebook, reports and what can be gone on with.
enum FixtureScenario {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures")

  /// Plays the scenario in a new data folder.
  static func play(in folder: URL) throws {
    let test = try TestData(folder: folder)
    try test.load(bank())
    let lin = try test.learner("小林", unit: "某县/东镇")
    let wang = try test.learner("小王", unit: "某县/西镇")
    let guest = try EditLearners(test.data, actor: test.actor).guest()
    // Practice with a miss, an undo, a star, an objection; left open at the third question.
    let practice = try test.begin(.sequential, by: lin)
    try answer(practice, right: false, test)
    try answer(practice, right: true, test)
    _ = try practice.toggleStar()
    try practice.object("选项有歧义")
    try practice.undo()
    try answer(practice, right: true, test)
    _ = try practice.turn()
    _ = try practice.pause()
    // Mock exams: passed, failed with a question left open, assisted, by a guest; one left open.
    try sit(wang, rights: [true, true, true], test)
    try sit(lin, rights: [true, false, nil], test)
    try sit(lin, rights: [true, true, false], test, assistedBy: "驻村干部")
    try sit(guest, rights: [false, false, false], test)
    test.clock.advance(31 * 86_400_000)
    _ = try EditLearners(test.data, actor: test.actor).set("小林", .init(unit: "某县/西镇"))
    try sit(wang, rights: [false, nil, nil], test)
    _ = try test.begin(.mock, by: wang, outline: outline)
    try test.load(lastBank(), retireMissing: true)
  }

  /// What was loaded last: a changed key, a changed explanation, a question that is no longer in the file.
  static func lastBank() throws -> Bank {
    var bank = try bank()
    bank.chapters[0].items[0].questions[0].key = .options([OptionID(2)])
    bank.chapters[0].items[1].questions[0].rationale = Rationale("改过的解析")
    bank.chapters[0].items.remove(at: 4)
    bank.header = try SampleBank.header(version: "2")
    return bank
  }

  private static func bank() throws -> Bank {
    var bank = try SampleBank.bank([
      BankItem(questions: [try SampleBank.single("Q1")]),
      BankItem(questions: [try SampleBank.multiple("Q2")]),
      BankItem(questions: [try SampleBank.truth("Q3")]),
      BankItem(questions: [try SampleBank.fillIn("Q4")]),
      BankItem(questions: [try SampleBank.short("Q5")]),
    ])
    bank.chapters.append(
      BankChapter(title: "第二章", items: [try SampleBank.caseItem("C1", questions: 2)]))
    return bank
  }

  private static let outline = MockOutline(
    sections: [
      .init(kind: .single, count: 1, points: Score(points: 40)),
      .init(kind: .multiple, count: 1, points: Score(points: 40)),
      .init(kind: .trueFalse, count: 1, points: Score(points: 20)),
    ], minutes: 30)

  private static func answer(_ run: Practise, right: Bool, _ test: TestData) throws {
    guard let card = try run.turn().card else { return }
    test.clock.advance(20_000)
    _ = try run.answer(card.question.response(right: right))
  }

  private static func sit(
    _ learner: Learner, rights: [Bool?], _ test: TestData, assistedBy: String? = nil
  ) throws {
    let run = try test.begin(.mock, by: learner, outline: outline, assistedBy: assistedBy)
    for (index, right) in rights.enumerated() {
      guard let right, let card = try run.jump(to: index + 1)?.card else { continue }
      test.clock.advance(60_000)
      _ = try run.answer(card.question.response(right: right))
    }
    _ = try run.submit()
  }

  /// All figures, a line each.
  static func figures(in folder: URL) throws -> [String] {
    let test = try TestData(clock: HandClock(utc: HandClock.noon + 32 * 86_400_000), folder: folder)
    var lines: [String] = []
    for bank in try test.data.banks.banks() {
      lines.append(
        "\(bank.code) \(bank.version.text): \(bank.questions) questions in \(bank.items) items")
    }
    for row in try test.data.figures.results() {
      let result = row.result
      lines.append(
        "result \(row.attempt.number): \(result.score.text) of \(result.full.text), "
          + "\(result.right)/\(result.answered)/\(result.questions), \(result.duration), \(result.reason)"
          + (row.isAssisted ? ", assisted" : ""))
    }
    for learner in try test.data.learners.learners() {
      let figures = try ShowStatistics(test.data, actor: test.actor).figures(of: learner)
      lines.append(
        "\(learner.name ?? "guest") \(learner.unit?.code ?? "-"): "
          + "\(figures.right.numerator)/\(figures.right.denominator) right, "
          + "\(figures.assisted.denominator) assisted, notebook \(figures.notebook), "
          + "starred \(figures.starred), "
          + figures.days.map { "\($0.date) \($0.answered)" }.joined(separator: " ")
      )
      for attempt in try Practise.open(of: learner.id, data: test.data) {
        lines.append("open: \(attempt.id.number) \(attempt.mode.id)")
      }
    }
    for objection in try test.data.objections.objections(bank: nil) {
      lines.append("\(objection.questionCode) v\(objection.versionNumber): \(objection.reason)")
    }
    let report = try BuildPassRate(test.data, actor: test.actor).report()
    lines += CSVRenderer.text(of: report, in: .chinese).split(whereSeparator: \.isNewline)
      .dropFirst().prefix { !$0.hasPrefix("截至") }.map(String.init)
    let check = try CheckData(test.data, actor: test.actor).run()
    lines.append("\(check.steps) steps, \(check.attempts) attempts, \(check.findings)")
    return lines
  }

  /// Told by hand from the scenario.
  static let expected = [
    "demo 2: 6 questions in 5 items",
    "result 2: 100 of 100, 3/3/3, 180000, submitted",
    "result 3: 40 of 100, 1/2/3, 120000, submitted",
    "result 4: 80 of 100, 2/3/3, 180000, submitted, assisted",
    "result 5: 0 of 100, 0/3/3, 180000, submitted",
    "result 6: 0 of 100, 0/1/3, 60000, submitted",
    "小林 某县/西镇: 4/7 right, 3 assisted, notebook 3, starred 1, 2026-11-24 7",
    "open: 1 sequential",
    "小王 某县/西镇: 3/4 right, 0 assisted, notebook 3, starred 0, 2026-11-24 3 2026-12-25 1",
    "open: 7 mock",
    "guest -: 0/3 right, 0 assisted, notebook 3, starred 0, 2026-11-24 3",
    "Q2 v1: 选项有歧义",
    "某县/东镇,2026-11,题库 demo,1,1,2,1,100.00%,100.00%",
    "某县/西镇,2026-11,题库 demo,1,1,1,1,100.00%,100.00%",
    "合计,2026-11,题库 demo,2,2,3,2,100.00%,100.00%",
    "某县/西镇,2026-12,题库 demo,2,1,1,0,50.00%,0.00%",
    "43 steps, 7 attempts, []",
  ]
}
