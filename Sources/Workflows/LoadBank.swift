import Formats
import Glibc
import People
import Questions
import Statutes
import Storage

/// Loading a bank: read, check, store, all in one transaction or not at all.
package struct LoadBank {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// What a load came to.
  package enum Outcome: Sendable {
    /// Loaded; the report has the warnings.
    case loaded(BankLoadSummary, ReadReport)
    /// Refused for the errors of the report; nothing was written.
    case refused(ReadReport)
  }

  /// A file with errors: ends the transaction.
  private struct Refused: Error {
    let report: ReadReport
  }

  /// Loads one file.
  ///
  /// - Parameters:
  ///   - retireMissing: whether questions that the file lacks are retired.
  ///   - dryRun: reads and compares everything, then takes it back.
  ///   - allowsOlder: whether an older version may take the place of a newer one.
  /// - Throws: `WorkflowFailure.olderBank`, `StorageFailure`.
  package func load(
    file path: String, retireMissing: Bool = false, dryRun: Bool = false,
    allowsOlder: Bool = false
  ) throws -> Outcome {
    try Authorisation.authorise(actor, to: .loadBank)
    var report = ReadReport()
    var summary: BankLoadSummary?
    let header = Self.header(ofFile: path)
    let check = try check(header)
    do {
      summary = try data.banks.load(
        now: data.environment.clock.now().utc, retireMissing: retireMissing, isTrial: dryRun
      ) { load in
        report = try read(file: path, bank: header?.id, into: load, holdingAgainst: check)
        guard report.isWhole else { throw Refused(report: report) }
        if !allowsOlder, let loaded = load.newerVersion {
          throw WorkflowFailure.olderBank(file: path, loaded: loaded)
        }
      }
    } catch let refused as Refused {
      return .refused(refused.report)
    }
    var loaded = summary ?? BankLoadSummary()
    if !dryRun { loaded.flagged = try flag(loaded.bank) }
    return .loaded(loaded, report)
  }

  /// Puts in doubt what newer editions than the bank's changed; for a bank that is written against the newest
  /// ones there is nothing to compare.
  private func flag(_ bank: String) throws -> Int {
    guard let stored = try data.banks.banks().first(where: { $0.code == bank }) else { return 0 }
    let titles = try data.banks.editions(of: stored.id).map(\.original)
    let flags = try FlagAmendments(data: data).flags(of: titles, bank: bank)
    guard !flags.isEmpty else { return 0 }
    return try data.flags.flag(flags, now: data.environment.clock.now().utc)
  }

  /// What the questions of a bank are held against. The texts are read before the load begins, which keeps the
  /// database to itself.
  private func check(_ header: BankHeader?) throws -> LoadCheck {
    LoadCheck(texts: try data.texts(of: header?.editions ?? [])) {
      [environment = data.environment] in
      (try? CheckBank.shippedIndex(environment)) ?? StatuteIndex(statutes: [])
    }
  }

  /// What the database knows of the bank is read while the file is opened: of a question whose lines
  /// stand in the file as they stood, nothing else is read.
  private func read(
    file path: String, bank: String?, into load: BankLoad, holdingAgainst check: LoadCheck
  ) throws -> ReadReport {
    let format = BankFormats.format(forFile: path)
    let sources = RecalledSources(program: data.environment.program)
    // Whatever happens, the reading thread must not wait for ever.
    defer { sources.give(nil) }
    return try ReadAhead.read(
      file: path, as: format, known: sources, check: check,
      meanwhile: {
        sources.give(try bank.flatMap { try load.recall($0) })
      },
      handle: { try load.take($0) })
  }

  /// The front matter of a file, by its first lines; nil where they do not say, and then all questions are
  /// read. A pipe can be read only once.
  private static func header(ofFile path: String) -> BankHeader? {
    var facts = stat()
    guard stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? BankFormats.format(forFile: path).header(ofFile: path).get()
  }

  /// Reads a file without touching any database.
  package static func check(file path: String) -> ReadReport {
    BankFormats.format(forFile: path).read(file: path) { _ in }
  }
}
