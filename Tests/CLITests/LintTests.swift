import Foundation
import Testing

/// `scripts/lint` sees what is planted in a copy of the sources, and nothing in the copy itself.
@Suite struct LintTests {
  /// One defect, where it is planted and where lint has to find it.
  struct Plant: Sendable, CustomTestStringConvertible {
    let defect: String
    let file: String
    /// Lines for a new file, or for the end of one that stands.
    let text: String
    /// The line of the finding in a new file, counted from 1; nil where the file stood before and
    /// any line will do.
    let line: Int?
    /// Words of the sentence that tell this finding from every other.
    let sentence: String

    var testDescription: String { defect }
  }

  static let plants = [
    Plant(
      defect: "an import that the drawing forbids", file: "Sources/Questions/Planted.swift",
      text: "import Text\nimport Storage\n", line: 2,
      sentence: "Questions must not import Storage"),
    Plant(
      defect: "a forbidden import behind an attribute", file: "Sources/Reports/Planted.swift",
      text: "@preconcurrency import struct Workflows.Anything\n", line: 1,
      sentence: "Reports must not import Workflows"),
    Plant(
      defect: "Foundation in the domain", file: "Sources/Learning/Planted.swift",
      text: "import Foundation\n", line: 1, sentence: "must not import Foundation"),
    Plant(
      defect: "a clock in the domain", file: "Sources/Learning/Planted.swift",
      text: "let start = ContinuousClock.now\n", line: 1, sentence: "reads no clock"),
    Plant(
      defect: "chance in the domain", file: "Sources/Statutes/Planted.swift",
      text: "let order = [1, 2].shuffled()\n", line: 1, sentence: "draws nothing by itself"),
    Plant(
      defect: "a target that the drawing lacks", file: "Sources/Gossip/Planted.swift", text: "\n",
      line: nil, sentence: "has no line for this target"),
    Plant(
      defect: "a line of the drawing that Package.swift does not know",
      file: "docs/architecture.md", text: "```imports\nReports: Storage\n```\n", line: nil,
      sentence: "lets Reports import Storage, but Package.swift does not"),
    Plant(
      defect: "a dependency in Package.swift that the drawing does not show",
      file: "Package.swift", text: "let planted = room(\"Text\", [\"Storage\"])\n", line: nil,
      sentence: "Text depends on Storage"),
    Plant(
      defect: "a file of 401 lines", file: "Tests/TextTests/Planted.swift",
      text: String(repeating: "\n", count: 401), line: 401, sentence: "longer than 400 lines"),
    Plant(
      defect: "a vague file name", file: "Tests/TextTests/TextHelpers.swift", text: "\n", line: 1,
      sentence: "'TextHelpers' says nothing"),
    Plant(
      defect: "a vague type name", file: "Sources/Text/Planted.swift",
      text: "\nstruct WidthManager {}\n", line: 2, sentence: "'WidthManager' says nothing"),
    Plant(
      defect: "a type without a doc comment", file: "Sources/Text/Planted.swift",
      text: "/// Said.\npackage struct Said {}\n\npackage struct Silent {}\n", line: 4,
      sentence: "'Silent' crosses a target without a doc comment"),
    Plant(
      defect: "a function without a doc comment", file: "Sources/Text/Planted.swift",
      text: "// An aside is no doc comment.\n@discardableResult\npackage func silent() {}\n",
      line: 3,
      sentence: "'silent' crosses a target without a doc comment"),
    Plant(
      defect: "a constant without a doc comment", file: "Sources/Text/Planted.swift",
      text: "extension Said {\n  package static let silent = 1\n}\n", line: 2,
      sentence: "'silent' crosses a target without a doc comment"),
    Plant(
      defect: "an initialiser that throws without saying when",
      file: "Sources/Text/Planted.swift",
      text: "extension Said {\n  package init(\n    _ text: String\n  ) throws {}\n}\n", line: 2,
      sentence: "'init' crosses a target without a doc comment"),
    Plant(
      defect: "public", file: "Sources/Text/Planted.swift", text: "public let planted = 1\n",
      line: 1, sentence: "nothing is public here"),
    Plant(
      defect: "try!", file: "Tests/TextTests/Planted.swift",
      text: "let prose = \"try! \\(1)\"  // try!\nlet planted = try! read()\n", line: 2,
      sentence: "'try!' traps"),
    Plant(
      defect: "as!", file: "Sources/CLI/Planted.swift",
      text: "let prose = \"\"\"\n  as! \"\n  \"\"\"\nlet planted = prose as! Int\n", line: 4,
      sentence: "'as!' traps"),
    Plant(
      defect: "fatalError inside an interpolation", file: "Sources/CLI/Planted.swift",
      text: "let planted = \"\\(fatalError(\"x\"))\"\n", line: 1, sentence: "'fatalError' ends"),
    Plant(
      defect: "a path of one machine", file: "docs/planted.md",
      text: "See /" + "home/somebody/notes.md\n", line: 1, sentence: "a path of one machine"),
    Plant(
      defect: "a document that names a missing file", file: "docs/planted.md",
      text: "\nSee `Sources/Text/Nowhere.swift`.\n", line: 2, sentence: "there is no 'Sources/Text"),
  ]

  @Test func `the sources as they stand have no finding`() throws {
    let copy = try SourcesCopy()
    defer { copy.remove() }
    let result = try copy.lint()
    #expect(result.output == "")
    #expect(result.status == 0)
  }

  @Test(arguments: plants)
  func `a planted defect is found at its place`(plant: Plant) throws {
    let copy = try SourcesCopy()
    defer { copy.remove() }
    try copy.append(plant.text, to: plant.file)
    let result = try copy.lint()
    #expect(result.status == 1)
    let place = plant.line.map { "\(plant.file):\($0): " } ?? ""
    #expect(
      result.output.split(separator: "\n").contains {
        $0.hasPrefix(place) && $0.contains(plant.sentence)
      }, "\(result.output)")
  }

  @Test func `a built product and a lock file must not be committed`() throws {
    let copy = try SourcesCopy()
    defer { copy.remove() }
    try copy.append("{}\n", to: "Package.resolved")
    try copy.append("\n", to: "results/mingfa.sqlite")
    try copy.run("/usr/bin/env", ["git", "init", "--quiet"])
    try copy.run(
      "/usr/bin/env", ["git", "add", "--force", "Package.resolved", "results/mingfa.sqlite"])
    let result = try copy.lint()
    #expect(result.output.contains("Package.resolved:1: this file is made by a run"))
    #expect(result.output.contains("results/mingfa.sqlite:1: this file is made by a run"))
    #expect(result.status == 1)
  }
}

/// A copy, in a temporary folder, of all that `scripts/lint` reads.
private struct SourcesCopy {
  let folder: URL

  init() throws {
    let files = FileManager.default
    folder = files.temporaryDirectory.appendingPathComponent("mingfa-lint-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let house = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    // Not what a build or a run left there, nor Git's own.
    for name in try files.contentsOfDirectory(atPath: house.path)
    where !name.hasPrefix(".build") && name != ".git" && name != "results" {
      try files.copyItem(
        at: house.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }

  /// Adds the text at the end of a file; makes the file and its folder where there is none.
  func append(_ text: String, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    let before = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    try (before + text).write(to: file, atomically: true, encoding: .utf8)
  }

  /// Runs the copy's own lint without its slow part, the format.
  func lint() throws -> (status: Int32, output: String) {
    try run("/usr/bin/env", ["bash", "scripts/lint"])
  }

  @discardableResult
  func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      [
        "MINGFA_LINT_FORMAT": "skip",
        // The copy must not be taken for a part of a repository that stands above it.
        "GIT_CEILING_DIRECTORIES": folder.deletingLastPathComponent().path,
      ]
    ) { _, new in new }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
