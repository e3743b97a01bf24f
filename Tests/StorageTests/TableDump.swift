import GRDB

@testable import Storage

extension DatabaseFile {
  /// Every row of every table, as SQL literals: what it means that nothing has changed.
  func dump() throws -> [String: [String]] {
    try read { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      return try tables.reduce(into: [:]) { dump, table in
        let columns = try db.columns(in: table).map { "quote (\"\($0.name)\")" }
        dump[table] = try String.fetchAll(
          db,
          sql:
            "SELECT \(columns.joined(separator: " || '|' || ")) AS line FROM \"\(table)\" ORDER BY line"
        )
      }
    }
  }

  /// How many rows a table has, or those that a condition chooses.
  func count(_ table: String, where condition: String = "1") throws -> Int {
    try read {
      try Int.fetchOne($0, sql: "SELECT count (*) FROM \(table) WHERE \(condition)") ?? 0
    }
  }

  func text(_ sql: String) throws -> [String] {
    try read { try String.fetchAll($0, sql: sql) }
  }

  /// Runs a statement as our program never would.
  func execute(_ sql: String) throws {
    try write { try $0.execute(sql: sql) }
  }
}
