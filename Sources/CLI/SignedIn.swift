import ArgumentParser
import People
import Workflows

/// What a command works with that asks who it is.
struct SignedIn {
  let session: CommandSession
  let data: MingfaData
  var account: Account
  /// The password, where it was given to this command.
  var password: String?
  /// Whether this command has made the very first account.
  var isFounder = false

  /// The sign-in that lasts beyond this command; nil where it was for this command alone.
  var token: String?

  var actor: Actor { Actor(account) }

  /// Who it is by now, in a command that stays: after a sign-in that is over, and for an account that was
  /// disabled since, nobody. The sign-in counts as used.
  ///
  /// - Throws: `AccountFailure.isDisabled`, `StorageFailure`.
  func actorNow() throws -> Actor {
    if let token { return try SignIn(data).resume(token).map { Actor($0) } ?? Actor() }
    guard let account = try data.accounts.account(account.id) else { return Actor() }
    guard !account.isDisabled else {
      throw AccountFailure.isDisabled(account.name ?? String(account.id.number))
    }
    return Actor(account)
  }

  /// The same at a terminal: where the sign-in is over, the password is asked for once more, so that nobody
  /// has to leave a screen to act.
  ///
  /// - Throws: also `Authorisation.Refusal` where none is given.
  mutating func actorAtTerminal() throws -> Actor {
    let actor = try actorNow()
    guard actor.role == nil else { return actor }
    do {
      account = try SignInGate.ask(session, SignIn(data), name: account.name)
      token = SessionFile(session.environment.folder)?.token()
    } catch let code as ExitCode where code.rawValue == ExitStatus.checkFailed {
      throw Authorisation.Refusal(action: .holdExams)
    }
    return Actor(account)
  }
}

/// A command that somebody has to sign in for.
protocol SignedInCommand: GlobalCommand {
  var signing: SignInOption { get }
  /// The name that the first account takes, where this command is the first of its kind and there is no
  /// account yet; nil asks for one.
  var founder: String? { get }
  func run(_ desk: SignedIn) throws
}

extension SignedInCommand {
  var founder: String? { nil }

  func run() throws { try run(SignInGate(self).enter()) }
}
