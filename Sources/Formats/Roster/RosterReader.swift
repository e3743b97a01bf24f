import Documents
import People
import Text

/// Reads one roster: each thing that is wrong becomes one problem at its place.
struct RosterReader {
  /// Who stands on the roster already, to find who stands there twice.
  struct Seen {
    /// In which lines people of one name and unit stand first: any of them, and those without numbers of
    /// a kind. Four lines, since a roster may have thousands of one name.
    struct Namesakes {
      var any: Int?
      var withoutID: Int?
      var withoutNumber: Int?
      var withoutBoth: Int?
    }

    var idNumbers: [IDNumber: Int] = [:]
    var numbers: [String: Int] = [:]
    var names: [[String]: Namesakes] = [:]
  }

  private let table: DelimitedTable
  private let file: String
  private var problems: [ReadProblem] = []
  /// By their places; nil under headings that are not known.
  private var columns: [RosterColumn?] = []
  /// What `RosterEntry.other` calls each column.
  private var headings: [String] = []
  var seen = Seen()

  init(_ table: DelimitedTable, file: String) {
    self.table = table
    self.file = file
  }

  var report: ReadReport {
    // Stable, so that what was found first at a place stays first.
    let sorted = problems.enumerated().sorted { left, right in
      let (first, second) = (left.element.position, right.element.position)
      guard first != second, let first, let second else { return left.offset < right.offset }
      return first < second
    }
    return ReadReport(problems: sorted.map(\.element), errorCount: problems.count)
  }

  mutating func problem(_ flaw: RosterFlaw, _ place: DelimitedTable.Place?) {
    let position = place.map { SourcePosition(line: $0.line, column: table.column(of: $0)) }
    problems.append(ReadProblem(file: file, position: position, fact: .roster(flaw)))
  }

  /// Everyone on the roster but those whose rows are wrong.
  mutating func read() -> [RosterEntry] {
    for flaw in table.flaws { problem(Self.flaw(flaw.kind), flaw.place) }
    // The row of an open quotation is the rest of the file.
    let isCut = table.flaws.contains { $0.kind == .unclosedQuote }
    let rows = isCut ? table.rows.dropLast() : table.rows[...]
    let filled = rows.filter { row in row.fields.contains { !PlainLine.narrowed($0.text).isEmpty } }
    guard let first = filled.first else {
      if !isCut { problem(.empty, nil) }
      return []
    }
    let head = filled.prefix(RosterText.headerRows)
    guard let header = head.firstIndex(where: Self.isHeader) else {
      if !isCut || filled.count > RosterText.headerRows {
        problem(.noHeader(rows: head.count), first.place)
      }
      return []
    }
    takeHeader(filled[header])
    let names = filled[header].fields.map { RosterKeys.plain($0.text) }
    var hasRows = false
    var entries: [RosterEntry] = []
    for row in filled[(header + 1)...] {
      let cells = RosterCells(row, columns: columns)
      // The header comes again on each printed page; lines below the table tell of no person.
      guard row.fields.map({ RosterKeys.plain($0.text) }) != names, !cells.isNote else { continue }
      hasRows = true
      if let entry = entry(cells) { entries.append(entry) }
    }
    if !hasRows, !isCut { problem(.nobody, filled[header].place) }
    return entries
  }

  private static func flaw(_ kind: DelimitedTable.Flaw.Kind) -> RosterFlaw {
    switch kind {
    case .unclosedQuote: .unclosedQuote
    case .textBehindQuote: .textBehindQuote
    case .tooManyRows(let limit): .tooManyRows(limit: limit)
    }
  }

  private static func isHeader(_ row: DelimitedTable.Row) -> Bool {
    row.fields.contains { RosterKeys.column($0.text) == .name }
  }

  private mutating func takeHeader(_ row: DelimitedTable.Row) {
    var first: [RosterColumn: String] = [:]
    var counts: [String: Int] = [:]
    for field in row.fields {
      let text = CellText.line(field.text)
      var column = RosterKeys.column(text)
      if let known = column, let other = first[known] {
        // A roster may well have several numbers for a person; the first one counts.
        if known != .number, known != .serial {
          problem(.columnTwice(known, first: other), field.place)
        }
        column = nil
      }
      if let column { first[column] = text }
      columns.append(column)
      let count = counts[text, default: 0] + 1
      counts[text] = count
      headings.append(count > 1 ? "\(text) (\(count))" : text)
    }
  }

  /// What stands in a cell without a column of its own, by heading; cells under no heading are told.
  mutating func others(_ cells: RosterCells) -> [String: String] {
    var others: [String: String] = [:]
    for (place, field) in cells.row.fields.enumerated() {
      let text = CellText.trimmed(field.text)
      guard !text.isEmpty, place >= columns.count || columns[place] == nil else { continue }
      if place < headings.count, !headings[place].isEmpty {
        others[headings[place]] = text
      } else {
        problem(.noHeading, field.place)
      }
    }
    return others
  }

  /// Whether the roster has a column.
  func has(_ column: RosterColumn) -> Bool { columns.contains(column) }
}
