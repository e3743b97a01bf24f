import ArgumentParser
import Text

/// `mingfa exam`: formal exams.
struct ExamCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "exam",
      Wording(zh: "正式考试：细目表、组卷、考场、成绩", en: "Formal exams: papers, sittings, results"),
      examples: [
        "mingfa exam blueprint list",
        Wording(zh: "mingfa exam roster check 名册.csv", en: "mingfa exam roster check roster.csv")
          .spoken,
        Wording(
          zh: "mingfa exam create cadre-yearly --roster 名册.csv",
          en: "mingfa exam create cadre-yearly --roster roster.csv"
        ).spoken, "mingfa exam open", "mingfa exam sit",
      ],
      subcommands: [
        ExamBlueprintCommand.self, ExamRosterCommand.self, ExamCreateCommand.self,
        ExamListCommand.self, ExamOpenCommand.self, ExamSitCommand.self,
        ExamReleaseCommand.self, ExamGiveTimeCommand.self, ExamNoteCommand.self,
        ExamEndCommand.self, ExamPublishCommand.self, ExamResultsCommand.self,
        ExamShowCommand.self, ExamPreflightCommand.self, ExamExtraCommand.self,
        ExamTicketCommand.self, ExamWatchCommand.self, ExamRecordCommand.self,
        ExamSlipCommand.self, ExamVerifyCommand.self, ExamExportCommand.self,
        ExamRehearseCommand.self, ExamCancelCommand.self,
      ], aliases: ["考试"])
  }
}
