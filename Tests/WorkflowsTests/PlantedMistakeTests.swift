import Foundation
import Statutes
import TestKit
import Testing
import Workflows

/// The rules of `bank check` against a bank with faults that were planted by somebody who had not seen them.
@Suite(.enabled(if: StatuteFolder.path != nil, "MINGFA_STATUTES names no folder with texts"))
struct PlantedMistakeTests {
  private struct Plant {
    var code: String
    var kind: String
    /// named, unnamed or sound.
    var sort: String
  }

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
  }

  private static func plants() throws -> [Plant] {
    try String(
      contentsOf: folder.appendingPathComponent("planted-faults.tsv"), encoding: .utf8
    ).split(separator: "\n").map { line in
      let parts = line.split(separator: "\t").map(String.init)
      return Plant(
        code: parts[0], kind: parts[1], sort: parts.count > 2 ? parts[2] : parts[1])
    }
  }

  /// Faults that no rule finds. A rule that finds one takes it off this list.
  static let missed: Set<String> = [
    // Of kinds that are named.
    "PT-003", "PT-045", "PT-052",
    // Of kinds that are not.
    "PT-002", "PT-020", "PT-021", "PT-036", "PT-040", "PT-048", "PT-056", "PT-061", "PT-062",
  ]
  /// The other question of a pair, where the finding stands at the later one.
  static let partners = ["PT-030": "PT-022"]

  @Test func `each planted fault is found, or named as missed, and sound questions pass`() throws {
    let test = try TestData()
    _ = try LoadStatutes(test.data, actor: test.actor).load(files: StatuteFolder.files)
    let file = Self.folder.appendingPathComponent("planted-faults.txt").path
    let outcome = try #require(
      CheckBank(index: StatuteIndex(statutes: []), data: test.data).check(files: [file]).first)
    let lines = try String(contentsOfFile: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var found: [String: [String]] = [:]
    for problem in outcome.report.problems {
      guard let line = problem.position?.line,
        let code = lines[(line - 1)...].first(where: { $0.hasPrefix("编号：") })?.dropFirst(3)
      else { continue }
      let name = String(code)
      found[Self.partners[name] ?? name, default: []].append(problem.fact.rule)
    }
    let plants = try Self.plants()
    let faults = plants.filter { $0.sort != "sound" }
    #expect(faults.count == 40)
    let missed = faults.filter { found[$0.code] == nil }.map(\.code)
    #expect(Set(missed) == Self.missed, "\(missed)")
    for plant in plants where plant.sort == "sound" && found[plant.code] != nil {
      Issue.record("\(plant.code) is sound: \(found[plant.code] ?? [])")
    }
  }
}
