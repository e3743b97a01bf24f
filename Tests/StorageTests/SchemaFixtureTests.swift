import Foundation
import GRDB
import TestKit
import Testing
import Workflows

@testable import Storage

/// A database of every schema that was ever shipped opens in this program with equal figures.
@Suite struct SchemaFixtureTests {
  /// Makes the fixture of the newest schema:
  /// `MINGFA_MAKE_FIXTURE=1 swift test --filter 'SchemaFixtureTests'`, once, when a schema lands. Those
  /// of older schemas can no longer be made and are never replaced.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MINGFA_MAKE_FIXTURE"] != nil))
  func `make the fixture of the newest schema`() throws {
    let folder = try TemporaryFolder()
    try FixtureScenario.play(in: folder.url)
    let path = folder.url.path + "/mingfa.sqlite"
    let process = try OtherProcess(path: path)
    // Small pages, since most tables hold a few rows; and no log beside the file.
    try process.run("PRAGMA journal_mode = DELETE")
    try process.run("PRAGMA page_size = 512; VACUUM; PRAGMA journal_mode = WAL")
    try process.run("PRAGMA wal_checkpoint (TRUNCATE)")
    let target = FixtureScenario.folder.appendingPathComponent("schema-\(Migrations.newest).sqlite")
    try? FileManager.default.removeItem(at: target)
    try FileManager.default.copyItem(atPath: path, toPath: target.path)
  }

  @Test(arguments: 1...Migrations.newest)
  func `a database of an old schema opens with equal figures`(schema: Int) throws {
    let folder = try TemporaryFolder()
    let fixture = FixtureScenario.folder.appendingPathComponent("schema-\(schema).sqlite")
    let path = folder.url.path + "/mingfa.sqlite"
    try FileManager.default.copyItem(at: fixture, to: URL(fileURLWithPath: path))
    #expect(try OtherProcess(path: path).number("PRAGMA user_version") == schema)
    let figures = try FixtureScenario.figures(in: folder.url)
    #expect(figures == FixtureScenario.expected, "\(figures.joined(separator: "\n"))")
    #expect(try OtherProcess(path: path).number("PRAGMA user_version") == Migrations.newest)
    let backups = folder.url.path + "/backups"
    #expect(FileManager.default.fileExists(atPath: backups) == (schema < Migrations.newest))
  }

  /// Whoever types for a learner stood in the steps by name before schema 4.
  @Test(arguments: 1...3) func `names of those who typed for learners leave the steps`(
    schema: Int
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.url.path + "/mingfa.sqlite"
    try FileManager.default.copyItem(
      at: FixtureScenario.folder.appendingPathComponent("schema-\(schema).sqlite"),
      to: URL(fileURLWithPath: path))
    let typed = try #require(
      try OtherProcess(path: path).number(
        "SELECT count (*) FROM step WHERE assisted_by = '驻村干部'"))
    _ = try TestData(folder: folder.url)
    #expect(typed > 0)
    #expect(
      try OtherProcess(path: path).number(
        "SELECT count (*) FROM step JOIN assistant a ON a.id = assistant_id WHERE a.name = '驻村干部'")
        == typed)
    #expect(try OtherProcess(path: path).number("SELECT count (*) FROM assistant") == 1)
  }

  @Test(arguments: 1...Migrations.newest)
  func `the practice order in one piece is that of the questions, from every schema`(
    schema: Int
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.url.path + "/mingfa.sqlite"
    try FileManager.default.copyItem(
      at: FixtureScenario.folder.appendingPathComponent("schema-\(schema).sqlite"),
      to: URL(fileURLWithPath: path))
    let file = try TestData(folder: folder.url).data.file
    try file.read { db in
      for bank in try Int64.fetchAll(db, sql: "SELECT id FROM bank") {
        var kept: [[Int64]] = []
        try BankOrder.walk(db, bank: bank) { item, questions in
          #expect(item == kept.count)
          kept.append(questions)
          return true
        }
        let asked = try Row.fetchAll(
          db,
          sql: """
            SELECT id, item FROM question WHERE bank_id = ? AND item IS NOT NULL ORDER BY item, part
            """, arguments: [bank])
        #expect(kept.joined().elementsEqual(asked.map { $0[0] as Int64 }))
        #expect(
          kept.enumerated().flatMap { [Int](repeating: $0, count: $1.count) }
            == asked.map { $0[1] as Int })
        #expect(!kept.isEmpty)
      }
    }
  }

  /// Digests are those of the schemas before, but for the first: an upgrade changes no bank.
  @Test(arguments: 2...Migrations.newest)
  func `the bank of an old schema is the same when its file is loaded again`(schema: Int) throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: FixtureScenario.folder.appendingPathComponent("schema-\(schema).sqlite"),
      to: folder.url.appendingPathComponent("mingfa.sqlite"))
    let test = try TestData(folder: folder.url)
    #expect(try test.load(FixtureScenario.lastBank()).figures == "6 unchanged")
  }

  /// Schemas 9 and 10 kept what was done to accounts outside the log.
  @Test(arguments: [9, 10]) func `accounts of an old schema enter the log, and no alarm is raised`(
    schema: Int
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.url.path + "/mingfa.sqlite"
    try FileManager.default.copyItem(
      at: FixtureScenario.folder.appendingPathComponent("schema-\(schema).sqlite"),
      to: URL(fileURLWithPath: path))
    try OtherProcess(path: path).run(
      """
      INSERT INTO account (role, is_disabled, created_at) VALUES ('administrator', 0, 5);
      INSERT INTO account (role, is_disabled, created_at) VALUES ('trainer', 1, 6);
      INSERT INTO account_event (kind, account_id, by_id, role, made_at) VALUES
        ('created', 1, NULL, 'administrator', 5), ('created', 2, 1, 'learner', 6),
        ('role', 2, 1, 'trainer', 7), ('disabled', 2, 1, 'trainer', 8);
      """)
    let test = try TestData(folder: folder.url)
    let outcome = try VerifyEvidence(test.data, actor: test.actor).verify()
    #expect(outcome.audit.findings == [])
    #expect(outcome.audit.entries == 4)
    let last = try #require(try test.data.evidence.entries().last?.act)
    #expect(last.account == 1 && last.payload.contains(#""event":4,"kind":"disabled","of":2"#))
    #expect(last.payload.hasSuffix(#""at":8}"#))
  }

  @Test func `the scenario played anew gives the same figures`() throws {
    let folder = try TemporaryFolder()
    try FixtureScenario.play(in: folder.url)
    #expect(try FixtureScenario.figures(in: folder.url) == FixtureScenario.expected)
  }

  @Test func `nothing but databases stands among the fixtures`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: FixtureScenario.folder.path)
      .filter { !$0.hasPrefix(".") }
    #expect(Set(names) == Set((1...Migrations.newest).map { "schema-\($0).sqlite" }))
  }
}
