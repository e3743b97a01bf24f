import Exams
import Foundation
import Storage
import TestKit
import Testing
import Text
import Workflows

/// What is looked at before an exam.
@Suite struct PreflightTests {
  let folder: TemporaryFolder
  let room: ExamRoom

  init() throws {
    folder = try TemporaryFolder()
    room = try ExamRoom(folder: folder.url)
  }

  private func facts(_ created: CreateExam.Created, key: String? = nil) throws -> [PreflightFact] {
    try PreflightExam(room.data, actor: room.administrator).facts(about: created.exam, key: key)
  }

  private func change(_ sql: String) throws {
    try Tampering.change(sql, at: folder.url.appendingPathComponent("mingfa.sqlite").path)
  }

  @Test func `a day that is prepared has every line in order`() throws {
    let created = try room.create()
    #expect(try facts(created).contains(.backupOld(fileName: nil)))
    _ = try KeepBackups(room.data, actor: room.administrator).byHand()
    let found = try facts(created, key: created.openingCode)
    #expect(found.filter { !$0.isOK } == [])
    #expect(found.contains(.formsOpen(count: 2)))
    #expect(found.contains(.roster(candidates: 3, waves: 1)))
    #expect(found.contains(.waves(left: 1)))
    #expect(try facts(created).contains(.formsSealed(count: 2)))
    room.test.clock.advance(2 * 86_400_000)
    let old = try facts(created).filter { !$0.isOK }
    #expect(old.count == 1)
    guard case .backupOld(let name?)? = old.first else {
      Issue.record("\(old)")
      return
    }
    #expect(name.hasPrefix("mingfa-hand-"))
  }

  @Test func `a clock that is behind the record or astray is told`() throws {
    let created = try room.create()
    room.test.clock.setWall(HandClock.noon - 600_000)
    #expect(try facts(created).contains(.clockBehind(by: 600_000)))
    room.test.clock.setWall(0)
    #expect(try facts(created).contains(.clockAstray(shown: "1970-01-01 08:00")))
  }

  @Test func `a wrong key and a form altered by a byte are told apart`() throws {
    let created = try room.create()
    #expect(try facts(created, key: "0000-0000-0000-0000").contains(.keyWrong))
    try change(
      """
      UPDATE exam_form SET sealed = CAST (substr (sealed, 1, 40) || x'00' || substr (sealed, 42) AS BLOB)
      WHERE position = 1
      """
    )
    for key in [nil, created.openingCode] {
      #expect(try facts(created, key: key).contains(.formAltered(code: "B")))
    }
    try change("DELETE FROM exam_form WHERE position = 1")
    #expect(try facts(created).contains(.formMissing(position: 1)))
  }

  @Test func `a blueprint that was changed is told`() throws {
    var created = try room.create()
    created.exam.blueprint += "\n"
    #expect(try facts(created).contains(.blueprintAltered))
  }

  @Test func `questions put in doubt or retired since the papers were frozen are named`() throws {
    let created = try room.create()
    try change(
      """
      UPDATE question_version SET state = 2 WHERE id IN (
        SELECT q.version_id FROM question q JOIN exam_question x ON x.question_id = q.id LIMIT 1)
      """)
    let found = try facts(created).filter { !$0.isOK && $0.check == "questions" }
    #expect(found.count == 1)
    guard case .questionsNotReady(let codes)? = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(codes.count == 1 && codes[0].hasPrefix("town "))
  }

  @Test func `an exam that is over is told`() throws {
    let created = try room.create()
    try room.holding.open(created.exam, key: created.openingCode)
    #expect(try facts(created).contains(.waves(left: 0)))
    try room.holding.end(created.exam)
    #expect(try facts(created).contains(.isOver))
  }

  @Test(arguments: ["nfs4", "cifs", "9p", "fuse.sshfs", "smb3", "ceph"])
  func `a network file system is refused for exams`(kind: String) throws {
    let line = "1 0 8:1 / / rw - ext4 x rw\n2 1 0:40 / \(folder.url.path) rw - \(kind) a:/b rw"
    let volume = try #require(Volume(path: folder.url.path, mounts: line))
    #expect(ExamVolume.refusal(of: volume) == .onNetwork(kind: kind))
    let local = try #require(Volume(path: folder.url.path))
    #expect(ExamVolume.refusal(of: local) == nil)
  }

  static let facts: [PreflightFact] = [
    .clock(shown: "2026", zone: "Asia/Shanghai"), .clockAstray(shown: "1970"),
    .clockBehind(by: 61_000), .zoneUnknown("x"), .clockMaySet("x"), .fileSystem(kind: "ext4"),
    .fileSystemFleeting(kind: "tmpfs"), .fileSystemOnNetwork(kind: "nfs"),
    .space(free: 1, wanted: 2), .space(free: 2, wanted: 1), .spaceUnknown,
    .backup(fileName: "x"), .backupOld(fileName: "x"), .backupOld(fileName: nil),
    .formsSealed(count: 2), .formsOpen(count: 2), .formAltered(code: "A"), .keyWrong,
    .formMissing(position: 1), .blueprintAltered, .roster(candidates: 1, waves: 1), .rosterEmpty,
    .nameless(["1001"]), .questionsReady, .questionsFlagged(["x 1"]), .questionsNotReady(["x 1"]),
    .waves(left: 1), .isOver, .isCancelled(code: "x"), .windowOver(until: "2026-12-04 09:00"),
    .window(Wording(zh: "2026-12-04 09:00 起", en: "from 2026-12-04 09:00")),
  ]

  @Test func `every fact is worded in both languages`() throws {
    #expect(
      try SentenceCheck.faults(
        ofAll: Self.facts, of: "PreflightFact", in: "Workflows/Exams/PreflightFact.swift") == [])
  }
}
