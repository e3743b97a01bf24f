import ArgumentParser
import People
import Terminal
import Text
import Workflows

/// `mingfa account`: who can sign in, and what for.
struct AccountCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "account", Wording(zh: "账号：谁能登录，能做什么", en: "Accounts: who can sign in, and to do what"),
      examples: [
        Wording(
          zh: "mingfa account add 李主任 --role administrator",
          en: "mingfa account add Ann --role administrator"
        ).spoken,
        "mingfa account list",
        Wording(zh: "mingfa account unlock 张三", en: "mingfa account unlock Ben").spoken,
      ],
      subcommands: [
        Add.self, AccountListCommand.self, AccountHistoryCommand.self, SetRole.self,
        AccountPasswordCommand.self, Unlock.self, Disable.self, Enable.self, Acknowledge.self,
        AccountRecoverCommand.self,
      ], aliases: ["账号"])
  }

  /// Whose account it is.
  struct NameArgument: ParsableArguments {
    @Argument(help: .worded(zh: "账号的姓名", en: "Name of the account", value: .name)) var name: String
  }

  struct Add: SignedInCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "add",
        Wording(
          zh: "添加账号；密码在终端里输，或取自 MINGFA_NEW_PASSWORD_FILE 指定的文件",
          en: "Add an account; its password is typed, or comes from the file that "
            + "MINGFA_NEW_PASSWORD_FILE names"),
        examples: [
          Wording(
            zh: "mingfa account add 王老师 --role trainer", en: "mingfa account add Ann --role trainer"
          ).spoken,
          Wording(
            zh: "mingfa account add 张三 --learner 张三", en: "mingfa account add Ben --learner Ben"
          ).spoken,
        ], aliases: ["添加"])
    }
    @OptionGroup var options: GlobalOptions
    @OptionGroup var signing: SignInOption
    @OptionGroup var who: NameArgument
    @Option(help: .role) var role = Role.learner
    @Option(
      help: .worded(
        zh: "属于哪个学员，姓名或号码", en: "The learner it belongs to, by name or number",
        value: Wording(zh: "学员", en: "who")))
    var learner: String?

    var founder: String? { role == .administrator ? who.name : nil }

    func run(_ desk: SignedIn) throws {
      if desk.isFounder, role == .administrator {
        return try added(desk.account, desk)
      }
      let editing = EditAccounts(desk.data, actor: desk.actor)
      let name = try editing.checkNew(who.name)
      let account = try editing.add(
        name: name, role: role, learner: learner, password: Passwords(desk.session).new(of: name))
      try added(account, desk)
      guard account.passwordIsTemporary else { return }
      desk.session.note(
        Wording(
          zh: "第一次登录时，本人要换成自己的密码",
          en: "At the first sign-in a password of one's own has to be chosen"))
    }

    private func added(_ account: Account, _ desk: SignedIn) throws {
      try desk.say(
        Wording(
          zh: "已添加账号 \(account.id.number)：\(account.shown)（\(account.role.wording.zh)）",
          en: "Added account \(account.id.number): \(account.shown) (\(account.role.wording.en))"))
    }
  }

  struct SetRole: SignedInCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "role", Wording(zh: "改角色", en: "Change a role"),
        examples: [
          Wording(zh: "mingfa account role 王老师 trainer", en: "mingfa account role Ann trainer")
            .spoken
        ], aliases: ["角色"])
    }
    @OptionGroup var options: GlobalOptions
    @OptionGroup var signing: SignInOption
    @OptionGroup var who: NameArgument
    @Argument(help: .role) var role: Role

    func run(_ desk: SignedIn) throws {
      let account = try EditAccounts(desk.data, actor: desk.actor).set(role: role, of: who.name)
      try desk.say(
        Wording(
          zh: "账号 \(account.shown) 现在是\(account.role.wording.zh)",
          en: "The account \(account.shown) is \(account.role.wording.en) now"))
    }
  }

  struct Unlock: SignedInCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "unlock",
        Wording(zh: "密码输错后不用再等", en: "Lift the wait that wrong passwords brought"),
        examples: [
          Wording(zh: "mingfa account unlock 张三", en: "mingfa account unlock Ann").spoken
        ], aliases: ["解锁"])
    }
    @OptionGroup var options: GlobalOptions
    @OptionGroup var signing: SignInOption
    @OptionGroup var who: NameArgument

    func run(_ desk: SignedIn) throws {
      let account = try EditAccounts(desk.data, actor: desk.actor).unlock(who.name)
      try desk.say(
        Wording(
          zh: "账号 \(account.shown) 可以马上登录", en: "The account \(account.shown) can sign in at once"))
    }
  }

  struct Disable: SignedInCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "disable", Wording(zh: "停用账号，记录都在", en: "Take an account out of use; its records stay"),
        examples: [
          Wording(zh: "mingfa account disable 张三", en: "mingfa account disable Ann").spoken
        ], aliases: ["停用"])
    }
    @OptionGroup var options: GlobalOptions
    @OptionGroup var signing: SignInOption
    @OptionGroup var who: NameArgument

    func run(_ desk: SignedIn) throws {
      let account = try EditAccounts(desk.data, actor: desk.actor).set(disabled: true, of: who.name)
      try desk.say(
        Wording(zh: "账号 \(account.shown) 已停用", en: "The account \(account.shown) is disabled"))
    }
  }

  struct Enable: SignedInCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "enable", Wording(zh: "让停用的账号重新可用", en: "Let a disabled account be used again"),
        examples: [
          Wording(zh: "mingfa account enable 张三", en: "mingfa account enable Ann").spoken
        ], aliases: ["启用"])
    }
    @OptionGroup var options: GlobalOptions
    @OptionGroup var signing: SignInOption
    @OptionGroup var who: NameArgument

    func run(_ desk: SignedIn) throws {
      let account = try EditAccounts(desk.data, actor: desk.actor)
        .set(disabled: false, of: who.name)
      try desk.say(
        Wording(
          zh: "账号 \(account.shown) 可以使用", en: "The account \(account.shown) is in use"))
    }
  }

  struct Acknowledge: SignedInCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "acknowledge",
        Wording(
          zh: "知悉找回过管理员，登录时不再提醒", en: "Note that an administrator was recovered; end the notice"),
        examples: ["mingfa account acknowledge"], aliases: ["知悉"])
    }
    @OptionGroup var options: GlobalOptions
    @OptionGroup var signing: SignInOption

    func run(_ desk: SignedIn) throws {
      let count = try EditAccounts(desk.data, actor: desk.actor).acknowledge()
      try desk.say(
        count == 0
          ? Wording(zh: "没有要知悉的找回", en: "There is no recovery to note")
          : Wording(
            zh: "已知悉 \(count) 次找回；记录仍在：mingfa account history",
            en: "Recoveries noted: \(count); the record stays: mingfa account history"))
    }
  }
}

extension Account {
  /// The name, cleaned for a sentence; the number of someone who was forgotten.
  var shown: String { name.map { SafeText.clean($0) } ?? String(id.number) }
}

extension SignedIn {
  /// One sentence on standard output.
  func say(_ wording: Wording) throws {
    try session.screen.lines(session.style.wrapped(wording.spoken))
  }
}

extension Wording {
  static var name: Wording { Wording(zh: "姓名", en: "name") }
}

extension ArgumentHelp {
  static var role: ArgumentHelp {
    .worded(
      zh: "角色：learner 学员（考生）、trainer 培训员、invigilator 监考员、administrator 管理员",
      en: "learner (candidate), trainer, invigilator or administrator",
      value: Wording(zh: "角色", en: "role"))
  }
}

extension Role: ExpressibleByArgument {
  /// Reads a code, or a name of either language.
  package init?(argument: String) {
    guard let meant = Self.meant(by: argument) else { return nil }
    self = meant
  }
}
