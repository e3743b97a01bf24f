/// Names that a narrow column would tear. Before a piece like 庭 stands alone on a line, the words of a row
/// take a line of their own and its figures the next.
extension AlignedColumns {
  /// Below this many columns a piece of a torn name says nothing: four Han characters.
  private static let leastPiece = 8

  /// How many columns of words stand before the figures; 0 where some stand elsewhere, or nothing else
  /// does.
  private var leadingWords: Int {
    let count = headings.prefix { $0.alignment == .left }.count
    let hasFigures = count < headings.count
    return hasFigures && headings[count...].allSatisfy { $0.alignment == .right } ? count : 0
  }

  /// The lines of a cell that a column of that width breaks within a word or a name; nil where its words
  /// stand whole.
  private static func pieces(of cell: String, at width: Int) -> [String]? {
    guard DisplayWidth.columns(of: cell) > width else { return nil }
    let pieces = LineBreaking.wrap(cell, width: width)
    return pieces.joined(separator: " ") == cell ? nil : pieces
  }

  /// Whether a short piece of a cell would be left.
  private static func isTorn(_ cell: String, at width: Int) -> Bool {
    pieces(of: cell, at: width)?.contains { DisplayWidth.columns(of: $0) < leastPiece } == true
  }

  /// Whether the rows have one name each, and any is torn.
  func tearsNames(_ widths: [Int]) -> Bool {
    leadingWords == 1 && rows.contains { Self.isTorn($0[0], at: widths[0]) }
  }

  /// A row whose one name breaks: the name across the table, the figures in their columns beneath. nil for
  /// any other row.
  func stacked(_ row: [String], _ widths: [Int], width: Int) -> [String]? {
    guard Self.pieces(of: row[0], at: widths[0]) != nil else { return nil }
    return LineBreaking.wrap(row[0], width: width, indent: 2)
      + wrapped([""] + row.dropFirst(), widths)
  }

  /// The table with two lines a row, where several names stand in a row and any is torn; nil where the
  /// usual lines do, or where no two fit.
  func stacked(_ widths: [Int], width: Int) -> [String]? {
    let count = leadingWords
    guard count > 1,
      rows.contains(where: { zip($0, widths).prefix(count).contains { Self.isTorn($0, at: $1) } })
    else { return nil }
    let words = part(headings.indices.prefix(count))
    let figures = part(headings.indices.dropFirst(count))
    let indent = 2
    guard let wordWidths = ColumnWidths(words).fitting(width),
      let figureWidths = ColumnWidths(figures).fitting(width - indent)
    else { return nil }
    let wordsEnd = Self.total(wordWidths)
    let end = max(wordsEnd, Self.total(figureWidths) + indent)
    let lead = String(repeating: " ", count: end - Self.total(figureWidths))
    let rule = String(repeating: "-", count: end)
    func lines(_ cells: [String]) -> [String] {
      words.wrapped(Array(cells[..<count]), wordWidths)
        + figures.wrapped(Array(cells[count...]), figureWidths).map { lead + $0 }
    }
    return lines(headings.map(\.text)) + [rule]
      + rows.enumerated().flatMap { position, row in
        (isFirstTotal(position) ? [rule] : []) + lines(row)
      }
  }

  private func part(_ columns: Range<Int>) -> AlignedColumns {
    AlignedColumns(headings: Array(headings[columns]), rows: rows.map { Array($0[columns]) })
  }
}
