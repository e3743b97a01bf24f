import ArgumentParser
import Text

/// `mingfa exam`: formal exams.
struct ExamCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "exam", Wording(zh: "考试：细目表", en: "Formal exams: their blueprints"),
      examples: [
        "mingfa exam blueprint list", "mingfa exam blueprint show enforcement-general",
        Wording(
          zh: "mingfa exam blueprint check 本县.yaml", en: "mingfa exam blueprint check our.yaml"
        )
        .spoken,
      ],
      subcommands: [ExamBlueprintCommand.self], aliases: ["考试"])
  }
}
