import Exams
import Formats
import Foundation
import Text

/// The blueprints of exams: those that came with the program, and those of the data folder, which go
/// before shipped ones of the same code.
package struct ReadBlueprints {
  let environment: Environment

  package init(_ environment: Environment) { self.environment = environment }

  /// A file of a blueprint, and what reading it came to.
  package struct File: Sendable {
    package let path: String
    /// Whether it stands in the data folder.
    package let isOwn: Bool
    /// nil where the file has errors.
    package let blueprint: Blueprint?
    package let report: ReadReport
  }

  /// The file that was asked for has errors.
  package struct Refused: Error {
    package let report: ReadReport
  }

  /// The folder of blueprints in the folder of the data, and in that of the shipped banks.
  package static let folder = "blueprints"

  /// Reads one file.
  package static func read(file path: String, isOwn: Bool = true) -> File {
    let (blueprint, report) = BlueprintText.blueprint(inFile: path)
    return File(path: path, isOwn: isOwn, blueprint: blueprint, report: report)
  }

  /// All files of blueprints: those of the data folder and the shipped ones whose code none of these
  /// has, by code; those with errors last, by name.
  package func all() -> [File] {
    let own = files(in: environment.folder, isOwn: true)
    let codes = Set(own.compactMap { $0.blueprint?.code })
    let shipped = (environment.shippedBanks.map { files(in: $0, isOwn: false) } ?? [])
      .filter { !codes.contains($0.blueprint?.code ?? "") }
    return (own + shipped).sorted { left, right in
      let (first, second) = (left.blueprint?.code, right.blueprint?.code)
      return first == second
        ? left.path < right.path
        : first.map { code in second.map { code < $0 } ?? true } ?? false
    }
  }

  /// The blueprint with a code, or that of a file: what has a slash or ends in `.yaml` names one.
  ///
  /// - Throws: `WorkflowFailure.noSuchBlueprint`, `.blueprintTwice`, `Refused`.
  package func find(_ name: String) throws -> File {
    if name.contains("/") || Self.isFile(name) {
      let file = Self.read(file: name)
      guard file.blueprint != nil else { throw Refused(report: file.report) }
      return file
    }
    let all = all()
    let found = all.filter { $0.blueprint?.code == name }
    guard let first = found.first else {
      // Whoever just spoilt the file wants to know.
      let spoilt = all.first { file in
        file.blueprint == nil
          && URL(fileURLWithPath: file.path).deletingPathExtension().lastPathComponent == name
      }
      if let spoilt { throw Refused(report: spoilt.report) }
      throw WorkflowFailure.noSuchBlueprint(name, known: all.compactMap { $0.blueprint?.code })
    }
    guard found.count == 1 else {
      throw WorkflowFailure.blueprintTwice(name, files: found.map(\.path))
    }
    return first
  }

  /// The blueprint as its file would say it; `remarks` name each key in this language.
  package static func text(of blueprint: Blueprint, remarks: Language?) -> String {
    BlueprintText.text(of: blueprint, remarks: remarks)
  }

  private static func isFile(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  private func files(in folder: URL, isOwn: Bool) -> [File] {
    let folder = folder.appendingPathComponent(Self.folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { Self.isFile($0) && !$0.hasPrefix(".") }.sorted().map {
      Self.read(file: folder.appendingPathComponent($0).path, isOwn: isOwn)
    }
  }
}
