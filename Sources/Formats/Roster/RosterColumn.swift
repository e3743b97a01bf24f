/// What a column of a roster says.
package enum RosterColumn: String, CaseIterable, Sendable {
  /// Counts the rows; not kept.
  case serial
  case name
  case idNumber
  case number
  case unit
  case county
  case town
  case village
  case category
  case establishment
  case extraMinutes
  case assistance

  /// Those that make up the path of a unit, outermost first.
  static let levels: [RosterColumn] = [.county, .town, .village]
}
