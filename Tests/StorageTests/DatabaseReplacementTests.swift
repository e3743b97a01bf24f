import Foundation
import GRDB
import TestKit
import Testing

@testable import Storage

/// Putting another database in the place of a folder's own.
@Suite struct DatabaseReplacementTests {
  let folder: TemporaryFolder
  let backup: String
  var live: String { folder.url.path + "/mingfa.sqlite" }
  /// 2026-11-24 04:00 in Greenwich.
  static let now: Int64 = 1_795_492_800_000

  /// A database with the setting `a` = `now`, and a backup in which it is `then`.
  init() throws {
    folder = try TemporaryFolder()
    let file = try DatabaseFile(folder: folder.url, now: 1, stationCode: "here")
    try file.execute("INSERT INTO setting VALUES ('a', 'then')")
    backup = try BackupFolder(of: folder.url).make(BackupName(.byHand, at: 0), of: file)
    try file.execute("UPDATE setting SET value = 'now'")
  }

  private func value(in path: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    return try queue.read { try String.fetchAll($0, sql: "SELECT value FROM setting") }
  }

  private func there() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
  }

  private func replace() throws -> String? {
    let replacement = try DatabaseReplacement(in: folder.url)
    try replacement.stage(copyOf: backup)
    return try replacement.takePlace(now: Self.now)
  }

  @Test func `the new one is in place and the old one is kept, with what stood in its log`() throws
  {
    // As a process leaves it that ended without closing: the last answer is in the log only.
    let copy = try TemporaryFolder()
    do {
      let file = try DatabaseFile(folder: folder.url, now: 1, stationCode: "x")
      try file.execute("UPDATE setting SET value = 'in the log'")
      for name in ["mingfa.sqlite", "mingfa.sqlite-wal"] {
        try FileManager.default.copyItem(
          atPath: folder.url.path + "/" + name, toPath: copy.url.path + "/" + name)
      }
    }
    try FileManager.default.createDirectory(
      atPath: copy.url.path + "/backups", withIntermediateDirectories: true)
    let replacement = try DatabaseReplacement(in: copy.url)
    try replacement.stage(copyOf: backup)
    let kept = try #require(try replacement.takePlace(now: Self.now))
    #expect(kept == copy.url.path + "/backups/mingfa-replaced-20261124T040000Z.sqlite")
    #expect(try value(in: kept) == ["in the log"])
    #expect(try value(in: copy.url.path + "/mingfa.sqlite") == ["then"])
  }

  @Test func `nothing but the database and its backups is left`() throws {
    _ = try replace()
    #expect(try there() == ["backups", "mingfa.sqlite"])
  }

  @Test func `a copy of a file with a log holds what stands in the log`() throws {
    let other = try TemporaryFolder()
    let file = try DatabaseFile(folder: other.url, now: 1, stationCode: "there")
    try file.execute("INSERT INTO setting VALUES ('a', 'from elsewhere')")
    let replacement = try DatabaseReplacement(in: folder.url)
    try replacement.stage(copyOf: file.path)
    _ = try replacement.takePlace(now: Self.now)
    #expect(try value(in: live) == ["from elsewhere"])
    #expect(try file.text("SELECT value FROM setting") == ["from elsewhere"])
  }

  @Test func `no file appears beside a backup that is read`() throws {
    let before = try FileManager.default.contentsOfDirectory(
      atPath: (backup as NSString).deletingLastPathComponent)
    _ = try DatabaseReplacement(in: folder.url).stage(copyOf: backup)
    #expect(
      try FileManager.default.contentsOfDirectory(
        atPath: (backup as NSString).deletingLastPathComponent) == before)
  }

  @Test func `a folder without a database gets one`() throws {
    let other = try TemporaryFolder()
    let inner = other.url.appendingPathComponent("a/b")
    let replacement = try DatabaseReplacement(in: inner)
    try replacement.stage(copyOf: backup)
    #expect(try replacement.takePlace(now: Self.now) == nil)
    #expect(try value(in: inner.path + "/mingfa.sqlite") == ["then"])
  }

  @Test(arguments: ["text", "truncated", "pages"])
  func `a damaged database makes place, and is kept as it was with its log`(damage: String) throws {
    do {
      let file = try DatabaseFile(folder: folder.url, now: 1, stationCode: "x")
      try file.close()
    }
    var bytes = try Data(contentsOf: URL(fileURLWithPath: live))
    switch damage {
    case "text": bytes = Data("这里原来是一封信。".utf8)
    case "truncated": bytes = bytes.prefix(3000)
    default: bytes.replaceSubrange(0..<100, with: Data(repeating: 7, count: 100))
    }
    try bytes.write(to: URL(fileURLWithPath: live))
    let log = Data("a log of another time".utf8)
    try log.write(to: URL(fileURLWithPath: live + "-wal"))
    let kept = try #require(try replace())
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept)) == bytes)
    #expect(try Data(contentsOf: URL(fileURLWithPath: kept + "-wal")) == log)
    #expect(try value(in: live) == ["then"])
    #expect(try there() == ["backups", "mingfa.sqlite"])
  }

  @Test func `what is in use elsewhere stays in its place, even if idle`() throws {
    let other = try OtherProcess(path: live)
    #expect(try other.number("SELECT count (*) FROM setting") == 1)
    #expect(throws: StorageFailure.busy) { try replace() }
    #expect(try value(in: live) == ["now"])
    #expect(!(try there()).contains("restoring"))
    #expect(BackupFolder(of: folder.url).names().map(\.kind) == [.byHand])
  }

  @Test func `one restore at a time`() throws {
    let first = try DatabaseReplacement(in: folder.url)
    try first.stage(copyOf: backup)
    #expect(throws: StorageFailure.busy) { try DatabaseReplacement(in: folder.url) }
    // The second has taken nothing away from the first.
    _ = try first.takePlace(now: Self.now)
    #expect(try value(in: live) == ["then"])
  }

  @Test func `what a killed restore left is cleared by the next`() throws {
    try FileManager.default.createDirectory(
      atPath: folder.url.path + "/restoring/new", withIntermediateDirectories: true)
    try folder.write("half", to: "restoring/new/mingfa.sqlite")
    // Killed between its two steps: the database has a second name among the backups.
    try FileManager.default.linkItem(
      atPath: live,
      toPath: folder.url.path + "/backups/mingfa-replaced-20260101T000000Z.sqlite")
    let kept = try #require(try replace())
    #expect(try value(in: kept) == ["now"])
    #expect(
      BackupFolder(of: folder.url).names().map(\.fileName) == [
        "mingfa-replaced-20261124T040000Z.sqlite", "mingfa-hand-19700101T000000Z.sqlite",
      ])
    #expect(try there() == ["backups", "mingfa.sqlite"])
  }

  @Test func `what was put on the stage and not used leaves nothing`() throws {
    do {
      let replacement = try DatabaseReplacement(in: folder.url)
      try replacement.stage(copyOf: backup)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.path + "/restoring"))
    #expect(try value(in: live) == ["now"])
  }
}
