import ArgumentParser
import Terminal
import Text
import Workflows

/// `mingfa law index`: what is known of the loaded statutes without their texts.
struct LawIndexCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "index",
      Wording(
        zh: "写出索引：名称、版本、目录、各条款数和摘要，不含条文",
        en: "Print an index: names, editions, trees, paragraphs and digests, without the texts"),
      examples: ["mingfa law index > index.txt"], aliases: ["索引"])
  }

  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = try CommandSession(options)
    try session.screen.write(
      try IndexStatutes(try session.openData(), actor: session.actor).text())
  }
}
