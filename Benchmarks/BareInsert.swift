import GRDBSQLite

/// One durable insert straight on the C interface, with one prepared statement: what any program has
/// to pay that keeps something before it says so.
final class BareInsert {
  private var connection: OpaquePointer?
  private var statement: OpaquePointer?

  init(path: String) throws {
    guard sqlite3_open(path, &connection) == SQLITE_OK else {
      throw Obstacle.wrongResult("the baseline's database does not open")
    }
    for sql in [
      "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL",
      "CREATE TABLE answer (id INTEGER PRIMARY KEY, question INTEGER, verdict INTEGER, body TEXT)",
    ] where sqlite3_exec(connection, sql, nil, nil, nil) != SQLITE_OK {
      throw Obstacle.wrongResult("the baseline refuses \(sql)")
    }
    sqlite3_prepare_v2(
      connection, "INSERT INTO answer (question, verdict, body) VALUES (?1, 1, ?2)", -1, &statement,
      nil)
  }

  deinit {
    sqlite3_finalize(statement)
    sqlite3_close(connection)
  }

  /// Seconds of one insert, from binding to the end of its commit.
  func insert(_ question: Int) throws -> Double {
    let began = Clock.now()
    sqlite3_bind_int64(statement, 1, Int64(question))
    sqlite3_bind_text(statement, 2, "{\"options\":[1,3]}", -1, nil)
    let status = sqlite3_step(statement)
    sqlite3_reset(statement)
    let seconds = Clock.now() - began
    guard status == SQLITE_DONE else { throw Obstacle.wrongResult("the bare insert: \(status)") }
    return seconds
  }
}
