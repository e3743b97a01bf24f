import Exams
import Foundation
import GRDB
import Learning
import Seals

/// The log of evidence: appended to and read, nothing else.
package struct EvidenceStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// Names the database in its chain.
  package func database() throws(StorageFailure) -> String {
    try file.read { db in try Self.database(db) }
  }

  /// How far the chain has come; nil where it has not begun.
  package func head() throws(StorageFailure) -> ChainHead? {
    try file.read { db in try Self.head(db) }
  }

  /// Appends acts that come with no other change, in one commit.
  package func append(_ acts: [EvidenceEntry.Act]) throws(StorageFailure) {
    try file.writeInTurn { db in for act in acts { try Self.append(act, to: db) } }
  }

  /// Whether an act of this kind with exactly this payload is on record, of no exam.
  package func holds(_ kind: String, payload: String) throws(StorageFailure) -> Bool {
    try file.read { db in
      try Bool.fetchOne(
        db,
        sql: """
          SELECT EXISTS (SELECT 1 FROM evidence
            WHERE exam_id = 0 AND candidate_id = 0 AND kind = ? AND payload = ?)
          """, arguments: [kind, payload]) ?? false
    }
  }

  /// The entries that concern an exam but no candidate of it, in order; those of accounts for 0.
  package func entries(ofExam exam: Int64) throws(StorageFailure) -> [EvidenceEntry] {
    try file.read { db in
      try Self.entries(db, "WHERE exam_id = ? AND candidate_id = 0", [exam])
    }
  }

  /// All entries, in order.
  package func entries() throws(StorageFailure) -> [EvidenceEntry] {
    try file.read { db in try Self.entries(db, "", []) }
  }

  static func database(_ db: Database) throws -> String {
    let row = try BoundStatement(cachedBy: db, "SELECT code FROM station WHERE id = 1")
    guard try row.next() else { return "" }
    defer { row.reset() }
    return row.string(0)
  }

  static func head(_ db: Database) throws -> ChainHead? {
    let row = try BoundStatement(
      cachedBy: db, "SELECT sequence, digest FROM evidence ORDER BY sequence DESC LIMIT 1")
    guard try row.next() else { return nil }
    defer { row.reset() }
    guard let digest = Digest(stored: Array(row.bytes(1))) else { return nil }
    return ChainHead(count: row.integer(0), digest: digest)
  }

  /// Appends an act within a transaction that holds the database for writing.
  @discardableResult
  static func append(_ act: EvidenceEntry.Act, to db: Database) throws -> EvidenceEntry {
    let entry = EvidenceEntry(act, after: try head(db), in: try database(db))
    let row = try BoundStatement(
      cachedBy: db,
      """
      INSERT INTO evidence (sequence, kind, exam_id, candidate_id, account_id, payload, utc,
        monotonic, boot, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
      """)
    row.bind(1, entry.sequence)
    row.bind(2, act.kind)
    row.bind(3, act.exam)
    row.bind(4, act.candidate)
    row.bind(5, act.account)
    row.bind(6, act.payload)
    row.bind(7, act.moment.utc)
    row.bind(8, act.moment.monotonic)
    row.bind(9, act.moment.boot)
    row.bind(10, bytes: entry.digest.bytes)
    try row.run()
    return entry
  }

  static func entries(
    _ db: Database, _ condition: String, _ arguments: StatementArguments
  ) throws -> [EvidenceEntry] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT sequence, kind, exam_id, candidate_id, account_id, payload, utc, monotonic, boot, digest
        FROM evidence \(condition) ORDER BY sequence
        """)
    let rows = try Row.fetchCursor(statement, arguments: arguments)
    var entries: [EvidenceEntry] = []
    while let row = try rows.next() {
      entries.append(
        EvidenceEntry(
          sequence: row[0],
          act: EvidenceEntry.Act(
            kind: row[1], exam: row[2], candidate: row[3], payload: row[5],
            moment: Moment(utc: row[6], monotonic: row[7], boot: row[8]), account: row[4]),
          // A digest of another size is no digest: the audit says so.
          digest: Digest(stored: [UInt8](row[9] as Data)) ?? .none))
    }
    return entries
  }
}
