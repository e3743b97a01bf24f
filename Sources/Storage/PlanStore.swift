import GRDB
import Learning
import People
import Questions

/// Exam plans in the database. A dropped plan is kept, so that its number is never given again.
package struct PlanStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// The plans of a learner that were not dropped, the nearer exam first.
  package func plans(of learner: LearnerID) throws(StorageFailure) -> [ExamPlan] {
    try file.read { db in try Self.plans(db, of: learner) }
  }

  private static func plans(_ db: Database, of learner: LearnerID) throws -> [ExamPlan] {
    let banks = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT b.plan_id, b.bank_id FROM study_plan p JOIN study_plan_bank b ON b.plan_id = p.id
          WHERE p.learner_id = ? ORDER BY b.bank_id
          """), arguments: [learner.number]
    ).reduce(into: [Int64: [Int64]]()) { $0[$1[0], default: []].append($1[1]) }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, number, title, exam_day, minutes FROM (
            SELECT *, row_number() OVER (ORDER BY id) AS number FROM study_plan
            WHERE learner_id = ?)
          WHERE dropped_at IS NULL ORDER BY exam_day, number
          """), arguments: [learner.number]
    ).map { row in
      ExamPlan(
        number: row[1], title: row[2], examDay: row[3], minutes: row[4],
        banks: banks[row[0]] ?? [])
    }
  }

  /// Adds a plan, unless the learner has as many as may be that are not over yet; nil then. The count
  /// is taken in the same commit, so that two windows add no third.
  ///
  /// - Parameters:
  ///   - today: the study day from which plans count as not over.
  ///   - now: UTC milliseconds.
  package func add(
    title: String, examDay: Int, minutes: Int, banks: [Int64], for learner: LearnerID, today: Int,
    now: Int64
  ) throws(StorageFailure) -> ExamPlan? {
    try file.write { db in
      let running = try Self.plans(db, of: learner).count { !$0.isOver(on: today) }
      guard running < ExamPlan.most else { return nil }
      try db.execute(
        sql: """
          INSERT INTO study_plan (learner_id, title, exam_day, minutes, created_at)
          VALUES (?, ?, ?, ?, ?)
          """, arguments: [learner.number, title, examDay, minutes, now])
      let id = db.lastInsertedRowID
      for bank in banks {
        try db.execute(
          sql: "INSERT INTO study_plan_bank (plan_id, bank_id) VALUES (?, ?)",
          arguments: [id, bank])
      }
      let number = try Int.fetchOne(
        db, sql: "SELECT count (*) FROM study_plan WHERE learner_id = ?",
        arguments: [learner.number])
      return ExamPlan(
        number: number ?? 1, title: title, examDay: examDay, minutes: minutes,
        banks: banks.sorted())
    }
  }

  /// Drops a plan by its number; returns whether there was one to drop.
  ///
  /// - Parameter now: UTC milliseconds.
  package func drop(
    _ number: Int, of learner: LearnerID, now: Int64
  ) throws(StorageFailure) -> Bool {
    // SQLite would take an offset below nought for nought.
    guard number >= 1 else { return false }
    return try file.write { db in
      try db.execute(
        sql: """
          UPDATE study_plan SET dropped_at = ?3 WHERE dropped_at IS NULL AND id =
            (SELECT id FROM study_plan WHERE learner_id = ?1 ORDER BY id LIMIT 1 OFFSET ?2 - 1)
          """, arguments: [learner.number, number, now])
      return db.changesCount > 0
    }
  }

  // MARK: What a plan is made of

  /// What practice asks of a bank, item by item in its order, with what the learner remembers of it.
  package func items(
    of bank: Int64, for learner: LearnerID, within scope: QuestionScope = .all
  ) throws(StorageFailure) -> [PlanItem] {
    try file.read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT q.item, m.is_due, m.stability, m.difficulty, m.first_day, m.last_day, m.due_day
            FROM question q LEFT JOIN question_memory m
              ON m.learner_id = ?1 AND m.question_id = q.id
            WHERE q.bank_id = ?2 AND q.item IS NOT NULL \(scope.condition)
            ORDER BY q.item, q.part
            """), arguments: [learner.number, bank])
      var items: [PlanItem] = []
      while let row = try rows.next() {
        let item: Int = row[0]
        let review = (row[2] as Double?).map { stability in
          QuestionMemory.Review(
            state: MemoryState(stability: stability, difficulty: row[3]), firstDay: row[4],
            lastDay: row[5], dueDay: row[6])
        }
        let question = PlanItem.Question(
          review: review, isChanged: review != nil && (row[1] as Bool? ?? false))
        if items.last?.place.item == item {
          items[items.count - 1].questions.append(question)
        } else {
          items.append(
            PlanItem(place: .init(bank: bank, item: item), questions: [question]))
        }
      }
      return items
    }
  }

  /// A learner's last steps, as far as their times need them.
  package struct RecentSteps: Sendable {
    /// In the order in which they were made.
    package var steps: [PracticeTime.TimedStep] = []
    /// The bank of each question in them.
    package var banks: [Int64: Int64] = [:]
    /// On which study day each of them was first answered.
    package var firstDays: [Int64: Int] = [:]
  }

  /// So many steps at least are read, if there are as many: some hundred answers.
  private static let wantedSteps = 1200
  /// No step further back among those of all learners is looked at.
  private static let reach = 20_000

  /// A learner's last steps: those of today, and enough before them to tell the learner's pace.
  ///
  /// - Parameter isToday: whether a moment (UTC milliseconds) belongs to today.
  package func recentSteps(
    of learner: LearnerID, isToday: (Int64) -> Bool
  ) throws(StorageFailure) -> RecentSteps {
    try file.read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT s.attempt_id, s.kind, s.verdict, s.question_id, s.utc, s.monotonic, s.boot,
              q.bank_id, m.first_day
            FROM step s LEFT JOIN question q ON q.id = s.question_id
            LEFT JOIN question_memory m
              ON m.learner_id = s.learner_id AND m.question_id = s.question_id
            WHERE s.station_id = 1 AND s.learner_id = ?1 AND s.counter >
              (SELECT coalesce (max (counter), 0) FROM step WHERE station_id = 1) - ?2
            ORDER BY s.counter DESC
            """), arguments: [learner.number, Self.reach])
      var recent = RecentSteps()
      while let row = try rows.next() {
        let utc: Int64 = row[4]
        guard recent.steps.count < Self.wantedSteps || isToday(utc) else { break }
        let question: Int64? = row[3]
        recent.steps.append(
          PracticeTime.TimedStep(
            attempt: row[0], kind: Self.kind(row[1], verdict: row[2]), question: question,
            moment: Moment(utc: utc, monotonic: row[5], boot: row[6])))
        if let question {
          recent.banks[question] = row[7] as Int64?
          recent.firstDays[question] = row[8] as Int?
        }
      }
      recent.steps.reverse()
      return recent
    }
  }

  private static func kind(_ kind: String, verdict: Int?) -> PracticeTime.TimedStep.Kind {
    switch kind {
    case "start": .start
    case "answer": .answer(isRight: verdict == Grade.Verdict.right.rawValue)
    case "resume": .resume
    default: .other
    }
  }
}
