import Foundation
import GRDB
import Learning
import People
import Questions
import Seals
import Storage
import TestKit
import Testing
import Workflows

@testable import Exams

/// What `exam verify` says of one alteration, exactly.
@Suite struct VerifyEvidenceTests {
  let folder = try? TemporaryFolder()
  let room: ExamRoom
  let created: CreateExam.Created
  private static let who = AuditFinding.Who(exam: "exam-1", number: "1001")

  /// One candidate with full marks, one with 40 of 100, one absent; the exam is over and published.
  init() throws {
    room = try ExamRoom(folder: folder?.url)
    _ = try SignIn(room.data).found(name: "主任", password: "窗外有三棵老槐树")
    created = try room.create(blueprint: ExamRoom.blueprint(shuffles: false))
    try room.holding.open(created.exam, key: created.openingCode)
    let lin = try room.sit(created, 0)
    try ExamRoom.answerAll(lin, rightly: true)
    try lin.submit()
    let wang = try room.sit(created, 1, terminal: "tty2")
    try ExamRoom.answerAll(wang, rightly: true, places: 0..<2)
    room.test.clock.advance(60_000)
    try room.holding.end(created.exam)
    try room.holding.publish(created.exam)
  }

  private func verify(against: [String] = []) throws -> VerifyEvidence.Outcome {
    try VerifyEvidence(room.data, actor: room.administrator).verify(against: against)
  }

  /// What is found in a copy that is altered by hand.
  private func findings(_ sql: String...) throws -> [AuditFinding] {
    try room.data.file.close()
    let copy = try AlteredCopy(copyOf: #require(folder).url)
    for sql in sql { try copy.execute(sql) }
    return try copy.verify().audit.findings
  }

  private func place(
    _ sequence: Int64, _ kind: String, _ number: String? = nil, exam: String? = "exam-1"
  ) -> AuditFinding.Place {
    AuditFinding.Place(sequence: sequence, kind: kind, exam: exam, number: number)
  }

  // Entries: 1 the account, 2 created, 3 to 5 candidates, 6 opened, 7 began, 8 to 13 answers, 14 ended,
  // 15 graded, 16 began, 17 and 18 answers, 19 ended, 20 graded, 21 closed, 22 published.

  @Test func `a good record has nothing, its figures, and a code that agrees with it`() throws {
    let outcome = try verify()
    #expect(outcome.isClean)
    #expect(outcome.audit.entries == 22 && outcome.audit.exams == 1)
    #expect(outcome.audit.sittings == 2 && outcome.audit.recounted == 2)
    #expect(outcome.audit.uncounted == 0 && outcome.audit.closedForms == 0)
    #expect(outcome.audit.scores[Self.who] == 10_000)
    let code = try #require(outcome.audit.head?.code)
    #expect(outcome.audit.head == (try room.data.evidence.head()))
    let again = try verify(against: [code, code.lowercased().replacing("-", with: " ")])
    #expect(again.isClean && again.anchors.map(\.agrees) == [true, true])
    #expect(throws: ExamFailure.noSuchAnchor("nowhere.json")) {
      try verify(against: ["nowhere.json"])
    }
  }

  @Test func `before the opening code is there, forms are told as not looked into`() throws {
    _ = try room.create(["小钱"], code: "exam-2")
    let outcome = try verify()
    #expect(outcome.isClean)
    #expect(outcome.audit.closedForms == 2 && outcome.audit.exams == 2)
  }

  @Test func `a changed score is told with the one that the log has`() throws {
    #expect(
      try findings("UPDATE exam_grade SET score = 9000 WHERE score = 10000")
        == [.resultDiffers(Self.who, stored: 9_000, logged: 10_000)])
  }

  @Test func `a changed answer is told with its place, and so is what it does to the score`() throws
  {
    let told = try findings(
      "UPDATE evidence SET payload = '{\"line\":0,\"response\":{\"options\":[]}}' WHERE sequence = 8"
    )
    #expect(told.first == .entryAltered(place(8, "answer", "1001")))
    #expect(
      told.contains(
        .scoreDiffers(Self.who, place(15, "graded", "1001"), stored: 10_000, recounted: 8_000)))
  }

  static let chains: [(sql: String, expected: [AuditFinding])] = [
    ("DELETE FROM evidence WHERE sequence = 6", [.entriesMissing(6...6)]),
    ("DELETE FROM evidence WHERE sequence BETWEEN 9 AND 11", [.entriesMissing(9...11)]),
    (
      "UPDATE evidence SET digest = zeroblob (32) WHERE sequence = 9",
      [.digestAltered(.init(sequence: 9, kind: "answer", exam: "exam-1", number: "1001"))]
    ),
    (
      "UPDATE evidence SET sequence = 0 WHERE sequence = 21",
      [
        .entriesMissing(21...21),
        .entryInserted(.init(sequence: 0, kind: "closed", exam: "exam-1")),
      ]
    ),
    (
      "UPDATE evidence SET account_id = 9 WHERE sequence = 21",
      [.entryAltered(.init(sequence: 21, kind: "closed", exam: "exam-1"))]
    ),
  ]

  @Test(arguments: chains.indices)
  func `the chain tells which entry was taken out, put in or altered`(index: Int) throws {
    let (sql, expected) = Self.chains[index]
    let told = try findings(sql)
    #expect(told.prefix(expected.count) == expected[...], "\(told)")
  }

  @Test func `entries that changed places are told with where they stood`() throws {
    let told = try findings(
      "UPDATE evidence SET sequence = -9 WHERE sequence = 9",
      "UPDATE evidence SET sequence = 9 WHERE sequence = 12",
      "UPDATE evidence SET sequence = 12 WHERE sequence = -9")
    #expect(
      told == [
        .entryMoved(place(9, "answer", "1001"), from: 12),
        .entryMoved(place(12, "answer", "1001"), from: 9),
      ])
  }

  @Test func `an entry taken out and the rest renumbered is told as such`() throws {
    let told = try findings(
      "DELETE FROM evidence WHERE sequence = 8",
      "UPDATE evidence SET sequence = -sequence WHERE sequence > 8",
      "UPDATE evidence SET sequence = -sequence - 1 WHERE sequence < 0")
    #expect(told.first == .entriesBroken(8...21, shift: 1))
  }

  @Test func `forms, blueprint, key and candidates are held against what was frozen`() throws {
    let told = try findings(
      "UPDATE exam SET blueprint = replace (blueprint, '60', '50')",
      "UPDATE exam_form SET sealed = substr (sealed, 2) WHERE position = 0",
      "UPDATE candidate SET extra_minutes = 30, seed = 1 WHERE number = '1003'",
      "DELETE FROM exam_question WHERE question_id = (SELECT min (question_id) FROM exam_question)")
    let other = AuditFinding.Who(exam: "exam-1", number: "1003")
    #expect(
      Set(told).isSuperset(of: [
        .examDiffers(exam: "exam-1", .blueprint),
        .formDiffers(exam: "exam-1", form: "A", .sealed),
        .formUnreadable(exam: "exam-1", form: "A"), .candidateDiffers(other, .extraMinutes),
        .candidateDiffers(other, .seed),
      ]))
  }

  @Test func `an opening code that was changed, and one that is gone, are told`() throws {
    #expect(
      try findings("UPDATE exam_key SET code = replace (code, substr (code, 1, 1), 'Z')")
        .contains(.keyAltered(exam: "exam-1")))
  }

  @Test func `without the opening code of an exam that was opened no score can be recounted`()
    throws
  {
    #expect(try findings("DELETE FROM exam_key") == [.keyGone(exam: "exam-1")])
  }

  @Test func `a role given past the program is told, and so is an event taken away`() throws {
    let told = try findings(
      "UPDATE account SET role = 'trainer'", "DELETE FROM account_event")
    #expect(
      told == [
        .accountEventGone(1, place(1, "account", exam: nil)), .accountDiffers(1, .role),
      ])
  }

  @Test func `an account taken away is told`() throws {
    #expect(
      try findings("DELETE FROM account_password", "DELETE FROM account WHERE id = 1")
        == [.accountGone(1)])
  }

  @Test func `an answer that the program never took is told: after the end, after the deadline`()
    throws
  {
    let candidate = try #require(
      try room.data.exams.candidates(of: created.exam.id).first { $0.number == "1001" })
    room.test.clock.advance(3_600_000)
    // With good digests, as somebody makes them who knows the program.
    try room.data.evidence.append([
      EvidenceEntry.Act(
        kind: "answer", exam: created.exam.id, candidate: candidate.id,
        payload: "{\"line\":0,\"response\":{}}", moment: room.test.clock.now())
    ])
    let late = place(23, "answer", "1001")
    #expect(
      try verify().audit.findings == [
        .afterEnd(late), .afterDeadline(late, late: 60_000),
      ])
  }

  @Test
  func `an answer of a terminal that did not hold the sitting, and a paper left out, are told`()
    throws
  {
    let second = try room.create(["小钱", "小孙"], code: "exam-2")
    try room.holding.open(second.exam, key: second.openingCode)
    _ = try room.sit(second, 0)
    try room.holding.release("1001", of: second.exam, reason: "死机")
    let candidate = try #require(try room.data.exams.candidate("1001", of: second.exam.id))
    let other = try #require(try room.data.exams.candidate("1002", of: second.exam.id))
    let moment = room.test.clock.now()
    func act(_ kind: String, _ payload: String, of candidate: StoredCandidate?) -> EvidenceEntry.Act
    {
      EvidenceEntry.Act(
        kind: kind, exam: second.exam.id, candidate: candidate?.id ?? 0, payload: payload,
        moment: moment)
    }
    let head = try #require(try room.data.evidence.head()).count
    // With good digests, as somebody makes them who knows the program.
    try room.data.evidence.append([
      act("answer", "{\"line\":0,\"response\":{}}", of: candidate),
      act("closed", "{\"wave\":1}", of: nil), act("began", "{\"terminal\":\"x\"}", of: other),
    ])
    #expect(
      try verify().audit.findings == [
        .notHeld(place(head + 1, "answer", "1001", exam: "exam-2")),
        .afterClosing(place(head + 3, "began", "1002", exam: "exam-2")),
        .neverEnded(AuditFinding.Who(exam: "exam-2", number: "1001")),
        .neverEnded(AuditFinding.Who(exam: "exam-2", number: "1002")),
      ])
  }

  @Test func `words of a note that were altered, taken away or put in are told`() throws {
    try room.holding.note("停电十分钟", witness: "李主任", of: created.exam)
    try #require(try room.data.exams.state(of: created.exam.id).notes.map(\.witness) == ["李主任"])
    let number = try #require(try room.data.evidence.head()).count
    let entry = try #require(try room.data.evidence.entries().last).act
    #expect(entry.kind == "note" && !entry.payload.contains("停电") && !entry.payload.contains("李"))
    #expect(try verify().isClean)
    try room.data.file.close()
    let changes: [(String, AuditFinding)] = [
      ("UPDATE exam_note SET witness = ''", .noteAltered(place(number, "note"))),
      ("UPDATE exam_note SET text = text || '。'", .noteAltered(place(number, "note"))),
      ("DELETE FROM exam_note", .noteGone(place(number, "note"))),
      (
        "INSERT INTO exam_note SELECT 3, text, witness, salt FROM exam_note", .noteAstray(3)
      ),
    ]
    for (sql, finding) in changes {
      let copy = try AlteredCopy(copyOf: #require(folder).url)
      try copy.execute(sql)
      #expect(try copy.verify().audit.findings == [finding])
    }
  }

  @Test func `entries of unknown kinds, of nobody and without sense are told`() throws {
    let moment = room.test.clock.now()
    try room.data.evidence.append([
      EvidenceEntry.Act(kind: "gift", payload: "{}", moment: moment),
      EvidenceEntry.Act(kind: "opened", exam: 77, payload: "{\"wave\":1}", moment: moment),
      EvidenceEntry.Act(
        kind: "opened", exam: created.exam.id, payload: "{\"wave\":", moment: moment),
    ])
    #expect(
      try verify().audit.findings == [
        .kindUnknown(place(23, "gift", exam: nil)), .entryAstray(place(24, "opened", exam: nil)),
        .entryUnreadable(place(25, "opened")),
      ])
  }

  // MARK: Sealed exports

  @Test func `a sealed export agrees with its database, and each altered byte is told`() throws {
    let sealed = try SealResults(room.data, actor: room.administrator).seal(created.exam)
    let again = try SealResults(room.data, actor: room.administrator).seal(created.exam)
    #expect(sealed.signer == again.signer && !sealed.text.contains("小林"))
    let path = try #require(folder).write(sealed.text, to: "sealed.json")
    let outcome = try verify(against: [path])
    #expect(outcome.isClean && outcome.anchors.map(\.agrees) == [true])
    let bytes = Array(sealed.text.utf8)
    var unseen: [Int] = []
    for place in bytes.indices {
      var altered = bytes
      altered[place] ^= [1, 32, 128][place % 3]
      guard case .flawed = EvidenceAnchor(file: "x", bytes: altered).content else {
        unseen.append(place)
        continue
      }
    }
    #expect(unseen == [])
    for count in [0, 1, bytes.count / 2, bytes.count - 1] {
      guard case .flawed = EvidenceAnchor(file: "x", bytes: Array(bytes.prefix(count))).content
      else {
        Issue.record("\(count) bytes are no export")
        continue
      }
    }
    let permissions =
      try FileManager.default.attributesOfItem(
        atPath: #require(folder).url.appendingPathComponent("exam-signing.key").path)[
        .posixPermissions] as? Int
    #expect(permissions == 0o600)
  }

  @Test func `results that no longer agree with an export are told, and so is another's signature`()
    throws
  {
    let sealed = try SealResults(room.data, actor: room.administrator).seal(created.exam)
    let folder = try #require(folder)
    let path = try folder.write(sealed.text, to: "sealed.json")
    guard case .success(let (results, _)) = SealedResults.read(Array(sealed.text.utf8)),
      let forger = SigningKey(seed: [UInt8](repeating: 7, count: 32))
    else { throw ExamFailure.noExams }
    var better = results
    better.lines[1].score = 9_900
    let forged = try folder.write(better.text(signedBy: forger), to: "forged.json")
    #expect(
      try verify(against: [forged]).audit.findings == [
        .signerUnknown(anchor: forged),
        .exportResultDiffers(anchor: forged, number: "1002", sealed: 9_900, recounted: 4_000),
      ])
    // The file that was exported is right; the database was put back to before.
    try room.data.file.close()
    let copy = try AlteredCopy(copyOf: folder.url)
    try copy.execute("DELETE FROM evidence WHERE sequence > 22")
    #expect(
      try copy.verify(against: [path]).audit.findings == [
        .signerUnknown(anchor: path),
        .cutOff(anchor: path, count: results.head.count, has: 22),
      ])
  }

  @Test func `a signing key that cannot be read is told, and nothing is exported`() throws {
    let folder = try #require(folder)
    try folder.write("not a key\n", to: "exam-signing.key")
    #expect(
      throws: ExamFailure.signingKeyUnusable(
        folder.url.appendingPathComponent("exam-signing.key").path)
    ) { try SealResults(room.data, actor: room.administrator).seal(created.exam) }
  }

  @Test(arguments: [nil, .learner, .invigilator] as [Role?])
  func `whoever lacks the role neither verifies nor exports`(role: Role?) throws {
    let actor = Actor(account: AccountID(9), role: role)
    #expect(throws: Authorisation.Refusal.self) {
      try VerifyEvidence(room.data, actor: actor).verify()
    }
    #expect(throws: Authorisation.Refusal.self) {
      try SealResults(room.data, actor: actor).seal(created.exam)
    }
  }
}
