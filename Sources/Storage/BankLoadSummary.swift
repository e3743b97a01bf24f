/// What a load did, by number of questions.
package struct BankLoadSummary: Hashable, Sendable {
  package var bank = ""
  package var title = ""
  /// Questions that were not there before.
  package var added = 0
  /// Questions with a new version.
  package var changed = 0
  /// Questions of which only the explanation, tags, difficulty, chapter or state changed.
  package var amended = 0
  package var unchanged = 0
  /// Questions in the database that the file lacks and that were left alone.
  package var lacking = 0
  /// Questions in the database that the file lacks and that were retired.
  package var retired = 0
  /// Memories that are due again, since the key changed.
  package var due = 0
  /// The version that was loaded before, where there was one.
  package var previousVersion: String?

  package init() {}
}
