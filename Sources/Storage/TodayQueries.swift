import GRDB
import Learning
import People

/// What a learner's day is made of.
package struct TodayQueries: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// What is due and what comes new.
  ///
  /// - Parameters:
  ///   - banks: in the order in which new questions come.
  ///   - day: the study day.
  ///   - newPerDay: how many questions come for the first time on a day; a case comes whole.
  ///   - scope: which questions may come, due or new.
  ///   - others: banks of which the notebook alone is counted; nil where it is not counted at all.
  package func survey(
    of learner: LearnerID, banks: [Int64], day: Int, newPerDay: Int,
    within scope: QuestionScope = .all, others: [Int64]? = nil
  ) throws(StorageFailure) -> DaySurvey {
    try file.read { db in
      try DaySurvey(
        db, of: learner, banks: banks, day: day, newPerDay: newPerDay, within: scope,
        others: others)
    }
  }

  /// All questions of some items, those of a case together.
  package func questions(
    at places: [ItemPlan.Place]
  ) throws(StorageFailure) -> [QuestionRef] {
    try file.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT id, version_id FROM question WHERE bank_id = ? AND item = ? AND item IS NOT NULL
          ORDER BY part
          """)
      return try places.flatMap { place in
        try Row.fetchAll(statement, arguments: [place.bank, place.item])
          .map { QuestionRef(question: $0[0], version: $0[1]) }
      }
    }
  }

  /// How many of these questions a learner has answered before.
  package func seen(
    _ refs: [QuestionRef], by learner: LearnerID
  ) throws(StorageFailure) -> Int {
    try file.read { db in
      let row = try BoundStatement(
        cachedBy: db,
        """
        SELECT 1 FROM question_memory
        WHERE learner_id = ?1 AND question_id = ?2 AND first_day IS NOT NULL
        """)
      row.bind(1, learner.number)
      return try refs.count { ref in
        row.bind(2, ref.question)
        defer { row.reset() }
        return try row.next()
      }
    }
  }

  /// When the next questions of some banks come due after a study day; nil where none will.
  package func nextDue(
    of learner: LearnerID, banks: [Int64], after day: Int, within scope: QuestionScope = .all
  ) throws(StorageFailure) -> NextDue? {
    let list = banks.map(String.init).joined(separator: ",")
    return try file.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT m.due_day, count (*) FROM question_memory m JOIN question q ON q.id = m.question_id
          WHERE m.learner_id = ?1 AND m.due_day > ?2 AND q.item IS NOT NULL AND q.bank_id IN (\(list))
            \(scope.condition)
          GROUP BY m.due_day ORDER BY m.due_day LIMIT 1
          """, arguments: [learner.number, day]
      ).map { NextDue(days: $0[0] - day, questions: $0[1]) }
    }
  }

  /// Whether practice may ask any question of these banks within the scope.
  package func isEmpty(
    banks: [Int64], within scope: QuestionScope
  ) throws(StorageFailure) -> Bool {
    try file.read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM question q WHERE q.bank_id = ? AND q.item IS NOT NULL
            \(scope.condition))
          """)
      return try !banks.contains { try Bool.fetchOne(statement, arguments: [$0]) ?? false }
    }
  }
}

extension QuestionScope {
  /// What has to hold for a row of `question q`, to stand behind other conditions; nothing where every
  /// question lies within.
  var condition: String {
    guard let kinds else { return "" }
    let names = kinds.map { "'\($0.id)'" }.joined(separator: ", ")
    return """
      AND EXISTS (SELECT 1 FROM question_version v WHERE v.id = q.version_id
        AND v.passage_version_id IS NULL AND v.kind IN (\(names)))
      """
  }
}
