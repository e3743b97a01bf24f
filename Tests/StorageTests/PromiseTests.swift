import Foundation
import GRDB
import Learning
import Storage
import TestKit
import Testing
import Workflows

/// What the database itself enforces, whoever writes to it.
@Suite("Promises of the database file")
struct PromiseTests {
  /// A folder with one answered question, opened a second time by plain SQL.
  private func folder() throws -> (TemporaryFolder, TestData, DatabaseQueue) {
    let folder = try TemporaryFolder()
    let test = try TestData(folder: folder.url.appendingPathComponent("data"))
    try test.load(
      try SampleBank.bank(
        SampleBank.items([try SampleBank.single("A"), try SampleBank.single("B")])))
    let run = try test.begin(.sequential, by: try test.learner())
    if let card = try run.turn().card { _ = try run.answer(card.question.response(right: false)) }
    return (folder, test, try DatabaseQueue(path: test.data.file.path))
  }

  @Test(
    "Records cannot be changed or removed",
    arguments: [
      "UPDATE step SET utc = 0", "DELETE FROM step", "UPDATE attempt SET seed = 0",
      "DELETE FROM attempt", "UPDATE question_version SET stem = ''",
      "DELETE FROM question_version",
    ])
  func appendOnly(sql: String) throws {
    let (folder, _, queue) = try folder()
    defer { withExtendedLifetime(folder) {} }
    #expect(throws: DatabaseError.self) { try queue.write { try $0.execute(sql: sql) } }
  }

  @Test("The file is ours, in WAL mode, for its owner alone")
  func file() throws {
    let (folder, test, queue) = try folder()
    defer { withExtendedLifetime(folder) {} }
    let journal = try queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
    let application = try queue.read { try Int.fetchOne($0, sql: "PRAGMA application_id") }
    let schema = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(journal == "wal" && application == 0x4D47_4641 && schema == 1)
    let attributes = try FileManager.default.attributesOfItem(atPath: test.data.file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("A second terminal on the same attempt is refused, not mixed in")
  func stale() throws {
    let (folder, test, _) = try folder()
    defer { withExtendedLifetime(folder) {} }
    let learner = try #require(try test.data.learners.learners().first)
    let first = try #require(try test.resume(learner))
    let second = try #require(try test.resume(learner))
    _ = try second.turn(stay: true)
    #expect(throws: StorageFailure.staleSequence) {
      try first.skip()
      _ = try first.pause()
    }
  }

  @Test("A newer database, and one of another program, are refused and left alone")
  func refused() throws {
    let (folder, test, queue) = try folder()
    defer { withExtendedLifetime(folder) {} }
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 99") }
    #expect(
      throws: StorageFailure.newer(path: test.data.file.path, schema: 99, known: 1)
    ) {
      try TestData(folder: folder.url.appendingPathComponent("data"))
    }
    let other = folder.url.appendingPathComponent("other")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    try Data("not a database, but long enough to look at".utf8)
      .write(to: other.appendingPathComponent("mingfa.sqlite"))
    #expect(throws: StorageFailure.self) { try TestData(folder: other) }
  }

  @Test("A backup is a whole database of its own")
  func backup() throws {
    let (folder, test, _) = try folder()
    defer { withExtendedLifetime(folder) {} }
    let path = try CheckData(test.data, actor: test.actor).backUp()
    let copy = try DatabaseQueue(path: path)
    let integrity = try copy.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    let answers = try copy.read {
      try Int.fetchOne($0, sql: "SELECT count (*) FROM step WHERE kind = 'answer'")
    }
    #expect(integrity == "ok" && answers == 1)
  }
}
