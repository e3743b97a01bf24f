import ArgumentParser
import Foundation
import Terminal
import Text
import Workflows

/// The command `mingfa`: its tree on one page.
@main
struct Mingfa: SimpleModeCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "mingfa",
      Wording(
        zh: "明法：学法、练习、模拟考试、合格率报表",
        en: "Mingfa: practise the law, sit mock exams, report who passed"),
      examples: [
        "mingfa practice", "mingfa practice mock", "mingfa bank load questionbanks/civil-code.txt",
        "mingfa report pass-rate",
      ],
      subcommands: [
        PracticeCommand.self, PlanCommand.self, BankCommand.self, LawCommand.self,
        LearnerCommand.self, ExamCommand.self, StatsCommand.self, ProgressCommand.self,
        ReportCommand.self, AccountCommand.self, SignInCommand.self, SignOutCommand.self,
        DataCommand.self,
        DoctorCommand.self,
        ManualCommand.self,
      ])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var simplicity: SimpleOption

  static func main() {
    SignalWatch.start()
    do {
      var command = try asked()
      try CommandAccess.check(command)
      if CommandAccess.hasSecrets(type(of: command)) { KeepSecrets.inMemory() }
      try command.run()
      AfterWork.finish()
    } catch {
      // Leaving by Ctrl-C or a closed window is the end of a session, too; what storage refused
      // before it would refuse again.
      if error is ExitCode { AfterWork.finish() }
      Foundation.exit(Failure.report(error))
    }
  }

  /// The command that the arguments ask for.
  private static func asked() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    if let name = arguments.first, PracticeCommand.names.contains(name),
      let command = PracticeCommand(plain: arguments.dropFirst())
    {
      return command
    }
    if let unknown = UnknownCommand(in: arguments) { throw unknown }
    let command = try parseAsRoot()
    try refuse(in: arguments, for: command)
    return command
  }

  func run() throws {
    let session = try CommandSession(options)
    guard session.isInteractive else {
      let help = Failure.localized(Mingfa.helpMessage(columns: HelpLayout.unbroken))
      for line in HelpLayout.lines(help, width: session.style.width) {
        session.screen.message(line)
      }
      throw ExitCode(ExitStatus.usage)
    }
    try HomeCommand.run(session, simple: simplicity.simple)
  }
}
