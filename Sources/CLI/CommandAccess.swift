import ArgumentParser
import People
import Text

/// What each command does, as actions: the one table by which roles are checked. A test goes through the
/// command tree and fails for a command that is not here.
enum CommandAccess {
  /// The actions of a command; nil where the table does not know it. A command that only groups others
  /// does nothing.
  static func actions(of command: any ParsableCommand.Type) -> [Action]? {
    table[ObjectIdentifier(command)]
  }

  /// Whether somebody has to sign in for a command.
  static func asks(_ command: any ParsableCommand.Type) -> Bool {
    actions(of: command)?.contains { Authorisation.holders(of: $0) != nil } ?? true
  }

  /// Whether passwords, codes of tickets or papers pass through a command.
  static func hasSecrets(_ command: any ParsableCommand.Type) -> Bool {
    asks(command) || actions(of: command)?.contains { secret.contains($0) } ?? true
  }

  private static let secret: Set<Action> = [.sitExam, .signIn, .recoverAccount]

  /// Lets a command run that needs no sign-in, or asks for one itself (`SignedInCommand`).
  ///
  /// - Throws: `Authorisation.Refusal` for any other: who adds a command to neither is told at once.
  static func check(_ command: any ParsableCommand) throws {
    let kind = type(of: command)
    guard asks(kind), !(command is any SignedInCommand) else { return }
    let actions = actions(of: kind)
    // The parser has commands of its own, such as help. The name of a type takes as long to tell as a query, so
    // it is asked for only of what the table does not know.
    guard actions != nil || String(reflecting: kind).hasPrefix("CLI.") else { return }
    throw Authorisation.Refusal(action: actions?.first ?? .editAccounts)
  }

  private static let table = Dictionary(
    uniqueKeysWithValues: entries.map { (ObjectIdentifier($0.0), $0.1) })

  private static let entries: [(any ParsableCommand.Type, [Action])] = [
    (Mingfa.self, [.practise]), (PracticeCommand.self, [.practise]),
    (PlanCommand.self, []), (PlanCommand.Add.self, [.editPlans]),
    (PlanCommand.List.self, [.readPlans]), (PlanCommand.Drop.self, [.editPlans]),
    (BankCommand.self, []), (BankLoadCommand.self, [.loadBank]),
    (BankCheckCommand.self, [.readBank]), (BankCiteCommand.self, [.readBank]),
    (BankListCommand.self, [.readBank]), (BankShowCommand.self, [.readBank]),
    (BankSearchCommand.self, [.readBank]),
    (BankObjectionsCommand.self, [.readObjections, .answerObjections]),
    (BankReviewCommand.self, [.reviewBank]), (BankEditCommand.self, [.editBank]),
    (BankAddCommand.self, [.editBank]),
    (LawCommand.self, []), (LawLoadCommand.self, [.loadStatutes]),
    (LawListCommand.self, [.readStatutes]), (LawShowCommand.self, [.readStatutes]),
    (LawSearchCommand.self, [.readStatutes]), (LawDiffCommand.self, [.readStatutes]),
    (LawCoverageCommand.self, [.readStatutes, .readBank, .readStatistics]),
    (LawIndexCommand.self, [.readStatutes]),
    (LearnerCommand.self, []), (LearnerCommand.Add.self, [.editLearners]),
    (LearnerCommand.List.self, [.readLearners]), (LearnerCommand.Set.self, [.editLearners]),
    (LearnerExportCommand.self, [.exportLearner]), (LearnerForgetCommand.self, [.forgetLearner]),
    (StatsCommand.self, [.readStatistics]), (ProgressCommand.self, [.readStatistics]),
    (ReportCommand.self, []), (ReportCommand.PassRate.self, [.readReports]),
    (NotebookReportCommand.self, [.readStatistics]),
    (ExamCommand.self, []), (ExamBlueprintCommand.self, []),
    (BlueprintListCommand.self, [.readBank]), (BlueprintShowCommand.self, [.readBank]),
    (BlueprintCheckCommand.self, [.readBank]),
    (ExamCreateCommand.self, [.editExams]), (ExamListCommand.self, [.readExams]),
    (ExamOpenCommand.self, [.holdExams]), (ExamSitCommand.self, [.sitExam]),
    (ExamReleaseCommand.self, [.holdExams]), (ExamGiveTimeCommand.self, [.holdExams]),
    (ExamNoteCommand.self, [.holdExams]), (ExamEndCommand.self, [.holdExams]),
    (ExamPublishCommand.self, [.publishResults]), (ExamResultsCommand.self, [.readResults]),
    (ExamShowCommand.self, [.readExams]), (ExamPreflightCommand.self, [.holdExams]),
    (ExamExtraCommand.self, [.editExams]), (ExamTicketCommand.self, [.holdExams]),
    (ExamWatchCommand.self, [.holdExams]), (ExamRecordCommand.self, [.holdExams]),
    (ExamSlipCommand.self, [.sitExam]), (ExamForgetNamesCommand.self, [.editExams]),
    (ExamRehearseCommand.self, [.editExams, .holdExams]), (ExamCancelCommand.self, [.editExams]),
    (ExamVerifyCommand.self, [.verifyEvidence]), (ExamExportCommand.self, [.publishResults]),
    (ExamRosterCommand.self, []), (RosterCheckCommand.self, [.readBank]),
    (DataCommand.self, []), (DataCommand.Check.self, [.checkData]),
    (DataCommand.Backup.self, [.backUpData]), (DataRestoreCommand.self, [.restoreData]),
    (DataCommand.SetCommand.self, [.changeSettings]),
    (DoctorCommand.self, [.checkData]), (ManualCommand.self, []),
    (AccountCommand.self, []), (AccountCommand.Add.self, [.editAccounts]),
    (AccountListCommand.self, [.readAccounts]), (AccountHistoryCommand.self, [.readAccounts]),
    (AccountCommand.SetRole.self, [.editAccounts]),
    (AccountPasswordCommand.self, [.changePassword]),
    (AccountCommand.Unlock.self, [.editAccounts]), (AccountCommand.Disable.self, [.editAccounts]),
    (AccountCommand.Enable.self, [.editAccounts]),
    (AccountCommand.Acknowledge.self, [.editAccounts]),
    (AccountRecoverCommand.self, [.recoverAccount]),
    (SignInCommand.self, [.signIn]), (SignOutCommand.self, [.signIn]),
  ]
}
