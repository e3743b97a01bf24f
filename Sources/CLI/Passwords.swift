import ArgumentParser
import Foundation
import Terminal
import Text
import Workflows

/// Where passwords come from: a terminal, a file that a variable names, or standard input; never the
/// arguments, which every user of a computer can read.
struct Passwords {
  /// A password that is known, or one that is to be.
  enum Kind { case current, new }

  private let session: CommandSession

  init(_ session: CommandSession) { self.session = session }

  /// The password of somebody who signs in.
  ///
  /// - Throws: `AccountFailure.passwordMissing`, `.passwordFileUnreadable`.
  func current(of name: String) throws -> String {
    if let password = try fromFile(.current) { return password }
    return try session.isInteractive ? typed { try $0.password(of: name) } : fromInput()
  }

  /// A new password for somebody, typed twice at a terminal.
  func new(of name: String) throws -> String {
    if let password = try fromFile(.new) { return password }
    return try session.isInteractive ? typed { try $0.newPassword(of: name) } : fromInput()
  }

  /// The first line of the file that the variable names; nil where it names none.
  func fromFile(_ kind: Kind) throws -> String? {
    let named =
      switch kind {
      case .current: CommandSession.variable("MINGFA_PASSWORD_FILE")
      case .new: CommandSession.variable("MINGFA_NEW_PASSWORD_FILE")
      }
    guard let path = named, !path.isEmpty else { return nil }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw AccountFailure.passwordFileUnreadable(path: path, reason: SystemReason(errno))
    }
    defer { close(file) }
    // Long enough for any password; what else a file holds is not of interest.
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    guard count >= 0 else {
      throw AccountFailure.passwordFileUnreadable(path: path, reason: SystemReason(errno))
    }
    let line =
      String(decoding: bytes.prefix(count), as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0.isNewline }.first ?? ""
    guard !line.isEmpty else { throw AccountFailure.passwordMissing }
    return String(line)
  }

  private func fromInput() throws -> String {
    // What is typed into a terminal would be seen.
    guard isatty(STDIN_FILENO) == 0,
      case .line(let line) = session.talk.reader.readLine(LinePrompt("")), !line.isEmpty
    else { throw AccountFailure.passwordMissing }
    return line
  }

  private func typed(_ ask: (SignInScreen) throws -> Conversation.Typed) throws -> String {
    let screen = SignInScreen(session.talk, SignIn(try session.openData()))
    switch try ask(screen) {
    case .line(let line): return line
    case .left(.back): throw ExitCode(ExitStatus.checkFailed)
    case .left(.interrupted): throw ExitCode(ExitStatus.interrupted)
    case .left(.terminated(let signal)): throw ExitCode(128 + signal)
    }
  }
}
