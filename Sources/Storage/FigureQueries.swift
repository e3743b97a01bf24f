import GRDB
import Learning
import People
import Questions

/// Figures asked of the steps and results.
package struct FigureQueries: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// A standing answer, as statistics need it.
  package struct AnswerRow: Hashable, Sendable {
    package let bank: Int64
    package let chapter: String
    package let question: Int64
    package let verdict: Grade.Verdict
    /// UTC milliseconds.
    package let utc: Int64
    package let isAssisted: Bool
    package let isMock: Bool
  }

  /// The standing answers of a learner, in the order in which they were given. In a mock exam the
  /// last answer to a question stands, and only once the exam has ended.
  ///
  /// - Parameter since: UTC milliseconds; earlier answers are left out.
  package func answers(
    of learner: LearnerID, since: Int64 = .min
  ) throws(StorageFailure) -> [AnswerRow] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT q.bank_id, c.title, s.question_id, s.verdict, s.utc, s.assistant_id IS NOT NULL,
            a.kind = 'mock'
          FROM attempt a JOIN step s ON s.attempt_id = a.id
          JOIN question q ON q.id = s.question_id JOIN chapter c ON c.id = q.chapter_id
          WHERE a.learner_id = ? AND s.kind = 'answer' AND s.verdict > 0 AND s.utc >= ?
            AND NOT EXISTS (SELECT 1 FROM step u WHERE u.attempt_id = s.attempt_id
              AND u.sequence > s.sequence AND u.question_id = s.question_id
              AND ((u.kind = 'undo' AND json_extract (u.payload, '$.sequence') = s.sequence)
                OR (u.kind = 'answer' AND a.kind = 'mock')))
            AND (a.kind = 'practice'
              OR EXISTS (SELECT 1 FROM attempt_result r WHERE r.attempt_id = a.id))
          ORDER BY s.utc, s.counter
          """, arguments: [learner.number, since]
      ).map {
        AnswerRow(
          bank: $0[0], chapter: $0[1], question: $0[2],
          verdict: Grade.Verdict(rawValue: $0[3]) ?? .wrong, utc: $0[4], isAssisted: $0[5],
          isMock: $0[6])
      }
    }
  }

  /// How far a learner came in a chapter.
  package struct ProgressRow: Hashable, Sendable {
    package let bank: Int64
    package let chapter: String
    package let count: ProgressCount
  }

  /// How far a learner came in each chapter that practice asks of, by bank and the order in the bank.
  ///
  /// - Parameter day: the study day that "due" is meant for.
  package func progress(
    of learner: LearnerID, day: Int
  ) throws(StorageFailure) -> [ProgressRow] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT bank_id, title, count (*), sum (is_seen), sum (is_seen AND NOT is_due AND NOT is_weak),
            sum (is_weak)
          FROM (SELECT q.bank_id, c.title, c.position, q.chapter_id, m.first_day IS NOT NULL AS is_seen,
              coalesce (m.is_due OR m.due_day <= ?2 OR m.last_day > ?2, 0) AS is_due,
              coalesce (m.in_notebook OR m.is_due, 0) AS is_weak
            FROM question q JOIN chapter c ON c.id = q.chapter_id
            LEFT JOIN question_memory m ON m.learner_id = ?1 AND m.question_id = q.id
            WHERE q.item IS NOT NULL)
          GROUP BY bank_id, chapter_id ORDER BY bank_id, position
          """, arguments: [learner.number, day]
      ).map {
        ProgressRow(
          bank: $0[0], chapter: $0[1],
          count: ProgressCount(questions: $0[2], seen: $0[3], known: $0[4], weak: $0[5]))
      }
    }
  }

  /// The result of a mock exam, with the unit and category that the learner had then.
  package struct ResultRow: Hashable, Sendable {
    package let attempt: AttemptID
    package let learner: LearnerID
    package let isGuest: Bool
    package let unit: Int64?
    package let category: PersonCategory
    /// The codes of its banks, in alphabetical order.
    package let banks: [String]
    /// UTC milliseconds.
    package let ended: Int64
    package let isAssisted: Bool
    package let result: MockResult
  }

  /// The results of all ended mock exams, by attempt; of one learner, if given.
  package func results(of learner: LearnerID? = nil) throws(StorageFailure) -> [ResultRow] {
    try file.read { db in try Self.results(db, of: learner) }
  }

  static func results(_ db: Database, of learner: LearnerID?) throws -> [ResultRow] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, a.learner_id, l.is_guest, a.unit_id, a.category,
          (SELECT group_concat (code, ' ') FROM (SELECT b.code FROM attempt_bank ab
            JOIN bank b ON b.id = ab.bank_id WHERE ab.attempt_id = a.id ORDER BY b.code)),
          r.ended_at,
          EXISTS (SELECT 1 FROM step s WHERE s.attempt_id = a.id AND s.assistant_id IS NOT NULL),
          r.score, r.full_score, r.pass_mark, r.questions, r.answered, r.right, r.duration,
          r.reason
        FROM attempt_result r JOIN attempt a ON a.id = r.attempt_id
        JOIN learner l ON l.id = a.learner_id
        WHERE ?1 IS NULL OR a.learner_id = ?1 ORDER BY a.id
        """, arguments: [learner?.number]
    ).map { row in
      ResultRow(
        attempt: AttemptID(row[0]), learner: LearnerID(row[1]), isGuest: row[2], unit: row[3],
        category: PersonCategory(rawValue: row[4]) ?? .other,
        banks: (row[5] as String? ?? "").split(separator: " ").map(String.init), ended: row[6],
        isAssisted: row[7],
        result: MockResult(
          score: Score(hundredths: row[8]), full: Score(hundredths: row[9]),
          passMark: Score(hundredths: row[10]), questions: row[11], answered: row[12],
          right: row[13], duration: row[14],
          reason: FinishReason(rawValue: row[15]) ?? .completed))
    }
  }

  /// What a learner's mock exam came to, with its terms.
  package struct MockScore: Hashable, Sendable {
    package let terms: MockTerms
    package let score: Score
    package let full: Score
    package let answered: Int
  }

  /// The results of a learner's mock exams, the oldest first.
  package func mockScores(of learner: LearnerID) throws(StorageFailure) -> [MockScore] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT a.terms, r.score, r.full_score, r.answered
          FROM attempt a JOIN attempt_result r ON r.attempt_id = a.id
          WHERE a.learner_id = ? AND a.terms IS NOT NULL ORDER BY a.id
          """, arguments: [learner.number]
      ).map { row in
        MockScore(
          terms: try StepCoding.terms(from: row[0]), score: Score(hundredths: row[1]),
          full: Score(hundredths: row[2]), answered: row[3])
      }
    }
  }

  /// A learner's unit from a moment on.
  package struct MembershipRow: Hashable, Sendable {
    package let learner: LearnerID
    /// UTC milliseconds.
    package let since: Int64
    package let unit: Int64?
  }

  /// Where the registered learners (no guests) belonged, by learner and time.
  package func memberships() throws(StorageFailure) -> [MembershipRow] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT m.learner_id, m.since, m.unit_id FROM learner_membership m
          JOIN learner l ON l.id = m.learner_id WHERE l.is_guest = 0 ORDER BY m.learner_id, m.since
          """
      ).map { MembershipRow(learner: LearnerID($0[0]), since: $0[1], unit: $0[2]) }
    }
  }
}
