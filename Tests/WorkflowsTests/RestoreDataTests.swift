import Foundation
import Learning
import People
import Questions
import Storage
import TestKit
import Testing
import Workflows

/// Restoring a backup: what is refused, what is kept, what comes back.
@Suite struct RestoreDataTests {
  let folder: TemporaryFolder
  let environment: Environment
  let backup: String

  /// A mock exam handed in, then a backup, then another learner.
  init() throws {
    folder = try TemporaryFolder()
    let test = try TestData(folder: folder.url)
    environment = test.data.environment
    try test.load(SampleBank.bank(SampleBank.items([try SampleBank.single("S1")])))
    let outline = MockOutline(
      sections: [.init(kind: .single, count: 1, points: Score(points: 100))])
    let exam = try test.begin(.mock, by: try test.learner(), outline: outline)
    let card = try #require(try exam.turn().card)
    _ = try exam.answer(card.question.response(right: true))
    _ = try exam.submit()
    backup = try KeepBackups(test.data, actor: test.actor).byHand()
    _ = try test.learner("小王")
    try test.data.file.close()
  }

  private var restoring: RestoreData { RestoreData(environment, actor: Actor()) }

  private func learners() throws -> [String?] {
    let data = try MingfaData(environment)
    defer { try? data.file.close() }
    return try EditLearners(data, actor: Actor()).all().map(\.name)
  }

  /// The database and everything beside it, byte for byte, but for the backups.
  private func everything() throws -> [String: Data] {
    var found: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    where name != "backups" {
      found[name] = try Data(contentsOf: folder.url.appendingPathComponent(name))
    }
    return found
  }

  @Test func `what stood in the backup is back, and what it replaced is kept`() throws {
    let ready = try restoring.prepare(backup)
    #expect(ready.backup.answers == 1)
    #expect(ready.present.exists)
    #expect(try learners() == ["小林", "小王"])
    let kept = try #require(try ready.takePlace())
    #expect(try learners() == ["小林"])
    _ = try restoring.prepare(kept).takePlace()
    #expect(try learners() == ["小林", "小王"])
  }

  @Test func `a backup is found by its name alone`() throws {
    _ = try restoring.prepare((backup as NSString).lastPathComponent).takePlace()
    #expect(try learners() == ["小林"])
  }

  @Test func `backups are listed with what they hold, the newest first`() throws {
    try folder.write("half a file", to: "backups/mingfa-auto-20261125.sqlite")
    let list = try restoring.list()
    #expect(list.map(\.name.kind) == [.automatic, .byHand])
    #expect(list[0].facts.failure != nil)
    #expect(list[1].facts.answers == 1)
    #expect(list[1].facts.lastStep == HandClock.noon)
    #expect(list[1].path == backup)
  }

  /// The databases of every schema that was ever shipped.
  static let fixtures = (try? FileManager.default.contentsOfDirectory(atPath: fixtureFolder)) ?? []
  private static let fixtureFolder = Repository.folder
    .appendingPathComponent("Tests/StorageTests/Fixtures").path

  @Test(arguments: fixtures)
  func `a backup of any schema is brought up to date before it takes the place`(
    fixture: String
  ) throws {
    let path = Self.fixtureFolder + "/" + fixture
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let ready = try restoring.prepare(path)
    #expect("schema-\(ready.schema).sqlite" == fixture)
    _ = try ready.takePlace()
    #expect(try learners().contains("小林"))
    let live = DatabaseFacts(
      path: folder.url.path + "/mingfa.sqlite", isLive: true, isThorough: true)
    #expect(live.schema == Self.fixtures.count)
    #expect(live.journalMode == "wal" && live.damage == nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: Self.fixtureFolder).sorted()
        == Self.fixtures.sorted())
  }

  // MARK: What is refused

  enum Bad: String, CaseIterable {
    case missing, text, empty, folder, cut, spoilt, otherProgram, newer, wrongScore, brokenReference
  }

  /// A file that can't be restored, and what it is called in the refusal.
  private func make(_ bad: Bad) throws -> String {
    let path = folder.url.path + "/backups/mingfa-auto-20261120.sqlite"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
    switch bad {
    case .missing: return path
    case .text: bytes = Data("这里原来是一封信。".utf8)
    case .empty: bytes = Data()
    case .folder:
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      return path
    case .cut: bytes = bytes.prefix(bytes.count / 2)
    case .spoilt:
      for page in 6..<(bytes.count / 4096) where page % 2 == 0 {
        bytes.replaceSubrange(
          page * 4096..<page * 4096 + 200, with: Data(repeating: 0xFF, count: 200))
      }
    case .otherProgram, .newer, .wrongScore, .brokenReference: break
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    let sql: String? =
      switch bad {
      case .otherProgram: "PRAGMA application_id = 7"
      case .newer: "PRAGMA user_version = 99"
      case .wrongScore:
        "DROP TRIGGER attempt_result_is_immutable; UPDATE attempt_result SET score = 100"
      case .brokenReference:
        "PRAGMA foreign_keys = OFF; DELETE FROM learner_name; DELETE FROM learner"
      default: nil
      }
    if let sql { try Tampering.change(sql, at: path) }
    return path
  }

  @Test(arguments: Bad.allCases)
  func `what cannot be relied on is refused, and nothing is touched`(bad: Bad) throws {
    let path = try make(bad)
    let before = try everything()
    let failure = #expect(throws: RestoreFailure.self) { try restoring.prepare(path) }
    switch (bad, failure) {
    case (.missing, .notThere(path)?), (.text, .notOurs(path)?), (.empty, .notOurs(path)?),
      (.folder, .notOurs(path)?), (.otherProgram, .notOurs(path)?),
      (.newer, .newer(path, schema: 99, known: _)?), (.cut, .damaged(path, _)?),
      (.spoilt, .damaged(path, _)?), (.brokenReference, .damaged(path, _)?):
      break
    case (.wrongScore, .inconsistent(path, .scoreDiffers, 1)?): break
    default: Issue.record("\(bad): \(String(describing: failure))")
    }
    #expect(try everything() == before)
    #expect(try learners() == ["小林", "小王"])
  }

  @Test(arguments: ["itself", "a link to it"])
  func `the database cannot be restored from itself`(way: String) throws {
    var path = folder.url.path + "/mingfa.sqlite"
    if way != "itself" {
      let link = folder.url.path + "/link"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
      path = link
    }
    #expect(throws: RestoreFailure.isInUse(path: path)) { try restoring.prepare(path) }
  }

  @Test func `a database that cannot be opened makes place`() throws {
    try Data("这里原来是一封信。".utf8)
      .write(to: folder.url.appendingPathComponent("mingfa.sqlite"))
    let ready = try restoring.prepare(backup)
    #expect(ready.present.failure != nil)
    let kept = try #require(try ready.takePlace())
    #expect(try learners() == ["小林"])
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == "这里原来是一封信。")
  }

  @Test func `a database that someone uses stays`() throws {
    let ready = try restoring.prepare(backup)
    let other = try MingfaData(environment)
    #expect(throws: RestoreFailure.busy) { try ready.takePlace() }
    #expect(try EditLearners(other, actor: Actor()).all().count == 2)
    try other.file.close()
    _ = try ready.takePlace()
    #expect(try learners() == ["小林"])
  }
}
