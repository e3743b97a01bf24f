import GRDB
import Learning
import People
import Questions
import TestKit
import Testing
import Workflows

@testable import Storage

/// Tampering and damage are found.
@Suite struct CheckDataTests {
  let test: TestData

  /// One exam that failed with 40 of 100, one under way, and a practice.
  init() throws {
    test = try TestData()
    try test.load(
      SampleBank.bank(
        SampleBank.items([
          try SampleBank.single("S1"), try SampleBank.truth("T1"), try SampleBank.truth("T2"),
        ])))
    let learner = try test.learner()
    let outline = MockOutline(
      sections: [
        .init(kind: .single, count: 1, points: Score(points: 40)),
        .init(kind: .trueFalse, count: 2, points: Score(points: 30)),
      ])
    let exam = try test.begin(.mock, by: learner, outline: outline)
    for (number, right) in [(1, true), (2, false)] {
      let card = try #require(try exam.jump(to: number)?.card)
      _ = try exam.answer(card.question.response(right: right))
    }
    _ = try exam.submit()
    _ = try test.begin(.mock, by: learner, outline: outline)
    let practice = try test.begin(.sequential, by: learner)
    _ = try practice.answer(.options([OptionID(1)]))
    _ = try practice.pause()
  }

  private func check() throws -> CheckData.Outcome {
    try CheckData(test.data, actor: test.actor).run()
  }

  /// What someone with the file in hand can do.
  private func tamper(_ sql: String) throws {
    try test.data.file.queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      for trigger in try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try db.execute(sql: sql)
      try db.execute(sql: "PRAGMA foreign_keys = ON")
    }
  }

  @Test func `data that nobody touched has no finding`() throws {
    let outcome = try check()
    #expect(outcome.findings.isEmpty)
    #expect(outcome.attempts == 3)
    #expect(outcome.questions == 3)
    #expect(outcome.recounted == 1)
    #expect(
      outcome.steps
        == (try test.data.file.read { try Int.fetchOne($0, sql: "SELECT count (*) FROM step") }))
  }

  static let exam = AttemptID(1)
  static let differs = CheckData.Finding.scoreDiffers(
    exam, recorded: Score(points: 100), recounted: Score(points: 40))

  @Test(
    arguments: [
      ("UPDATE attempt_result SET score = 10000", differs),
      ("UPDATE attempt_result SET pass_mark = 4000", .resultDiffers(exam)),
      ("UPDATE attempt_result SET full_score = 5000", .resultDiffers(exam)),
      ("UPDATE attempt_result SET right = 2", .resultDiffers(exam)),
      ("UPDATE attempt_result SET answered = 3", .resultDiffers(exam)),
      ("UPDATE attempt_result SET duration = 1", .resultDiffers(exam)),
      ("UPDATE attempt_result SET reason = 'deadline'", .resultDiffers(exam)),
      ("DELETE FROM attempt_result", .inconsistentAttempt(exam)),
      (
        "DELETE FROM step WHERE attempt_id = 1 AND kind = 'answer' AND verdict = 1",
        .inconsistentAttempt(exam)
      ),
      (
        "UPDATE step SET sequence = 99 WHERE attempt_id = 1 AND sequence = 1",
        .inconsistentAttempt(exam)
      ),
      ("DELETE FROM open_attempt WHERE attempt_id = 3", .inconsistentAttempt(AttemptID(3))),
      ("INSERT INTO open_attempt VALUES (1, 1)", .inconsistentAttempt(exam)),
      (
        "DELETE FROM step WHERE attempt_id = 1 AND kind = 'finish'", .inconsistentAttempt(exam)
      ),
    ] as [(String, CheckData.Finding)])
  func `a tampered record is found`(sql: String, finding: CheckData.Finding) throws {
    try tamper(sql)
    let findings = try check().findings
    #expect(findings.contains(finding), "\(findings)")
  }

  @Test func `a score raised together with its verdict is found, since answers are graded anew`()
    throws
  {
    try tamper(
      """
      UPDATE step SET verdict = 3 WHERE attempt_id = 1 AND kind = 'answer';
      UPDATE attempt_result SET score = 7000, right = 2
      """)
    #expect(
      try check().findings == [
        .scoreDiffers(
          Self.exam, recorded: Score(points: 70), recounted: Score(points: 40)),
        .memoriesDiffer(LearnerID(1), count: 1),
      ])
  }

  @Test func `what points to nowhere is found`() throws {
    try tamper("DELETE FROM learner_name; DELETE FROM learner")
    #expect(
      try check().findings.contains { finding in
        if case .damage(let words) = finding { words.contains("foreign key") } else { false }
      })
  }

  @Test func `every finding is worded in both languages with what to do`() {
    let findings: [CheckData.Finding] = [
      .damage("x"), .inconsistentAttempt(Self.exam), Self.differs, .resultDiffers(Self.exam),
    ]
    for finding in findings {
      #expect(finding.wording.zh.contains("；"))
      #expect(finding.wording.en.contains(";"))
    }
  }
}
