import ArgumentParser
import Terminal
import Text
import Workflows

/// `mingfa learner export`: a person takes everything along.
struct LearnerExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "export",
      Wording(
        zh: "把一位学员的全部记录导出成一份 JSON", en: "Everything about a learner as one JSON document"),
      examples: [
        Wording(zh: "mingfa learner export 张三", en: "mingfa learner export Ann").spoken,
        Wording(
          zh: "mingfa learner export 张三 --output 张三.json",
          en: "mingfa learner export Ann --output ann.json"
        ).spoken,
      ], aliases: ["导出"])
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: .worded(zh: "姓名或号码", en: "Name or number", value: Wording(zh: "学员", en: "who")))
  var who: String

  @Option(
    help: .worded(
      zh: "写到这个文件（默认标准输出）", en: "Write to this file (default: standard output)",
      value: Wording(zh: "文件", en: "file")))
  var output: String?

  @Flag(help: .worded(zh: "已有同名文件时覆盖", en: "Replace a file of that name"))
  var force = false

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let learner = try EditLearners(data, actor: session.actor).find(who)
    let export = ExportLearner(data, actor: try session.actor(in: data))
    guard let output, output != "-" else {
      return try export.write(learner) { try session.screen.write($0) }
    }
    try WriteFile.write(to: output, replaces: force) { try export.write(learner, to: $0) }
    session.note(Wording(zh: "已写出 \(output)", en: "Wrote \(output)"))
  }
}
