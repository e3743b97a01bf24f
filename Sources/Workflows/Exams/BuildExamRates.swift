import Exams
import Learning
import People
import Reports
import Storage

/// Gathers the pass rates of formal exams: published ones that count.
package struct BuildExamRates {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// Whether there is any exam to report.
  ///
  /// - Throws: `StorageFailure`.
  package func hasAny() throws -> Bool {
    try data.attendance.lines().contains(where: \.isPublished)
  }

  /// - Parameter selection: months are those in which a first sitting was held; a make-up belongs to its
  ///   first sitting whenever it was held.
  /// - Throws: `StorageFailure`, `ExamFailure`, `WorkflowFailure.monthsReversed`, `.noSuchBank`,
  ///   `.noSuchUnit`, `Authorisation.Refusal`.
  package func report(
    _ selection: BuildPassRate.Selection = .init(), basis: ExamRateReport.Basis = .present
  ) throws -> Report {
    try Authorisation.authorise(actor, to: .readReports)
    try selection.check(data)
    let units = try ReportedUnits(data, wanted: selection.unit)
    let days = try data.dayRule()
    let banks = try data.attendance.banks()
    let lines = Dictionary(grouping: try data.attendance.lines(), by: \.exam)
    // Neither rehearsals nor what was cancelled.
    let all = try data.exams.exams().filter { lines[$0.id] != nil }
    let published = all.filter { lines[$0.id]?.contains(where: \.isPublished) == true }
    let makeUps = Dictionary(
      grouping: published.filter { $0.makeUpOf != nil }, by: { $0.makeUpOf ?? 0 })
    var exams: [ExamRateReport.Exam] = []
    for exam in published where exam.makeUpOf == nil {
      let opened = try data.exams.state(of: exam.id).firstOpened?.utc ?? exam.created
      let month = days.month(of: opened)
      guard selection.contains(month),
        selection.bank.map({ banks[exam.id]?.contains($0) == true }) ?? true
      else { continue }
      let later = makeUps[exam.id] ?? []
      let persons = Self.persons(
        first: lines[exam.id] ?? [], makeUps: later.flatMap { lines[$0.id] ?? [] }
      ).filter { units.contains($0.unit) }
      guard !persons.isEmpty else { continue }
      let blueprint = try FindExam.blueprint(of: exam)
      exams.append(
        ExamRateReport.Exam(
          code: exam.code, title: exam.title, month: month.text, full: blueprint.full.text,
          passMark: blueprint.passMark.text, makeUps: later.count, persons: persons))
    }
    let now = data.environment.clock.now().utc
    return ExamRateReport.report(
      ExamRateReport.Facts(
        exams: exams, unitNames: units.names, basis: basis,
        unpublished: all.count - published.count, asOf: CivilDay(days.day(of: now)).iso))
  }

  /// The list of a first sitting with what its people did in the make-ups.
  private static func persons(
    first: [ExamAttendance.Line], makeUps: [ExamAttendance.Line]
  ) -> [ExamRateReport.Person] {
    let later = Dictionary(grouping: makeUps, by: \.person)
    return first.map { line in
      let sat = (later[line.person] ?? []).filter(\.began)
      return ExamRateReport.Person(
        person: line.person, unit: line.unit, isPresent: line.began,
        isPassed: line.isPassed == true, makeUps: sat.count,
        passedMakeUp: sat.contains { $0.isPassed == true })
    }
  }
}
