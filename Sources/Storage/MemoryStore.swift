import GRDB
import Learning
import People
import Questions

/// What is remembered of learners and questions: kept for speed, told from the steps.
package struct MemoryStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// What is remembered of a learner and a question.
  package func memory(
    of learner: LearnerID, question: Int64
  ) throws(StorageFailure) -> QuestionMemory {
    try file.read { db in try Self.memory(db, of: learner, question: question) }
  }

  static func memory(
    _ db: Database, of learner: LearnerID, question: Int64
  ) throws -> QuestionMemory {
    try memory(db, of: learner, at: QuestionRef(question: question, version: 0)).memory
  }

  /// What is remembered, and whether the version is the question's present one: told together, since
  /// this stands between every answer and its feedback.
  static func memory(
    _ db: Database, of learner: LearnerID, at ref: QuestionRef
  ) throws -> (memory: QuestionMemory, isPresent: Bool) {
    let row = try BoundStatement(
      cachedBy: db,
      """
      SELECT q.version_id = ?3, m.answered, m.right, m.streak, m.in_notebook, m.is_due,
        m.stability, m.difficulty, m.first_day, m.last_day, m.due_day
      FROM question q
      LEFT JOIN question_memory m ON m.learner_id = ?1 AND m.question_id = q.id
      WHERE q.id = ?2
      """)
    row.bind(1, learner.number)
    row.bind(2, ref.question)
    row.bind(3, ref.version)
    guard try row.next() else { return (QuestionMemory(), false) }
    defer { row.reset() }
    return (memory(row, from: 1), row.number(0) == 1)
  }

  private static func memory(_ row: BoundStatement, from column: Int32) -> QuestionMemory {
    func number(_ offset: Int32) -> Int { row.number(column + offset).map(Int.init) ?? 0 }
    var memory = QuestionMemory(
      answered: number(0), right: number(1), streak: number(2), inNotebook: number(3) != 0,
      isDue: number(4) != 0)
    if let stability = row.fraction(column + 5), let difficulty = row.fraction(column + 6) {
      memory.review = QuestionMemory.Review(
        state: MemoryState(stability: stability, difficulty: difficulty), firstDay: number(7),
        lastDay: number(8), dueDay: number(9))
    }
    return memory
  }

  /// Writes a memory over the one there was.
  ///
  /// - Parameter sequence: of the step of the attempt that it came with.
  static func write(
    _ db: Database, _ memory: QuestionMemory, of learner: LearnerID, question: Int64,
    attempt: Int64, sequence: Int
  ) throws {
    let statement = try BoundStatement(
      cachedBy: db,
      """
      INSERT INTO question_memory (learner_id, question_id, answered, right, streak,
        in_notebook, is_due, attempt_id, sequence, stability, difficulty, first_day, last_day,
        due_day) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
      ON CONFLICT (learner_id, question_id) DO UPDATE SET answered = ?3, right = ?4,
        streak = ?5, in_notebook = ?6, is_due = ?7, attempt_id = ?8, sequence = ?9,
        stability = ?10, difficulty = ?11, first_day = ?12, last_day = ?13, due_day = ?14
      """)
    statement.bind(1, learner.number)
    statement.bind(2, question)
    statement.bind(3, memory.answered)
    statement.bind(4, memory.right)
    statement.bind(5, memory.streak)
    statement.bind(6, memory.inNotebook ? 1 : 0)
    statement.bind(7, memory.isDue ? 1 : 0)
    statement.bind(8, attempt)
    statement.bind(9, sequence)
    statement.bind(10, memory.review?.state.stability)
    statement.bind(11, memory.review?.state.difficulty)
    statement.bind(12, memory.review?.firstDay)
    statement.bind(13, memory.review?.lastDay)
    statement.bind(14, memory.review?.dueDay)
    try statement.run()
  }

  // MARK: Proving and rebuilding

  /// The standing answers of a learner, told from the steps; to one question, if given.
  package func history(
    of learner: LearnerID, question: Int64? = nil, days: DayRule
  ) throws(StorageFailure) -> AnswerHistory {
    try file.read { db in
      try Self.history(db, of: learner, question: question, days: days)
    }
  }

  private static func history(
    _ db: Database, of learner: LearnerID, question: Int64?, days: DayRule
  ) throws -> AnswerHistory {
    var history = AnswerHistory(days: days)
    let papers = try Row.fetchAll(
      db, sql: "SELECT id, plan FROM attempt WHERE learner_id = ? AND kind = 'mock'",
      arguments: [learner.number]
    ).reduce(into: [Int64: [QuestionRef]]()) { papers, row in
      guard case .listed(let refs) = try StepCoding.plan(from: row[1]) else { return }
      papers[row[0]] = refs.filter { question == nil || $0.question == question }
    }
    // An answer's payload is not needed, and reading it is what would take the time.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.attempt_id, s.sequence, s.kind, s.question_id, s.version_id, s.verdict, s.utc,
          s.monotonic, s.boot, CASE WHEN s.kind = 'answer' THEN '{}' ELSE s.payload END
        FROM attempt a JOIN step s ON s.attempt_id = a.id
        WHERE a.learner_id = ?1 AND s.kind IN ('answer', 'rating', 'undo', 'finish')
          AND (?2 IS NULL OR s.question_id = ?2 OR s.question_id IS NULL)
        ORDER BY s.counter, s.station_id
        """, arguments: [learner.number, question])
    while let row = try rows.next() {
      let ref = (row[3] as Int64?).flatMap { question in
        (row[4] as Int64?).map { QuestionRef(question: question, version: $0) }
      }
      let step = Step(
        sequence: row[1], moment: Moment(utc: row[6], monotonic: row[7], boot: row[8]),
        fact: try StepCoding.fact(kind: row[2], ref: ref, verdict: row[5], payload: row[9]))
      let attempt = AttemptID(row[0])
      if let paper = papers[attempt.number] {
        history.take(step, of: attempt, paper: paper)
      } else {
        history.take(step, of: attempt)
      }
    }
    return history
  }

  /// Whether the key of a question was changed since this version, or a version was put in force for which
  /// it is to be asked again; one that only waits changes nothing.
  package func isOutdated(_ ref: QuestionRef) throws(StorageFailure) -> Bool {
    try file.read { db in try Self.isOutdated(db, ref) }
  }

  static func isOutdated(_ db: Database, _ ref: QuestionRef) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM question_version v
            JOIN question_version n ON n.question_id = v.question_id AND n.number > v.number
            LEFT JOIN draft_detail d ON d.version_id = n.id
            WHERE v.id = ?1 AND CASE WHEN d.version_id IS NULL
              THEN n.answer_key <> v.answer_key OR n.kind <> v.kind
              ELSE d.is_due AND EXISTS (
                SELECT 1 FROM question_transition t WHERE t.version_id = n.id AND t.after = ?2) END)
          """), arguments: [ref.version, QuestionState.ready.rawValue]) ?? false
  }

  /// The stored memories of a learner that are not what the steps say, by question.
  package func differing(
    of learner: Learner, days: DayRule
  ) throws(StorageFailure) -> [Int64] {
    try file.read { db in
      let told = try Self.told(db, of: learner, days: days)
      let stored = try Self.stored(db, of: learner.id)
      return Set(told.keys).union(stored.keys).filter { question in
        (told[question] ?? QuestionMemory()) != (stored[question] ?? QuestionMemory())
      }.sorted()
    }
  }

  private static func told(
    _ db: Database, of learner: Learner, days: DayRule
  ) throws -> [Int64: QuestionMemory] {
    let history = try history(db, of: learner.id, question: nil, days: days)
    return try history.questions.reduce(into: [:]) { memories, question in
      memories[question] = try history.memory(
        of: question, needed: learner.notebookStreak, isOutdated: { try isOutdated(db, $0) })
    }
  }

  static func stored(
    _ db: Database, of learner: LearnerID
  ) throws -> [Int64: QuestionMemory] {
    let row = try BoundStatement(
      db,
      """
      SELECT question_id, answered, right, streak, in_notebook, is_due, stability, difficulty,
        first_day, last_day, due_day FROM question_memory WHERE learner_id = ?
      """)
    row.bind(1, learner.number)
    var memories: [Int64: QuestionMemory] = [:]
    while try row.next() { memories[row.number(0) ?? 0] = memory(row, from: 1) }
    return memories
  }

  /// Makes the memories of some learners anew from the steps, in one commit: after a schema that
  /// keeps more of them, a new rule of days, or another streak.
  ///
  /// - Parameter settings: keys and values to be set in the same commit; nil takes a key away.
  package func rebuild(
    of learners: [Learner], days: DayRule, settings: [SettingStore.Key: String?] = [:]
  ) throws(StorageFailure) {
    try file.write { db in
      for (key, value) in settings { try SettingStore.set(db, key, to: value) }
      for learner in learners {
        let history = try Self.history(db, of: learner.id, question: nil, days: days)
        for question in history.questions {
          guard let last = history.entries(of: question).last else { continue }
          let memory = try history.memory(
            of: question, needed: learner.notebookStreak,
            isOutdated: { try Self.isOutdated(db, $0) })
          try Self.write(
            db, memory, of: learner.id, question: question, attempt: last.attempt.number,
            sequence: last.sequence)
        }
        try Self.clear(db, of: learner.id, except: history.questions)
      }
    }
  }

  /// What no standing answer speaks for is as if it had never come.
  private static func clear(
    _ db: Database, of learner: LearnerID, except questions: [Int64]
  ) throws {
    let known = Set(questions)
    let stored = try Row.fetchAll(
      db, sql: "SELECT question_id, attempt_id, sequence FROM question_memory WHERE learner_id = ?",
      arguments: [learner.number])
    for row in stored where !known.contains(row[0]) {
      try write(
        db, QuestionMemory(), of: learner, question: row[0], attempt: row[1], sequence: row[2])
    }
  }
}
