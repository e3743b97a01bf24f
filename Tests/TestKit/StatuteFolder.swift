import Foundation

/// The folder with official texts that a developer may have; the project has none of them.
package enum StatuteFolder {
  /// MINGFA_STATUTES, else the folder beside the clone; nil where there is neither.
  package static let path: String? = {
    if let named = ProcessInfo.processInfo.environment["MINGFA_STATUTES"], !named.isEmpty {
      return named
    }
    let beside = Repository.folder.deletingLastPathComponent().appendingPathComponent("shared/laws")
    return FileManager.default.fileExists(atPath: beside.path) ? beside.path : nil
  }()

  /// Why a test is skipped where there is no folder.
  package static let reason = "MINGFA_STATUTES names no folder with texts of statutes"

  /// The texts, in the order of their names; empty where there is no folder.
  package static let files: [String] = {
    guard let path else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
      .map { path + "/" + $0 }
  }()
}
