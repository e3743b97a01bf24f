import Learning
import TestKit
import Testing
import Text
import Workflows

/// What is said of backups, restores and the health of the program.
@Suite struct KeepingWordingTests {
  @Test func `every refusal of a restore is worded in both languages`() throws {
    let failures: [RestoreFailure] = [
      .notThere(path: "x"), .notOurs(path: "x"), .newer(path: "x", schema: 9, known: 1),
      .damaged(path: "x", words: "row 3 missing from index"),
      .inconsistent(path: "x", first: .inconsistentAttempt(AttemptID(1)), count: 2),
      .isInUse(path: "x"), .busy, .unconfirmed,
    ]
    #expect(
      try SentenceCheck.faults(
        ofAll: failures, of: "RestoreFailure", in: "Workflows/RestoreFailure.swift") == [])
  }

  static let facts: [HealthFact] = [
    .program(version: "mingfa 1.0.0", path: "x"), .sqlite(version: "3.40.1"),
    .language(.chinese, from: .usual), .language(.english, from: .option("--lang")),
    .locale(name: "C.UTF-8", characterSet: "UTF-8"),
    .locale(name: "C", characterSet: "ANSI_X3.4-1968"),
    .terminal(name: "xterm", columns: 80, rows: 24, hasColour: true), .noTerminal,
    .folder(path: "x", from: .variable("MINGFA_DATA", "x")),
    .folderMissing(path: "x", from: .silent("LANG", "C")),
    .folderUnusable(path: "x", reason: SystemReason(28)), .fileSystem(kind: "ext4"),
    .fileSystemFleeting(kind: "tmpfs"), .fileSystemOnNetwork(kind: "nfs"),
    .space(free: 1 << 30, wanted: 1 << 20), .space(free: 1 << 20, wanted: 1 << 30),
    .database(schema: 1, bytes: 5000, answers: 3), .databaseMissing, .databaseUnusable(.damaged),
    .databaseDamaged(words: "row 3 missing from index"), .databaseOpenToOthers(path: "x"),
    .synced(journal: "wal", synchronous: 2), .synced(journal: "delete", synchronous: 2),
    .synced(journal: "wal", synchronous: 1), .clockBehind(by: 6 * 60_000),
    .clockBehind(by: 3 * 3_600_000), .clockBehind(by: 3 * 86_400_000), .noBackupYet,
    .noBackupNeeded, .backup(fileName: "x.sqlite", count: 2, bytes: 10_000),
    .backupTooOld(fileName: "x.sqlite"), .backupTooOld(fileName: nil),
    .backupUnusable(fileName: "x.sqlite"), .banks(path: "x", count: 4), .banksMissing,
    .history(folder: "x"), .historyNotKept(folder: "x"), .day(hour: 4, zone: "Asia/Shanghai"),
    .zoneUnknown("Asia/Nowhere"),
  ]

  @Test func `every fact of the doctor is worded in both languages, and has a heading`() throws {
    #expect(
      try SentenceCheck.faults(
        ofAll: Self.facts, of: "HealthFact", in: "Workflows/HealthFact.swift") == [])
    for fact in Self.facts { #expect(SentenceCheck.faults(of: fact.check) == []) }
  }

  @Test func `what is not well tells what to do`() {
    let cures = [
      "install", "set ", "check its", "keep the data", "make room", "restore", "chmod", "report",
      "the next start", "mingfa data", "make another",
    ]
    for fact in Self.facts where fact.level != .ok {
      #expect(cures.contains { fact.wording.en.contains($0) }, "\(fact.wording.en)")
    }
  }

  /// Facts on either side of a line.
  static let levels: [(HealthFact, HealthFact.Level)] = [
    (.space(free: 100 << 20, wanted: 100 << 20), .ok),
    (.space(free: (100 << 20) - 1, wanted: 100 << 20), .warning),
    (.space(free: (16 << 20) - 1, wanted: 100 << 20), .error),
    (.synced(journal: "wal", synchronous: 2), .ok),
    (.synced(journal: "delete", synchronous: 2), .warning),
    (.synced(journal: "wal", synchronous: 1), .error),
    (.locale(name: "C.UTF-8", characterSet: "UTF-8"), .ok),
    (.locale(name: "C", characterSet: "ANSI_X3.4-1968"), .warning),
    (.fileSystemOnNetwork(kind: "nfs"), .error), (.fileSystemFleeting(kind: "tmpfs"), .warning),
  ]

  @Test(arguments: levels) func `how serious a fact is`(
    fact: HealthFact, level: HealthFact.Level
  ) {
    #expect(fact.level == level)
  }

  @Test func `a backup that fails is worded, one that is made is not spoken of`() throws {
    let warning = try #require(KeepBackups.Daily.failed(.full).warning)
    #expect(SentenceCheck.faults(of: warning) == [])
    #expect(KeepBackups.Daily.notDue.warning == nil)
    #expect(KeepBackups.Daily.made("x").warning == nil)
  }
}
