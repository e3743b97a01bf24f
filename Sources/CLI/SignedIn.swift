import People
import Workflows

/// What a command works with that asks who it is.
struct SignedIn {
  let session: CommandSession
  let data: MingfaData
  let account: Account
  /// The password, where it was given to this command.
  var password: String?
  /// Whether this command has made the very first account.
  var isFounder = false

  var actor: Actor { Actor(account) }
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
