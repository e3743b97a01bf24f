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
    if let from = selection.from, let to = selection.to, from > to {
      throw WorkflowFailure.monthsReversed(from, to)
    }
    let days = try data.dayRule()
    let banks = try data.banks.banks()
    if let code = selection.bank, !banks.contains(where: { $0.code == code }) {
      throw WorkflowFailure.noSuchBank(code, known: banks.map(\.code))
    }
    let titles = Dictionary(banks.map { ($0.code, $0.title) }, uniquingKeysWith: { $1 })
    let units = Dictionary(
      try data.learners.units().map { ($0.id, $0.code) }, uniquingKeysWith: { $1 })
    // An empty report of a mistyped unit would read as "nobody sat the exam".
    if let wanted = selection.unit, !units.values.contains(wanted) {
      throw WorkflowFailure.noSuchUnit(wanted)
    }
    func isWanted(_ unit: Int64?) -> Bool {
      guard let wanted = selection.unit else { return true }
      guard let path = unit.flatMap({ units[$0] }) else { return false }
      return path == wanted || path.hasPrefix(wanted + "/")
    }
    let rows = try data.figures.results().filter { row in
      let month = days.month(of: row.ended)
      return (selection.from.map { month >= $0 } ?? true)
        && (selection.to.map { month <= $0 } ?? true)
        && (selection.bank.map { row.banks.contains($0) } ?? true) && isWanted(row.unit)
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
        .filter { isWanted($0.key) }
    }
    let now = data.environment.clock.now().utc
    return PassRateReport.report(
      PassRateReport.Facts(
        results: results, registered: registered, unitNames: units,
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
