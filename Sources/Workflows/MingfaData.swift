import Foundation
import Learning
import People
import Statutes
import Storage

/// The opened data folder with its stores: what every workflow works on.
package struct MingfaData: Sendable {
  package let environment: Environment
  package let file: DatabaseFile
  package let banks: BankStore
  package let questions: QuestionQueries
  package let learners: LearnerStore
  package let practice: PracticeStore
  package let memories: MemoryStore
  package let today: TodayQueries
  package let visits: VisitQueries
  package let plans: PlanStore
  package let objections: ObjectionStore
  package let flags: FlagStore
  package let revisions: RevisionStore
  package let notes: NoteStore
  package let search: QuestionSearch
  package let figures: FigureQueries
  package let coverage: CoverageQueries
  package let settings: SettingStore
  package let accounts: AccountStore
  package let statuteStore: StatuteStore
  package let statutes: StatuteQueries
  package let citations: CitationQueries
  package let exams: ExamStore
  package let sittings: SittingStore
  package let attendance: ExamAttendance
  package let held: HeldQuestions
  package let evidence: EvidenceStore
  package let pool: PoolQueries

  /// Opens the database of the environment's folder, making it where it is missing.
  ///
  /// - Throws: `StorageFailure`.
  package init(_ environment: Environment) throws(StorageFailure) {
    let now = environment.clock.now().utc
    try self.init(
      environment,
      file: DatabaseFile(
        folder: environment.folder, now: now,
        stationCode: String(environment.randomSeed(), radix: 36)))
    try rebuildMemories()
  }

  /// Makes all memories anew where a new schema keeps more of them than the one before: it left a mark,
  /// which a start that was killed in between finds still there.
  private func rebuildMemories() throws(StorageFailure) {
    guard try settings.value(.memoriesToRebuild) != nil else { return }
    try memories.rebuild(
      of: learners.learners(), days: dayRule(), settings: [.memoriesToRebuild: nil])
  }

  /// Works on a database opened by the caller.
  package init(_ environment: Environment, file: DatabaseFile) {
    self.environment = environment
    self.file = file
    banks = BankStore(file)
    questions = QuestionQueries(file)
    learners = LearnerStore(file)
    practice = PracticeStore(file)
    memories = MemoryStore(file)
    today = TodayQueries(file)
    visits = VisitQueries(file)
    plans = PlanStore(file)
    objections = ObjectionStore(file)
    flags = FlagStore(file)
    revisions = RevisionStore(file)
    notes = NoteStore(file)
    search = QuestionSearch(file)
    figures = FigureQueries(file)
    coverage = CoverageQueries(file)
    settings = SettingStore(file)
    accounts = AccountStore(file)
    statuteStore = StatuteStore(file)
    statutes = StatuteQueries(file)
    citations = CitationQueries(file)
    exams = ExamStore(file)
    sittings = SittingStore(file)
    attendance = ExamAttendance(file)
    held = HeldQuestions(file)
    evidence = EvidenceStore(file)
    pool = PoolQueries(file)
  }

  /// Where a day begins, as set with the data.
  package func dayRule() throws(StorageFailure) -> DayRule {
    Self.dayRule(hour: try settings.value(.dayStart), zone: try settings.value(.zone))
  }

  /// The loaded texts of those of these editions that are loaded.
  package func texts(of editions: [Edition]) throws(StorageFailure) -> [StatuteText] {
    let wanted = Set(editions.map { Edition(title: $0.original, date: $0.date) })
    var texts: [StatuteText] = []
    for loaded in try statutes.editions()
    where wanted.contains(Edition(title: loaded.title, date: loaded.date)) {
      texts.append(try statutes.text(of: loaded))
    }
    return texts
  }

  /// The day that it is now, by the clock on the wall: laws are in force from midnight.
  package func civilDay() throws(StorageFailure) -> CalendarDate {
    let text = try dayRule().clockText(of: environment.clock.now().utc)
    // The clock of a machine may be set to before 1900.
    return CalendarDate(iso: text.prefix(10)) ?? CalendarDate.first
  }

  /// Where a day begins, from the two settings as they are stored; nil, or what cannot be read, is the
  /// usual.
  static func dayRule(hour: String?, zone: String?) -> DayRule {
    let hour = hour.flatMap(Int.init) ?? DayRule.standard.startHour
    // China has had one offset since 1991; no zone data is needed for it.
    guard let zone, zone != Self.usualZone, let timeZone = TimeZone(identifier: zone) else {
      return DayRule(startHour: hour, offset: DayRule.standard.offset)
    }
    return DayRule(startHour: hour) { utc in
      timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc) / 1000))
    }
  }

  /// The zone where a day begins unless it was set.
  package static let usualZone = "Asia/Shanghai"
}
