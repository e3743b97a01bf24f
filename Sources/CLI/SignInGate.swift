import ArgumentParser
import Foundation
import People
import Terminal
import Text
import Workflows

/// The one gate before every command that wants a sign-in: who is it, and may that role do this?
struct SignInGate {
  let command: any SignedInCommand

  init(_ command: any SignedInCommand) { self.command = command }

  /// Returns whoever may run the command; asks at a terminal where nobody has signed in.
  ///
  /// - Throws: `Authorisation.Refusal`, `AccountFailure`, `ExitCode` where the person left.
  func enter() throws -> SignedIn {
    let session = try CommandSession(command.options)
    try session.refuseSetClock()
    let data = try session.openData()
    let desk = try holder(session, data)
    for action in CommandAccess.actions(of: type(of: command)) ?? [.editAccounts] {
      try Authorisation.authorise(desk.actor, to: action)
    }
    return desk
  }

  private func holder(_ session: CommandSession, _ data: MingfaData) throws -> SignedIn {
    let signIn = SignIn(data)
    guard try signIn.isFounded() else {
      return SignedIn(
        session: session, data: data, account: try found(session, signIn), isFounder: true)
    }
    if let name = command.signing.name {
      let (opened, password) = try Self.open(
        name, session, signIn, takesTemporary: command is AccountPasswordCommand)
      // What a person should know is for a person.
      if session.isInteractive { Self.tell(opened.news, session) }
      return SignedIn(session: session, data: data, account: opened.account, password: password)
    }
    if let token = SessionFile(session.environment.folder)?.token(),
      let account = try signIn.resume(token)
    {
      return SignedIn(session: session, data: data, account: account, token: token)
    }
    guard session.isInteractive else {
      let action = CommandAccess.actions(of: type(of: command))?.first ?? .editAccounts
      throw Authorisation.Refusal(action: action)
    }
    let account = try Self.ask(session, signIn, name: nil)
    return SignedIn(
      session: session, data: data, account: account,
      token: SessionFile(session.environment.folder)?.token())
  }

  /// Who is there without being asked: under the name that was given for this command, else whoever has signed
  /// in at this terminal; nil for nobody.
  ///
  /// - Throws: `AccountFailure`, `StorageFailure`.
  static func present(
    as name: String?, _ session: CommandSession, _ data: MingfaData
  ) throws -> Account? {
    let signIn = SignIn(data)
    guard let name else { return try resumed(session, signIn) }
    return try open(name, session, signIn, takesTemporary: false).opened.account
  }

  private static func open(
    _ name: String, _ session: CommandSession, _ signIn: SignIn, takesTemporary: Bool
  ) throws -> (opened: SignIn.Opened, password: String) {
    let password = try Passwords(session).current(of: name)
    let opened = try SignInScreen.open(signIn, name: name, password: password)
    if opened.account.passwordIsTemporary, !takesTemporary {
      throw AccountFailure.passwordIsTemporary
    }
    return (opened, password)
  }

  private static func resumed(_ session: CommandSession, _ signIn: SignIn) throws -> Account? {
    try SessionFile(session.environment.folder)?.token().flatMap { try signIn.resume($0) }
  }

  /// Makes the first account: at a terminal, or, where the command names it, with the password of a file.
  private func found(_ session: CommandSession, _ signIn: SignIn) throws -> Account {
    if let name = command.founder, let password = try Passwords(session).fromFile(.new) {
      let opened = try signIn.found(name: name, password: password)
      return opened.account
    }
    guard session.isInteractive else { throw AccountFailure.noAccounts }
    let screen = SignInScreen(session.talk, signIn)
    return try Self.settle(try screen.found(name: command.founder), session)
  }

  /// Asks who it is, and lets the sign-in last for this terminal.
  ///
  /// - Parameter name: asked for where it is nil.
  static func ask(
    _ session: CommandSession, _ signIn: SignIn, name: String?
  ) throws -> Account {
    try settle(try SignInScreen(session.talk, signIn).open(name: name), session)
  }

  /// Keeps a sign-in for this terminal, and says so.
  static func settle(
    _ outcome: SignInScreen.Outcome, _ session: CommandSession
  ) throws -> Account {
    switch outcome {
    case .left(.back): throw ExitCode(ExitStatus.checkFailed)
    case .left(.interrupted): throw ExitCode(ExitStatus.interrupted)
    case .left(.terminated(let signal)): throw ExitCode(128 + signal)
    case .opened(let opened):
      var isKept = false
      if let token = opened.token, let file = SessionFile(session.environment.folder) {
        do {
          try file.keep(token)
          isKept = true
        } catch let failure as AccountFailure { session.note(failure.wording) }
      }
      session.note(greeting(opened.account, isKept: isKept))
      tell(opened.news, session)
      return opened.account
    }
  }

  private static func tell(_ news: [SignInNews], _ session: CommandSession) {
    for item in news { session.note(item.wording) }
  }

  private static func greeting(_ account: Account, isKept: Bool) -> Wording {
    let role = account.role.wording
    let name = account.name ?? String(account.id.number)
    guard isKept else {
      return Wording(zh: "已登录：\(name)（\(role.zh)）", en: "Signed in: \(name) (\(role.en))")
    }
    let minutes = SignInLimits.standard.idle / 60_000
    return Wording(
      zh: "已登录：\(name)（\(role.zh)）；在这个终端里有效，\(minutes) 分钟不用就要重新登录；离开前请运行 mingfa sign-out",
      en:
        "Signed in: \(name) (\(role.en)); holds in this terminal until it is unused for \(minutes) "
        + "minutes; before you leave, run mingfa sign-out")
  }
}
