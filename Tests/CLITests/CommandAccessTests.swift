import ArgumentParser
import Foundation
import People
import Testing

@testable import CLI

/// Every command checks the role, in one place.
@Suite struct CommandAccessTests {
  /// A command of the tree, with its names.
  struct Command: Sendable, CustomTestStringConvertible {
    let words: [String]
    let kind: any ParsableCommand.Type
    var testDescription: String { words.joined(separator: " ") }
  }

  static let commands = below(Mingfa.self, [])

  private static func below(_ kind: any ParsableCommand.Type, _ words: [String]) -> [Command] {
    [Command(words: words, kind: kind)]
      + kind.configuration.subcommands.flatMap {
        below($0, words + [$0.configuration.commandName ?? "?"])
      }
  }

  @Test func `the tree is the one that help shows`() throws {
    // The manual is for the installation, and not shown.
    let shown = try CommandTree.commands.get().map(\.words)
    #expect(Set(Self.commands.map(\.words)) == Set(shown + [["manual"]]))
  }

  @Test(arguments: commands) func `every command stands in the table`(command: Command) {
    let actions = CommandAccess.actions(of: command.kind)
    #expect(actions != nil, "add it to CommandAccess, with what it does")
    // What groups others does nothing itself, and the manual is for everyone.
    let isGroup = !command.kind.configuration.subcommands.isEmpty && !command.words.isEmpty
    #expect(actions?.isEmpty == (isGroup || command.words == ["manual"]))
  }

  @Test(arguments: commands) func `a command that asks for a role goes through the gate`(
    command: Command
  ) { #expect(CommandAccess.asks(command.kind) == (command.kind is any SignedInCommand.Type)) }

  @Test func `practice, banks, statutes, learners and data never ask`() {
    for command in Self.commands where CommandAccess.asks(command.kind) {
      #expect(["account", "exam", "report"].contains(command.words.first))
    }
  }

  /// What a command needs beside its name to be parsed.
  static let operands: [String: String] = [
    "account add": "赵六", "account role": "主任 learner", "account unlock": "主任",
    "account disable": "主任", "account enable": "主任", "report pass-rate": "--output -",
    "exam create": "cadre-yearly --roster roster.csv", "exam release": "1001 --reason cut",
    "exam give-time": "5 --reason cut", "exam note": "cut",
    "exam extra": "1001 5 --reason sight", "exam ticket": "1001", "exam export": "--output -",
    "exam cancel": "exam-1 --reason typhoon",
  ]

  /// Nobody, and each role.
  static let people: [Role?] = [nil, .learner, .trainer, .invigilator, .administrator]

  @Test(arguments: commands.filter { CommandAccess.asks($0.kind) }, people)
  func `a command is refused to every role that must not use it, and nothing is written`(
    command: Command, role: Role?
  ) throws {
    let holders = (CommandAccess.actions(of: command.kind) ?? []).compactMap {
      Authorisation.holders(of: $0)
    }
    guard role.map({ role in !holders.allSatisfy { $0.contains(role) } }) ?? true else { return }
    let desk = try Desk(data: LoadedFolders.staffed.get())
    desk.signNobodyIn()
    if let role {
      desk.environment["MINGFA_SESSION"] = desk.path("session")
      let run = try desk.shell(
        "mingfa sign-in \(role.rawValue) < \(Desk.passwordFile.get())")
      #expect(run.status == 0, "\(run.errors)")
    }
    let before = try desk.dump()
    let rest = Self.operands[command.testDescription]?.split(separator: " ").map(String.init) ?? []
    let run = try desk.run(Desk.program, command.words + rest)
    #expect(run.status == 77, "\(run.errors)")
    #expect(run.text == "")
    #expect(
      run.errors.contains(role == nil ? "要先登录：mingfa sign-in" : "\(role?.wording.zh ?? "")没有权限"))
    #expect(try desk.dump() == before)
    let english = try desk.run(Desk.program, command.words + rest + ["--lang", "en"])
    #expect(english.status == 77 && english.errors.contains(role == nil ? "Sign in to" : "may not"))
  }

  @Test(arguments: [Role.learner, .trainer, .invigilator])
  func `somebody else's password is for administrators`(role: Role) throws {
    let desk = try Desk(data: LoadedFolders.staffed.get())
    desk.environment["MINGFA_ACCOUNT"] = role.rawValue
    let before = try desk.dump()
    let run = try desk.account("password", "主任")
    #expect(run.status == 77)
    #expect(run.errors.contains("没有权限添加和修改账号"))
    #expect(try desk.dump() == before)
  }

  @Test(arguments: [Role.trainer, .administrator])
  func `reports are for trainers and administrators`(role: Role) throws {
    let desk = try Desk(data: LoadedFolders.staffed.get())
    desk.environment["MINGFA_ACCOUNT"] = role == .administrator ? Desk.administrator : role.rawValue
    let run = try desk.mingfa("report", "pass-rate", "--format", "json")
    #expect(run.status == 0 && run.errors == "")
  }

  @Test func `a table that does not know a command lets it do nothing`() {
    struct Unlisted: ParsableCommand {}
    #expect(CommandAccess.asks(Unlisted.self))
  }
}
