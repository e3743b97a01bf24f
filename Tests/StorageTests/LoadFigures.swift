import Storage

extension BankLoadSummary {
  /// The figures that are not zero: `1 changed, 3 unchanged`.
  var figures: String {
    [
      (added, "added"), (changed, "changed"), (amended, "amended"), (unchanged, "unchanged"),
      (lacking, "lacking"), (retired, "retired"), (due, "due"),
    ].filter { $0.0 != 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
