import ArgumentParser
import Text

/// `mingfa exam`: formal exams.
struct ExamCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "exam",
      Wording(zh: "正式考试：细目表、组卷、考场、成绩", en: "Formal exams: blueprints, papers, sittings, results"),
      examples: [
        "mingfa exam blueprint list", "mingfa exam blueprint show enforcement-general",
        Wording(
          zh: "mingfa exam blueprint check 本县.yaml", en: "mingfa exam blueprint check our.yaml"
        )
        .spoken,
      ],
      subcommands: [
        ExamBlueprintCommand.self, ExamCreateCommand.self, ExamListCommand.self,
        ExamOpenCommand.self, ExamSitCommand.self, ExamReleaseCommand.self,
        ExamGiveTimeCommand.self, ExamNoteCommand.self, ExamEndCommand.self,
        ExamPublishCommand.self, ExamResultsCommand.self,
      ], aliases: ["考试"])
  }
}
