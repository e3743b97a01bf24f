import GRDB
import Questions

/// Leads versions of questions from one state to another, and keeps who did it, when and why.
struct StateWriter {
  let db: Database
  /// UTC milliseconds.
  let now: Int64
  /// The number of a reviewer; nil where a load or an objection does it.
  let reviewer: Int64?

  init(_ db: Database, now: Int64, reviewer: Int64? = nil) {
    self.db = db
    self.now = now
    self.reviewer = reviewer
  }

  /// Makes a change, where it is possible.
  ///
  /// - Returns: the state that the version has now; nil where the change is not possible.
  @discardableResult
  func make(_ change: StateChange, of version: Int64, reason: String) throws -> QuestionState? {
    let before = try Int.fetchOne(
      db, sql: "SELECT state FROM question_version WHERE id = ?", arguments: [version]
    ).flatMap(QuestionState.init)
    guard let before, let after = change.state(after: before) else { return nil }
    guard before != after else { return after }
    try db.execute(
      sql: "UPDATE question_version SET state = ? WHERE id = ?",
      arguments: [after.rawValue, version])
    try record(change, of: version, from: before, to: after, reason: reason)
    return after
  }

  /// Whether a change is possible.
  static func allows(_ change: StateChange, of version: Int64, in db: Database) throws -> Bool {
    try Int.fetchOne(
      db, sql: "SELECT state FROM question_version WHERE id = ?", arguments: [version]
    ).flatMap(QuestionState.init).map { change.state(after: $0) != nil } ?? false
  }

  /// Keeps a change that was made.
  func record(
    _ change: StateChange, of version: Int64, from before: QuestionState?, to after: QuestionState,
    reason: String
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO question_transition (version_id, before, after, cause, reason, reviewer_id, made_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        version, before?.rawValue, after.rawValue, change.id, reason, reviewer, now,
      ])
  }

  /// Closes the flags of a version that are settled; where none is left, the doubt is gone.
  func settle(_ version: Int64, reason: String) throws {
    let isOpen = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM question_flag WHERE version_id = ? AND closed_at IS NULL)
        """, arguments: [version])
    if isOpen == false { try make(.settled, of: version, reason: reason) }
  }

  /// The number of a reviewer, who is entered where the name is new.
  static func reviewer(_ name: String, in db: Database) throws -> Int64 {
    try db.execute(
      sql: "INSERT INTO reviewer (name) VALUES (?) ON CONFLICT (name) DO NOTHING",
      arguments: [name])
    return try Int64.fetchOne(
      db, sql: "SELECT id FROM reviewer WHERE name = ?", arguments: [name]) ?? 0
  }
}
