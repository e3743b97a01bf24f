import Foundation
import Learning
import Questions
import Storage
import TestKit
import Testing
import Workflows

/// The backup of the day.
@Suite struct KeepBackupsTests {
  let folder: TemporaryFolder
  let clock = HandClock()

  init() throws { folder = try TemporaryFolder() }

  /// The folder opened by a new run of the program.
  private func open() throws -> TestData { try TestData(clock: clock, folder: folder.url) }

  private func daily(_ test: TestData) -> KeepBackups.Daily {
    KeepBackups(test.data, actor: test.actor).daily()
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.url.path + "/backups")) ?? [])
      .sorted()
  }

  private func practise(_ test: TestData) throws {
    try test.load(SampleBank.bank(SampleBank.items([try SampleBank.single("S1")])))
    let run = try test.begin(.sequential, by: try test.learner())
    _ = try run.answer(.options([OptionID(1)]))
  }

  @Test func `the first session of a day has a backup, the second none of its own`() throws {
    let test = try open()
    try practise(test)
    #expect(daily(test) == .made(folder.url.path + "/backups/mingfa-auto-20261124.sqlite"))
    _ = try test.learner("小王")
    #expect(daily(test) == .notDue)
    clock.advance(86_400_000)
    let next = try open()
    _ = try next.learner("小李")
    #expect(daily(next) == .made(folder.url.path + "/backups/mingfa-auto-20261125.sqlite"))
    #expect(names == ["mingfa-auto-20261124.sqlite", "mingfa-auto-20261125.sqlite"])
  }

  @Test(arguments: [
    // Noon in China; 03:59 of the next day, which belongs to the day before; 04:00.
    (HandClock.noon, nil, "20261124"), (HandClock.noon + 57_540_000, nil, "20261124"),
    (HandClock.noon + 57_600_000, nil, "20261125"),
    (HandClock.noon + 57_540_000, "3", "20261125"),
  ]) func `a day begins at the set hour`(utc: Int64, hour: String?, day: String) throws {
    clock.setWall(utc)
    let test = try open()
    if let hour { try test.data.settings.set(.dayStart, to: hour) }
    _ = try test.learner()
    #expect(daily(test) == .made(folder.url.path + "/backups/mingfa-auto-\(day).sqlite"))
  }

  @Test func `who only reads makes none`() throws {
    try practise(try open())
    let reader = try open()
    _ = try reader.data.banks.banks()
    #expect(daily(reader) == .notDue)
    #expect(names == [])
  }

  @Test func `banks alone are no reason for one`() throws {
    let test = try open()
    try test.load(SampleBank.bank(SampleBank.items([try SampleBank.single("S1")])))
    #expect(daily(test) == .notDue)
  }

  @Test func `one that cannot be made is told in a sentence and stops nothing`() throws {
    let test = try open()
    try practise(test)
    try folder.write("in the way", to: "backups")
    let outcome = daily(test)
    guard case .failed(.folderUnusable) = outcome else {
      Issue.record("\(outcome)")
      return
    }
    let warning = try #require(outcome.warning)
    #expect(warning.zh.contains("自动备份没有做成") && warning.en.contains("could not be made"))
    _ = try test.learner("小王")
  }

  @Test func `a backup by hand is no backup of the day`() throws {
    let test = try open()
    try practise(test)
    let path = try KeepBackups(test.data, actor: test.actor).byHand()
    #expect(path.hasSuffix("/backups/mingfa-hand-20261124T040000Z.sqlite"))
    #expect(daily(test) != .notDue)
    #expect(names.count == 2)
  }
}
