import Formats
import People
import Questions
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
  /// - Throws: `StorageFailure`.
  package func load(
    file path: String, retireMissing: Bool = false, dryRun: Bool = false
  ) throws -> Outcome {
    try Authorisation.authorise(actor, to: .loadBank)
    var report = ReadReport()
    var summary: BankLoadSummary?
    do {
      summary = try data.banks.load(
        now: data.environment.clock.now().utc, retireMissing: retireMissing, isTrial: dryRun
      ) { load in
        report = try ReadAhead.read(file: path, as: BankFormats.format(forFile: path)) { event in
          switch event {
          case .header(let header): try load.begin(header)
          case .chapter(let title, _): try load.chapter(title)
          case .item(let item, _): try load.item(item)
          }
        }
        guard report.isWhole else { throw Refused(report: report) }
      }
    } catch let refused as Refused {
      return .refused(refused.report)
    }
    return .loaded(summary ?? BankLoadSummary(), report)
  }

  /// Reads a file without touching any database.
  package static func check(file path: String) -> ReadReport {
    BankFormats.format(forFile: path).read(file: path) { _ in }
  }
}
