import GRDB
import Learning
import People
import Questions

/// Attempts, steps, memories and stars.
package struct PracticeStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// The attempts that a learner left open, the newest first.
  package func openAttempts(of learner: LearnerID) throws(StorageFailure) -> [OpenAttempt] {
    try file.read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT a.id, a.mode, a.opened_utc, a.opened_monotonic, a.opened_boot FROM open_attempt o
            JOIN attempt a ON a.id = o.attempt_id WHERE o.learner_id = ?
            ORDER BY (SELECT max (utc) FROM step WHERE attempt_id = a.id) DESC, a.id DESC
            """), arguments: [learner.number]
      ).compactMap { row in
        PracticeMode(word: row[1]).map {
          OpenAttempt(
            id: AttemptID(row[0]), mode: $0,
            opened: Moment(utc: row[2], monotonic: row[3], boot: row[4]))
        }
      }
    }
  }

  /// An attempt: how it was opened, and its steps in order.
  package func attempt(
    _ id: AttemptID
  ) throws(StorageFailure) -> (opening: AttemptOpening, steps: [Step]) {
    try file.read { db in
      guard
        let row = try Row.fetchOne(
          db,
          sql: """
            SELECT mode, plan, seed, chapter, terms, opened_utc, opened_monotonic, opened_boot
            FROM attempt WHERE id = ?
            """, arguments: [id.number]),
        let mode = PracticeMode(word: row[0])
      else { throw StorageFailure.missing(.attempt(id.number)) }
      let banks = try Int64.fetchAll(
        db, sql: "SELECT bank_id FROM attempt_bank WHERE attempt_id = ? ORDER BY bank_id",
        arguments: [id.number])
      let opening = AttemptOpening(
        mode: mode, plan: try StepCoding.plan(from: row[1]),
        seed: UInt64(bitPattern: row[2] as Int64), banks: banks, chapter: row[3],
        mock: try (row[4] as String?).map { try StepCoding.terms(from: $0) },
        moment: Moment(utc: row[5], monotonic: row[6], boot: row[7]))
      return (opening, try Self.steps(db, of: id))
    }
  }

  private static func steps(_ db: Database, of id: AttemptID) throws -> [Step] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT sequence, kind, question_id, version_id, verdict, payload, utc, monotonic, boot,
          assistant_id FROM step WHERE attempt_id = ? ORDER BY sequence
        """, arguments: [id.number]
    ).map { row in
      let ref = (row[2] as Int64?).flatMap { question in
        (row[3] as Int64?).map { QuestionRef(question: question, version: $0) }
      }
      return Step(
        sequence: row[0],
        moment: Moment(utc: row[6], monotonic: row[7], boot: row[8]),
        fact: try StepCoding.fact(kind: row[1], ref: ref, verdict: row[4], payload: row[5]),
        assistedBy: (row[9] as Int64?).map { AssistantID($0) })
    }
  }

  /// Opens an attempt with its first steps, in one commit. Attempts of the same mode that the
  /// learner left open are ended as abandoned.
  package func open(
    _ opening: AttemptOpening, by author: StepAuthor, steps: [Step]
  ) throws(StorageFailure) -> AttemptID {
    try file.write { db in
      let left = try Int64.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT o.attempt_id FROM open_attempt o JOIN attempt a ON a.id = o.attempt_id
            WHERE o.learner_id = ? AND a.mode = ?
            """), arguments: [author.learner.id.number, opening.mode.id])
      for attempt in left {
        let last =
          try Int.fetchOne(
            db, sql: "SELECT max (sequence) FROM step WHERE attempt_id = ?", arguments: [attempt])
          ?? 0
        try Self.insert(
          db, Step(sequence: last + 1, moment: opening.moment, fact: .finish(.abandoned)),
          attempt: attempt, author: author)
        try Self.close(db, attempt: attempt)
      }
      try db.cachedStatement(
        sql: """
          INSERT INTO attempt (station_id, learner_id, kind, mode, seed, plan, chapter, terms,
            unit_id, category, opened_utc, opened_monotonic, opened_boot, program)
          VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """
      ).execute(arguments: [
        author.learner.id.number, opening.mock == nil ? "practice" : "mock", opening.mode.id,
        Int64(bitPattern: opening.seed), StepCoding.text(of: opening.plan), opening.chapter,
        try opening.mock.map { try StepCoding.text(of: $0) }, author.learner.unit?.id,
        author.learner.category.rawValue, opening.moment.utc, opening.moment.monotonic,
        opening.moment.boot, author.program,
      ])
      let id = db.lastInsertedRowID
      for bank in opening.banks {
        try db.cachedStatement(sql: "INSERT INTO attempt_bank (attempt_id, bank_id) VALUES (?, ?)")
          .execute(arguments: [id, bank])
      }
      try db.cachedStatement(
        sql: "INSERT INTO open_attempt (attempt_id, learner_id) VALUES (?, ?)"
      ).execute(arguments: [id, author.learner.id.number])
      for step in steps { try Self.insert(db, step, attempt: id, author: author) }
      return AttemptID(id)
    }
  }

  /// What a commit makes of the memory of a question.
  package struct MemoryChange {
    /// The version that was answered.
    package var ref: QuestionRef
    /// Whether it is an answer: where the key was changed meanwhile, the question is due again.
    package var isAnswer: Bool
    /// Asked within the commit, so that an answer given meanwhile at another terminal is not
    /// forgotten.
    package var change: (QuestionMemory) -> QuestionMemory

    package init(
      _ ref: QuestionRef, isAnswer: Bool, _ change: @escaping (QuestionMemory) -> QuestionMemory
    ) {
      self.ref = ref
      self.isAnswer = isAnswer
      self.change = change
    }
  }

  /// What a commit keeps besides its steps.
  package struct Consequences {
    package var memories: [MemoryChange] = []
    package var result: MockResult?

    package init() {}
  }

  /// Records steps and what follows from them, in one commit.
  ///
  /// - Returns: the changed memories, in the order of the consequences.
  /// - Throws: `StorageFailure.staleSequence` where another terminal went on with the attempt.
  @discardableResult
  package func record(
    _ steps: [Step], of attempt: AttemptID, by author: StepAuthor,
    consequences: Consequences = Consequences()
  ) throws(StorageFailure) -> [QuestionMemory] {
    try file.write { db in
      for step in steps {
        try Self.insert(db, step, attempt: attempt.number, author: author)
        if case .finish = step.fact { try Self.close(db, attempt: attempt.number) }
      }
      let memories = try consequences.memories.map { change in
        let before = try MemoryStore.memory(db, of: author.learner.id, at: change.ref)
        var memory = change.change(before.memory)
        if change.isAnswer, !before.isPresent, try MemoryStore.isOutdated(db, change.ref) {
          memory.isDue = true
        }
        try MemoryStore.write(
          db, memory, of: author.learner.id, question: change.ref.question,
          attempt: attempt.number, sequence: steps.last?.sequence ?? 0)
        return memory
      }
      if let result = consequences.result {
        try db.execute(
          sql: """
            INSERT INTO attempt_result (attempt_id, score, full_score, pass_mark, questions,
              answered, right, duration, reason, ended_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, CASE ?9 WHEN 'deadline'
              THEN (SELECT opened_utc FROM attempt WHERE id = ?1) + ?8 ELSE ?10 END)
            """,
          arguments: [
            attempt.number, result.score.hundredths, result.full.hundredths,
            result.passMark.hundredths, result.questions, result.answered, result.right,
            result.duration, result.reason.rawValue, steps.last?.moment.utc ?? 0,
          ])
      }
      return memories
    }
  }

  private static func close(_ db: Database, attempt: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM open_attempt WHERE attempt_id = ?")
      .execute(arguments: [attempt])
  }

  private static func insert(
    _ db: Database, _ step: Step, attempt: Int64, author: StepAuthor
  ) throws {
    var verdict: Int?
    if case .answer(_, _, let grade) = step.fact { verdict = grade.verdict.rawValue }
    let ref = step.fact.question
    let statement = try BoundStatement(
      cachedBy: db,
      """
      INSERT INTO step (station_id, counter, attempt_id, sequence, kind, question_id, version_id,
        payload, verdict, learner_id, actor_id, assistant_id, utc, monotonic, boot, program)
      VALUES (1, (SELECT coalesce (max (counter), 0) + 1 FROM step WHERE station_id = 1),
        ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    statement.bind(1, attempt)
    statement.bind(2, step.sequence)
    statement.bind(3, StepCoding.kind(of: step.fact))
    statement.bind(4, ref?.question)
    statement.bind(5, ref?.version)
    statement.bind(6, StepCoding.payload(of: step.fact))
    statement.bind(7, verdict)
    statement.bind(8, author.learner.id.number)
    statement.bind(9, author.actor.learner?.number)
    statement.bind(10, (step.assistedBy ?? author.assistedBy)?.number)
    statement.bind(11, step.moment.utc)
    statement.bind(12, step.moment.monotonic)
    statement.bind(13, step.moment.boot)
    statement.bind(14, author.program)
    try statement.run()
  }

  /// Whether a learner starred a question, at whichever version.
  package func isStarred(
    _ question: Int64, by learner: LearnerID
  ) throws(StorageFailure) -> Bool {
    try file.read { db in
      try Bool.fetchOne(
        db.cachedStatement(
          sql: "SELECT EXISTS (SELECT 1 FROM star WHERE learner_id = ? AND question_id = ?)"),
        arguments: [learner.number, question]) ?? false
    }
  }

  /// Stars a question, or takes the star off; returns whether it is starred now.
  package func toggleStar(
    _ question: Int64, by learner: LearnerID, now: Int64
  ) throws(StorageFailure) -> Bool {
    try file.write { db in
      try db.execute(
        sql: "DELETE FROM star WHERE learner_id = ? AND question_id = ?",
        arguments: [learner.number, question])
      if db.changesCount > 0 { return false }
      try db.execute(
        sql: "INSERT INTO star (learner_id, question_id, starred_at) VALUES (?, ?, ?)",
        arguments: [learner.number, question, now])
      return true
    }
  }

  /// How many questions a learner's notebook holds, and how many are starred.
  package func counts(
    of learner: LearnerID
  ) throws(StorageFailure) -> (notebook: Int, starred: Int) {
    try file.read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT (SELECT count (*) FROM question_memory m JOIN question q ON q.id = m.question_id
              WHERE m.learner_id = ?1 AND (m.in_notebook OR m.is_due) AND q.item IS NOT NULL),
            (SELECT count (*) FROM star s JOIN question q ON q.id = s.question_id
              WHERE s.learner_id = ?1 AND q.item IS NOT NULL)
          """, arguments: [learner.number])
      return (row?[0] ?? 0, row?[1] ?? 0)
    }
  }
}
