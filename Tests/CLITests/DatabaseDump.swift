import Foundation
import GRDB

/// The whole content of a database as text, so that "nothing was written" can be compared.
enum DatabaseDump {
  /// Every table's name and rows in a fixed order, with the schema and its versions.
  ///
  /// - Parameter leftOut: tables whose rows are not wanted.
  static func text(of folder: URL, without leftOut: Set<String> = []) throws -> String {
    let queue = try open(folder)
    return try queue.read { db in
      var lines: [String] = []
      for pragma in ["application_id", "user_version"] {
        lines.append("\(pragma) \(try Int.fetchOne(db, sql: "PRAGMA \(pragma)") ?? 0)")
      }
      let tables = try Row.fetchAll(
        db, sql: "SELECT type, name, sql FROM sqlite_master ORDER BY type, name")
      for table in tables {
        lines.append("\(table)")
        let name: String = table["name"]
        guard table["type"] == "table", !leftOut.contains(name) else { continue }
        // SQLite writes the values: a few hundred such texts are compared after power cuts.
        let columns = try db.columns(in: name).map { "quote (\"\($0.name)\")" }
        lines += try String.fetchAll(
          db,
          sql: "SELECT \(columns.joined(separator: " || ' ' || ")) FROM \"\(name)\" ORDER BY 1")
      }
      return lines.joined(separator: "\n")
    }
  }

  /// The first column of a query.
  static func column(_ sql: String, in folder: URL) throws -> [String] {
    try column(sql, at: folder.appendingPathComponent("mingfa.sqlite").path)
  }

  /// The first column of a query to any database.
  static func column(_ sql: String, at path: String) throws -> [String] {
    try DatabaseQueue(path: path).read { db in
      try Row.fetchAll(db, sql: sql).map { row in
        switch (row.first?.1 ?? .null).storage {
        case .int64(let number): String(number)
        case .string(let text): text
        case .double(let number): String(number)
        case .null, .blob: ""
        }
      }
    }
  }

  /// Does something to a database behind the program's back.
  static func change(_ sql: String, in folder: URL) throws {
    try open(folder).writeWithoutTransaction { try $0.execute(sql: sql) }
  }

  static func open(_ folder: URL) throws -> DatabaseQueue {
    try DatabaseQueue(path: folder.appendingPathComponent("mingfa.sqlite").path)
  }
}
