import ArgumentParser
import Text

/// `mingfa exam`: formal exams.
struct ExamCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "exam", Wording(zh: "考试：细目表、名册", en: "Formal exams: blueprints, rosters"),
      examples: [
        "mingfa exam blueprint list", "mingfa exam blueprint show enforcement-general",
        Wording(
          zh: "mingfa exam blueprint check 本县.yaml", en: "mingfa exam blueprint check our.yaml"
        )
        .spoken,
        Wording(zh: "mingfa exam roster check 名册.csv", en: "mingfa exam roster check roster.csv")
          .spoken,
      ],
      subcommands: [ExamBlueprintCommand.self, ExamRosterCommand.self], aliases: ["考试"])
  }
}
