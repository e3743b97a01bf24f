import GRDB
import Learning
import People
import Questions

/// All that is kept of one person.
package struct LearnerRecords: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// A question by the names that stay the same on every computer.
  package struct QuestionName: Hashable, Sendable {
    package let bank: String
    /// Its 编号.
    package let code: String
    /// The number of a version; nil where all are meant.
    package let version: Int?
  }

  /// Unit and category from a moment on.
  package struct Membership: Sendable {
    /// UTC milliseconds.
    package let since: Int64
    package let unit: String?
    package let category: String
  }

  /// An attempt without its steps.
  package struct Attempt: Sendable {
    package let id: AttemptID
    package let isMock: Bool
    package let mode: String
    package let chapter: String?
    package let banks: [String]
    /// UTC milliseconds.
    package let opened: Int64
    package let isOpen: Bool
  }

  /// A note, one of perhaps several on a question; the latest holds.
  package struct Note: Sendable {
    package let question: QuestionName
    /// Empty where it took the note away.
    package let body: String
    /// UTC milliseconds.
    package let written: Int64
  }

  /// A starred question.
  package struct Star: Sendable {
    package let question: QuestionName
    /// UTC milliseconds.
    package let starred: Int64
  }

  /// An exam plan, dropped or not.
  package struct Plan: Sendable {
    package let title: String
    package let examDay: Int
    package let minutes: Int
    package let banks: [String]
    /// UTC milliseconds; nil where it was not dropped.
    package let created: Int64
    package let dropped: Int64?
  }

  /// What is remembered of a question.
  package struct Memory: Sendable {
    package let question: QuestionName
    package let memory: QuestionMemory
  }

  /// Everything but the steps.
  package struct Rows: Sendable {
    /// UTC milliseconds.
    package let added: Int64
    package let memberships: [Membership]
    package let attempts: [Attempt]
    package let results: [FigureQueries.ResultRow]
    package let notes: [Note]
    package let stars: [Star]
    package let objections: [StoredObjection]
    package let plans: [Plan]
    package let memories: [Memory]
  }

  /// A step with the question that it speaks of.
  package struct StepRow: Sendable {
    package let attempt: AttemptID
    package let step: Step
    /// The word for what happened, as it is stored: `answer`, `undo`.
    package let kind: String
    package let question: QuestionName?
    /// Of an answer: the options that its version had.
    package let options: [AnswerOption]
    /// The name of the one who typed for the learner; nil where nobody did, or has none any more.
    package let assistant: String?
  }

  /// Reads all of a learner as of one moment: first what `rows` takes, then each step in order.
  package func read(
    of learner: LearnerID, rows: (Rows) throws -> Void, step: (StepRow) throws -> Void
  ) throws(StorageFailure) {
    try file.read { db in
      try rows(try Self.rows(db, of: learner))
      try Self.steps(db, of: learner, step)
    }
  }

  private static func rows(_ db: Database, of learner: LearnerID) throws -> Rows {
    func all<Value>(_ sql: String, _ value: (Row) throws -> Value) throws -> [Value] {
      try Row.fetchAll(db, sql: sql, arguments: [learner.number]).map(value)
    }
    func name(_ row: Row, _ version: Int? = nil) -> QuestionName {
      QuestionName(bank: row["bank"], code: row["code"], version: version)
    }
    func banks(_ row: Row) -> [String] {
      (row["banks"] as String? ?? "").split(separator: " ").map(String.init)
    }
    let question = "JOIN question q ON q.id = x.question_id JOIN bank b ON b.id = q.bank_id"
    return Rows(
      added: try Int64.fetchOne(
        db, sql: "SELECT created_at FROM learner WHERE id = ?", arguments: [learner.number]) ?? 0,
      memberships: try all(
        """
        SELECT m.since, u.code, m.category FROM learner_membership m
        LEFT JOIN organization_unit u ON u.id = m.unit_id WHERE m.learner_id = ? ORDER BY m.since
        """
      ) { Membership(since: $0[0], unit: $0[1], category: $0[2]) },
      attempts: try all(
        """
        SELECT a.id, a.kind = 'mock', a.mode, a.chapter, a.opened_utc,
          EXISTS (SELECT 1 FROM open_attempt WHERE attempt_id = a.id),
          (SELECT group_concat (code, ' ') FROM (SELECT b.code FROM attempt_bank t
            JOIN bank b ON b.id = t.bank_id WHERE t.attempt_id = a.id ORDER BY b.code)) AS banks
        FROM attempt a WHERE a.learner_id = ? ORDER BY a.id
        """
      ) {
        Attempt(
          id: AttemptID($0[0]), isMock: $0[1], mode: $0[2], chapter: $0[3], banks: banks($0),
          opened: $0[4], isOpen: $0[5])
      },
      results: try FigureQueries.results(db, of: learner),
      notes: try all(
        """
        SELECT b.code AS bank, q.code AS code, v.number, x.body, x.written_at FROM note x \(question)
        JOIN question_version v ON v.id = x.version_id WHERE x.learner_id = ? ORDER BY x.id
        """
      ) { Note(question: name($0, $0[2]), body: $0[3], written: $0[4]) },
      stars: try all(
        """
        SELECT b.code AS bank, q.code AS code, x.starred_at FROM star x \(question)
        WHERE x.learner_id = ? ORDER BY x.starred_at, x.question_id
        """
      ) { Star(question: name($0), starred: $0[2]) },
      objections: try ObjectionStore.objections(db, of: learner),
      plans: try all(
        """
        SELECT p.title, p.exam_day, p.minutes, p.created_at, p.dropped_at,
          (SELECT group_concat (code, ' ') FROM (SELECT b.code FROM study_plan_bank t
            JOIN bank b ON b.id = t.bank_id WHERE t.plan_id = p.id ORDER BY b.code)) AS banks
        FROM study_plan p WHERE p.learner_id = ? ORDER BY p.id
        """
      ) {
        Plan(
          title: $0[0], examDay: $0[1], minutes: $0[2], banks: banks($0), created: $0[3],
          dropped: $0[4])
      },
      memories: try memories(db, of: learner))
  }

  private static func memories(_ db: Database, of learner: LearnerID) throws -> [Memory] {
    let names = try Row.fetchAll(
      db,
      sql: """
        SELECT q.id, b.code, q.code FROM question_memory m JOIN question q ON q.id = m.question_id
        JOIN bank b ON b.id = q.bank_id WHERE m.learner_id = ? ORDER BY m.question_id
        """, arguments: [learner.number])
    let stored = try MemoryStore.stored(db, of: learner)
    return names.map {
      Memory(
        question: QuestionName(bank: $0[1], code: $0[2], version: nil),
        memory: stored[$0[0]] ?? QuestionMemory())
    }
  }

  private static func steps(
    _ db: Database, of learner: LearnerID, _ body: (StepRow) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.attempt_id, s.sequence, s.kind, s.question_id, s.version_id, s.verdict, s.payload,
          s.utc, s.monotonic, s.boot, s.assistant_id, b.code, q.code, v.number,
          CASE WHEN s.kind = 'answer' THEN v.options ELSE '[]' END,
          (SELECT name FROM assistant WHERE id = s.assistant_id)
        FROM attempt a JOIN step s ON s.attempt_id = a.id
        LEFT JOIN question q ON q.id = s.question_id LEFT JOIN bank b ON b.id = q.bank_id
        LEFT JOIN question_version v ON v.id = s.version_id
        WHERE a.learner_id = ? ORDER BY a.id, s.sequence
        """, arguments: [learner.number])
    while let row = try rows.next() {
      let ref = (row[3] as Int64?).flatMap { question in
        (row[4] as Int64?).map { QuestionRef(question: question, version: $0) }
      }
      let step = Step(
        sequence: row[1], moment: Moment(utc: row[7], monotonic: row[8], boot: row[9]),
        fact: try StepCoding.fact(kind: row[2], ref: ref, verdict: row[5], payload: row[6]),
        assistedBy: (row[10] as Int64?).map { AssistantID($0) })
      try body(
        StepRow(
          attempt: AttemptID(row[0]), step: step, kind: row[2],
          question: (row[12] as String?).map {
            QuestionName(bank: row[11], code: $0, version: row[13])
          },
          options: try ContentCoding.options(from: row[14] as String? ?? "[]"),
          assistant: row[15]))
    }
  }
}
