import Formats
import Foundation
import Learning
import People
import Questions
import Storage
import Text

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
        report = try BankFormats.format(forFile: path).read(file: path) { event in
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

/// The banks that came with the program.
package struct ShippedBanks {
  let data: MingfaData
  let actor: Actor

  package init(_ data: MingfaData, actor: Actor) {
    self.data = data
    self.actor = actor
  }

  /// A shipped bank that is not loaded, or newer than the loaded one.
  package struct Offer: Hashable, Sendable {
    package let path: String
    package let header: BankHeader
    /// nil where the bank is not loaded yet.
    package let loaded: BankVersion?
  }

  /// What the shipped folder has beyond what is loaded, by name of file. Files that cannot be read
  /// are passed over here; loading one by hand says why.
  package func offers() throws -> [Offer] {
    guard let folder = data.environment.shippedBanks else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let loaded = Dictionary(
      try data.banks.banks().map { ($0.code, $0.version) }, uniquingKeysWith: { $1 })
    let declined = Set(
      try data.settings.value(.declinedBanks)?.split(separator: "\n").map(String.init) ?? [])
    return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap { name in
      let path = folder.appendingPathComponent(name).path
      guard case .success(let header) = BankFormats.format(forFile: path).header(ofFile: path),
        !declined.contains("\(header.id) \(header.version.text)")
      else { return nil }
      if let version = loaded[header.id], version >= header.version { return nil }
      return Offer(path: path, header: header, loaded: loaded[header.id])
    }
  }

  /// Loads the offered banks; each is a transaction of its own.
  package func load(_ offers: [Offer]) throws -> [LoadBank.Outcome] {
    try offers.map { try LoadBank(data, actor: actor).load(file: $0.path) }
  }

  /// Remembers that these versions are not wanted; newer ones will be offered again.
  package func decline(_ offers: [Offer]) throws {
    let before = try data.settings.value(.declinedBanks).map { [$0] } ?? []
    let lines = before + offers.map { "\($0.header.id) \($0.header.version.text)" }
    try data.settings.set(.declinedBanks, to: lines.joined(separator: "\n"))
  }
}
