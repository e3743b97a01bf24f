import GRDB
import GRDBSQLite

/// A prepared statement that takes bytes as they stand in memory and gives numbers as they stand in the
/// row. GRDB makes a value of each argument and column, which costs a load of 100,000 questions more
/// than SQLite itself.
struct BoundStatement {
  private let statement: Statement
  private let db: Database

  /// - Throws: `DatabaseError`.
  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
  }

  /// The statement that the connection keeps for this text, prepared at its first use.
  ///
  /// - Throws: `DatabaseError`.
  init(cachedBy db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
  }

  private var handle: OpaquePointer { statement.sqliteStatement }

  // MARK: Arguments, numbered from 1

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

  /// Binds a number with a fraction; nil binds NULL.
  func bind(_ place: Int32, _ number: Double?) {
    if let number {
      sqlite3_bind_double(handle, place, number)
    } else {
      sqlite3_bind_null(handle, place)
    }
  }

  /// Binds a text, which is copied; nil binds NULL.
  func bind(_ place: Int32, _ text: String?) {
    guard let text else { return bind(place, nil as Int64?) }
    sqlite3_bind_text(handle, place, text, Int32(clamping: text.utf8.count), Self.copied)
  }

  /// Binds bytes as a text. They have to stay where they are until the statement has run.
  func bind(_ place: Int32, text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard let base = text.baseAddress else { return bind(place, nil as Int64?) }
    let start = UnsafeRawPointer(base + range.lowerBound).assumingMemoryBound(to: CChar.self)
    sqlite3_bind_text(handle, place, start, Int32(clamping: range.count), nil)
  }

  /// Binds the 16 bytes of a digest, which are copied; nil binds NULL.
  func bind(_ place: Int32, _ digest: UInt128?) {
    guard let digest else { return bind(place, nil as Int64?) }
    withUnsafeBytes(of: digest) {
      _ = sqlite3_bind_blob(handle, place, $0.baseAddress, Int32($0.count), Self.copied)
    }
  }

  /// Binds bytes, which are copied.
  func bind(_ place: Int32, bytes: [UInt8]) {
    _ = bytes.withUnsafeBytes {
      sqlite3_bind_blob(handle, place, $0.baseAddress, Int32(clamping: $0.count), Self.copied)
    }
  }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  // MARK: Running

  /// Runs the statement, which returns no rows.
  ///
  /// - Throws: `DatabaseError`.
  func run() throws {
    let status = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard status == SQLITE_DONE else { throw error }
  }

  /// Goes to the next row; false where there is none, and the statement can begin anew.
  ///
  /// - Throws: `DatabaseError`.
  func next() throws -> Bool {
    let status = sqlite3_step(handle)
    if status == SQLITE_ROW { return true }
    sqlite3_reset(handle)
    guard status == SQLITE_DONE else { throw error }
    return false
  }

  /// Leaves the row, so that the statement can begin anew.
  func reset() { sqlite3_reset(handle) }

  private var error: DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
      message: db.lastErrorMessage, sql: statement.sql)
  }

  // MARK: Columns of the row, numbered from 0

  /// A number; nil for NULL.
  func number(_ column: Int32) -> Int64? {
    sqlite3_column_type(handle, column) == SQLITE_NULL ? nil : sqlite3_column_int64(handle, column)
  }

  /// A number; 0 for NULL.
  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// A number with a fraction; nil for NULL.
  func fraction(_ column: Int32) -> Double? {
    sqlite3_column_type(handle, column) == SQLITE_NULL
      ? nil : sqlite3_column_double(handle, column)
  }

  /// The bytes of a text as they stand in the row, until it is left; empty for NULL.
  func text(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(handle, column)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// A text, read as it can be; empty for NULL.
  func string(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The bytes of a column as they stand in the row, until it is left; empty for NULL.
  func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, column)))
  }

  /// A digest; nil for NULL, and for what is none.
  func digest(_ column: Int32) -> UInt128? {
    guard let bytes = sqlite3_column_blob(handle, column),
      sqlite3_column_bytes(handle, column) == MemoryLayout<UInt128>.size
    else { return nil }
    return bytes.loadUnaligned(as: UInt128.self)
  }
}
