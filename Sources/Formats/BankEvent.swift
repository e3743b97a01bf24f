import Questions

/// What a reader finds in a bank file, in the order of the file.
package enum BankEvent: Sendable {
  /// First of all, once.
  case header(BankHeader)
  /// A chapter begins; items before the first chapter belong to none.
  case chapter(title: String, line: Int)
  case item(ReadItem)
}
