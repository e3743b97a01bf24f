import ArgumentParser
import Foundation
import Text
import Workflows

/// The language of this run. Help is worded before the arguments are parsed, so `--lang` is looked for
/// in the raw arguments, wherever it stands.
enum Spoken {
  static let language = Language.chosen(
    explicit: raw("--lang").flatMap(Language.init(rawValue:)),
    environment: { name in getenv(name).map { String(cString: $0) } })

  /// Who chose the language: `--lang`, or the first variable in the order of POSIX that is set.
  static var source: HealthFact.Source {
    if raw("--lang").flatMap(Language.init(rawValue:)) != nil { return .option("--lang") }
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = CommandSession.variable(name), !value.isEmpty else { continue }
      let saysNothing = ["C", "POSIX"].contains { value == $0 || value.hasPrefix($0 + ".") }
      return saysNothing ? .silent(name, value) : .variable(name, value)
    }
    return .usual
  }

  /// The value of an option, wherever it stands among the arguments.
  static func raw(_ name: String) -> String? {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--" { return nil }
      if argument == name, index + 1 < arguments.count { return arguments[index + 1] }
      if argument.hasPrefix(name + "=") { return String(argument.dropFirst(name.count + 1)) }
    }
    return nil
  }
}

extension Wording {
  /// The sentence in the language of this run.
  var spoken: String { self(Spoken.language) }
}

extension ArgumentHelp {
  /// A help text in both languages, with the name of the value that stands in angle brackets.
  static func worded(zh: String, en: String, value: Wording? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: Wording(zh: zh, en: en).spoken).named(value?.spoken)
  }

  private func named(_ value: String?) -> ArgumentHelp {
    var help = self
    if let value { help.valueName = value }
    return help
  }
}

extension CommandConfiguration {
  /// A command in both languages, examples first.
  static func worded(
    _ name: String, _ abstract: Wording, examples: [String],
    subcommands: [any ParsableCommand.Type] = [], aliases: [String] = [],
    defaultSubcommand: (any ParsableCommand.Type)? = nil
  ) -> CommandConfiguration {
    let heading = Wording(zh: "例：", en: "Examples:").spoken
    return CommandConfiguration(
      commandName: name, abstract: abstract.spoken,
      discussion: heading + "\n" + examples.map { "  " + $0 }.joined(separator: "\n"),
      version: Version.text, subcommands: subcommands, defaultSubcommand: defaultSubcommand,
      aliases: aliases)
  }
}

/// The version of the program.
enum Version {
  static let number = "0.1.0"
  static let text = "mingfa \(number)"
}
