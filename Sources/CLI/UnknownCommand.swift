import ArgumentParser
import Text

/// A word that stands where a command is wanted and is none. The parser calls it an argument too many,
/// and `help` shows the general help for it.
struct UnknownCommand: Error {
  /// The word as it was typed.
  let word: String
  /// What was typed before it: `mingfa bank`.
  let place: String
  /// The command of that place that was likely meant; nil where none is near.
  let likely: String?

  /// Looks for the first word that is no command.
  ///
  /// - Parameter words: what was typed after the name of the program.
  /// - Returns: nil where every word in a command's place is one.
  init?(in words: some Sequence<String>) {
    var command: any ParsableCommand.Type = Mingfa.self
    var path = ["mingfa"]
    var iterator = words.makeIterator()
    while let word = iterator.next() {
      if word == "--" { return nil }
      if word.hasPrefix("-") {
        let name = word.prefix { $0 != "=" }
        // An option that is none, or one of the parser's own, is for the parser to judge.
        guard Self.takingValues.contains(name) || Self.flags.contains(name) else { return nil }
        if Self.takingValues.contains(word[...]) { _ = iterator.next() }
        continue
      }
      // The parser's own command stands above all others and takes their names.
      if path.count == 1, word == "help" { continue }
      let below = command.configuration.subcommands
      guard !below.isEmpty else { return nil }
      guard let found = below.first(where: { Self.names(of: $0).contains(word) }) else {
        self.word = word
        place = path.joined(separator: " ")
        likely = Self.nearest(to: word, in: below)
        return
      }
      command = found
      path.append(word)
    }
    return nil
  }

  /// What may stand before the name of any command, or ask for its help.
  private static let flags: [Substring] = [
    "--no-input", "--no-color", "--plain", "--simple", "--no-simple", "--help", "-h",
  ]
  /// The same, with a value that may be a word of its own.
  private static let takingValues: [Substring] = ["--data", "--lang"]

  private static func names(of command: any ParsableCommand.Type) -> [String] {
    let configuration = command.configuration
    return [configuration.commandName].compactMap { $0 } + configuration.aliases
  }

  /// The name that begins with the word or is at most two slips away, the nearest first; at most half
  /// the word may be wrong, since between short words everything is near.
  private static func nearest(
    to word: String, in commands: [any ParsableCommand.Type]
  ) -> String? {
    let word = word.lowercased()
    return commands.filter { $0.configuration.shouldDisplay }.flatMap { names(of: $0) }
      .map { name in
        let isBegun = word.utf8.count > 1 && name.hasPrefix(word)
        return (name, isBegun ? 0 : EditDistance.between(word, name))
      }
      .filter { $1 <= min(2, word.count / 2) }.min { $0.1 < $1.1 }?.0
  }
}

extension UnknownCommand: Worded {
  var wording: Wording {
    guard let likely else {
      return Wording(
        zh: "没有命令 \(place) \(word)；全部命令：\(place) --help",
        en: "There is no command '\(place) \(word)'; all commands: \(place) --help")
    }
    return Wording(
      zh: "没有命令 \(place) \(word)；是不是想写 \(place) \(likely)？全部命令：\(place) --help",
      en: "There is no command '\(place) \(word)'; did you mean '\(place) \(likely)'? "
        + "All commands: \(place) --help")
  }
}
