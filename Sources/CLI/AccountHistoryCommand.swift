import ArgumentParser
import People
import Reports
import Terminal
import Text
import Workflows

/// `mingfa account history`: what was done to accounts.
struct AccountHistoryCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "history", Wording(zh: "账号的变动记录，改不了也删不掉", en: "What was done to accounts, kept for good"),
      examples: ["mingfa account history", "mingfa account history --format json"],
      aliases: ["记录"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var format: FormatOption

  private struct Document: Encodable {
    struct Item: Encodable {
      var number: Int64
      var kind: String
      var account: Int64
      var by: Int64?
      var role: String
      var madeAt: Int64
    }
    var schema = "mingfa.account-history/1"
    var events: [Item]
  }

  func run(_ desk: SignedIn) throws {
    let editing = EditAccounts(desk.data, actor: desk.actor)
    let events = try editing.events()
    let days = try desk.data.dayRule()
    try desk.session.print(format.format) {
      try JSONText.encode(
        Document(
          events: events.map {
            .init(
              number: $0.number, kind: $0.kind.rawValue, account: $0.account.number,
              by: $0.by?.number, role: $0.role.rawValue, madeAt: $0.madeAt)
          }))
    } text: {
      let names = Dictionary(
        try editing.all().map { ($0.id, $0.shown) }, uniquingKeysWith: { first, _ in first })
      let owner = Wording(zh: "文件所有者", en: "owner of files").spoken
      return desk.session.style.table(
        AlignedColumns(
          headings: [
            .init(Wording(zh: "时间", en: "When").spoken),
            .init(Wording(zh: "账号", en: "Account").spoken),
            .init(Wording(zh: "变动", en: "What").spoken),
            .init(Wording(zh: "角色", en: "Role").spoken),
            .init(Wording(zh: "由谁", en: "By").spoken),
          ],
          rows: events.map { event in
            [
              days.clockText(of: event.madeAt),
              names[event.account] ?? String(event.account.number),
              event.kind.wording.spoken, event.role.wording.spoken,
              event.by.map { names[$0] ?? String($0.number) } ?? owner,
            ]
          }))
    }
  }
}
