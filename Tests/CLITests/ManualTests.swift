import Foundation
import Testing

/// The manual pages: complete, and readable.
@Suite struct ManualTests {
  /// The tree of commands as the program tells it.
  private struct Node: Decodable {
    struct Entry: Decodable {
      struct Name: Decodable {
        let kind: String
        let name: String
      }
      let names: [Name]?
      let shouldDisplay: Bool
    }
    let commandName: String
    let subcommands: [Node]?
    let arguments: [Entry]?
    let aliases: [String]?
    let shouldDisplay: Bool?

    /// The words of every command below this one.
    var words: [[String]] {
      let below = (subcommands ?? []).filter {
        $0.commandName != "help" && $0.shouldDisplay != false
      }
      if below.isEmpty { return [[commandName] + (aliases ?? [])] }
      return [[commandName] + (aliases ?? [])] + below.flatMap(\.words)
    }

    /// The options of this command and of those below it.
    var options: Set<String> {
      let own = (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }
        .map { ($0.kind == "long" ? "--" : "-") + $0.name }
      return (subcommands ?? []).reduce(Set(own)) { $0.union($1.options) }
    }
  }
  private struct Tree: Decodable {
    let command: Node
  }

  private func page(_ language: String, on desk: Desk) throws -> String {
    let run = try desk.run(
      Desk.repository.appendingPathComponent("scripts/manual").path, [language, Desk.program])
    #expect(run.status == 0 && run.errors == "", "\(run.errors)")
    return run.text
  }

  /// The page as roff shows it: the signs that stand for others are read back.
  private func plain(_ page: String) -> String {
    page.replacing("\\-", with: "-").replacing("\\(aq", with: "'").replacing("\\(dq", with: "\"")
      .replacing("\\(ti", with: "~")
      .replacing(/\\f[A-Z]/, with: "")
  }

  private func tree(_ language: String, on desk: Desk) throws -> Node {
    let run = try desk.mingfa("--experimental-dump-help", "--lang", language)
    return try JSONDecoder().decode(Tree.self, from: run.output).command
  }

  @Test(arguments: ["zh", "en"]) func `every command and every option stands in the manual`(
    language: String
  ) throws {
    let desk = try Desk()
    let text = plain(try page(language, on: desk))
    let tree = try tree(language, on: desk)
    #expect(tree.words.count > 15)
    for words in tree.words { #expect(text.contains(words.joined(separator: "|")), "\(words)") }
    #expect(tree.options.count > 25)
    for option in tree.options {
      #expect(text.contains("\n\(option)") || text.contains(", \(option)"), "\(option)")
    }
    #expect(!text.contains("@"), "a placeholder is left")
    let version = try desk.mingfa("--version").text.trimmingCharacters(in: .newlines)
    #expect(text.contains("\"\(version)\""))
  }

  @Test(arguments: ["zh", "en"]) func `every exit status stands in the manual`(
    language: String
  ) throws {
    let text = try page(language, on: try Desk())
    let source = try String(
      contentsOf: Desk.repository.appendingPathComponent("Sources/CLI/Failure.swift"),
      encoding: .utf8)
    let statuses = source.matches(of: /static let \w+: Int32 = (\d+)/).map { String($0.1) }
    #expect(statuses.count > 10)
    for status in ["0"] + statuses {
      #expect(text.contains("\n.TP\n.B \(status)\n"), "\(status)")
    }
  }

  @Test(arguments: ["zh", "en"])
  func `every variable that the program reads stands in the manual`(language: String) throws {
    let text = plain(try page(language, on: try Desk()))
    let folder = Desk.repository.appendingPathComponent("Sources/CLI")
    var names: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let source = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      names.formUnion(source.matches(of: /variable\("([A-Z_]+)"\)/).map { String($0.1) })
    }
    #expect(names.contains("MINGFA_DATA"))
    // What every program on a computer reads.
    for name in names.subtracting(["HOME"]) { #expect(text.contains(name), "\(name)") }
  }

  @Test(arguments: ["zh", "en"]) func `the manual is shown without a warning, in 80 columns`(
    language: String
  ) throws {
    let desk = try Desk()
    try desk.folder.write(try page(language, on: desk), to: "mingfa.1")
    let run = try desk.shell("groff -man -Tutf8 -K utf8 -ww mingfa.1")
    #expect(run.status == 0)
    #expect(run.errors == "")
    // Bold and underlined signs are struck twice.
    let text = run.text.replacing(/.\u{8}/, with: "").replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(text.contains(language == "zh" ? "退出状态" : "EXIT STATUS"))
    for line in text.split(separator: "\n") {
      let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
      #expect(columns <= 80, "\(line)")
    }
  }
}
