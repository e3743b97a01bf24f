import GRDB
import Learning
import People

/// What happened since a learner was here.
package struct VisitQueries: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// So many attempts back a learner's last step is looked for, besides those that are open.
  private static let reach = 20

  /// When a learner last did anything in practice (UTC milliseconds); nil where nothing was done yet.
  package func last(of learner: LearnerID) throws(StorageFailure) -> Int64? {
    try file.read { db in
      try Int64.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT max ((SELECT utc FROM step WHERE attempt_id = a.id ORDER BY sequence DESC LIMIT 1))
            FROM (SELECT * FROM (SELECT id FROM attempt WHERE learner_id = ?1 ORDER BY id DESC LIMIT ?2)
              UNION SELECT attempt_id FROM open_attempt WHERE learner_id = ?1) a
            """), arguments: [learner.number, Self.reach])
    }
  }

  /// What loads changed in a bank.
  package struct Amendment: Hashable, Sendable {
    /// The bank's number.
    package let bank: Int64
    /// Questions that have new wording, options, key, scoring or citations.
    package fileprivate(set) var changed = 0
    /// How many of them the learner had answered before.
    package fileprivate(set) var seen = 0
    /// How many of these come due again, since their key is another one.
    package fileprivate(set) var due = 0
    /// Questions that were not there before.
    package fileprivate(set) var added = 0
  }

  /// What loads changed since a moment (UTC milliseconds), by bank, for a learner. Questions that practice
  /// does not ask are not counted.
  package func amendments(
    since moment: Int64, for learner: LearnerID
  ) throws(StorageFailure) -> [Amendment] {
    try file.read { db in
      // Versions are numbered as they come, so what is new stands last.
      let versions = try BoundStatement(
        cachedBy: db,
        """
        SELECT v.question_id, v.number, v.created_at, q.bank_id, q.item IS NOT NULL,
          m.first_day IS NOT NULL, m.is_due
        FROM question_version v JOIN question q ON q.id = v.question_id AND v.id <= q.version_id
        LEFT JOIN question_memory m ON m.learner_id = ?1 AND m.question_id = v.question_id
        ORDER BY v.id DESC
        """)
      versions.bind(1, learner.number)
      var met: Set<Int64> = []
      var amendments: [Int64: Amendment] = [:]
      while try versions.next() {
        guard versions.integer(2) > moment else {
          versions.reset()
          break
        }
        let question = versions.integer(0)
        let bank = versions.integer(3)
        guard versions.integer(4) != 0 else { continue }
        if versions.integer(1) == 1 {
          // Whatever was changed since, to the learner it is a new question.
          if met.contains(question) { amendments[bank]?.changed -= 1 }
          amendments[bank, default: Amendment(bank: bank)].added += 1
          continue
        }
        guard met.insert(question).inserted else { continue }
        amendments[bank, default: Amendment(bank: bank)].changed += 1
        if versions.integer(5) != 0 {
          amendments[bank]?.seen += 1
          if versions.integer(6) != 0 { amendments[bank]?.due += 1 }
        }
      }
      return amendments.values.filter { $0.changed > 0 || $0.added > 0 }
        .sorted { $0.bank < $1.bank }
    }
  }

  /// The scores of a learner's last mock exams, the oldest of them first.
  package func lastScores(
    of learner: LearnerID, count: Int
  ) throws(StorageFailure) -> [Int] {
    try file.read { db in
      try Int.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT r.score FROM attempt_result r CROSS JOIN attempt a ON a.id = r.attempt_id
            WHERE a.learner_id = ? ORDER BY r.attempt_id DESC LIMIT ?
            """), arguments: [learner.number, count]
      ).reversed()
    }
  }

  /// The study days on which a learner gave answers, whatever became of them.
  ///
  /// - Parameter day: the study day of a moment (UTC milliseconds).
  package func days(
    of learner: LearnerID, _ day: (Int64) -> Int
  ) throws(StorageFailure) -> Set<Int> {
    try file.read { db in
      let answers = try BoundStatement(
        cachedBy: db,
        """
        SELECT s.utc FROM attempt a JOIN step s ON s.attempt_id = a.id
        WHERE a.learner_id = ?1 AND s.kind = 'answer' AND s.verdict > 0
        """)
      answers.bind(1, learner.number)
      var days: Set<Int> = []
      while try answers.next() { days.insert(day(answers.integer(0))) }
      return days
    }
  }
}
