import Text

/// The rows that a report has by unit: every unit one, units that lie in one a subtotal below them, and a
/// total for all where there are several.
struct UnitTree {
  /// Of units, by the number of their rows: from the county down, 某县/某镇.
  let names: [Int64: String]

  /// A row to be counted.
  struct Line {
    let cell: Report.Cell
    /// The units that it counts; nil is nobody's unit.
    let units: Set<Int64?>
    let scope: Report.Row.Scope
  }

  /// The rows for these units, in order. Who has no unit comes last.
  func lines(of chosen: some Sequence<Int64?>) -> [Line] {
    let units = Set(chosen).sorted { path($0).lexicographicallyPrecedes(path($1)) }
    var lines: [Line] = []
    for (index, unit) in units.enumerated() {
      lines.append(
        Line(
          cell: name(unit).map { .text($0) } ?? .worded(Wording(zh: "未填单位", en: "No unit")),
          units: [unit], scope: .one))
      let next = units.indices.contains(index + 1) ? path(units[index + 1]) : []
      for above in path(unit).prefixes where !next.starts(with: above) {
        let within = units.filter { $0 != nil && path($0).starts(with: above) }
        guard within.count > 1, within.count < units.count else { continue }
        let name = above.joined(separator: "/")
        lines.append(
          Line(
            cell: .named(name, Wording(zh: "\(name) 小计", en: "\(name), subtotal")),
            units: Set(within), scope: .subtotal))
      }
    }
    if units.count > 1 {
      lines.append(
        Line(cell: .worded(Wording(zh: "合计", en: "Total")), units: Set(units), scope: .total))
    }
    return lines
  }

  private func name(_ unit: Int64?) -> String? { unit.map { names[$0] ?? String($0) } }

  /// The names from the county down; who has no unit comes last.
  private func path(_ unit: Int64?) -> [String] {
    name(unit)?.split(separator: "/").map(String.init) ?? ["\u{10FFFF}"]
  }
}

extension [String] {
  /// The path itself and all that lie above it, the longest first.
  fileprivate var prefixes: [ArraySlice<String>] { indices.reversed().map { self[...$0] } }
}
