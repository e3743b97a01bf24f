import Foundation
import TestKit
import Testing

/// What the pages name is there: types and functions of the code, commands and screens of the program.
@Suite struct DocumentNamesTests {
  static let pages = ["docs/architecture.md", "docs/glossary.md", "docs/reliability.md"]
  /// Pages that show commands; the examples of docs/commands.md are those of the help.
  static let guides = [
    "README.md", "README.zh-CN.md", "CHANGELOG.md", "docs/architecture.md",
    "docs/bank-format.md", "docs/blueprints.md", "docs/json.md", "docs/power-cuts.md",
    "docs/reliability.md",
  ]

  /// The sources that declare or extend each type.
  private static let declarations = Result {
    let folder = Repository.folder.appendingPathComponent("Sources")
    let keywords: Set<Substring> = [
      "struct", "enum", "class", "protocol", "typealias", "extension",
    ]
    var declarations: [String: [String]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where path.hasSuffix(".swift") {
      let source = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      let names = source.split(separator: "\n").flatMap { line -> [String] in
        let words = line.split(separator: " ")
        return zip(words, words.dropFirst()).filter { keywords.contains($0.0) }.compactMap {
          $0.1.prefix { $0.isLetter || $0 == "." }.split(separator: ".").last.map(String.init)
        }
      }
      for name in Set(names) { declarations[name, default: []].append(source) }
    }
    return declarations
  }

  @Test(arguments: pages) func `types and members that a page names stand in the sources`(
    page: String
  ) throws {
    let names = Set(try DocumentationPage(page).codeSpans).compactMap {
      $0.wholeMatch(of: /([A-Z][A-Za-z]*[a-z])(?:\.([a-z][A-Za-z]*))?/)?.output
    }.filter { name, _, _ in
      let path = Repository.folder.appendingPathComponent(String(name)).path
      return !FileManager.default.fileExists(atPath: path)
    }
    #expect(names.count > 2)
    for (name, type, member) in names {
      let sources = try Self.declarations.get()[String(type)]
      #expect(sources != nil, "\(page): \(name)")
      guard let member else { continue }
      let declaration = try Regex("\\b(func|var|let|case) ([^\\n=:(]*, )?\(member)\\b")
      #expect(sources?.contains { $0.contains(declaration) } == true, "\(page): \(name)")
    }
  }

  @Test(arguments: guides) func `commands that a page shows are commands of the program`(
    page: String
  ) throws {
    let text = try DocumentationPage(page)
    let lines = text.blocks.flatMap { $0.split(separator: "\n").map(String.init) }
    let shown = Set((text.codeSpans + lines).filter { $0.hasPrefix("mingfa ") })
    #expect(!shown.isEmpty)
    let desk = try Desk()
    for line in shown {
      let words = line.split(separator: " ").map(String.init).dropFirst()
        .prefix { !["<", ">", "#"].contains($0) }
      // `--help` at the end parses all before it.
      let run = try desk.run(Desk.program, Array(words) + ["--help"])
      #expect(run.status == 0, "\(page): \(line)")
    }
  }

  /// The screens that the two READMEs open with, and what is typed to see them.
  static let screens = [
    ("README.md", ["--lang", "en"], "a\n"), ("README.zh-CN.md", ["--lang", "zh"], "a\nc\n"),
  ]

  @Test(arguments: screens) func `the screen of a README is one of the program`(
    page: String, arguments: [String], keys: String
  ) throws {
    let shown = try #require(
      try DocumentationPage(page).blocks.first { $0.contains("\n----") })
    let desk = try Desk()
    desk.environment["MINGFA_BANKS"] = Desk.shippedBanks
    let run = try desk.run(
      Desk.program, ["practice"] + arguments, input: Data(keys.utf8))
    // The order of the options is drawn; what is said of an answer, and the keys, depend on it.
    let letter = #/^ {3}[A-H]\. /#
    let printed = Set(run.lines.map { $0.replacing(letter, with: "") })
    let lines = shown.split(separator: "\n").map { String($0).replacing(letter, with: "") }
    let end = try #require(lines.lastIndex { $0.hasPrefix("----") })
    #expect(end > 5)
    for line in lines[..<end] { #expect(printed.contains(line), "\(page): \(line)") }
  }
}
