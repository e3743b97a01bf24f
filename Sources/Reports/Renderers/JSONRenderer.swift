import Statistics
import Text

/// A report as JSON, with the version of its schema.
package enum JSONRenderer {
  private struct Document: Encodable {
    var schema: String
    var title: String
    var notes: [String]
    var rows: [[String: Value]]
  }

  private enum Value: Encodable {
    case text(String)
    case count(Int)
    case rate(Rate)
    case flag(Bool)

    private struct StoredRate: Encodable {
      var numerator: Int
      var denominator: Int
      /// nil where the denominator is zero.
      var percent: String?
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let text): try container.encode(text)
      case .count(let count): try container.encode(count)
      case .flag(let flag): try container.encode(flag)
      case .rate(let rate):
        try container.encode(
          StoredRate(
            numerator: rate.numerator, denominator: rate.denominator,
            percent: rate.percent.map { String($0.dropLast()) }))
      }
    }
  }

  /// An object with `schema`, `title`, `notes` and `rows`; a row is an object by column id, with
  /// `total` and `subtotal`. A rate has its two counts and the percentage as text, absent for a rate of nothing. A
  /// cell that is only worded, such as the word for a total, is absent: rows are the same in every
  /// language.
  ///
  /// - Throws: never in practice; an encoder's error.
  package static func text(of report: Report, in language: Language) throws -> String {
    let rows = report.rows.map { row in
      var fields: [String: Value] = [
        "total": .flag(row.scope == .total), "subtotal": .flag(row.scope == .subtotal),
      ]
      for (column, cell) in zip(report.columns, row.cells) {
        fields[column.id] =
          switch cell {
          case .count(let count): .count(count)
          case .rate(let rate): .rate(rate)
          case .text(let text), .named(let text, _): .text(text)
          case .worded: nil
          }
      }
      return fields
    }
    return try JSONText.encode(
      Document(
        schema: "mingfa.\(report.id)/\(report.schema)", title: report.title(language),
        notes: report.notes.map { $0(language) }, rows: rows))
  }
}
