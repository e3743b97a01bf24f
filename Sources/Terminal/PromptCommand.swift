import Questions
import Text

/// The one table of commands, for practice and mock exams alike. At prompts for choices a single letter
/// does; at every prompt the word after a colon does. A–H, t, f and x are answers, never commands.
package enum PromptCommand: CaseIterable, Hashable, Sendable {
  case next, previous, star, sheet, note, jump, why, mark, source, undo, report, search, stop, help
  case submit

  /// The key, where the command has one.
  package var letter: Character? {
    switch self {
    case .next: "n"
    case .previous: "p"
    case .star: "s"
    case .sheet: "k"
    case .note: "i"
    case .why: "y"
    case .jump: "j"
    case .mark: "m"
    case .source: "l"
    case .undo: "u"
    case .report: "r"
    case .search: "/"
    case .stop: "q"
    case .help: "?"
    case .submit: nil
    }
  }

  /// The word after the colon.
  package var word: String {
    switch self {
    case .next: "skip"
    case .previous: "previous"
    case .star: "star"
    case .sheet: "sheet"
    case .note: "note"
    case .why: "why"
    case .jump: "jump"
    case .mark: "mark"
    case .source: "source"
    case .undo: "undo"
    case .report: "report"
    case .search: "search"
    case .stop: "stop"
    case .help: "help"
    case .submit: "submit"
    }
  }

  /// Whether words may follow the key.
  private var takesWords: Bool {
    switch self {
    case .jump, .report, .note, .search: true
    default: false
    }
  }

  /// A command with what was typed after it: `j 12`, `:report 答案应为 B`.
  package struct Typed: Hashable, Sendable {
    package var command: PromptCommand
    package var argument: String
  }

  /// What a typed line may be at a prompt.
  package enum Reading: Hashable, Sendable {
    case command(Typed)
    /// A word after a colon that is no command.
    case unknownWord(String)
    /// The beginning of several commands' words, in the order of the table.
    case severalCommands(String, [PromptCommand])
    /// No command: an answer.
    case answer
  }

  /// Reads a line.
  ///
  /// - Parameter lettersCount: whether single letters are commands here: not where a text is wanted.
  package static func read(_ line: String, lettersCount: Bool) -> Reading {
    let text = InputText.narrowed(line)
    if text == "?" { return .command(Typed(command: .help, argument: "")) }
    if text.hasPrefix(":") {
      let (word, argument) = InputText.wordAndRest(InputText.trimmed(line).dropFirst())
      return named(word.lowercased(), argument: argument)
    }
    if text.hasPrefix("/") {
      let words = InputText.trimmed(InputText.trimmed(line).dropFirst())
      return .command(Typed(command: .search, argument: String(words)))
    }
    guard lettersCount else { return .answer }
    if text == "0" { return .command(Typed(command: .stop, argument: "")) }
    let (first, argument) = InputText.wordAndRest(line[...])
    guard first.count == 1, let letter = first.lowercased().first,
      let command = allCases.first(where: { $0.letter == letter })
    else {
      // j12 without a space means a jump as well.
      if text.lowercased().hasPrefix("j"), let number = Int(text.dropFirst()) {
        return .command(Typed(command: .jump, argument: String(number)))
      }
      return .answer
    }
    // "n 日" is an answer to nothing.
    guard argument.isEmpty || command.takesWords else { return .answer }
    return .command(Typed(command: command, argument: argument))
  }

  /// The command of a word after a colon: its word, its Chinese name or its key; or the beginning
  /// of one name alone.
  private static func named(_ word: String, argument: String) -> Reading {
    guard !word.isEmpty else { return .unknownWord(word) }
    let exact = allCases.first { command in
      command.word == word || command.wording.zh == word
        || command.letter.map { String($0) == word } == true
    }
    if let exact { return .command(Typed(command: exact, argument: argument)) }
    // One letter is a key or nothing; one Chinese character may begin a name.
    let begun = allCases.filter { command in
      word.count >= 2 && command.word.hasPrefix(word) || command.wording.zh.hasPrefix(word)
    }
    switch begun.count {
    case 0: return .unknownWord(word)
    case 1: return .command(Typed(command: begun[0], argument: argument))
    default: return .severalCommands(word, begun)
    }
  }
}

/// What people type, in one width: full-width letters, digits and signs as ASCII, spaces trimmed.
package enum InputText {
  /// The line in one width, without space at its ends.
  package static func narrowed(_ line: String) -> String { PlainLine.narrowed(line) }

  /// The first word of a line in one width, and what follows it exactly as it was typed: the words
  /// of an objection keep their Chinese punctuation.
  static func wordAndRest(_ line: Substring) -> (word: String, rest: String) {
    let text = trimmed(line)
    let end = text.firstIndex(where: \.isWhitespace) ?? text.endIndex
    return (narrowed(String(text[..<end])), String(trimmed(text[end...])))
  }

  /// The text without space at its ends.
  static func trimmed(_ line: some StringProtocol) -> Substring {
    PlainLine.trimmed(Substring(line))
  }
}
