import Foundation
import Learning
import People
import Questions
import Reports
import Storage
import TestKit
import Testing
import Text
import Workflows

/// The pass-rate report of a township's two months, told by hand.
@Suite struct PassRateScenarioTests {
  let test: TestData

  /// 2026-12-01 04:00 in China: where November's last day ends.
  static let december: Int64 = 1_796_068_800_000
  static let outline = MockOutline(
    sections: [.init(kind: .trueFalse, count: 1, points: Score(points: 100))], minutes: 60)

  init() throws {
    test = try TestData(clock: HandClock(utc: Self.december - 20 * 86_400_000))
    for id in ["one", "two"] {
      try test.load(SampleBank.bank(SampleBank.items([SampleBank.truth("Q1")]), id: id))
    }
    let east = "某县/东镇"
    let west = "某县/西镇"
    let lin = try test.learner("小林", unit: east)
    let wang = try test.learner("小王", unit: east)
    let zhao = try test.learner("小赵", unit: west)
    _ = try test.learner("小钱", unit: west)
    let guest = try EditLearners(test.data, actor: test.actor).guest()

    // November: 小林 fails, then passes; 小王 passes with another's hand; 小赵 fails in the last
    // minute before four in the morning of the first of December; a guest passes.
    try sit(lin, ["one"], passes: false)
    try sit(lin, ["one"], passes: true)
    try sit(wang, ["one"], passes: true, assistedBy: "驻村干部")
    try sit(guest, ["one"], passes: true)
    try sit(zhao, ["one"], passes: false, at: Self.december - 1)
    // December begins: 小赵 passes; 小林 has moved to the west and sits both banks.
    try sit(zhao, ["one"], passes: true, at: Self.december)
    let moved = try EditLearners(test.data, actor: test.actor).set("小林", .init(unit: west))
    try sit(moved, ["two", "one"], passes: true)
    // Neither practice nor an exam that is still open counts.
    _ = try test.begin(.sequential, by: wang, banks: ["one"])
    _ = try test.begin(.mock, by: wang, banks: ["one"], outline: Self.outline)
  }

  private func sit(
    _ learner: Learner, _ banks: [String], passes: Bool, assistedBy: String? = nil,
    at moment: Int64? = nil
  ) throws {
    if let moment { test.clock.advance(moment - test.clock.now().utc) }
    let exam = try test.begin(
      .mock, by: learner, banks: banks, outline: Self.outline, assistedBy: assistedBy)
    _ = try exam.turn()
    _ = try exam.answer(.truth(passes))
    _ = try exam.submit()
  }

  private func lines(_ selection: BuildPassRate.Selection = .init()) throws -> [String] {
    try BuildPassRate(test.data, actor: test.actor).report(selection).rows.map { row in
      row.cells.map { $0.text(in: .chinese) }.joined(separator: " ")
    }
  }

  static let november = [
    "某县/东镇 2026-11 题库 one 2 2 3 2 100.00% (2/2) 100.00% (2/2)",
    "某县/西镇 2026-11 题库 one 2 1 1 0 50.00% (1/2) 0.00% (0/1)",
    "合计 2026-11 题库 one 4 3 4 2 75.00% (3/4) 66.67% (2/3)",
  ]
  static let one = [
    "某县/东镇 2026-12 题库 one 1 0 0 0 0.00% (0/1) 无 (0/0)",
    "某县/西镇 2026-12 题库 one 3 1 1 1 33.33% (1/3) 100.00% (1/1)",
    "合计 2026-12 题库 one 4 1 1 1 25.00% (1/4) 100.00% (1/1)",
  ]
  static let both = [
    "某县/东镇 2026-12 题库 one + 题库 two 1 0 0 0 0.00% (0/1) 无 (0/0)",
    "某县/西镇 2026-12 题库 one + 题库 two 3 1 1 1 33.33% (1/3) 100.00% (1/1)",
    "合计 2026-12 题库 one + 题库 two 4 1 1 1 25.00% (1/4) 100.00% (1/1)",
  ]

  @Test func `every figure of the scenario is as counted by hand`() throws {
    #expect(try lines() == Self.november + Self.one + Self.both)
    let notes = try BuildPassRate(test.data, actor: test.actor).report().notes.map(\.en)
    #expect(notes.contains("1 sittings of guests are not counted"))
    #expect(notes.contains("1 of the sittings were typed by another hand"))
    #expect(notes[0].hasPrefix("As of 2026-12-01;"))
  }

  @Test func `months, banks and units can be chosen`() throws {
    let december = YearMonth(year: 2026, month: 12)
    let november = YearMonth(year: 2026, month: 11)
    #expect(try lines(.init(to: november)) == Self.november)
    #expect(try lines(.init(from: december)) == Self.one + Self.both)
    #expect(throws: WorkflowFailure.monthsReversed(december, november)) {
      try lines(.init(from: december, to: november))
    }
    #expect(try lines(.init(bank: "two")) == Self.both)
    #expect(try lines(.init(bank: "one")).count == 9)
    #expect(try lines(.init(to: november, unit: "某县/东镇")) == [Self.november[0]])
    #expect(try lines(.init(unit: "某县")).count == 9)
    #expect(throws: WorkflowFailure.noSuchUnit("某"), "a unit is named whole") {
      try lines(.init(unit: "某"))
    }
    #expect(throws: WorkflowFailure.noSuchBank("three", known: ["one", "two"])) {
      try lines(.init(bank: "three"))
    }
  }

  @Test func `another start of the day moves what stands at the boundary`() throws {
    // At midnight of the zone the exam a moment before four belongs to December.
    _ = try ChangeSettings(test.data, actor: test.actor).setDay(startHour: 0, zone: nil)
    #expect(
      try lines(.init(to: YearMonth(year: 2026, month: 11)))[1]
        == "某县/西镇 2026-11 题库 one 2 0 0 0 0.00% (0/2) 无 (0/0)")
    // Two hours to the west it is still November until six.
    _ = try ChangeSettings(test.data, actor: test.actor).setDay(startHour: 4, zone: "Asia/Dhaka")
    #expect(try lines(.init(from: YearMonth(year: 2026, month: 12))).isEmpty)
  }

  @Test func `the report is the same from a copy of the data`() throws {
    let folder = try TemporaryFolder()
    let first = try TestData(folder: folder.url)
    try first.load(SampleBank.bank(SampleBank.items([SampleBank.truth("Q1")])))
    let exam = try first.begin(.mock, by: first.learner(unit: "某县"), outline: Self.outline)
    _ = try exam.answer(.truth(true))
    _ = try exam.submit()
    let path = try KeepBackups(first.data, actor: first.actor).byHand()
    let there = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: path, toPath: there.url.path + "/mingfa.sqlite")
    let copy = try TestData(folder: there.url)
    func csv(_ test: TestData) throws -> String {
      CSVRenderer.text(of: try BuildPassRate(test.data, actor: test.actor).report(), in: .chinese)
    }
    #expect(try csv(copy) == csv(first))
    #expect(try csv(copy).contains("某县,2026-11,题库 demo,1,1,1,1,100.00%,100.00%"))
  }

  @Test func `a report is written whole or not at all`() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.path + "/reports/pass.csv"
    #expect(throws: WorkflowFailure.self) { try WriteFile.write("一", to: path) }
    try WriteFile.write("一", to: path, makesFolder: true)
    try WriteFile.write("二", to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "二")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/reports") == [
        "pass.csv"
      ])
    let taken = folder.url.path + "/reports/folder"
    try FileManager.default.createDirectory(atPath: taken, withIntermediateDirectories: false)
    #expect(throws: WorkflowFailure.self) { try WriteFile.write("三", to: taken) }
    #expect(throws: WorkflowFailure.self) { try WriteFile.write("三", to: path + "/below") }
    #expect(!FileManager.default.fileExists(atPath: taken + ".part"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "二")
  }
}
