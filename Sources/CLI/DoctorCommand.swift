import ArgumentParser
import Reports
import Terminal
import Text
import Workflows

/// `mingfa doctor`: how the program and its data are, and what to do where they are not well.
struct DoctorCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "doctor",
      Wording(
        zh: "体检：路径、版本、存盘方式、备份、空间",
        en: "Check-up: paths, versions, backups, free space"),
      examples: ["mingfa doctor", "mingfa doctor --format json"], aliases: ["体检"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  private struct Document: Encodable {
    struct Line: Encodable {
      var check: String
      var level: String
      var message: String
    }
    var schema = "mingfa.doctor/1"
    var ok: Bool
    var lines: [Line]
  }

  func run() throws {
    let session = try CommandSession(options)
    let facts =
      own(session)
      + Diagnose(session.environment, folderSource: CommandSession.chosenFolder(options).source)
      .facts()
    let isWell = !facts.contains { $0.level == .error }
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          ok: isWell,
          lines: facts.map {
            .init(
              check: $0.check.en, level: $0.level.rawValue,
              message: SafeText.clean($0.wording.spoken))
          }))
    } text: {
      HealthPage.lines(facts, style: session.style)
    }
    if !isWell { throw ExitCode(ExitStatus.checkFailed) }
  }

  /// What only the command line knows: program, language, terminal.
  private func own(_ session: CommandSession) -> [HealthFact] {
    let capabilities = session.screen.capabilities
    let locale = TerminalLocale.inForce()
    return [
      .program(version: Version.text, path: CommandSession.programPath ?? ""),
      .sqlite(version: DatabaseFacts.sqliteVersion),
      .language(Spoken.language, from: Spoken.source),
      .locale(name: locale.name, characterSet: locale.characterSet),
      capabilities.isInteractive
        ? .terminal(
          name: capabilities.terminalName, columns: capabilities.width, rows: capabilities.height,
          hasColour: capabilities.allowsColour(on: .output)) : .noTerminal,
    ]
  }
}
