import GRDB
import Learning
import People
import Questions
import Statutes

/// What puts questions in doubt, and what reviewers say to it.
package struct FlagStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// The flags that are not settled, in the order of the banks.
  ///
  /// - Parameter bank: of this bank only.
  package func flags(bank: Int64? = nil) throws(StorageFailure) -> [StoredFlag] {
    try file.read { db in try Self.flags(db, bank: bank, version: nil) }
  }

  /// The flags of a version that are not settled.
  package func flags(of version: Int64) throws(StorageFailure) -> [StoredFlag] {
    try file.read { db in try Self.flags(db, bank: nil, version: version) }
  }

  private static func flags(
    _ db: Database, bank: Int64?, version: Int64?
  ) throws -> [StoredFlag] {
    var decisions: [Int64: [StoredFlag.Decision]] = [:]
    for row in try Row.fetchAll(
      db,
      sql: """
        SELECT d.flag_id, d.verdict, r.name, d.reason, d.decided_at FROM flag_decision d
        JOIN reviewer r ON r.id = d.reviewer_id JOIN question_flag f ON f.id = d.flag_id
        WHERE f.closed_at IS NULL ORDER BY d.id
        """)
    {
      guard let verdict = FlagReview.Verdict(rawValue: row[1]) else { continue }
      decisions[row[0], default: []].append(
        StoredFlag.Decision(
          verdict: verdict, reviewer: row[2], reason: row[3], decidedAt: row[4]))
    }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT f.id, q.id, f.version_id, b.code, q.code, f.objection_id, f.statute, f.old_edition,
          f.new_edition, f.citation, f.change, f.raised_at,
          (SELECT e.effective FROM statute s JOIN statute_edition e ON e.statute_id = s.id
            WHERE s.title = f.statute AND e.date = f.new_edition)
        FROM question_flag f JOIN question_version v ON v.id = f.version_id
        JOIN question q ON q.version_id = v.id JOIN bank b ON b.id = q.bank_id
        WHERE f.closed_at IS NULL AND v.state <> ?3 AND (?1 IS NULL OR b.id = ?1)
          AND (?2 IS NULL OR v.id = ?2)
        ORDER BY b.id, q.place, q.part, f.id
        """, arguments: [bank, version, QuestionState.retired.rawValue]
    ).compactMap { row in
      guard let cause = cause(row) else { return nil }
      let id: Int64 = row[0]
      return StoredFlag(
        id: id, ref: QuestionRef(question: row[1], version: row[2]), bankCode: row[3],
        questionCode: row[4], cause: cause,
        effective: (row[12] as String?).flatMap { CalendarDate(iso: $0) },
        decisions: decisions[id] ?? [], raisedAt: row[11])
    }
  }

  private static func cause(_ row: Row) -> StoredFlag.Cause? {
    if let objection = row[5] as Int64? { return .objection(objection) }
    guard let old = CalendarDate(iso: row[7] as String),
      let new = CalendarDate(iso: row[8] as String),
      let citation = try? CitationText.read(row[9]).get().first,
      let change = ChangeKind(rawValue: row[10])
    else { return nil }
    return .amendment(
      AmendmentFlag.Place(
        statute: StatuteTitle(row[6] as String), old: old, new: new, citation: citation,
        change: change))
  }

  /// Puts questions in doubt. One that is flagged for the same is left alone; a flag for an earlier edition
  /// of the same statute is closed, since the newer one is compared with what the question rests on.
  ///
  /// - Returns: how many questions were flagged that were not.
  package func flag(_ flags: [AmendmentFlag], now: Int64) throws(StorageFailure) -> Int {
    try file.write { db in try Self.flag(flags, now: now, in: db) }
  }

  static func flag(_ flags: [AmendmentFlag], now: Int64, in db: Database) throws -> Int {
    let states = StateWriter(db, now: now)
    var flagged: Set<Int64> = []
    for flag in flags {
      let place = flag.place
      try db.execute(
        sql: """
          INSERT INTO question_flag (version_id, statute, old_edition, new_edition, citation, change,
            raised_at)
          VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
          """,
        arguments: [
          flag.version, place.statute.short, place.old.iso, place.new.iso,
          place.citation.text(in: .chinese), place.change.rawValue, now,
        ])
      guard db.changesCount > 0 else { continue }
      try db.execute(
        sql: """
          UPDATE question_flag SET closed_at = ?
          WHERE version_id = ? AND statute = ? AND new_edition < ? AND closed_at IS NULL
          """, arguments: [now, flag.version, place.statute.short, place.new.iso])
      let reason = "\(place.statute.short) \(place.new.iso)"
      if try states.make(.flagged, of: flag.version, reason: reason) == .flagged {
        flagged.insert(flag.version)
      }
    }
    return flagged.count
  }

  /// Keeps what a reviewer says to a flag. Where it is settled by that, the flag is closed, and the
  /// question leaves doubt with its last flag.
  ///
  /// - Parameter keepsPlace: whether the newer edition has what is cited at the same place, so that the
  ///   question, once its key is confirmed, rests on that edition as it is.
  /// - Returns: whether it could be said: nobody confirms what he decided himself, and a settled flag is
  ///   settled.
  package func decide(
    _ verdict: FlagReview.Verdict, on flag: StoredFlag, by reviewer: String, reason: String,
    keepsPlace: Bool, now: Int64
  ) throws(StorageFailure) -> Bool {
    try file.write { db in
      // As it stands now: another terminal may have decided meanwhile.
      let present = try Self.flags(db, bank: nil, version: flag.ref.version)
      guard let stored = present.first(where: { $0.id == flag.id }),
        stored.review.allows(verdict, by: reviewer)
      else { return false }
      let number = try StateWriter.reviewer(reviewer, in: db)
      try db.execute(
        sql: """
          INSERT INTO flag_decision (flag_id, verdict, reason, reviewer_id, decided_at)
          VALUES (?, ?, ?, ?, ?)
          """, arguments: [flag.id, verdict.rawValue, reason, number, now])
      let decided = FlagReview(stored.verdicts + [.init(verdict, by: reviewer)])
      guard decided == .settled else { return true }
      if case .amendment(let place) = stored.cause, verdict == .confirmed, keepsPlace {
        try Self.rest(stored.ref.version, on: place, checkedBy: reviewer, now: now, in: db)
      }
      try Self.close(flag.id, now: now, in: db)
      try StateWriter(db, now: now, reviewer: number).settle(stored.ref.version, reason: reason)
      return true
    }
  }

  static func close(_ flag: Int64, now: Int64, in db: Database) throws {
    try db.execute(
      sql: "UPDATE question_flag SET closed_at = ? WHERE id = ?", arguments: [now, flag])
  }

  /// A version whose key stands rests on the newer edition, once nothing of that edition is left to
  /// decide; it was held against it today.
  private static func rest(
    _ version: Int64, on place: AmendmentFlag.Place, checkedBy reviewer: String, now: Int64,
    in db: Database
  ) throws {
    let left = try Int.fetchOne(
      db,
      sql: """
        SELECT count (*) FROM question_flag
        WHERE version_id = ? AND statute = ? AND new_edition = ? AND closed_at IS NULL
        """, arguments: [version, place.statute.short, place.new.iso])
    guard left ?? 0 <= 1 else { return }
    try rest(version, on: [place.statute: place.new], in: db)
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO version_check (version_id, statute, edition, checked_by, checked_on)
        VALUES (?, ?, ?, ?, date (? / 1000 + 8 * 3600, 'unixepoch'))
        """, arguments: [version, place.statute.short, place.new.iso, reviewer, now])
  }

  /// Notes that a version rests on other editions than its bank names.
  static func rest(
    _ version: Int64, on editions: [StatuteTitle: CalendarDate], in db: Database
  ) throws {
    for (statute, edition) in editions {
      try db.execute(
        sql: """
          INSERT INTO version_edition (version_id, statute, edition) VALUES (?, ?, ?)
          ON CONFLICT (version_id, statute) DO UPDATE SET edition = excluded.edition
          """, arguments: [version, statute.short, edition.iso])
    }
  }
}
