import ArgumentParser
import People
import Terminal
import Text
import Workflows

/// `mingfa account recover`: the way back to a lost administrator.
struct AccountRecoverCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "recover",
      Wording(
        zh: "忘了管理员密码：数据文件的所有者在终端里重设，会留下记录",
        en:
          "A lost administrator's password: the owner of the data sets a new one at a terminal, on "
          + "the record"),
      examples: [
        "mingfa account recover",
        Wording(zh: "mingfa account recover 李主任", en: "mingfa account recover Ann").spoken,
      ], aliases: ["找回"])
  }
  @OptionGroup var options: GlobalOptions
  @Argument(help: .worded(zh: "管理员的姓名", en: "Name of the administrator", value: .name))
  var name: String?

  func run() throws {
    let session = try CommandSession(options)
    try session.refuseSetClock()
    guard session.isInteractive else { throw AccountFailure.noTerminal }
    let data = try session.openData()
    let recovery = RecoverAccount(data)
    let names = try recovery.candidates()
    guard let chosen = name ?? (names.count == 1 ? names.first : nil) else {
      throw AccountFailure.severalAdministrators(names)
    }
    let known = try recovery.checked(chosen)
    session.note(
      Wording(
        zh: "这会给管理员“\(known)”设新密码，并记录在案；每个管理员登录时都会看到，直到有人知悉。Ctrl-D 返回，不改",
        en: "This sets a new password for the administrator '\(known)', on the record; every "
          + "administrator is told at sign-in until one takes note. Ctrl-D leaves things as they are"
      ))
    let password = try Passwords(session).new(of: known)
    try recovery.recover(known, password: password)
    try session.screen.lines(
      session.style.wrapped(
        Wording(
          zh: "已设新密码；请登录：mingfa sign-in \(known)",
          en: "The new password is set; sign in: mingfa sign-in \(known)"
        ).spoken))
  }
}
