/// A table as lines of text, aligned by display width.
///
/// Ruled with `-` only, two spaces between columns. Where the natural widths exceed the screen, the
/// widest column of words is narrowed and its cells wrap; figures are never cut or wrapped. Where that
/// would tear names to pieces, they stand above their figures. Where even that is too wide, each row
/// becomes a paragraph of `heading: value` lines.
package struct AlignedColumns: Hashable, Sendable {
  /// To which side a column's cells lean.
  package enum Alignment: Hashable, Sendable {
    /// Words: may wrap.
    case left
    /// Figures: never wrap.
    case right
  }

  /// What stands over a column.
  package struct Heading: Hashable, Sendable {
    package var text: String
    package var alignment: Alignment

    package init(_ text: String, _ alignment: Alignment = .left) {
      self.text = text
      self.alignment = alignment
    }
  }

  package let headings: [Heading]
  package let rows: [[String]]
  /// How many rows at the end are totals, set off by a rule.
  package let totals: Int

  /// - Parameters:
  ///   - headings: one a column.
  ///   - rows: cleaned cells (`SafeText`); a missing cell is empty, one too many is not shown.
  ///     Newlines count as spaces, and ambiguous signs are shown as their look-alikes
  ///     (`UnambiguousText`).
  package init(headings: [Heading], rows: [[String]], totals: Int = 0) {
    self.headings = headings.map { Heading(Self.oneLine($0.text), $0.alignment) }
    self.rows = rows.map { row in
      headings.indices.map { $0 < row.count ? Self.oneLine(row[$0]) : "" }
    }
    self.totals = min(max(0, totals), rows.count)
  }

  /// The table with its headings, each line at most `width` columns wide.
  package func lines(width: Int) -> [String] {
    guard !headings.isEmpty else { return [] }
    guard let widths = ColumnWidths(self).fitting(width) else { return records(width: width) }
    if let lines = stacked(widths, width: width) { return lines }
    let rule = String(repeating: "-", count: Self.total(widths))
    let stacks = tearsNames(widths)
    var lines = wrapped(headings.map(\.text), widths) + [rule]
    for (position, row) in rows.enumerated() {
      if isFirstTotal(position) { lines.append(rule) }
      lines += (stacks ? stacked(row, widths, width: width) : nil) ?? wrapped(row, widths)
    }
    return lines
  }

  /// Columns of a line with columns of these widths.
  static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap.count * (widths.count - 1)
  }

  /// Whether a rule stands above the row.
  func isFirstTotal(_ position: Int) -> Bool {
    totals > 0 && position > 0 && position == rows.count - totals
  }

  /// The rows as sentences for a screen reader: `单位：某镇，合格：27。`, `Unit: A, passed: 27.`
  /// Empty cells are not read out.
  package func sentences(in language: Language) -> [String] {
    let pairs = rows.map { row in
      zip(headings, row).filter { !$1.isEmpty }.map { Self.pair($0.text, $1)(language) }
    }
    let comma = Wording(zh: "，", en: ", ")(language)
    let stop = Wording(zh: "。", en: ".")(language)
    return pairs.filter { !$0.isEmpty }.map { $0.joined(separator: comma) + stop }
  }

  /// A text filled with spaces to a number of columns; a wider text stays whole.
  package static func padded(_ text: String, to columns: Int, alignment: Alignment) -> String {
    let space = String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: text)))
    return alignment == .left ? text + space : space + text
  }

  static let gap = "  "

  private static func pair(_ heading: String, _ value: String) -> Wording {
    heading.isEmpty
      ? Wording(zh: "\(value)", en: "\(value)")
      : Wording(zh: "\(heading)：\(value)", en: "\(heading): \(value)")
  }

  private static func oneLine(_ cell: String) -> String {
    let line = cell.contains(where: \.isNewline) ? cell.map { $0.isNewline ? " " : $0 } : nil
    return UnambiguousText.folded(line.map { String($0) } ?? cell)
  }

  /// One row as the lines that its tallest cell needs.
  func wrapped(_ cells: [String], _ widths: [Int]) -> [String] {
    let columns = zip(cells, widths).map { LineBreaking.wrap($0, width: $1) }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = columns.enumerated().map { column, lines in
        Self.padded(
          line < lines.count ? lines[line] : "", to: widths[column],
          alignment: headings[column].alignment)
      }
      return Self.withoutTrailingSpaces(parts.joined(separator: Self.gap))
    }
  }

  /// Each row as a paragraph, with rules between, for screens too narrow for the columns.
  private func records(width: Int) -> [String] {
    let rule = String(repeating: "-", count: max(1, width))
    return rows.enumerated().flatMap { position, row in
      (position > 0 ? [rule] : [])
        + zip(headings, row).filter { !$1.isEmpty }.flatMap { heading, cell in
          LineBreaking.wrap(Self.labelled(cell, heading.text), width: width, indent: 2)
        }
    }
  }

  /// `单位：某镇`, `Unit: A`: a Chinese heading has a Chinese colon.
  private static func labelled(_ cell: String, _ heading: String) -> String {
    guard let last = heading.last else { return cell }
    return pair(heading, cell)(DisplayWidth.columns(of: last) > 1 ? .chinese : .english)
  }

  private static func withoutTrailingSpaces(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
