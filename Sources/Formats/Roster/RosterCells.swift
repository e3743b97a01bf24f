import Documents

/// The cells of a row by their columns.
struct RosterCells {
  let row: DelimitedTable.Row
  private let places: [RosterColumn: Int]

  init(_ row: DelimitedTable.Row, columns: [RosterColumn?]) {
    self.row = row
    var places: [RosterColumn: Int] = [:]
    for (place, column) in columns.enumerated() where place < row.fields.count {
      if let column, places[column] == nil { places[column] = place }
    }
    self.places = places
  }

  /// Without blanks around it; empty where the row ends before.
  subscript(column: RosterColumn) -> String {
    places[column].map { CellText.trimmed(row.fields[$0].text) } ?? ""
  }

  /// Where a cell stands; the row where it ends before.
  func place(of column: RosterColumn) -> DelimitedTable.Place {
    places[column].map { row.fields[$0].place } ?? row.place
  }

  /// Whether the row is a line below the table, such as a sum or who filled it in.
  var isNote: Bool {
    guard let first = row.fields.firstIndex(where: { !CellText.trimmed($0.text).isEmpty }),
      first != places[.name], RosterKeys.isFooter(row.fields[first].text)
    else { return false }
    return self[.name].isEmpty || first == places[.serial]
  }
}
