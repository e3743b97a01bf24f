import GRDB

/// The schemas in their order. The number of the last is the database's `user_version`.
enum Migrations {
  /// Marks a file as ours: "MGFA".
  static let applicationID = 0x4D47_4641

  private static let steps: [(Int, [String])] = [
    (1, [Migration1.people, Migration1.banks, Migration1.attempts]),
    (2, [Migration2.learning, Migration2.words]),
    (3, [Migration3.sources]),
    (4, [Migration4.steps]),
    (5, [Migration5.order]),
    (6, [Migration6.statutes]),
    (7, [Migration7.waivers]),
    (8, [Migration8.review]),
    (9, [Migration9.accounts]),
    (10, [Migration10.exams]),
    (11, [Migration11.units, Migration11.windows, Migration11.guesses, Migration11.notes]),
  ]

  /// The newest schema that this program knows.
  static let newest = steps.count

  /// - Parameters:
  ///   - station: the name of this computer, for a new database. It comes with the first schema, in one
  ///     commit: whenever a first start is killed, the file is whole or still new.
  ///   - now: UTC milliseconds.
  static func migrator(station: String, now: Int64) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for (number, scripts) in steps {
      migrator.registerMigration("schema \(number)") { db in
        for script in scripts { try db.execute(sql: script) }
        if number == 1 {
          try db.execute(
            sql: "INSERT INTO station (id, code, created_at) VALUES (1, ?, ?)",
            arguments: [station, now])
        }
        if number == 11 { try Migration11.settle(db, now: now) }
        try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(number)")
      }
    }
    return migrator
  }
}
