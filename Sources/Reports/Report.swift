import Statistics
import Text

/// A report, built once as data; every renderer shows the same figures.
package struct Report: Hashable, Sendable {
  /// One column.
  package struct Column: Hashable, Sendable {
    /// Stable name, the field's name in JSON.
    package var id: String
    package var heading: Wording
    package var isNumber: Bool

    package init(id: String, heading: Wording, isNumber: Bool) {
      self.id = id
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  /// One cell.
  package enum Cell: Hashable, Sendable {
    case text(String)
    case worded(Wording)
    /// A text of the data, which people read in other words.
    case named(String, Wording)
    case count(Int)
    /// Printed with both counts; a zero denominator is worded as none.
    case rate(Rate)
  }

  /// A row; a total is recomputed from counts, never an average of rates.
  package struct Row: Hashable, Sendable {
    /// What a row counts.
    package enum Scope: Hashable, Sendable {
      case one
      /// Several rows above it.
      case subtotal
      /// All rows of its group.
      case total
    }

    package var cells: [Cell]
    package var scope: Scope

    package init(cells: [Cell], scope: Scope = .one) {
      self.cells = cells
      self.scope = scope
    }
  }

  /// Stable name, the beginning of file names.
  package var id: String
  /// The version of its JSON schema.
  package var schema: Int
  package var title: Wording
  /// What the figures rest on, a sentence a line.
  package var notes: [Wording]
  package var columns: [Column]
  package var rows: [Row]
  /// What the screen says where there is no row.
  package var nothing: Wording

  package init(
    id: String, schema: Int, title: Wording, notes: [Wording], columns: [Column], rows: [Row],
    nothing: Wording = Wording(zh: "没有内容", en: "There is nothing in it")
  ) {
    self.id = id
    self.schema = schema
    self.title = title
    self.notes = notes
    self.columns = columns
    self.rows = rows
    self.nothing = nothing
  }
}

extension Report.Cell {
  /// The cell in a language. Rates have their counts with them: 92.31% (12/13).
  package func text(in language: Language) -> String {
    switch self {
    case .text(let text): text
    case .worded(let wording), .named(_, let wording): wording(language)
    case .count(let count): String(count)
    case .rate(let rate):
      (rate.percent ?? Self.none(language)) + " (\(rate.numerator)/\(rate.denominator))"
    }
  }

  /// How a rate of nothing is worded.
  package static func none(_ language: Language) -> String {
    Wording(zh: "无", en: "none")(language)
  }
}
