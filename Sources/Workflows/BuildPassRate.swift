import Learning
import People
import Reports
import Storage

/// Gathers the pass-rate report from the data.
package struct BuildPassRate {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// Which results count.
  package struct Selection: Sendable {
    /// The first and last month; nil is open.
    package var from: YearMonth?
    package var to: YearMonth?
    /// A bank's code; nil for all.
    package var bank: String?
    /// The beginning of a unit's path; nil for all.
    package var unit: String?

    package init(
      from: YearMonth? = nil, to: YearMonth? = nil, bank: String? = nil, unit: String? = nil
    ) {
      self.from = from
      self.to = to
      self.bank = bank
      self.unit = unit
    }
  }

  /// - Throws: `StorageFailure`, `WorkflowFailure.noSuchBank`, `.noSuchUnit`.
  package func report(_ selection: Selection = Selection()) throws -> Report {
    try Authorisation.authorise(actor, to: .readReports)
    try selection.check(data)
    let days = try data.dayRule()
    let titles = Dictionary(
      try data.banks.banks().map { ($0.code, $0.title) }, uniquingKeysWith: { $1 })
    let units = try ReportedUnits(data, wanted: selection.unit)
    let rows = try data.figures.results().filter { row in
      selection.contains(days.month(of: row.ended))
        && (selection.bank.map { row.banks.contains($0) } ?? true) && units.contains(row.unit)
    }
    let counted = rows.filter { !$0.isGuest }
    let results = counted.map { row in
      PassRateReport.Result(
        learner: row.learner.number, unit: row.unit, month: days.month(of: row.ended).text,
        banks: row.banks.map { titles[$0] ?? $0 }.joined(separator: " + "),
        isPassed: row.result.isPassed)
    }
    let memberships = try data.figures.memberships()
    var registered: [String: [Int64?: Set<Int64>]] = [:]
    for month in Set(results.map(\.month)) {
      registered[month] = Self.members(memberships, in: month, days: days)
        .filter { units.contains($0.key) }
    }
    let now = data.environment.clock.now().utc
    return PassRateReport.report(
      PassRateReport.Facts(
        results: results, registered: registered, unitNames: units.names,
        papers: counted.reduce(into: [:]) { papers, row in
          papers[
            PassRateReport.Paper(
              questions: row.result.questions, full: row.result.full.text,
              passMark: row.result.passMark.text), default: 0] += 1
        }, guestResults: rows.count - counted.count,
        assistedResults: counted.count { $0.isAssisted }, asOf: CivilDay(days.day(of: now)).iso))
  }

  /// The registered learners by unit at the end of a month.
  private static func members(
    _ rows: [FigureQueries.MembershipRow], in month: String, days: DayRule
  ) -> [Int64?: Set<Int64>] {
    var last: [Int64: Int64?] = [:]
    for row in rows where days.month(of: row.since).text <= month {
      last[row.learner.number] = .some(row.unit)
    }
    return last.reduce(into: [:]) { $0[$1.value, default: []].insert($1.key) }
  }
}

extension BuildPassRate.Selection {
  /// Whether a month is chosen.
  func contains(_ month: YearMonth) -> Bool {
    (from.map { month >= $0 } ?? true) && (to.map { month <= $0 } ?? true)
  }

  /// - Throws: `WorkflowFailure.monthsReversed`, `.noSuchBank`; `StorageFailure`.
  func check(_ data: MingfaData) throws {
    if let from, let to, from > to { throw WorkflowFailure.monthsReversed(from, to) }
    guard let bank else { return }
    let known = try data.banks.banks().map(\.code)
    guard known.contains(bank) else { throw WorkflowFailure.noSuchBank(bank, known: known) }
  }
}
