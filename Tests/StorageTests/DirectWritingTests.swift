import Foundation
import GRDB
import TestKit
import Testing

@testable import Storage

/// Writing much at once, with and without others who have the database open.
@Suite struct DirectWritingTests {
  let folder: TemporaryFolder
  let file: DatabaseFile
  var path: String { folder.url.appendingPathComponent("mingfa.sqlite").path }

  init() throws {
    folder = try TemporaryFolder()
    file = try DatabaseFile(folder: folder.url, now: 1, stationCode: "here")
  }

  private func mode() throws -> String? {
    try file.queue.unsafeRead { try String.fetchOne($0, sql: "PRAGMA journal_mode") }
  }

  private func write(_ value: String, meanwhile: (Database) throws -> Void = { _ in }) throws {
    try file.writeDirectly { db in
      try db.inTransaction {
        try db.execute(sql: "INSERT INTO setting VALUES ('a', ?)", arguments: [value])
        try meanwhile(db)
        return .commit
      }
    }
  }

  @Test func `alone, what is written does not pass the log, and the log is back afterwards`() throws
  {
    try write("ours") { (db: Database) throws -> Void in
      #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "truncate")
      #expect(FileFacts(path: path + "-wal").size == 0)
    }
    #expect(try mode() == "wal")
    #expect(try file.text("SELECT value FROM setting WHERE key = 'a'") == ["ours"])
    #expect(try file.text("PRAGMA busy_timeout") == ["5000"])
    #expect(!FileFacts(path: path + "-journal").exists)
  }

  @Test func `a failure takes everything back and the log is back afterwards`() throws {
    let before = try file.dump()
    #expect(throws: StorageFailure.full) {
      try write("ours") { _ in throw StorageFailure.full }
    }
    #expect(try file.dump() == before)
    #expect(try mode() == "wal")
  }

  @Test func `one who uses the database reads on while much is written`() throws {
    let other = try OtherProcess(path: path)
    #expect(try other.number("SELECT count (*) FROM setting WHERE key = 'a'") == 0)
    let start = ContinuousClock.now
    try write("ours") { (db: Database) throws -> Void in
      #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal")
      #expect(try other.number("SELECT count (*) FROM setting WHERE key = 'a'") == 0)
    }
    #expect(try other.number("SELECT count (*) FROM setting WHERE key = 'a'") == 1)
    // He was not waited for.
    #expect(start.duration(to: .now) < .seconds(4))
  }

  @Test func `no restore takes the place of the database while much is written`() throws {
    try write("ours") { _ in
      let gate = FolderGate.alone(folder: folder.url.path)
      #expect(gate == nil)
    }
    #expect(FolderGate.alone(folder: folder.url.path) != nil)
    #expect(throws: StorageFailure.busy) { _ = try SoleHolder(of: path) }
  }

  @Test func `one who opens the database meanwhile waits and brings nothing out of order`() throws {
    let url = folder.url
    let opened = DispatchSemaphore(value: 0)
    try write("ours") { _ in
      DispatchQueue.global().async {
        let other = try? DatabaseFile(folder: url, now: 2, stationCode: "there")
        #expect((try? other?.text("SELECT value FROM setting WHERE key = 'a'")) == ["ours"])
        opened.signal()
      }
      usleep(200_000)
    }
    #expect(opened.wait(timeout: .now() + 10) == .success)
    #expect(try mode() == "wal")
  }
}
