import GRDB

/// Settings that belong to the data, since figures depend on them.
package struct SettingStore: Sendable {
  let file: DatabaseFile

  package init(_ file: DatabaseFile) { self.file = file }

  /// What can be set. The raw values are the keys in the database.
  package enum Key: String, CaseIterable, Sendable {
    /// The hour at which a day begins, 0 to 23.
    case dayStart = "day-start"
    /// The zone in which it begins, such as Asia/Shanghai.
    case zone
    /// Shipped bank versions that were offered and declined: `code version` lines.
    case declinedBanks = "declined-banks"
    /// Set by a schema that keeps more of memories than the one before: they are to be made anew.
    case memoriesToRebuild = "memories-to-rebuild"
  }

  /// The value of a setting; nil where it was never set.
  package func value(_ key: Key) throws(StorageFailure) -> String? {
    try file.read { db in
      try String.fetchOne(
        db.cachedStatement(sql: "SELECT value FROM setting WHERE key = ?"),
        arguments: [key.rawValue])
    }
  }

  /// Sets a value, over the old one. What a value may be is checked by Workflows, not here.
  package func set(_ key: Key, to value: String) throws(StorageFailure) {
    try file.write { db in try Self.set(db, key, to: value) }
  }

  /// The same within a commit; nil takes the setting away.
  static func set(_ db: Database, _ key: Key, to value: String?) throws {
    guard let value else {
      try db.execute(sql: "DELETE FROM setting WHERE key = ?", arguments: [key.rawValue])
      return
    }
    try db.execute(
      sql: """
        INSERT INTO setting (key, value) VALUES (?1, ?2)
        ON CONFLICT (key) DO UPDATE SET value = ?2
        """, arguments: [key.rawValue, value])
  }
}
