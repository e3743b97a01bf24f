import ArgumentParser
import Text

/// What every command takes that all commands share.
protocol GlobalCommand: ParsableCommand {
  var options: GlobalOptions { get }
}

/// Who signs in for one command alone.
struct SignInOption: ParsableArguments {
  @Option(
    help: .worded(
      zh: "只为这条命令登录的账号；密码取自 MINGFA_PASSWORD_FILE 指定的文件，否则取自标准输入第一行",
      en:
        "Sign in under this account for this command alone; the password comes from the file that "
        + "MINGFA_PASSWORD_FILE names, else from the first line of standard input",
      value: Wording(zh: "姓名", en: "name")))
  var account: String?

  /// `--account`, else MINGFA_ACCOUNT.
  var name: String? {
    account ?? CommandSession.variable("MINGFA_ACCOUNT").flatMap { $0.isEmpty ? nil : $0 }
  }
}
