import People

/// What can be wrong with a roster. Texts quoted are as the file has them, shortened, with long numbers
/// masked: no whole ID number gets into a message.
package enum RosterFlaw: Hashable, Sendable {
  // The file.
  /// A workbook, where text is read.
  case workbook
  case empty
  /// No row among the first ones names a column of names.
  case noHeader(rows: Int)
  case columnTwice(RosterColumn, first: String)
  case nobody
  case unclosedQuote
  case textBehindQuote
  case tooManyRows(limit: Int)

  // A row.
  /// A cell with something in it, under no heading.
  case noHeading
  case noName
  case nameUnusable(String)
  case idNumber(IDNumber.Fault)
  case sameIDNumber(firstLine: Int)
  case sameNumber(firstLine: Int)
  /// The same name in the same unit, and nothing to tell them apart.
  case samePerson(firstLine: Int)
  case numberUnusable(String)
  case unknownCategory(String)
  case unknownEstablishment(String)
  case extraMinutes(String)
  case noUnit
  /// A lower unit without the one above it.
  case unitGap(missing: RosterColumn)
  case unitUnclear(String)
  /// Somebody is to help, and nobody is named.
  case assistanceUnnamed(String)
  case assistanceUnusable(String)
}
