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
  /// Questions that were changed in the program and stayed as they are there, although the file has another
  /// text.
  package var edited = 0
  /// Questions in which the checks found an error: they are in review.
  package var doubtful = 0
  /// Questions that a newer edition of what they cite puts in doubt.
  package var flagged = 0
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
