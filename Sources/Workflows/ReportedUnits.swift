import Storage

/// The units that a report counts.
struct ReportedUnits {
  /// All, by the number of their rows: from the county down, 某县/某镇.
  let names: [Int64: String]
  /// A unit's path, with those below it; nil for all.
  private let wanted: String?

  /// - Throws: `WorkflowFailure.noSuchUnit`: an empty report of a mistyped unit would read as "nobody sat
  ///   the exam"; `StorageFailure`.
  init(_ data: MingfaData, wanted: String?) throws {
    names = Dictionary(
      try data.learners.units().map { ($0.id, $0.code) }, uniquingKeysWith: { $1 })
    if let wanted, !names.values.contains(wanted) { throw WorkflowFailure.noSuchUnit(wanted) }
    self.wanted = wanted
  }

  func contains(_ unit: Int64?) -> Bool {
    guard let wanted else { return true }
    guard let path = unit.flatMap({ names[$0] }) else { return false }
    return path == wanted || path.hasPrefix(wanted + "/")
  }
}
