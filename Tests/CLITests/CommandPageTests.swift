import Foundation
import TestKit
import Testing

/// `docs/commands.md` tells what the built program does.
@Suite struct CommandPageTests {
  let page: DocumentationPage
  let commands: [CommandTree.Command]

  init() throws {
    page = try DocumentationPage("docs/commands.md")
    commands = try CommandTree.commands.get()
  }

  @Test func `the page is what the program's own help gives`() throws {
    let desk = try Desk()
    desk.environment["MINGFA_PROGRAM"] = Desk.program
    let script = Desk.repository.appendingPathComponent("scripts/commands").path
    let run = try desk.run("/bin/bash", [script])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text == page.text, "'make docs' writes the page anew")
  }

  @Test func `every command has a section, an example and a Chinese name`() throws {
    #expect(commands.count >= 19)
    for command in commands {
      let section = try #require(page.section("### \(command.name)"), "\(command.name)")
      let text = section.joined(separator: "\n")
      #expect(!command.examples.isEmpty, "\(command.name)")
      for example in command.examples {
        #expect(example.hasPrefix(command.name) && section.contains(Substring(example)))
      }
      guard !command.words.isEmpty else { continue }
      let chinese = command.aliases.filter { $0.contains(/\p{Han}/) }
      #expect(!chinese.isEmpty, "\(command.name)")
      #expect(
        chinese.contains { text.contains(" \($0)`.") || text.contains(" \($0) ") },
        "\(command.name)")
    }
  }

  @Test func `every option stands with its command or among those of all`() throws {
    let shared = try #require(commands.first).options
    #expect(shared.contains("--data") && shared.contains("--lang"))
    for command in commands {
      let section = try #require(page.section("### \(command.name)")).joined(separator: "\n")
      for option in command.options where command.words.isEmpty || !shared.contains(option) {
        // A switch stands with its opposite: --streak/--no-streak.
        let isThere = [" \(option) ", " \(option)/", "/\(option) "].contains {
          section.contains($0)
        }
        #expect(isThere, "\(command.name) \(option)")
      }
    }
  }

  @Test func `the table of exit statuses is that of the program`() throws {
    let listed = page.rows(under: "## Exit status").map { $0[0] }
    let failure = Desk.repository.appendingPathComponent("Sources/CLI/Failure.swift")
    let source = try String(contentsOf: failure, encoding: .utf8)
    let statuses = source.matches(of: /static let [A-Za-z]+: Int32 = ([0-9]+)/).map { $0.1 }
    #expect(statuses.count > 8)
    #expect(Set(listed) == Set(statuses.map(String.init) + ["0", "128 + n"]))
    #expect(listed.count == statuses.count + 2)
  }

  @Test func `every variable that the program asks for is in the table`() throws {
    let listed = page.rows(under: "## Environment").flatMap { DocumentationPage.code(in: $0[0]) }
    let sources = Desk.repository.appendingPathComponent("Sources")
    var asked: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      for match in text.matches(of: /(?:variable|environment|getenv)\("([A-Z_]+)"\)/) {
        asked.insert(String(match.1))
      }
      for list in text.matches(of: /\["LC_ALL"[^\]]*\]/) {
        for match in list.0.matches(of: /"([A-Z_]+)"/) { asked.insert(String(match.1)) }
      }
    }
    #expect(asked.isSuperset(of: ["MINGFA_DATA", "LC_MESSAGES", "NO_COLOR"]))
    // Readline asks for its own.
    #expect(Set(listed) == asked.union(["INPUTRC"]))
    #expect(listed.count == Set(listed).count)
  }

  @Test func `the table of prompt commands is what the prompts say and take`() throws {
    let rows = page.rows(under: "## At a prompt")
    #expect(rows.count == 15)
    let desk = try Desk.town()
    let session = try TerminalSession(desk, ["practice", "--lang", "en"])
    try session.wait(for: "answer> ")
    try session.enter("?", then: "answer> ")
    try session.enter("a", then: "Enter> ")
    try session.enter("?", then: "Enter> ")
    session.type("\u{4}")
    #expect(session.finish() == .exit(0))
    let mock = try desk.mingfa(
      "practice", "mock", "--count", "true-false=1", "--lang", "en", input: "?\n")
    let help = session.text + mock.text
    for row in rows {
      let words = row[1...2].flatMap(DocumentationPage.code)
      #expect(words.count == 2)
      let isHelp = words[0] == ":help"
      let keys = (DocumentationPage.code(in: row[0]) + [words[0]]).joined(separator: " / ")
      let said = help.split(whereSeparator: \.isNewline).contains { line in
        line.trimmingPrefix(/\s+/).hasPrefix(keys) && line.hasSuffix(row[3])
      }
      #expect(said || isHelp, "\(keys)")
      for word in words {
        let run = try desk.mingfa("practice", "--lang", "en", "--new", input: word + "\n")
        #expect(!run.text.contains("There is no command"), "\(word)")
      }
    }
    let other = try desk.mingfa("practice", "--lang", "en", "--new", input: ":nothing\n")
    #expect(other.text.contains("There is no command"))
  }
}
