import ArgumentParser
import Terminal
import Text
import Workflows

/// `mingfa sign-in`: once for a terminal.
struct SignInCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "sign-in",
      Wording(zh: "登录，供考试、账号、报表命令用", en: "Sign in, for commands of exams, accounts and reports"),
      examples: [
        "mingfa sign-in", Wording(zh: "mingfa sign-in 张三", en: "mingfa sign-in Ann").spoken,
      ], aliases: ["登录"])
  }
  @OptionGroup var options: GlobalOptions
  @Argument(help: .worded(zh: "姓名；不写就问", en: "Name; asked for by default", value: .name))
  var name: String?

  func run() throws {
    let session = try CommandSession(options)
    try session.refuseSetClock()
    let signIn = SignIn(try session.openData())
    guard session.isInteractive else { return try signInUnasked(session, signIn) }
    guard try signIn.isFounded() else {
      _ = try SignInGate.settle(
        try SignInScreen(session.talk, signIn).found(name: name), session)
      return
    }
    _ = try SignInGate.ask(session, signIn, name: name)
  }

  /// For scripts: the password from a file or standard input, the token into the file of MINGFA_SESSION.
  private func signInUnasked(_ session: CommandSession, _ signIn: SignIn) throws {
    guard try signIn.isFounded() else { throw AccountFailure.noAccounts }
    guard let name = name ?? CommandSession.variable("MINGFA_ACCOUNT") else {
      throw AccountFailure.passwordMissing
    }
    let opened = try SignInScreen.open(
      signIn, name: name, password: Passwords(session).current(of: name))
    guard !opened.account.passwordIsTemporary else { throw AccountFailure.passwordIsTemporary }
    _ = try SignInGate.settle(.opened(signIn.keep(opened)), session)
  }
}

/// `mingfa sign-out`.
struct SignOutCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "sign-out", Wording(zh: "退出登录", en: "Sign out"),
      examples: ["mingfa sign-out"], aliases: ["退出"])
  }
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try CommandSession(options)
    let file = SessionFile(session.environment.folder)
    guard let file, let token = file.token() else {
      session.note(Wording(zh: "没有登录，不用退出", en: "Nobody is signed in here"))
      return
    }
    try SignIn(try session.openData()).signOut(token)
    file.remove()
    session.note(Wording(zh: "已退出", en: "Signed out"))
  }
}
