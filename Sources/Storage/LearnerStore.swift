import GRDB
import People

/// Learners and units in the database.
package struct LearnerStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  private static let select = """
    SELECT l.id, n.name, l.is_guest, l.notebook_streak, m.category,
      u.id, u.code, u.name, u.parent_id, u.level, l.new_per_day, l.is_simple, l.shows_streak
    FROM learner l LEFT JOIN learner_name n ON n.learner_id = l.id
    LEFT JOIN learner_membership m ON m.learner_id = l.id AND m.since =
      (SELECT max (since) FROM learner_membership WHERE learner_id = l.id)
    LEFT JOIN organization_unit u ON u.id = m.unit_id
    """

  private static func learner(_ row: Row) -> Learner {
    Learner(
      id: LearnerID(row[0]), name: row[1], isGuest: row[2], unit: unit(row, from: 5),
      category: (row[4] as String?).flatMap(PersonCategory.init) ?? .other, notebookStreak: row[3],
      newPerDay: row[10], isSimple: row[11], showsStreak: row[12])
  }

  private static func unit(_ row: Row, from index: Int) -> OrganizationUnit? {
    guard let id = row[index] as Int64? else { return nil }
    return OrganizationUnit(
      id: id, code: row[index + 1], name: row[index + 2], parent: row[index + 3],
      level: OrganizationUnit.Level(rawValue: row[index + 4]) ?? .town)
  }

  /// All learners, guests last, by number.
  package func learners() throws(StorageFailure) -> [Learner] {
    try file.read { db in
      try Row.fetchAll(db, sql: Self.select + " ORDER BY l.is_guest, l.id").map(Self.learner)
    }
  }

  /// The learner with this number, with the unit and category that hold now; nil where there is
  /// none.
  package func learner(_ id: LearnerID) throws(StorageFailure) -> Learner? {
    try file.read { db in
      try Row.fetchOne(db, sql: Self.select + " WHERE l.id = ?", arguments: [id.number])
        .map(Self.learner)
    }
  }

  /// The learner with exactly this name, upper and lower case told apart; nil where there is none.
  package func learner(named name: String) throws(StorageFailure) -> Learner? {
    try file.read { db in
      try Row.fetchOne(db, sql: Self.select + " WHERE n.name = ?", arguments: [name])
        .map(Self.learner)
    }
  }

  /// The learner of the last attempt, else the one who was added last; nil where there is none. Who was
  /// forgotten is nobody here.
  package func last() throws(StorageFailure) -> Learner? {
    try file.read { db in
      try Row.fetchOne(
        db.cachedStatement(
          sql: Self.select + """
             WHERE l.id = coalesce (
              (SELECT a.learner_id FROM attempt a JOIN learner p ON p.id = a.learner_id
                WHERE \(Self.isPresent) ORDER BY a.id DESC LIMIT 1),
              (SELECT max (p.id) FROM learner p WHERE \(Self.isPresent)))
            """)
      ).map(Self.learner)
    }
  }

  /// How many there are to choose from: all but those who were forgotten.
  package func countPresent() throws(StorageFailure) -> Int {
    try file.read { db in
      try Int.fetchOne(
        db.cachedStatement(sql: "SELECT count (*) FROM learner p WHERE \(Self.isPresent)")) ?? 0
    }
  }

  /// Whether the learner `p` was not forgotten.
  private static let isPresent =
    "(p.is_guest OR EXISTS (SELECT 1 FROM learner_name WHERE learner_id = p.id))"

  /// The guest, who has no name; made where there is none yet.
  ///
  /// - Parameter now: UTC milliseconds.
  package func guest(now: Int64) throws(StorageFailure) -> Learner {
    let id = try file.write { db in
      if let id = try Int64.fetchOne(db, sql: "SELECT id FROM learner WHERE is_guest = 1") {
        return id
      }
      return try Self.insert(db, name: nil, unit: nil, category: .other, now: now)
    }
    guard let learner = try learner(LearnerID(id)) else { throw .missing(.learner(id)) }
    return learner
  }

  /// Adds a learner.
  ///
  /// - Parameters:
  ///   - name: must be new, else SQLite refuses: `StorageFailure.refused`.
  ///   - unit: names from the county down; missing units are made.
  ///   - now: UTC milliseconds.
  package func add(
    name: String, unit: [String], category: PersonCategory, likes: Likes = Likes(), now: Int64
  ) throws(StorageFailure) -> Learner {
    let id = try file.write { db in
      try Self.insert(
        db, name: name, unit: try Self.unit(db, path: unit), category: category, likes: likes,
        now: now)
    }
    guard let learner = try learner(LearnerID(id)) else { throw .missing(.learner(id)) }
    return learner
  }

  private static func insert(
    _ db: Database, name: String?, unit: Int64?, category: PersonCategory,
    likes: Likes = Likes(), now: Int64
  ) throws -> Int64 {
    try db.execute(
      sql: """
        INSERT INTO learner (is_guest, notebook_streak, new_per_day, is_simple, shows_streak,
          created_at) VALUES (?, coalesce (?, 3), coalesce (?, 20), coalesce (?, 0),
          coalesce (?, 0), ?)
        """,
      arguments: [
        name == nil, likes.notebookStreak, likes.newPerDay, likes.isSimple, likes.showsStreak, now,
      ])
    let id = db.lastInsertedRowID
    if let name {
      try db.execute(
        sql: "INSERT INTO learner_name (learner_id, name) VALUES (?, ?)", arguments: [id, name])
    }
    try db.execute(
      sql: """
        INSERT INTO learner_membership (learner_id, since, unit_id, category) VALUES (?, ?, ?, ?)
        """, arguments: [id, now, unit, category.rawValue])
    return id
  }

  /// How a learner likes to practise; what is nil stays as it is.
  package struct Likes: Hashable, Sendable {
    package var notebookStreak: Int?
    package var newPerDay: Int?
    package var isSimple: Bool?
    package var showsStreak: Bool?

    package init(
      notebookStreak: Int? = nil, newPerDay: Int? = nil, isSimple: Bool? = nil,
      showsStreak: Bool? = nil
    ) {
      self.notebookStreak = notebookStreak
      self.newPerDay = newPerDay
      self.isSimple = isSimple
      self.showsStreak = showsStreak
    }
  }

  /// Changes a learner; what is nil stays. Unit and category get a new row in their history.
  package func change(
    _ learner: Learner, name: String?, unit: [String]?, category: PersonCategory?,
    likes: Likes = Likes(), now: Int64
  ) throws(StorageFailure) -> Learner {
    try file.write { db in
      if let name {
        try db.execute(
          sql: """
            INSERT INTO learner_name (learner_id, name) VALUES (?1, ?2)
            ON CONFLICT (learner_id) DO UPDATE SET name = ?2
            """, arguments: [learner.id.number, name])
      }
      try db.execute(
        sql: """
          UPDATE learner SET notebook_streak = coalesce (?2, notebook_streak),
            new_per_day = coalesce (?3, new_per_day), is_simple = coalesce (?4, is_simple),
            shows_streak = coalesce (?5, shows_streak) WHERE id = ?1
          """,
        arguments: [
          learner.id.number, likes.notebookStreak, likes.newPerDay, likes.isSimple,
          likes.showsStreak,
        ])
      if unit != nil || category != nil {
        let unitID = try unit.map { try Self.unit(db, path: $0) } ?? learner.unit?.id
        try db.execute(
          sql: """
            INSERT INTO learner_membership (learner_id, since, unit_id, category)
            VALUES (?1, max (?2, 1 + (SELECT max (since) FROM learner_membership
              WHERE learner_id = ?1)), ?3, ?4)
            """,
          arguments: [
            learner.id.number, now, unitID, (category ?? learner.category).rawValue,
          ])
      }
    }
    guard let changed = try self.learner(learner.id) else {
      throw .missing(.learner(learner.id.number))
    }
    return changed
  }

  /// The unit at the end of a path of names; missing units are made. nil for an empty path.
  static func unit(_ db: Database, path: [String]) throws -> Int64? {
    var parent: Int64?
    for (depth, name) in path.enumerated() {
      let known = try Int64.fetchOne(
        db, sql: "SELECT id FROM organization_unit WHERE name = ? AND parent_id IS ?",
        arguments: [name, parent])
      if let known {
        parent = known
      } else {
        try db.execute(
          sql: "INSERT INTO organization_unit (code, name, parent_id, level) VALUES (?, ?, ?, ?)",
          arguments: [
            path[...depth].joined(separator: "/"), name, parent,
            OrganizationUnit.Level.allCases[depth].rawValue,
          ])
        parent = db.lastInsertedRowID
      }
    }
    return parent
  }

  /// The person of this name who types for learners; made where there is none yet.
  package func assistant(named name: String) throws(StorageFailure) -> AssistantID {
    try file.write { db in
      if let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM assistant WHERE name = ?", arguments: [name])
      {
        return AssistantID(id)
      }
      try db.execute(sql: "INSERT INTO assistant (name) VALUES (?)", arguments: [name])
      return AssistantID(db.lastInsertedRowID)
    }
  }

  /// All units, parents before children.
  package func units() throws(StorageFailure) -> [OrganizationUnit] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, code, name, parent_id, level FROM organization_unit ORDER BY id"
      ).compactMap { Self.unit($0, from: 0) }
    }
  }
}
