import Foundation
import GRDB
import Learning
import TestKit
import Testing

@testable import Storage

/// Making, naming and thinning out backups.
@Suite struct BackupFolderTests {
  let folder: TemporaryFolder
  let file: DatabaseFile
  var backups: BackupFolder { BackupFolder(of: folder.url) }

  /// 2026-11-24 04:00 in Greenwich.
  static let moment: Int64 = 1_795_492_800_000
  static let day = CivilDay(20_781)

  init() throws {
    folder = try TemporaryFolder()
    file = try DatabaseFile(folder: folder.url, now: 1, stationCode: "here")
  }

  private func there() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: backups.path).sorted()
  }

  private func daily(_ day: CivilDay = BackupFolderTests.day) throws -> String? {
    try backups.makeDaily(day, of: file)
  }

  // MARK: Names

  static let names: [(BackupName, String)] = [
    (BackupName(automaticOn: day), "mingfa-auto-20261124.sqlite"),
    (BackupName(.byHand, at: moment), "mingfa-hand-20261124T040000Z.sqlite"),
    (BackupName(.beforeMigration(schema: 12), at: 0), "mingfa-schema12-19700101T000000Z.sqlite"),
    (BackupName(.replaced, at: -1), "mingfa-replaced-19691231T235959Z.sqlite"),
    (BackupName(.byHand, at: moment).numbered(3), "mingfa-hand-20261124T040000Z-3.sqlite"),
  ]

  @Test(arguments: names) func `a name says what made a backup and when`(
    name: BackupName, fileName: String
  ) {
    #expect(name.fileName == fileName)
    #expect(BackupName(fileName: fileName) == name)
  }

  @Test(arguments: [
    "mingfa.sqlite", "mingfa-auto-20261124.sqlite.part", "mingfa-auto-2026.sqlite", "notes.txt",
    "mingfa-auto-20261124.sqlite-wal", "mingfa-schema-20261124T040000Z.sqlite",
    "mingfa-other-20261124.sqlite", "mingfa-auto-二〇二六一一二四.sqlite", "mingfa-auto-20261124",
  ]) func `a file of any other name is none of ours`(fileName: String) {
    #expect(BackupName(fileName: fileName) == nil)
  }

  // MARK: Making

  @Test func `a backup is a complete database that opens by itself`() throws {
    try file.execute("INSERT INTO setting VALUES ('zone', 'Asia/Urumqi')")
    let copy = try backups.make(BackupName(.byHand, at: Self.moment), of: file)
    #expect(copy == backups.path + "/mingfa-hand-20261124T040000Z.sqlite")
    let other = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: copy, toPath: other.url.path + "/mingfa.sqlite")
    let opened = try DatabaseFile(folder: other.url, now: 2, stationCode: "other")
    #expect(try opened.dump() == file.dump())
    #expect(try DataInspection(opened).damage().isEmpty)
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o600)
    #expect(try there() == ["mingfa-hand-20261124T040000Z.sqlite"])
  }

  @Test func `a backup holds what stood when it was made`() throws {
    let copy = try backups.make(BackupName(.byHand, at: Self.moment), of: file)
    try file.execute("INSERT INTO setting VALUES ('a', 'b')")
    #expect(try OtherProcess(path: copy).number("SELECT count (*) FROM setting") == 0)
  }

  @Test func `no backup takes the place of another`() throws {
    let paths = try (1...3).map { _ in
      try backups.make(BackupName(.byHand, at: Self.moment), of: file)
    }
    #expect(Set(paths).count == 3)
    #expect(try there().count == 3)
  }

  @Test func `what a killed backup left is no hindrance`() throws {
    try FileManager.default.createDirectory(
      atPath: backups.path, withIntermediateDirectories: true)
    try folder.write("half", to: "backups/mingfa-auto-20261124.sqlite.part")
    try folder.write("half", to: "backups/mingfa-auto-20261101.sqlite.part")
    let copy = try daily()
    #expect(copy != nil)
    #expect(try there() == ["mingfa-auto-20261124.sqlite"])
  }

  @Test func `where no backup can be made nothing is left of it`() throws {
    try folder.write("in the way", to: "backups")
    let failure = #expect(throws: StorageFailure.self) { try daily() }
    guard case .folderUnusable? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
  }

  /// Pages that a disk has spoilt; SQLite finds them in the original or in the copy.
  @Test func `a damaged database gives no backup, and the sound ones stay`() throws {
    for number in 0..<200 {
      try file.execute(
        "INSERT INTO setting VALUES ('\(number)', '\(String(repeating: "x", count: 300))')")
    }
    #expect(try daily(CivilDay(20_780)) != nil)
    try file.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file.path))
    for page in (bytes.count / 4096 - 8)..<(bytes.count / 4096) {
      bytes.replaceSubrange(page * 4096..<page * 4096 + 64, with: Data(repeating: 0xFF, count: 64))
    }
    try bytes.write(to: URL(fileURLWithPath: file.path))
    let damaged = try DatabaseFile(folder: folder.url, now: 1, stationCode: "x")
    #expect(throws: StorageFailure.damaged) {
      try backups.makeDaily(Self.day, of: damaged)
    }
    #expect(try there() == ["mingfa-auto-20261123.sqlite"])
  }

  // MARK: Every day, and seven

  @Test func `a day has one automatic backup`() throws {
    let first = try daily()
    #expect(first == backups.path + "/mingfa-auto-20261124.sqlite")
    let before = try Data(contentsOf: URL(fileURLWithPath: try #require(first)))
    try file.execute("INSERT INTO setting VALUES ('a', 'b')")
    #expect(try daily() == nil)
    #expect(try Data(contentsOf: URL(fileURLWithPath: try #require(first))) == before)
  }

  @Test func `many processes at once make one`() async throws {
    let folder = folder.url
    let made = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<6 {
        group.addTask {
          let file = try DatabaseFile(folder: folder, now: 1, stationCode: "x")
          return try BackupFolder(of: folder).makeDaily(Self.day, of: file) != nil
        }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(made == 1)
    #expect(try there() == ["mingfa-auto-20261124.sqlite"])
  }

  @Test func `seven automatic ones are kept, and all others`() throws {
    let others = [
      "mingfa-hand-20200101T000000Z.sqlite", "mingfa-schema1-20200101T000000Z.sqlite",
      "mingfa-replaced-20200101T000000Z.sqlite", "家里的备份.sqlite", "mingfa-1234567890.sqlite",
    ]
    try FileManager.default.createDirectory(
      atPath: backups.path, withIntermediateDirectories: true)
    for name in others { try folder.write("kept", to: "backups/\(name)") }
    for day in 20_770...20_781 { _ = try daily(CivilDay(day)) }
    let automatic = try there().filter { !others.contains($0) }
    #expect(automatic == (18...24).map { "mingfa-auto-202611\($0).sqlite" })
    #expect(try there().count == 7 + others.count)
  }

  @Test func `a backup of a clock set back stays, and the newest six`() throws {
    for day in 20_770...20_781 { _ = try daily(CivilDay(day)) }
    _ = try daily(CivilDay(20_740))
    #expect(
      try there() == ["mingfa-auto-20261014.sqlite"]
        + (19...24).map { "mingfa-auto-202611\($0).sqlite" })
  }

  @Test func `one that fails takes none of the old ones away`() throws {
    for day in 20_770...20_781 { _ = try daily(CivilDay(day)) }
    let before = try there()
    // A folder with something in it, where the copy should go.
    try FileManager.default.createDirectory(
      atPath: backups.path + "/mingfa-auto-20261125.sqlite.part/x",
      withIntermediateDirectories: true)
    #expect(throws: StorageFailure.self) { try daily(CivilDay(20_782)) }
    try FileManager.default.removeItem(
      atPath: backups.path + "/mingfa-auto-20261125.sqlite.part")
    #expect(try there() == before)
  }

  @Test func `the newest stand first in the list, and no second name of the database`() throws {
    _ = try daily()
    try backups.make(BackupName(.byHand, at: Self.moment), of: file)
    try backups.make(BackupName(.beforeMigration(schema: 1), at: Self.moment - 1000), of: file)
    try FileManager.default.linkItem(
      atPath: file.path, toPath: backups.path + "/mingfa-replaced-20261124T050000Z.sqlite")
    #expect(
      backups.names().map(\.fileName) == [
        "mingfa-hand-20261124T040000Z.sqlite", "mingfa-schema1-20261124T035959Z.sqlite",
        "mingfa-auto-20261124.sqlite",
      ])
  }
}
