import Text

/// What stands on a terminal's screen after the program has written to it: as much of xterm as
/// readline makes use of. Wide characters take two cells, and a line that is full wraps with the
/// next character, not before.
struct TerminalGrid {
  private(set) var columns: Int
  private(set) var rows: Int
  /// From 0; `column` is `columns` where the line is full.
  private(set) var row = 0
  private(set) var column = 0
  /// Rows that went out at the top, the oldest first.
  private(set) var scrolledOut: [String] = []
  /// How often a line was too long for the screen and went on in the next row.
  private(set) var wraps = 0
  private var cells: [[Cell]]

  private struct Cell {
    var text: String
    /// The second half of a wide character.
    var isRest = false
    static let empty = Cell(text: " ")
  }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Array(repeating: .empty, count: columns), count: rows)
  }

  /// The rows of the screen, without space at their ends.
  var lines: [String] { cells.map(Self.text) }

  /// Everything that was ever shown and not painted over, top to bottom.
  var all: String { (scrolledOut + lines).joined(separator: "\n") }

  /// The row of the cursor up to the cursor.
  var beforeCursor: String {
    cells[row].prefix(column).filter { !$0.isRest }.map(\.text).joined()
  }

  /// The last rows with text, up to the row of the cursor.
  var line: String { lines[row] }

  private static func text(_ cells: [Cell]) -> String {
    let text = cells.filter { !$0.isRest }.map(\.text).joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  /// The window gets another size: what stood there is cut or filled up, as xterm does it.
  mutating func resize(columns: Int, rows: Int) {
    while row >= rows { scroll() }
    cells = (0..<rows).map { index in
      var line = index < cells.count ? cells[index] : []
      if line.count > columns { line.removeLast(line.count - columns) }
      return line + Array(repeating: .empty, count: columns - line.count)
    }
    self.columns = columns
    self.rows = rows
    column = min(column, columns)
  }

  mutating func feed(_ text: String) {
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\n": lineFeed()
      case "\r": column = 0
      case "\u{8}": column = max(0, min(column, columns - 1) - 1)
      case "\u{1B}": escape(&scalars)
      case "\u{0}"..."\u{1F}", "\u{7F}": continue
      default: put(Character(scalar))
      }
    }
  }

  // MARK: Characters

  private mutating func put(_ character: Character) {
    let width = DisplayWidth.columns(of: character)
    guard width > 0 else {
      // A combining mark joins the character before it.
      if column > 0 { cells[row][column - 1].text.append(character) }
      return
    }
    if column + width > columns {
      wraps += 1
      column = 0
      lineFeed()
    }
    cells[row][column] = Cell(text: String(character))
    if width == 2 { cells[row][column + 1] = Cell(text: "", isRest: true) }
    column += width
  }

  private mutating func lineFeed() {
    if row + 1 < rows { row += 1 } else { scroll() }
  }

  private mutating func scroll() {
    scrolledOut.append(Self.text(cells.removeFirst()))
    cells.append(Array(repeating: .empty, count: columns))
    if row >= rows { row -= 1 }
  }

  // MARK: Escape sequences

  private mutating func escape(_ scalars: inout Substring.UnicodeScalarView) {
    guard scalars.first == "[" else {
      _ = scalars.popFirst()
      return
    }
    scalars.removeFirst()
    var parameters = ""
    while let next = scalars.popFirst() {
      if ("@"..."~").contains(next) {
        control(next, parameters)
        return
      }
      parameters.unicodeScalars.append(next)
    }
  }

  private mutating func control(_ final: Unicode.Scalar, _ parameters: String) {
    let number = Int(parameters.prefix { $0.isNumber })
    let count = max(number ?? 1, 1)
    let place = min(column, columns - 1)
    switch final {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, place + count)
    case "D": column = max(0, place - count)
    case "G": column = min(columns - 1, count - 1)
    case "K": erase(row, number == 1 ? 0..<(place + 1) : (number == 2 ? 0 : place)..<columns)
    case "H":
      row = 0
      column = 0
    // Of what has scrolled out.
    case "J" where number == 3: scrolledOut = []
    case "J":
      if number == 2 { for line in 0..<rows { erase(line, 0..<columns) } }
      erase(row, place..<columns)
      for below in (row + 1)..<max(rows, row + 1) { erase(below, 0..<columns) }
    case "P":
      let gone = min(count, columns - place)
      cells[row].removeSubrange(place..<(place + gone))
      cells[row] += Array(repeating: .empty, count: gone)
    case "@":
      let new = min(count, columns - place)
      cells[row].insert(contentsOf: Array(repeating: .empty, count: new), at: place)
      cells[row].removeLast(new)
    // Colours and modes leave the cells alone.
    default: break
    }
  }

  private mutating func erase(_ row: Int, _ range: Range<Int>) {
    for column in range { cells[row][column] = .empty }
  }
}
