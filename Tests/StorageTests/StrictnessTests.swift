import GRDB
import Learning
import Questions
import TestKit
import Testing

@testable import Storage

/// The database itself refuses what must never happen, whoever asks.
@Suite struct StrictnessTests {
  let file: DatabaseFile

  /// One ended mock exam and one open practice.
  init() throws {
    let test = try TestData()
    try test.load(
      SampleBank.bank([
        try SampleBank.caseItem("C1", questions: 2),
        BankItem(questions: [try SampleBank.single("Q1")]),
      ]))
    let learner = try test.learner(unit: "某县/某镇")
    let outline = MockOutline(sections: [.init(kind: .single, count: 1, points: Score(points: 100))]
    )
    let mock = try test.begin(.mock, by: learner, outline: outline)
    _ = try mock.submit()
    _ = try test.data.accounts.add(
      .init(name: "主任", role: .administrator, hash: "x"), isFirst: true, by: nil,
      at: Moment(utc: 0, monotonic: 0, boot: ""))
    let practice = try test.begin(.sequential, by: learner)
    _ = try practice.turn()
    _ = try practice.answer(.truth(true))
    file = test.data.file
  }

  @Test(arguments: [
    "UPDATE step SET verdict = 3", "UPDATE step SET payload = '{}'", "DELETE FROM step",
    "UPDATE attempt SET seed = 1", "UPDATE attempt SET learner_id = 1", "DELETE FROM attempt",
    "UPDATE attempt_result SET score = 10000", "UPDATE attempt_result SET pass_mark = 0",
    "DELETE FROM attempt_result",
    "UPDATE question_version SET answer_key = '{}'", "UPDATE question_version SET stem = ''",
    "UPDATE question_version SET options = '[]'", "UPDATE question_version SET number = 7",
    "UPDATE question_version SET digest = zeroblob (16)", "DELETE FROM question_version",
    "UPDATE passage_version SET body = ''", "DELETE FROM passage_version",
    "UPDATE account_event SET made_at = 1", "UPDATE account_event SET by_id = 1",
    "DELETE FROM account_event", "DELETE FROM account",
  ]) func `what was recorded cannot be changed or deleted`(sql: String) throws {
    let before = try file.dump()
    #expect(throws: StorageFailure.self) { try file.execute(sql) }
    #expect(try file.dump() == before)
  }

  @Test(arguments: [
    "INSERT INTO star VALUES (99, 1, 0)", "INSERT INTO star VALUES (1, 99, 0)",
    "DELETE FROM learner", "DELETE FROM question", "DELETE FROM bank", "DELETE FROM station",
    "UPDATE question SET version_id = 999", "DELETE FROM organization_unit",
    "INSERT INTO open_attempt VALUES (99, 1)",
  ]) func `what others point to stays, and nothing points to nowhere`(sql: String) throws {
    let before = try file.dump()
    #expect(throws: StorageFailure.self) { try file.execute(sql) }
    #expect(try file.dump() == before)
  }

  @Test(arguments: [
    "INSERT INTO setting VALUES ('a', NULL)", "INSERT INTO star VALUES (1, 1, 'yesterday')",
    "INSERT INTO learner VALUES (9, 2, 3, 0)", "INSERT INTO learner VALUES (9, 0, 0, 0)",
    "INSERT INTO learner VALUES (9, 0, 21, 0)",
    "INSERT INTO organization_unit VALUES (9, 'x', 'x', NULL, 'province')",
    "INSERT INTO learner_name VALUES (1, '另一个')",
    "UPDATE question_version SET state = 'ready'",
  ]) func `a value of the wrong kind is refused`(sql: String) throws {
    let before = try file.dump()
    #expect(throws: StorageFailure.self) { try file.execute(sql) }
    #expect(try file.dump() == before)
  }

  private func insertStep(attempt: Int, sequence: Int, kind: String = "pause") -> String {
    """
    INSERT INTO step SELECT 1, (SELECT max (counter) + 1 FROM step), \(attempt), \(sequence),
      '\(kind)', NULL, NULL, '{}', NULL, 1, NULL, NULL, 0, 0, 'b', 'p'
    """
  }

  @Test func `a step takes the next number of its attempt and no other`() throws {
    let next = 1 + (try file.count("step", where: "attempt_id = 2"))
    for sequence in [0, 1, next - 1, next + 1, next + 100] {
      #expect(throws: StorageFailure.staleSequence) {
        try file.execute(insertStep(attempt: 2, sequence: sequence))
      }
    }
    try file.execute(insertStep(attempt: 2, sequence: next))
  }

  @Test(arguments: [
    "start", "answer", "skip", "move", "mark", "undo", "pause", "resume", "rating", "finish",
  ]) func `a step of a known kind is taken`(kind: String) throws {
    let next = 1 + (try file.count("step", where: "attempt_id = 2"))
    try file.execute(insertStep(attempt: 2, sequence: next, kind: kind))
    #expect(try file.count("step", where: "kind = '\(kind)' AND sequence = \(next)") == 1)
  }

  @Test func `a step of an unknown kind is refused`() throws {
    let next = 1 + (try file.count("step", where: "attempt_id = 2"))
    #expect(throws: StorageFailure.self) {
      try file.execute(insertStep(attempt: 2, sequence: next, kind: "cheat"))
    }
  }

  @Test func `a station counts every step once`() throws {
    let next = 1 + (try file.count("step", where: "attempt_id = 2"))
    #expect(throws: StorageFailure.staleSequence) {
      try file.execute(
        """
        INSERT INTO step SELECT 1, 1, 2, \(next), 'pause', NULL, NULL, '{}', NULL, 1, NULL, NULL,
          0, 0, 'b', 'p'
        """)
    }
  }
}
