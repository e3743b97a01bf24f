import Exams
import GRDB
import Learning
import People

/// Accounts, their passwords and what was done to them. All times are UTC milliseconds.
package struct AccountStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  private static let select = """
    SELECT a.id, n.name, a.role, a.learner_id, a.is_disabled, coalesce (p.is_temporary, 0),
      coalesce (g.failures, 0), coalesce (g.locked_until, 0), a.created_at
    FROM account a LEFT JOIN account_name n ON n.account_id = a.id
    LEFT JOIN account_password p ON p.account_id = a.id
    LEFT JOIN account_guard g ON g.account_id = a.id
    """

  private static func account(_ row: Row) -> Account {
    Account(
      id: AccountID(row[0]), name: row[1],
      // A role of a newer program may do nothing here but learn.
      role: Role(rawValue: row[2]) ?? .learner,
      learner: (row[3] as Int64?).map { LearnerID($0) }, isDisabled: row[4],
      passwordIsTemporary: row[5], failures: row[6], lockedUntil: row[7], createdAt: row[8])
  }

  /// All accounts, by number.
  package func accounts() throws(StorageFailure) -> [Account] {
    try file.read { db in
      try Row.fetchAll(db, sql: Self.select + " ORDER BY a.id").map(Self.account)
    }
  }

  /// Whether there is none yet.
  package func isEmpty() throws(StorageFailure) -> Bool {
    try file.read { db in try Self.isEmpty(db) }
  }

  private static func isEmpty(_ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM account)") ?? true
  }

  /// The account with this number; nil where there is none.
  package func account(_ id: AccountID) throws(StorageFailure) -> Account? {
    try file.read { db in try Self.account(db, id) }
  }

  private static func account(_ db: Database, _ id: AccountID) throws -> Account? {
    try Row.fetchOne(db, sql: select + " WHERE a.id = ?", arguments: [id.number]).map(account)
  }

  /// The account with exactly this name; nil where there is none.
  package func account(named name: String) throws(StorageFailure) -> Account? {
    try file.read { db in
      try Row.fetchOne(db, sql: Self.select + " WHERE n.name = ?", arguments: [name])
        .map(Self.account)
    }
  }

  /// The account of this learner; nil where there is none.
  package func account(of learner: LearnerID) throws(StorageFailure) -> Account? {
    try file.read { db in
      try Row.fetchOne(
        db, sql: Self.select + " WHERE a.learner_id = ?", arguments: [learner.number]
      )
      .map(Self.account)
    }
  }

  /// The hash of an account's password, as it was stored; nil for someone who was forgotten.
  package func password(of id: AccountID) throws(StorageFailure) -> String? {
    try file.read { db in
      try String.fetchOne(
        db, sql: "SELECT hash FROM account_password WHERE account_id = ?", arguments: [id.number])
    }
  }

  /// What a new account is to be.
  package struct New: Sendable {
    package var name: String
    package var role: Role
    package var learner: LearnerID?
    /// The hash of its password.
    package var hash: String
    package var passwordIsTemporary: Bool

    package init(
      name: String, role: Role, learner: LearnerID? = nil, hash: String,
      passwordIsTemporary: Bool = false
    ) {
      self.name = name
      self.role = role
      self.learner = learner
      self.hash = hash
      self.passwordIsTemporary = passwordIsTemporary
    }
  }

  /// Adds an account.
  ///
  /// - Parameters:
  ///   - isFirst: whether it is to be the first; where another was quicker, nothing is added.
  ///   - by: who adds it; nil for the first.
  /// - Returns: the account; nil where it was to be the first and is not.
  /// - Throws: `StorageFailure.refused` where the name, or the learner, has an account already.
  package func add(
    _ new: New, isFirst: Bool = false, by: AccountID?, at moment: Moment
  ) throws(StorageFailure) -> Account? {
    try file.writeInTurn { db in
      if isFirst, try !Self.isEmpty(db) { return nil }
      try db.execute(
        sql: """
          INSERT INTO account (role, learner_id, is_disabled, created_at) VALUES (?, ?, 0, ?)
          """, arguments: [new.role.rawValue, new.learner?.number, moment.utc])
      let id = AccountID(db.lastInsertedRowID)
      try db.execute(
        sql: "INSERT INTO account_name (account_id, name) VALUES (?, ?)",
        arguments: [id.number, new.name])
      try Self.setPassword(db, id, hash: new.hash, isTemporary: new.passwordIsTemporary)
      try Self.record(db, .created, id, by: by, at: moment)
      return try Self.account(db, id)
    }
  }

  /// Gives an account another role and ends its sign-ins.
  ///
  /// - Returns: whether it was done; not where nobody would be left who keeps the accounts.
  package func set(
    role: Role, of id: AccountID, by: AccountID?, at moment: Moment
  ) throws(StorageFailure) -> Bool {
    try file.writeInTurn { db in
      if role != .administrator, try Self.isLastAdministrator(db, id) { return false }
      try db.execute(
        sql: "UPDATE account SET role = ? WHERE id = ?", arguments: [role.rawValue, id.number])
      try Self.endSessions(db, of: id)
      try Self.record(db, .role, id, by: by, at: moment)
      return true
    }
  }

  /// Takes an account out of use, or lets it be used again; its sign-ins end.
  ///
  /// - Returns: whether it was done; not where nobody would be left who keeps the accounts.
  package func set(
    disabled: Bool, of id: AccountID, by: AccountID?, at moment: Moment
  ) throws(StorageFailure) -> Bool {
    try file.writeInTurn { db in
      if disabled, try Self.isLastAdministrator(db, id) { return false }
      try db.execute(
        sql: "UPDATE account SET is_disabled = ? WHERE id = ?", arguments: [disabled, id.number])
      try Self.endSessions(db, of: id)
      try Self.record(db, disabled ? .disabled : .enabled, id, by: by, at: moment)
      return true
    }
  }

  /// Sets a password; all sign-ins of the account end, and so does its wait.
  ///
  /// - Parameters:
  ///   - kind: `.password`, `.reset` or `.recovered`; the last also makes the account an administrator in
  ///     use.
  package func set(
    password hash: String, isTemporary: Bool, of id: AccountID, as kind: AccountEvent.Kind,
    by: AccountID?, at moment: Moment
  ) throws(StorageFailure) {
    try file.writeInTurn { db in
      if kind == .recovered {
        try db.execute(
          sql: "UPDATE account SET role = ?, is_disabled = 0 WHERE id = ?",
          arguments: [Role.administrator.rawValue, id.number])
      }
      try Self.setPassword(db, id, hash: hash, isTemporary: isTemporary)
      try Self.endSessions(db, of: id)
      try Self.endWait(db, of: id)
      try Self.record(db, kind, id, by: by, at: moment)
    }
  }

  /// Stores the hash of the same password at another cost; no event.
  package func renew(hash: String, of id: AccountID) throws(StorageFailure) {
    try file.write { db in
      try db.execute(
        sql: "UPDATE account_password SET hash = ? WHERE account_id = ?",
        arguments: [hash, id.number])
    }
  }

  private static func setPassword(
    _ db: Database, _ id: AccountID, hash: String, isTemporary: Bool
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO account_password (account_id, hash, is_temporary) VALUES (?1, ?2, ?3)
        ON CONFLICT (account_id) DO UPDATE SET hash = ?2, is_temporary = ?3
        """, arguments: [id.number, hash, isTemporary])
  }

  private static func isLastAdministrator(_ db: Database, _ id: AccountID) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT (SELECT role = ?2 AND NOT is_disabled FROM account WHERE id = ?1)
          AND NOT EXISTS (SELECT 1 FROM account WHERE role = ?2 AND NOT is_disabled AND id <> ?1)
        """, arguments: [id.number, Role.administrator.rawValue]) ?? false
  }

  /// Takes name, password and sign-ins of a learner's account away; the number stays, disabled.
  static func forget(_ db: Database, _ learner: LearnerID, at moment: Moment) throws {
    guard
      let number = try Int64.fetchOne(
        db, sql: "SELECT id FROM account WHERE learner_id = ?", arguments: [learner.number])
    else { return }
    for table in ["account_name", "account_password", "account_session", "account_guard"] {
      try db.execute(
        sql: "DELETE FROM \(table) WHERE account_id = ?", arguments: [number])
    }
    try db.execute(sql: "UPDATE account SET is_disabled = 1 WHERE id = ?", arguments: [number])
    try record(db, .forgotten, AccountID(number), by: nil, at: moment)
  }

  // MARK: Events

  /// Puts something on record that changed nothing else.
  package func record(
    _ kind: AccountEvent.Kind, of id: AccountID, by: AccountID?, at moment: Moment
  ) throws(StorageFailure) {
    try file.writeInTurn { db in try Self.record(db, kind, id, by: by, at: moment) }
  }

  static func record(
    _ db: Database, _ kind: AccountEvent.Kind, _ id: AccountID, by: AccountID?, at moment: Moment
  ) throws {
    try db.execute(
      sql: """
        INSERT INTO account_event (kind, account_id, by_id, role, made_at)
        SELECT ?1, id, ?3, role, ?4 FROM account WHERE id = ?2
        """, arguments: [kind.rawValue, id.number, by?.number, moment.utc])
    guard db.changesCount > 0 else { return }
    try logEvent(db.lastInsertedRowID, kind, id, by: by, at: moment, in: db)
  }

  /// The same in the log of evidence, in the same commit: roles bear on results.
  private static func logEvent(
    _ event: Int64, _ kind: AccountEvent.Kind, _ id: AccountID, by: AccountID?, at moment: Moment,
    in db: Database
  ) throws {
    let role = try String.fetchOne(
      db, sql: "SELECT role FROM account_event WHERE id = ?", arguments: [event])
    try EvidenceStore.append(
      EvidenceEntry.Act(
        kind: "account",
        payload: "{\"event\":\(event),\"kind\":\"\(kind.rawValue)\",\"of\":\(id.number),"
          + "\"role\":\"\(role ?? "")\"}",
        moment: moment, account: by?.number ?? 0), to: db)
  }

  /// Brings what was done to accounts before there was a log of it into the log, with its own time.
  static func enterEvents(_ db: Database, at moment: Moment) throws {
    for row in try Row.fetchAll(
      db, sql: "SELECT id, kind, account_id, by_id, role, made_at FROM account_event ORDER BY id")
    {
      let payload =
        "{\"event\":\(row[0] as Int64),\"kind\":\"\(row[1] as String)\","
        + "\"of\":\(row[2] as Int64),\"role\":\"\(row[4] as String)\",\"at\":\(row[5] as Int64)}"
      try EvidenceStore.append(
        EvidenceEntry.Act(
          kind: "account", payload: payload, moment: moment, account: row[3] ?? 0), to: db)
    }
  }

  /// All that was done to accounts, the oldest first. What a newer program recorded is passed over.
  package func events() throws(StorageFailure) -> [AccountEvent] {
    try file.read { db in
      try Row.fetchAll(
        db, sql: "SELECT id, kind, account_id, by_id, role, made_at FROM account_event ORDER BY id"
      ).compactMap(Self.event)
    }
  }

  /// The recoveries of which no administrator has taken note, the oldest first.
  package func recoveriesToNote() throws(StorageFailure) -> [AccountEvent] {
    try file.read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT id, kind, account_id, by_id, role, made_at FROM account_event
          WHERE kind = ?1 AND id > coalesce ((SELECT max (id) FROM account_event WHERE kind = ?2), 0)
          ORDER BY id
          """,
        arguments: [
          AccountEvent.Kind.recovered.rawValue, AccountEvent.Kind.acknowledged.rawValue,
        ]
      ).compactMap(Self.event)
    }
  }

  private static func event(_ row: Row) -> AccountEvent? {
    guard let kind = AccountEvent.Kind(rawValue: row[1]), let role = Role(rawValue: row[4]) else {
      return nil
    }
    return AccountEvent(
      number: row[0], kind: kind, account: AccountID(row[2]),
      by: (row[3] as Int64?).map { AccountID($0) }, role: role, madeAt: row[5])
  }
}
