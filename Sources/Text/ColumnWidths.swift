/// The widths of a table's columns, in terminal columns.
struct ColumnWidths {
  private let natural: [Int]
  private let least: [Int]
  private let gaps: Int

  /// Below this, a column of words is no longer worth reading: four Han characters.
  private static let leastForWords = 8
  /// Up to this, a word of letters is rather kept whole.
  private static let leastForLongWords = 14
  /// A heading above figures may wrap down to this.
  private static let leastForHeading = 6

  init(_ table: AlignedColumns) {
    var natural: [Int] = []
    var least: [Int] = []
    for (column, heading) in table.headings.enumerated() {
      let title = DisplayWidth.columns(of: heading.text)
      let cells = table.rows.reduce(0) { max($0, DisplayWidth.columns(of: $1[column])) }
      let wanted = max(title, cells, 1)
      natural.append(wanted)
      switch heading.alignment {
      case .left:
        let word = table.rows.reduce(Self.leastForWords) { max($0, Self.longestWord($1[column])) }
        least.append(min(wanted, word, Self.leastForLongWords))
      case .right: least.append(max(cells, min(wanted, Self.leastForHeading)))
      }
    }
    self.natural = natural
    self.least = least
    gaps = AlignedColumns.gap.count * max(0, natural.count - 1)
  }

  /// Columns of the longest run that line breaking would have to cut: neither spaces nor wide.
  private static func longestWord(_ cell: String) -> Int {
    cell.split { $0 == " " || DisplayWidth.columns(of: $0) > 1 }.reduce(0) {
      max($0, DisplayWidth.columns(of: $1))
    }
  }

  /// The widths within `width` columns: the widest column that can yield does so, one step at a
  /// time, so that narrow columns stay whole; nil where no widths fit.
  func fitting(_ width: Int) -> [Int]? {
    guard least.reduce(gaps, +) <= width else { return nil }
    var widths = natural
    var excess = natural.reduce(gaps, +) - width
    while excess > 0 {
      guard
        let widest = widths.indices.filter({ widths[$0] > least[$0] })
          .max(by: { widths[$0] < widths[$1] })
      else { return nil }
      // Down to the next widest in one step would be quicker, but cells are at most a few hundred
      // columns wide once they are cut to the screen here.
      let step =
        widths[widest] > width ? min(excess, widths[widest] - max(width, least[widest])) : 1
      widths[widest] -= step
      excess -= step
    }
    return widths
  }
}
