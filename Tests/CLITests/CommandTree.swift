import Foundation

/// The commands of the program, found by walking its own help from `mingfa --help` down.
struct CommandTree {
  /// One command, as its help tells it in English.
  struct Command: Sendable {
    /// `bank load`; empty for the program itself.
    let words: [String]
    /// Its names beside the last of `words`.
    let aliases: [String]
    let help: String

    var name: String { (["mingfa"] + words).joined(separator: " ") }

    /// What `Examples:` lists.
    var examples: [String] {
      help.split(separator: "\n", omittingEmptySubsequences: false)
        .drop { $0 != "Examples:" }.dropFirst().prefix { $0.hasPrefix("  ") }
        .map { String($0.dropFirst(2)) }
    }

    /// The options that it lists, `--data` and the like.
    var options: [String] {
      help.split(separator: "\n").compactMap { line in
        line.prefixMatch(of: /\ {2}(?:-h, )?(--[a-z-]+)/).map { String($0.1) }
      }
    }

    /// Whether it prints a document for programs.
    var printsJSON: Bool {
      help.contains(/\n\ {2}--format [^\n]*json/)
        || help.prefixMatch(of: /[^\n]*as one JSON document/) != nil
    }
  }

  static let commands = Result { try below([], aliases: []) }

  private static func below(_ words: [String], aliases: [String]) throws -> [Command] {
    let run = try Desk().run(Desk.program, words + ["--help", "--lang", "en"])
    let command = Command(words: words, aliases: aliases, help: run.text)
    let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
    // A meaning that takes two lines has no name on the second.
    let subcommands = lines.drop { $0 != "SUBCOMMANDS:" }.dropFirst().prefix { $0 != "" }
      .filter { !$0.hasPrefix("   ") }
    return try subcommands.reduce(into: [command]) { all, line in
      // "  load, 载入                Load banks": two spaces or more end the names.
      let names = line.dropFirst(2).replacing(/\ {2,}.*/, with: "").split(separator: ", ")
        .map(String.init)
      guard let name = names.first else { return }
      all += try below(words + [name], aliases: Array(names.dropFirst()))
    }
  }
}
