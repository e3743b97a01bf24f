import Foundation
import GRDB
import TestKit
import Testing

@testable import Storage

/// Opening a data folder.
@Suite struct DatabaseFileTests {
  let folder: TemporaryFolder
  var path: String { folder.url.appendingPathComponent("mingfa.sqlite").path }

  init() throws { folder = try TemporaryFolder() }

  private func open(_ code: String = "here", busyTimeout: Double = 5) throws -> DatabaseFile {
    try DatabaseFile(folder: folder.url, now: 1, busyTimeout: busyTimeout, stationCode: code)
  }

  /// A database made by hand in the place of ours.
  private func make(_ sql: String) throws {
    try OtherProcess(path: path).run(sql)
  }

  @Test(arguments: [
    ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"),
    ("application_id", "1296516673"), ("user_version", "\(Migrations.newest)"),
  ]) func `a new database is opened so that what is committed stays`(
    pragma: String, value: String
  ) throws {
    let file = try open()
    let found = try file.read { try Row.fetchOne($0, sql: "PRAGMA \(pragma)") }
    #expect("\(try #require(found)[0] as DatabaseValue)".replacing("\"", with: "") == value)
  }

  @Test func `every table of ours is strict`() throws {
    let file = try open()
    let lax = try file.text(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'
      """)
    #expect(lax == ["grdb_migrations"])
  }

  @Test func `the database is for its owner alone`() throws {
    let inner = folder.url.appendingPathComponent("a/b")
    _ = try DatabaseFile(folder: inner, now: 1, stationCode: "x")
    for path in ["a", "a/b", "a/b/mingfa.sqlite"] {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: folder.url.appendingPathComponent(path).path)
      let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
      #expect(mode & 0o077 == 0, "\(path)")
    }
  }

  @Test func `opening again keeps the station and changes nothing`() throws {
    let before = try open("first").dump()
    let again = try open("second")
    #expect(try again.dump() == before)
    #expect(try again.text("SELECT code FROM station") == ["first"])
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/backups"))
  }

  /// Often, since the moment in which two get into each other's way is short.
  @Test(arguments: 1...6)
  func `many processes may meet a new folder at once`(round: Int) async throws {
    let url = folder.url
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        group.addTask {
          let file = try DatabaseFile(folder: url, now: 1, stationCode: "\(round) \(number)")
          #expect(try file.count("station") == 1)
        }
      }
      try await group.waitForAll()
    }
  }

  /// A first start that is killed leaves one of these.
  @Test(arguments: [
    "", "PRAGMA journal_mode = WAL",
    "PRAGMA journal_mode = WAL; CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)",
  ]) func `a first start that was killed is made good by the next`(left: String) throws {
    try make(left)
    let file = try open()
    #expect(try file.count("station") == 1)
    #expect(try file.text("PRAGMA user_version") == ["\(Migrations.newest)"])
  }

  // MARK: Refusals

  @Test func `a database of a newer version is refused and left as it is`() throws {
    _ = try open()
    let newest = Migrations.newest
    try make("PRAGMA user_version = \(newest + 1)")
    #expect(throws: StorageFailure.newer(path: path, schema: newest + 1, known: newest)) {
      try open()
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/backups"))
  }

  @Test(arguments: [
    "CREATE TABLE recipe (name TEXT)",
    "PRAGMA application_id = 1; CREATE TABLE recipe (name TEXT)",
    "PRAGMA user_version = 1; CREATE TABLE step (id INTEGER)",
    "CREATE TABLE grdb_migrations (identifier TEXT); CREATE TABLE recipe (name TEXT)",
  ]) func `a database of another program is refused and left as it is`(sql: String) throws {
    try make(sql)
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(throws: StorageFailure.notOurs(path: path)) { try open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test(arguments: [
    Data("这不是数据库，只是一个文本文件。".utf8), Data(repeating: 0xA5, count: 8192),
    Data("SQLite format 3\0".utf8) + Data(repeating: 0xFF, count: 4080),
  ]) func `what is no database is refused and left as it is`(content: Data) throws {
    try content.write(to: URL(fileURLWithPath: path))
    #expect(throws: StorageFailure.notOurs(path: path)) { try open() }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == content)
  }

  @Test func `a folder that is a file is refused`() throws {
    let taken = try folder.write("x", to: "taken")
    for url in [URL(fileURLWithPath: taken), URL(fileURLWithPath: taken + "/inner")] {
      let failure = #expect(throws: StorageFailure.self) {
        try DatabaseFile(folder: url, now: 1, stationCode: "x")
      }
      guard case .folderUnusable(url.path, _)? = failure else {
        Issue.record("\(String(describing: failure))")
        continue
      }
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"), arguments: [0o500, 0o000])
  func `a folder without leave to write is refused`(mode: Int) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: folder.url.path)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: folder.url.path)
    }
    let failure = #expect(throws: StorageFailure.self) { try open() }
    guard case .folderUnusable? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  @Test func `what another process holds is told as busy and nothing is written`() throws {
    let file = try open(busyTimeout: 0.05)
    let other = try OtherProcess(path: path)
    try other.run("BEGIN IMMEDIATE")
    #expect(throws: StorageFailure.busy) { try file.execute("DELETE FROM setting") }
    // Who only reads needs not wait.
    #expect(try file.count("station") == 1)
    try other.run("ROLLBACK")
    try file.execute("DELETE FROM setting")
  }

  @Test func `a database held for one process alone cannot be opened`() throws {
    _ = try open()
    let other = try OtherProcess(path: path)
    try other.run("PRAGMA locking_mode = EXCLUSIVE; INSERT INTO setting VALUES ('a', 'b')")
    #expect(throws: StorageFailure.busy) { try open(busyTimeout: 0.05) }
  }

  @Test func `another writer is waited for`() throws {
    let file = try open()
    let other = try OtherProcess(path: path)
    try other.run("BEGIN IMMEDIATE; INSERT INTO setting VALUES ('a', 'theirs')")
    let released = DispatchQueue.global()
    released.asyncAfter(deadline: .now() + .milliseconds(150)) { try? other.run("COMMIT") }
    try file.execute("UPDATE setting SET value = 'ours'")
    #expect(try file.text("SELECT value FROM setting") == ["ours"])
  }

  @Test func `a database that was copied here by hand keeps its log as ours does`() throws {
    let file = try open()
    try file.close()
    try make("PRAGMA journal_mode = DELETE")
    let again = try open()
    #expect(try again.text("PRAGMA journal_mode") == ["wal"])
  }

  @Test func `a closed database is one file with everything in it`() throws {
    let file = try open()
    try file.execute("INSERT INTO setting VALUES ('a', 'b')")
    try file.close()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["mingfa.sqlite"])
    #expect(try OtherProcess(path: path).number("SELECT count (*) FROM setting") == 1)
  }
}
