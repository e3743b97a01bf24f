import Text
import Workflows

/// A person at the keyboard: where lines come from and where they go, in her language.
package final class Conversation {
  package let screen: Screen
  package let reader: any LineReader
  package let language: Language
  /// Whether someone sits there who can be asked: not for pipes nor under `--no-input`.
  package let isInteractive: Bool
  let signals: SignalWatch

  package init(
    screen: Screen, reader: any LineReader, language: Language, isInteractive: Bool,
    signals: SignalWatch = .shared
  ) {
    self.screen = screen
    self.reader = reader
    self.language = language
    self.isInteractive = isInteractive
    self.signals = signals
  }

  /// The layout for the window as it is now.
  package var style: PageStyle {
    PageStyle(
      width: screen.capabilities.width, language: language, plain: screen.capabilities.plain)
  }

  /// Shows lines that are laid out already.
  package func show(_ lines: [String]) throws(ScreenFailure) { try screen.lines(lines) }

  /// One sentence of ours.
  package func say(_ wording: Wording) throws(ScreenFailure) { try show(style.sentence(wording)) }

  /// A sentence on standard error.
  package func warn(_ wording: Wording) {
    for line in style.wrapped(wording(language)) { screen.message(line) }
  }

  /// What came of waiting for a line.
  package enum Typed: Hashable, Sendable {
    case line(String)
    case left(Leaving)
  }

  /// Waits for a line. What can't be taken is said to be so, and the wait goes on.
  package func nextLine(_ prompt: LinePrompt) throws(ScreenFailure) -> Typed {
    while true {
      switch reader.readLine(prompt) {
      case .line(let line): return .line(line)
      case .refused(let refusal): try say(refusal.wording)
      case .tick: continue
      case .endOfInput: return .left(.back)
      case .interrupt: return .left(.interrupted)
      case .terminate(let signal): return .left(.terminated(signal))
      }
    }
  }

  /// What came of a question that wants a yes.
  package enum Consent: Hashable, Sendable {
    case yes, no
    case left(Leaving)
  }

  /// Asks yes or no; Enter alone is yes.
  package func confirm(
    _ question: Wording,
    prompt: Wording = Wording(zh: "回车 = 是，n = 否> ", en: "Enter = yes, n = no> ")
  ) throws(ScreenFailure) -> Consent {
    try say(question)
    while true {
      switch try nextLine(LinePrompt(prompt(language))) {
      case .line(let line):
        let text = InputText.narrowed(line).lowercased()
        if InputText.meansBack(text) { return .left(.back) }
        switch text {
        case "", "y", "yes", "是", "1", "好": return .yes
        case "n", "no", "否", "2", "不": return .no
        default:
          try say(
            Wording(
              zh: "请直接回车，或输入 n 或 2；0 返回", en: "Press Enter, or type n or 2; 0 goes back"))
        }
      case .left(let leaving): return .left(leaving)
      }
    }
  }
}

/// How a stay on a screen ended.
package enum Leaving: Hashable, Sendable {
  /// One level back.
  case back
  /// Ctrl-C: everything is kept, the program ends.
  case interrupted
  /// The process was told to end, by this signal.
  case terminated(Int32)
}
