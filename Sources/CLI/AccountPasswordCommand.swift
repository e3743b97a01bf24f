import ArgumentParser
import People
import Text
import Workflows

/// `mingfa account password`: one's own, or, for an administrator, somebody else's.
struct AccountPasswordCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "password",
      Wording(
        zh: "改自己的密码；管理员可以给别人重设",
        en: "Change your password; an administrator can set another's"),
      examples: [
        "mingfa account password",
        Wording(zh: "mingfa account password 张三", en: "mingfa account password Ann").spoken,
      ], aliases: ["密码"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @Argument(help: .worded(zh: "别人的姓名；不写就是自己", en: "Somebody else; default yourself", value: .name))
  var name: String?

  func run(_ desk: SignedIn) throws {
    let editing = EditAccounts(desk.data, actor: desk.actor)
    let passwords = Passwords(desk.session)
    if let name, name != desk.account.name {
      let account = try editing.find(name)
      try editing.reset(password: passwords.new(of: account.name ?? name), of: name)
      try desk.say(
        Wording(zh: "已给 \(account.shown) 设了新密码", en: "\(account.shown) has a new password"))
      return
    }
    let own = desk.account.name ?? ""
    let old = try desk.password ?? passwords.current(of: own)
    try editing.change(password: passwords.new(of: own), from: old)
    SessionFile(desk.session.environment.folder)?.remove()
    try desk.say(
      Wording(
        zh: "密码已改；各处的登录都已退出，请用新密码登录",
        en: "The password is changed; you are signed out everywhere, sign in with the new one"))
  }
}
