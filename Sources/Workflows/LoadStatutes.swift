import Formats
import People
import Statutes
import Storage

/// Loading texts of statutes: read, check, store, all of them or none.
package struct LoadStatutes {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What was done with one statute, and how its text compares with the index that came with the
  /// program.
  package struct Loaded: Sendable {
    package let summary: StatuteLoadSummary
    package let comparison: IndexStatutes.Comparison
  }

  /// What a load came to.
  package enum Outcome: Sendable {
    /// Loaded; the problems are warnings. How many questions cite what newer editions changed, by statute.
    case loaded([Loaded], touched: [StatuteTitle: Int], [ReadProblem])
    /// Refused for the errors among these; nothing was written.
    case refused([ReadProblem])
  }

  /// Loads files; those that are parts of one statute belong into one call.
  ///
  /// - Parameters:
  ///   - edition: the date of the edition, where the files do not say it.
  ///   - effective: since when it is in force.
  ///   - dryRun: compares, writes nothing.
  /// - Throws: `WorkflowFailure.statuteDiffers`, `StorageFailure`.
  package func load(
    files: [String], edition: CalendarDate? = nil, effective: CalendarDate? = nil,
    dryRun: Bool = false
  ) throws -> Outcome {
    try Authorisation.authorise(actor, to: .loadStatutes)
    let reading = StatuteFormats.read(
      files: files, given: StatuteGiven(edition: edition, effective: effective))
    guard reading.errorCount == 0 else { return .refused(reading.problems) }
    let index = try CheckBank.shippedIndex(data.environment)
    let flags = try FlagAmendments(data: data).flags(loading: reading.statutes)
    let result = try data.statuteStore.load(
      reading.statutes, flags: flags, now: data.environment.clock.now().utc, isTrial: dryRun)
    switch result {
    case .success(let summaries):
      let loaded = zip(summaries, reading.statutes).map { summary, text in
        Loaded(summary: summary, comparison: IndexStatutes.compare(text, with: index))
      }
      let questions = Dictionary(grouping: flags, by: \.place.statute)
        .mapValues { Set($0.map(\.version)).count }
      return .loaded(loaded, touched: questions, reading.problems)
    case .failure(let conflict):
      throw WorkflowFailure.statuteDiffers(
        conflict.title, date: conflict.date, article: conflict.article)
    }
  }
}
