import ArgumentParser
import Foundation
import Text

/// `mingfa manual`, which no help lists: the part of the manual page that the tree of commands gives,
/// as roff. `scripts/manual` puts it into the frame of `docs/man`, so that no command and no option
/// can be missing there.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "manual", shouldDisplay: false)

  @OptionGroup var options: GlobalOptions
  @Argument var part: Part

  enum Part: String, ExpressibleByArgument, CaseIterable {
    /// What every command takes.
    case options
    /// Every command with what it alone takes.
    case commands
  }

  func run() throws {
    let session = try CommandSession(options)
    let tree = try CommandTree.own()
    let common = tree.command.common
    switch part {
    case .options: try session.screen.lines(tree.command.options { common.contains($0) })
    case .commands:
      try session.screen.lines(
        tree.command.alone(without: common)
          + (tree.command.subcommands ?? []).flatMap { $0.section(after: [], without: common) })
    }
  }
}

/// The tree of commands as the parser knows it and tells other programs.
private struct CommandTree: Decodable {
  let command: Node

  static func own() throws -> CommandTree {
    do {
      _ = try Mingfa.parseAsRoot(["--experimental-dump-help"])
    } catch {
      return try JSONDecoder().decode(
        CommandTree.self, from: Data(Mingfa.fullMessage(for: error).utf8))
    }
    throw ExitCode(ExitStatus.bug)
  }

  struct Node: Decodable {
    let commandName: String
    let abstract: String?
    let shouldDisplay: Bool?
    let subcommands: [Node]?
    let arguments: [Entry]?
    let aliases: [String]?

    /// The sections of this command and of those below it.
    func section(after path: [String], without common: Set<String>) -> [String] {
      guard shouldDisplay != false, commandName != "help" else { return [] }
      let names = path + [([commandName] + (aliases ?? [])).joined(separator: "|")]
      let own = (subcommands ?? []).filter { $0.commandName != "help" }
      if !own.isEmpty { return own.flatMap { $0.section(after: names, without: common) } }
      let words = positionals.map { $0.isOptional ? "[\($0.value)]" : $0.value }
      let heading = (["mingfa"] + names + words).map { Roff.escaped($0) }.joined(separator: " ")
      return [".SS \"\(heading)\"", Roff.escaped(abstract ?? "")]
        + options { !common.contains($0) }
    }

    /// What all commands take that have no others below them.
    var common: Set<String> {
      let below = (subcommands ?? []).filter {
        $0.shouldDisplay != false && $0.commandName != "help"
      }
      guard let first = below.first else { return Set((arguments ?? []).map(\.title)) }
      return below.dropFirst().reduce(first.common) { $0.intersection($1.common) }
    }

    /// The section of a command without the name of one below it; nothing where it takes nothing of
    /// its own.
    func alone(without common: Set<String>) -> [String] {
      let own = options { !common.contains($0) }
      guard !own.isEmpty else { return [] }
      return [".SS \"\(Roff.escaped(commandName))\"", Roff.escaped(abstract ?? "")] + own
    }

    /// A paragraph for each option and argument whose title is wanted.
    func options(_ isWanted: (String) -> Bool) -> [String] {
      (arguments ?? []).filter { isWanted($0.title) && $0.shouldDisplay }
        .flatMap { [".TP", $0.heading, Roff.escaped(Failure.localized($0.abstract ?? ""))] }
    }

    private var positionals: [Entry] {
      (arguments ?? []).filter { $0.kind == "positional" && $0.shouldDisplay }
    }
  }

  struct Entry: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var typed: String { (kind == "long" ? "--" : "-") + name }
    }
    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let isOptional: Bool
    let shouldDisplay: Bool

    /// What it is called by, for comparison.
    var title: String { kind + (names ?? []).map(\.typed).joined() + (names == nil ? value : "") }
    var value: String { valueName ?? "" }

    /// What is typed, in bold, and what stands for a value, slanted.
    var heading: String {
      let typed = (names ?? []).map { Roff.bold($0.typed) }.joined(separator: ", ")
      switch kind {
      case "positional": return Roff.slanted(value)
      case "option": return typed + " " + Roff.slanted(value)
      default: return typed
      }
    }
  }
}

/// Text as roff takes it.
private enum Roff {
  static func bold(_ text: String) -> String { "\\fB" + escaped(text) + "\\fR" }
  static func slanted(_ text: String) -> String { "\\fI" + escaped(text) + "\\fR" }

  static func escaped(_ text: String) -> String {
    var line = ""
    for character in text {
      switch character {
      case "\\": line += "\\e"
      case "-": line += "\\-"
      case "~": line += "\\(ti"
      case "^": line += "\\(ha"
      case "'": line += "\\(aq"
      case "\"": line += "\\(dq"
      case "\n": line += " "
      default: line.append(character)
      }
    }
    // A line that begins with a dot would be a request.
    return line.hasPrefix(".") ? "\\&" + line : line
  }
}
