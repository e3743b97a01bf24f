import GRDB
import GRDBSQLite

/// A prepared statement that takes bytes as they stand in memory. GRDB wants a value for each argument,
/// which costs a load of 100,000 questions more than SQLite itself.
struct BoundStatement {
  private let statement: Statement
  private let db: Database

  /// - Throws: `DatabaseError`.
  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
  }

  private var handle: OpaquePointer { statement.sqliteStatement }

  /// Binds a number; nil binds NULL.
  func bind(_ place: Int32, _ number: Int64?) {
    if let number {
      sqlite3_bind_int64(handle, place, number)
    } else {
      sqlite3_bind_null(handle, place)
    }
  }

  /// Binds a number; nil binds NULL.
  func bind(_ place: Int32, _ number: Int?) { bind(place, number.map(Int64.init)) }

  /// Binds bytes as a text. They have to stay where they are until the statement has run.
  func bind(_ place: Int32, text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let base = text.baseAddress else { return bind(place, nil as Int64?) }
    let start = UnsafeRawPointer(base + range.lowerBound).assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text(handle, place, start, Int32(clamping: range.count), nil)
  }

  /// Binds a text, which is copied.
  func bind(_ place: Int32, _ text: String) {
    sqlite3_bind_text(handle, place, text, -1, Self.copied)
  }

  /// Binds the 16 bytes of a digest, which are copied.
  func bind(_ place: Int32, _ digest: DigestValue) {
    digest.withBytes {
      _ = sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Self.copied)
    }
  }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  /// Runs the statement, which returns no rows.
  ///
  /// - Throws: `DatabaseError`.
  func run() throws {
    let status = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard status == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
        message: db.lastErrorMessage, sql: statement.sql)
    }
  }
}
