import Storage

/// Why a backup did not take the place of the database. Nothing was changed then.
package enum RestoreFailure: Error, Hashable, Sendable {
  case notThere(path: String)
  /// Text, or a database of another program.
  case notOurs(path: String)
  /// Written by a newer program.
  case newer(path: String, schema: Int, known: Int)
  /// SQLite's words about the damage.
  case damaged(path: String, words: String)
  /// It does not pass the check of the data: the first finding, and how many there are.
  case inconsistent(path: String, first: CheckData.Finding, count: Int)
  /// The file named is the database itself.
  case isInUse(path: String)
  /// Another process has the database open, or restores another backup.
  case busy
  /// Nobody can be asked whether it shall be done.
  case unconfirmed
}
