import Exams
import Foundation
import TestKit
import Testing
import Workflows

/// The blueprints that come with the banks.
@Suite struct ShippedBlueprintTests {
  static let folder = Repository.folder.appendingPathComponent("questionbanks")

  static func files(data: URL = URL(fileURLWithPath: "/nonexistent")) -> [ReadBlueprints.File] {
    ReadBlueprints(
      Environment(
        clock: HandClock(), randomSeed: { 1 }, folder: data, shippedBanks: folder,
        program: "mingfa test")
    ).all()
  }

  static let codes = [
    "cadre-yearly", "constitution-day", "enforcement-general", "enforcement-special",
    "law-understander",
  ]

  @Test func `all five are there without an error, each in a file of its code`() {
    let files = Self.files()
    #expect(files.map { $0.blueprint?.code } == Self.codes)
    for file in files {
      #expect(file.report.problems.isEmpty)
      let name = URL(fileURLWithPath: file.path).deletingPathExtension().lastPathComponent
      #expect(name == file.blueprint?.code)
      #expect(!file.isOwn)
    }
  }

  @Test func `each is worth 100 points, asks objective questions and says what varies`() throws {
    for file in Self.files() {
      let blueprint = try #require(file.blueprint)
      #expect(blueprint.full.hundredths == 10_000, "\(blueprint.code)")
      #expect(!blueprint.sections.contains { $0.kind == .short })
      let text = try String(contentsOfFile: file.path, encoding: .utf8)
      #expect(text.contains("本地") || text.contains("各地"), "\(blueprint.code)")
    }
  }

  @Test func `each names banks that are shipped`() throws {
    let banks = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    for file in Self.files() {
      for bank in try #require(file.blueprint).banks { #expect(banks.contains(bank + ".txt")) }
    }
  }

  @Test func `what has to be passed before is among them`() throws {
    for file in Self.files() {
      if let after = file.blueprint?.pass.after { #expect(Self.codes.contains(after)) }
    }
  }
}
