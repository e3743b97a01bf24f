import ArgumentParser
import Terminal
import Text
import Workflows

/// Asks for what stands on an admission ticket.
enum TicketPrompt {
  static func number(_ talk: Conversation) throws -> String {
    try answer(talk, Wording(zh: "准考证号> ", en: "Admission number> "))
  }

  static func code(_ talk: Conversation) throws -> String {
    try answer(talk, Wording(zh: "验证码> ", en: "Code> "))
  }

  /// - Throws: `ExitCode` where the person left.
  static func answer(_ talk: Conversation, _ prompt: Wording) throws -> String {
    switch try talk.nextLine(LinePrompt(prompt(talk.language), style: .bold)) {
    case .line(let line): return line
    case .left(let leaving):
      throw ExitCode(leaving == .back ? ExitStatus.noInput : HomeCommand.status(of: leaving))
    }
  }

  /// Whether somebody at a terminal may try once more.
  static func mayRetry(_ refused: ExamFailure) -> Bool {
    switch refused {
    case .wrongTicket, .ticketLocked: true
    default: false
    }
  }

  /// Tries a ticket; a short wait after a slip of the finger is waited for.
  static func patiently<Value>(_ attempt: () throws -> Value) throws -> Value {
    for _ in 0..<3 {
      do { return try attempt() } catch ExamFailure.ticketLocked(let seconds) where seconds <= 2 {
        TerminalName.wait(seconds: seconds)
      }
    }
    return try attempt()
  }
}
