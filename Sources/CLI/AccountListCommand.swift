import ArgumentParser
import People
import Reports
import Terminal
import Text
import Workflows

/// `mingfa account list`.
struct AccountListCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "list", Wording(zh: "列出账号", en: "List the accounts"),
      examples: ["mingfa account list", "mingfa account list --format json"], aliases: ["列表"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var format: FormatOption

  private struct Document: Encodable {
    struct Item: Encodable {
      var number: Int64
      var name: String?
      var role: String
      var learner: Int64?
      var disabled: Bool
      var temporaryPassword: Bool
      var wrongPasswords: Int
      var waitSeconds: Int64
      var createdAt: Int64
    }
    var schema = "mingfa.account-list/1"
    var accounts: [Item]
  }

  func run(_ desk: SignedIn) throws {
    let accounts = try EditAccounts(desk.data, actor: desk.actor).all()
    let now = desk.session.environment.clock.now().utc
    try desk.session.print(format.format) {
      try JSONText.encode(
        Document(
          accounts: accounts.map {
            .init(
              number: $0.id.number, name: $0.name, role: $0.role.rawValue,
              learner: $0.learner?.number, disabled: $0.isDisabled,
              temporaryPassword: $0.passwordIsTemporary, wrongPasswords: $0.failures,
              waitSeconds: ($0.wait(at: now) + 999) / 1000, createdAt: $0.createdAt)
          }))
    } text: {
      desk.session.style.table(
        AlignedColumns(
          headings: [
            .init(Wording(zh: "号", en: "No.").spoken, .right),
            .init(Wording(zh: "姓名", en: "Name").spoken),
            .init(Wording(zh: "角色", en: "Role").spoken),
            .init(Wording(zh: "状态", en: "State").spoken),
          ],
          rows: accounts.map { account in
            [
              String(account.id.number),
              account.name.map { SafeText.clean($0) } ?? Wording(zh: "已遗忘", en: "forgotten").spoken,
              account.role.wording.spoken, Self.state(account, at: now).spoken,
            ]
          }))
    }
  }

  private static func state(_ account: Account, at now: Int64) -> Wording {
    if account.isDisabled { return Wording(zh: "已停用", en: "disabled") }
    let seconds = (account.wait(at: now) + 999) / 1000
    if seconds > 0 { return Wording(zh: "等 \(seconds) 秒", en: "waits \(seconds) s") }
    if account.passwordIsTemporary { return Wording(zh: "等本人换密码", en: "password to be changed") }
    return Wording(zh: "可用", en: "in use")
  }
}
