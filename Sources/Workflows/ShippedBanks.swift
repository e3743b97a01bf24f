import Formats
import Foundation
import People
import Questions

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
