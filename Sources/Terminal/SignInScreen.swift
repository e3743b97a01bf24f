import Glibc
import People
import Text
import Workflows

/// Asks for names and passwords. Passwords are not shown, and stand in no history.
package struct SignInScreen {
  let talk: Conversation
  let signIn: SignIn

  package init(_ talk: Conversation, _ signIn: SignIn) {
    self.talk = talk
    self.signIn = signIn
  }

  /// What came of it.
  package enum Outcome {
    case opened(SignIn.Opened)
    case left(Leaving)
  }

  /// Wrong passwords until the screen gives up; the account waits longer each time anyway.
  private static let patience = 3

  /// Asks who it is, where no name is given, and for the password; for a new one where somebody else
  /// chose this.
  ///
  /// - Throws: `AccountFailure`, `StorageFailure`, `ScreenFailure`.
  package func open(name: String?) throws -> Outcome {
    for attempt in 1... {
      let who: String
      switch try name.map({ .line($0) }) ?? asked(Self.namePrompt) {
      case .line(let line): who = line
      case .left(let leaving): return .left(leaving)
      }
      let password: String
      switch try secret(Self.passwordPrompt(of: who)) {
      case .line(let line): password = line
      case .left(let leaving): return .left(leaving)
      }
      do {
        return try opened(name: who, password: password)
      } catch AccountFailure.wrong where attempt < Self.patience {
        talk.warn(AccountFailure.wrong.wording)
      }
    }
    throw AccountFailure.wrong
  }

  /// Signs in with a password that is known; a short wait is waited for.
  package static func open(
    _ signIn: SignIn, name: String, password: String
  ) throws -> SignIn.Opened {
    for _ in 0..<5 {
      do {
        return try signIn.signIn(name: name, password: password)
      } catch AccountFailure.locked(let seconds) where seconds <= 2 {
        // Somebody mistyped a moment ago, or the same account signs in elsewhere just now.
        usleep(useconds_t(seconds) * 1_000_000)
      }
    }
    return try signIn.signIn(name: name, password: password)
  }

  private func opened(name: String, password: String) throws -> Outcome {
    let opened = try Self.open(signIn, name: name, password: password)
    guard opened.account.passwordIsTemporary else { return .opened(try signIn.keep(opened)) }
    try talk.say(Self.temporaryNews)
    switch try newPassword(of: name) {
    case .line(let new):
      try EditAccounts(signIn.data, actor: opened.actor).change(password: new, from: password)
      return .opened(try signIn.keep(opened))
    case .left(let leaving): return .left(leaving)
    }
  }

  /// Makes the first account, an administrator: says why, asks for the name, where none is given, and
  /// twice for the password.
  package func found(name: String?) throws -> Outcome {
    try talk.say(Self.foundingNews)
    var given = name
    while true {
      let name: String
      switch try given.map({ .line($0) }) ?? asked(Self.founderPrompt) {
      case .line(let line): name = line
      case .left(let leaving): return .left(leaving)
      }
      given = nil
      do {
        try SignIn.checkName(name)
        switch try newPassword(of: name) {
        case .line(let password):
          return .opened(try signIn.keep(signIn.found(name: name, password: password)))
        case .left(let leaving): return .left(leaving)
        }
      } catch AccountFailure.nameUnusable(let name) {
        talk.warn(AccountFailure.nameUnusable(name).wording)
      }
    }
  }

  /// Asks twice for a new password, until it can be one.
  ///
  /// - Parameter name: whose it is to be.
  package func newPassword(of name: String) throws -> Conversation.Typed {
    while true {
      let first = try secret(Self.newPrompt(of: name))
      guard case .line(let password) = first else { return first }
      if let fault = SignIn.fault(in: password, of: name) {
        talk.warn(fault.wording)
        continue
      }
      let second = try secret(Self.againPrompt)
      guard case .line(let again) = second else { return second }
      if again == password { return first }
      talk.warn(AccountFailure.passwordsDiffer.wording)
    }
  }

  /// Asks for somebody's password.
  package func password(of name: String) throws -> Conversation.Typed {
    try secret(Self.passwordPrompt(of: name))
  }

  /// Asks for a line that is not shown.
  private func secret(_ prompt: Wording) throws -> Conversation.Typed {
    var line = LinePrompt(prompt(talk.language))
    line.isSecret = true
    return try talk.nextLine(line)
  }

  /// Asks for a name; an empty line asks again.
  private func asked(_ prompt: Wording) throws -> Conversation.Typed {
    while true {
      let typed = try talk.nextLine(LinePrompt(prompt(talk.language)))
      guard case .line(let line) = typed else { return typed }
      if InputText.meansBack(InputText.narrowed(line)) { return .left(.back) }
      if line.contains(where: { !$0.isWhitespace }) { return typed }
    }
  }

  private static let namePrompt = Wording(zh: "姓名> ", en: "Name> ")
  private static let founderPrompt = Wording(zh: "管理员姓名> ", en: "Administrator's name> ")
  private static let againPrompt = Wording(zh: "再输一次> ", en: "The same again> ")

  private static func passwordPrompt(of name: String) -> Wording {
    let name = SafeText.clean(name)
    return Wording(zh: "\(name)的密码（不显示）> ", en: "Password of \(name) (not shown)> ")
  }

  private static func newPrompt(of name: String) -> Wording {
    let name = SafeText.clean(name)
    return Wording(
      zh: "\(name)的新密码（不显示）> ", en: "New password of \(name) (not shown)> ")
  }

  private static let foundingNews = Wording(
    zh: "考试、账号和报表要登录。还没有账号，先建一个管理员：请记住姓名和密码（至少 8 个字符）。Ctrl-D 不建，返回。",
    en: "Exams, accounts and reports want a sign-in. There is no account yet, so first comes an "
      + "administrator: remember name and password (8 characters or more). Ctrl-D leaves without.")

  private static let temporaryNews = Wording(
    zh: "现在的密码是管理员定的，请换成自己的。",
    en: "An administrator chose this password; choose one of your own.")
}
