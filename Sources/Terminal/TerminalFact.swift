import Text

/// What a person should know about the terminal before relying on it.
package enum TerminalFact: Hashable, Sendable {
  /// No UTF-8 locale: readline takes each byte of a Chinese character for a letter. With the locale
  /// that the environment asks for.
  case noUTF8Locale(asked: String)
  /// Entered lines are remembered until the program ends, but not beyond. With the system's reason.
  case historyNotKept(path: String, reason: SystemReason)
  /// Remembered lines could not be taken away. With the system's reason.
  case historyNotForgotten(path: String, reason: SystemReason)
}
