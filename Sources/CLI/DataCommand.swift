import ArgumentParser
import Reports
import Terminal
import Text
import Workflows

/// `mingfa data`: the data folder itself.
struct DataCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "data", Wording(zh: "数据：检查、备份、恢复、设置", en: "The data: check, back up, restore, set"),
      examples: [
        "mingfa data check", "mingfa data backup", "mingfa data restore",
        "mingfa data set --day-start 4",
      ],
      subcommands: [Check.self, Backup.self, DataRestoreCommand.self, SetCommand.self],
      aliases: ["数据"])
  }

  struct Check: ParsableCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "check",
        Wording(
          zh: "检查数据是否完整，并按步骤重算每个分数", en: "Check the data and recount every score from its steps"),
        examples: ["mingfa data check"], aliases: ["检查"])
    }
    @OptionGroup var options: GlobalOptions
    @OptionGroup var format: FormatOption

    private struct Document: Encodable {
      struct Finding: Encodable {
        var kind: String
        var attempt: Int64?
        var message: String

        init(_ finding: CheckData.Finding) {
          (kind, attempt) =
            switch finding {
            case .damage: ("damage", nil)
            case .inconsistentAttempt(let id): ("inconsistent-attempt", id.number)
            case .scoreDiffers(let id, _, _): ("score-differs", id.number)
            case .resultDiffers(let id): ("result-differs", id.number)
            case .memoriesDiffer: ("memories-differ", nil)
            }
          message = finding.wording.spoken
        }
      }
      var schema = "mingfa.data-check/1"
      var ok: Bool
      var findings: [Finding]
      var questions: Int
      var attempts: Int
      var steps: Int
      var recounted: Int
    }

    func run() throws {
      let session = try CommandSession(options)
      let outcome = try CheckData(try session.openData(), actor: session.actor).run()
      try session.print(format.format) {
        try JSONText.encode(
          Document(
            ok: outcome.findings.isEmpty, findings: outcome.findings.map(Document.Finding.init),
            questions: outcome.questions, attempts: outcome.attempts, steps: outcome.steps,
            recounted: outcome.recounted))
      } text: {
        outcome.findings.flatMap { session.style.wrapped($0.wording.spoken) }
          + session.style.wrapped(
            Wording(
              zh: "题库里 \(outcome.questions) 题（含停用），练习和考试 \(outcome.attempts) 次，"
                + "步骤 \(outcome.steps) 条，重算模拟考试 \(outcome.recounted) 份："
                + (outcome.findings.isEmpty ? "完好" : "有 \(outcome.findings.count) 处问题"),
              en: "\(outcome.questions) questions in the banks (retired ones too), "
                + "\(outcome.attempts) practices and exams, \(outcome.steps) steps on record, "
                + "\(outcome.recounted) results of mock exams recounted: "
                + (outcome.findings.isEmpty ? "all well" : "\(outcome.findings.count) findings")
            ).spoken)
      }
      if !outcome.findings.isEmpty { throw ExitCode(ExitStatus.checkFailed) }
    }
  }

  struct Backup: ParsableCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "backup", Wording(zh: "备份数据库到 backups 文件夹", en: "Copy the database into 'backups'"),
        examples: ["mingfa data backup"], aliases: ["备份"])
    }
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let session = try CommandSession(options)
      let path = try KeepBackups(try session.openData(), actor: session.actor).byHand()
      // A script takes the path as it is; a person only sees it.
      try session.screen.line(
        session.screen.capabilities.isSeen(.output) ? SafeText.clean(path) : path)
    }
  }

  struct SetCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "set", Wording(zh: "设置一天从几点、哪个时区开始", en: "When and in which zone a day begins"),
        examples: ["mingfa data set --day-start 4 --zone Asia/Shanghai"], aliases: ["设置"])
    }
    @OptionGroup var options: GlobalOptions
    @Option(
      help: .worded(
        zh: "一天从几点开始（0–23，默认 4）", en: "The hour at which a day begins (0-23, default 4)",
        value: Wording(zh: "钟点", en: "hour")))
    var dayStart: Int?
    @Option(
      help: .worded(
        zh: "时区（默认 Asia/Shanghai）", en: "The zone (default Asia/Shanghai)",
        value: Wording(zh: "时区", en: "zone")))
    var zone: String?

    func run() throws {
      let session = try CommandSession(options)
      let rule = try ChangeSettings(try session.openData(), actor: session.actor)
        .setDay(startHour: dayStart, zone: zone)
      try session.screen.lines(
        session.style.wrapped(
          Wording(
            zh: "一天从 \(rule.hour):00 开始（\(rule.zone)）",
            en: "A day begins at \(rule.hour):00 (\(rule.zone))"
          ).spoken))
    }
  }
}
