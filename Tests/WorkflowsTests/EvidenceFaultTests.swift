import Exams
import Foundation
import GRDB
import Learning
import People
import TestKit
import Testing
import Workflows

/// Databases that were altered by hand, and many that were not.
@Suite struct EvidenceFaultTests {
  private static let isFull = ProcessInfo.processInfo.environment["MINGFA_FAULTS"] == "full"

  /// A closed data folder with accounts and two exams, and the code of its head.
  private static func held(seed: UInt64) throws -> (folder: TemporaryFolder, code: String) {
    let folder = try TemporaryFolder()
    let room = try ExamRoom(folder: folder.url)
    let accounts = EditAccounts(room.data, actor: room.administrator)
    _ = try SignIn(room.data).found(name: "主任", password: "窗外有三棵老槐树")
    _ = try accounts.add(name: "老师", role: .trainer, password: "院里有两口旧水井")
    _ = try accounts.set(role: .invigilator, of: "老师")
    for number in 1...2 {
      // One that has sittings, absent candidates and results.
      // The bank is small: the second exam may need what stands on the papers of the first.
      var day = try ExamDay(
        room, seed: seed + UInt64(number), code: "exam-\(number)", hidesQuestions: number == 2)
      try day.hold(acts: 40)
    }
    let outcome = try VerifyEvidence(room.data, actor: room.administrator).verify()
    #expect(outcome.audit.findings == [])
    #expect(outcome.audit.recounted > 0)
    let code = try #require(outcome.audit.head?.code)
    try room.data.file.close()
    return (folder, code)
  }

  @Test func `each of many random alterations of scores, answers, keys and log is found`() throws {
    let wanted = Self.isFull ? 200 : 40
    var chance = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max >> 1), purpose: 1)
    let seed = chance.next() >> 8
    let (folder, code) = try Self.held(seed: seed)
    var found = 0
    while found < wanted {
      let copy = try AlteredCopy(copyOf: folder.url)
      guard let what = try copy.alter(&chance) else { continue }
      let outcome = try copy.verify(against: [code])
      #expect(!outcome.isClean, "seed \(seed): \(what)")
      found += 1
    }
  }

  @Test func `no good chain raises an alarm`() throws {
    let seed = UInt64.random(in: 0...UInt64.max >> 8)
    var recounted = 0
    for number in 0..<(Self.isFull ? 1_000 : 20) {
      let room = try ExamRoom()
      var day = try ExamDay(room, seed: seed + UInt64(number))
      try day.hold()
      let outcome = try VerifyEvidence(room.data, actor: room.administrator).verify()
      #expect(outcome.audit.findings == [], "seed \(seed + UInt64(number))")
      recounted += outcome.audit.recounted
    }
    #expect(recounted > 0)
  }

  @Test func `a cut-off tail, a rewritten chain and a rolled-back file are found by anchors`()
    throws
  {
    for _ in 0..<(Self.isFull ? 50 : 3) {
      let (folder, code) = try Self.held(seed: UInt64.random(in: 0...UInt64.max >> 8))
      let count = try #require(EvidenceAnchor(code: code)?.count)
      let cut = Int64.random(in: 1...min(20, count - 1))
      let tail = try AlteredCopy(copyOf: folder.url)
      try tail.execute("DELETE FROM evidence WHERE sequence > ?", [count - cut])
      #expect(
        try tail.verify(against: [code]).audit.findings.contains(
          .cutOff(anchor: code, count: count, has: count - cut)))
      let rewritten = try Self.rewritten(folder.url, from: Int64.random(in: 1...count))
      #expect(
        try rewritten.verify(against: [code]).audit.findings
          == [.rewritten(anchor: code, count: count)])
      // The file goes on after it was copied; then the copy takes its place.
      let early = try AlteredCopy(copyOf: folder.url)
      let now = try TestData(folder: folder.url)
      try HoldExam(now.data, actor: now.actor)
        .note("灯坏了", witness: "", of: FindExam(now.data).exam("exam-1"))
      let later = try #require(try now.data.evidence.head())
      try now.data.file.close()
      let outcome = try early.verify(against: [later.code, code])
      #expect(
        outcome.audit.findings == [.cutOff(anchor: later.code, count: count + 1, has: count)])
      #expect(outcome.anchors.map(\.agrees) == [false, true])
    }
  }

  /// All entries from one on with fresh digests, the moments a millisecond later: the work of somebody who
  /// knows the program. Nothing within the file tells.
  private static func rewritten(_ folder: URL, from first: Int64) throws -> AlteredCopy {
    let copy = try AlteredCopy(copyOf: folder)
    let test = try copy.opened()
    let database = try test.data.evidence.database()
    var head: ChainHead?
    var fresh: [EvidenceEntry] = []
    for entry in try test.data.evidence.entries() {
      var act = entry.act
      if entry.sequence == first { act.account += 1 }
      let again = EvidenceEntry(act, after: head, in: database)
      fresh.append(again)
      head = ChainHead(count: again.sequence, digest: again.digest)
    }
    try test.data.file.close()
    let altered = try AlteredCopy(copyOf: copy.folder.url)
    for entry in fresh where entry.sequence >= first {
      try altered.execute(
        "UPDATE evidence SET account_id = ?, digest = ? WHERE sequence = ?",
        [entry.act.account, Data(entry.digest.bytes), entry.sequence])
      // Nor does the table of accounts.
      if entry.act.kind == "account", entry.sequence == first {
        try altered.execute(
          "UPDATE account_event SET by_id = ? WHERE id = ?", [entry.act.account, first])
      }
    }
    return altered
  }
}
