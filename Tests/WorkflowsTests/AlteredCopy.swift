import Foundation
import GRDB
import Learning
import TestKit
import Workflows

/// A database altered by hand, past the program: in a copy, with the triggers taken away.
final class AlteredCopy {
  let folder: TemporaryFolder
  private let queue: DatabaseQueue

  /// - Parameter folder: a data folder whose database is closed.
  init(copyOf data: URL) throws {
    folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: data.appendingPathComponent("mingfa.sqlite"),
      to: folder.url.appendingPathComponent("mingfa.sqlite"))
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    queue = try DatabaseQueue(
      path: folder.url.appendingPathComponent("mingfa.sqlite").path, configuration: configuration)
    try queue.write { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      for name in try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      {
        try db.execute(sql: "DROP TRIGGER \(name)")
      }
    }
  }

  func execute(_ sql: String, _ arguments: StatementArguments = []) throws {
    try queue.write { db in try db.execute(sql: sql, arguments: arguments) }
  }

  /// What the program then says; the database can no longer be written to by this afterwards.
  func verify(against: [String] = []) throws -> VerifyEvidence.Outcome {
    let test = try opened()
    defer { try? test.data.file.close() }
    return try VerifyEvidence(test.data, actor: test.actor).verify(against: against)
  }

  /// The data folder as it is now.
  func opened() throws -> TestData {
    try queue.close()
    return try TestData(folder: folder.url)
  }

  // MARK: Chance

  /// Whatever bears on a result.
  private static let columns: [(table: String, columns: [String])] = [
    (
      "evidence",
      [
        "sequence", "kind", "exam_id", "candidate_id", "account_id", "payload", "utc", "monotonic",
        "boot", "digest",
      ]
    ),
    (
      "exam_grade",
      ["candidate_id", "score", "full_score", "pass_mark", "is_passed", "sections", "graded_at"]
    ),
    ("exam_form", ["exam_id", "position", "code", "sealed", "digest"]),
    ("exam_key", ["exam_id", "code"]),
    (
      "exam",
      [
        "code", "title", "blueprint", "make_up_of", "is_rehearsal", "hides_questions", "created_at",
      ]
    ),
    (
      "candidate",
      ["exam_id", "person_id", "number", "wave", "seat", "form", "seed", "extra_minutes"]
    ),
    ("exam_note", ["sequence", "text", "witness", "salt"]),
    ("exam_question", ["question_id"]),
    ("account_event", ["kind", "account_id", "by_id", "role", "made_at"]),
    ("account", ["role", "is_disabled"]),
  ]

  /// Alters one thing by chance.
  ///
  /// - Returns: what was done; nil where the database would not have it, and nothing was.
  func alter(_ chance: inout SeededGenerator) throws -> String? {
    // Half of them in the log.
    let pick = chance.next() % 2 == 0 ? 0 : Int(chance.next() % UInt64(Self.columns.count))
    let (table, columns) = Self.columns[pick]
    let numbers = (chance.next(), chance.next(), chance.next(), chance.next())
    do {
      return try queue.write { db in
        switch numbers.0 % 8 {
        case 0: return try Self.delete(from: table, numbers, db)
        case 1: return try Self.swap(in: table, columns, numbers, db)
        case 2: return try Self.copy(in: table, numbers, db)
        default:
          let column = columns[Int(numbers.1 % UInt64(columns.count))]
          return try Self.change(table, column, numbers, db)
        }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return nil
    }
  }

  private typealias Numbers = (UInt64, UInt64, UInt64, UInt64)

  /// Conditions that name each row.
  private static func rows(_ table: String, _ db: Database) throws -> [String] {
    let key = try db.primaryKey(table).columns
    return try Row.fetchAll(db, sql: "SELECT \(key.joined(separator: ", ")) FROM \(table)").map {
      row in
      key.map { "\($0) = \(row[$0] as Int64)" }.joined(separator: " AND ")
    }
  }

  private static func delete(
    from table: String, _ numbers: Numbers, _ db: Database
  ) throws -> String? {
    let rows = try rows(table, db)
    guard !rows.isEmpty else { return nil }
    let row = rows[Int(numbers.2 % UInt64(rows.count))]
    try db.execute(sql: "DELETE FROM \(table) WHERE \(row)")
    return "delete \(table) \(row)"
  }

  /// Two rows change what they hold in one column.
  private static func swap(
    in table: String, _ columns: [String], _ numbers: Numbers, _ db: Database
  ) throws -> String? {
    let rows = try rows(table, db)
    guard rows.count > 1 else { return nil }
    let column = columns[Int(numbers.1 % UInt64(columns.count))]
    let (one, other) = (
      rows[Int(numbers.2 % UInt64(rows.count))], rows[Int(numbers.3 % UInt64(rows.count))]
    )
    let values = try [one, other].map {
      try DatabaseValue.fetchOne(db, sql: "SELECT \(column) FROM \(table) WHERE \($0)") ?? .null
    }
    guard values[0] != values[1] else { return nil }
    let key = try db.primaryKey(table).columns
    // Rows that differ in nothing else are the same rows again.
    let others = try db.columns(in: table).map(\.name).filter { $0 != column }
    let rest = try [one, other].map { row in
      try Row.fetchOne(
        db, sql: "SELECT \((others + ["0"]).joined(separator: ", ")) FROM \(table) WHERE \(row)")
    }
    guard rest[0] != rest[1] else { return nil }
    // A key has to be free meanwhile.
    if key.contains(column) {
      try db.execute(sql: "UPDATE \(table) SET \(column) = -77 WHERE \(one)")
      try db.execute(
        sql: "UPDATE \(table) SET \(column) = ? WHERE \(other)", arguments: [values[0]])
      let moved = one.replacing("\(column) = \(values[0])", with: "\(column) = -77")
      try db.execute(
        sql: "UPDATE \(table) SET \(column) = ? WHERE \(moved)", arguments: [values[1]])
    } else {
      try db.execute(
        sql: "UPDATE \(table) SET \(column) = ? WHERE \(one)", arguments: [values[1]])
      try db.execute(
        sql: "UPDATE \(table) SET \(column) = ? WHERE \(other)", arguments: [values[0]])
    }
    return "swap \(table).\(column) of \(one) and \(other)"
  }

  /// A row comes once more under a key that is free.
  private static func copy(
    in table: String, _ numbers: Numbers, _ db: Database
  ) throws -> String? {
    let key = try db.primaryKey(table).columns
    guard let last = key.last, let row = try rows(table, db).randomElement(by: numbers.2) else {
      return nil
    }
    let columns = try db.columns(in: table).map(\.name)
    let values = columns.map { $0 == last ? "(SELECT max (\(last)) + 1 FROM \(table))" : $0 }
    try db.execute(
      sql: """
        INSERT INTO \(table) (\(columns.joined(separator: ", ")))
        SELECT \(values.joined(separator: ", ")) FROM \(table) WHERE \(row)
        """)
    return "copy \(table) \(row)"
  }

  /// One byte of a text or of bytes, or a number by a little.
  private static func change(
    _ table: String, _ column: String, _ numbers: Numbers, _ db: Database
  ) throws -> String? {
    guard let row = try rows(table, db).randomElement(by: numbers.2) else { return nil }
    let value =
      try DatabaseValue.fetchOne(
        db,
        sql: "SELECT CASE typeof (\(column)) WHEN 'text' THEN CAST (\(column) AS BLOB) "
          + "ELSE \(column) END FROM \(table) WHERE \(row)") ?? .null
    switch value.storage {
    case .blob(var data):
      guard !data.isEmpty else { return nil }
      let place = data.startIndex + Int(numbers.3 % UInt64(data.count))
      data[place] ^= UInt8(numbers.1 >> 16 & 127) + 1
      let isText =
        try String.fetchOne(db, sql: "SELECT typeof (\(column)) FROM \(table) WHERE \(row)")
        == "text"
      try db.execute(
        sql: "UPDATE \(table) SET \(column) = \(isText ? "CAST (? AS TEXT)" : "?") WHERE \(row)",
        arguments: [data])
      return "byte \(place) of \(table).\(column) \(row)"
    case .int64(let number):
      // What holds a truth holds the other.
      let isTruth = column.hasPrefix("is_") || column.hasPrefix("hides")
      let other = isTruth ? 1 - number : number &+ [1, -1, 7, 100][Int(numbers.3 % 4)]
      try db.execute(sql: "UPDATE \(table) SET \(column) = ? WHERE \(row)", arguments: [other])
      return "\(table).\(column) from \(number) to \(other), \(row)"
    default:
      try db.execute(sql: "UPDATE \(table) SET \(column) = 1 WHERE \(row)")
      return "\(table).\(column) from nothing to 1, \(row)"
    }
  }
}

extension Array {
  fileprivate func randomElement(by number: UInt64) -> Element? {
    isEmpty ? nil : self[Int(number % UInt64(count))]
  }
}
