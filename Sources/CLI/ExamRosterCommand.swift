import ArgumentParser
import Exams
import People
import Reports
import Terminal
import Text
import Workflows

/// `mingfa exam roster`: who is to sit an exam.
struct ExamRosterCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "roster", Wording(zh: "名册：检查", en: "Rosters of candidates: checking"),
      examples: [
        Wording(zh: "mingfa exam roster check 名册.csv", en: "mingfa exam roster check roster.csv")
          .spoken
      ],
      subcommands: [RosterCheckCommand.self], aliases: ["名册"])
  }
}

/// `mingfa exam roster check`.
struct RosterCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "check",
      Wording(zh: "检查名册，列出全部错误和不能报考的人", en: "Check a roster: every error, and who may not sit"),
      examples: [
        Wording(zh: "mingfa exam roster check 名册.csv", en: "mingfa exam roster check roster.csv")
          .spoken,
        Wording(
          zh: "mingfa exam roster check 名册.csv --blueprint enforcement-general",
          en: "mingfa exam roster check roster.csv --blueprint enforcement-general"
        ).spoken,
      ], aliases: ["检查"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "名册文件（.csv）", en: "The roster (.csv)", value: Wording(zh: "文件", en: "file")),
    completion: .file(extensions: ["csv", "txt"]))
  var file: String

  @Option(
    help: .worded(
      zh: "细目表的代号或文件：看谁不能报考", en: "A blueprint's code or file: who may not sit",
      value: Wording(zh: "细目表", en: "blueprint")))
  var blueprint: String?

  func run() throws {
    let session = try CommandSession(options)
    let asked = try blueprint.flatMap { try ReadBlueprints(session.environment).find($0).blueprint }
    let reading = ReadRoster.read(file: file)
    let refused = asked.map { ReadRoster.refused(reading.entries ?? [], by: $0) }
    try session.print(format.format) {
      try JSONText.encode(RosterCheckDocument(reading, blueprint: asked, refused: refused))
    } text: {
      reading.report.problems.flatMap { ProblemList.lines(of: $0, session: session) }
        + lines(reading, blueprint: asked, refused: refused ?? []).flatMap {
          session.style.wrapped($0.spoken)
        }
    }
    guard reading.entries == nil else { return }
    throw ExitCode(reading.report.isUnreadable ? ExitStatus.noInput : ExitStatus.data)
  }

  private func lines(
    _ reading: ReadRoster.Reading, blueprint: Blueprint?, refused: [ReadRoster.Refused]
  ) -> [Wording] {
    let name = SafeText.clean(reading.path)
    guard let entries = reading.entries else {
      let errors = reading.report.errorCount
      return [Wording(zh: "\(name)：\(errors) 处错误", en: "\(name): \(errors) errors")]
    }
    var lines = [
      Wording(
        zh: "\(name)：没有错误；\(entries.count) 人，\(reading.unitCount) 个单位",
        en: "\(name): no error; \(entries.count) people, \(reading.unitCount) units")
    ]
    if !reading.otherHeadings.isEmpty {
      let headings = reading.otherHeadings.map { SafeText.clean($0) }
      lines.append(
        Wording(
          zh: "不认得的列，只保存不使用：\(headings.joined(separator: "、"))",
          en: "Columns that are not known, kept and not used: \(headings.joined(separator: ", "))"))
    }
    guard let blueprint else { return lines }
    lines.append(
      Wording(
        zh: "\(blueprint.code)：可以报考 \(entries.count - refused.count) 人，不能报考 \(refused.count) 人",
        en: "\(blueprint.code): \(entries.count - refused.count) may sit, \(refused.count) may not")
    )
    // Who passed or sat before is not told to whoever has not signed in.
    lines.append(
      Wording(
        zh: "这里只看名册；以前考过几次、是否合格、第一阶段是否通过，由 mingfa exam create 检查",
        en: "This goes by the roster alone; attempts, passes and the first stage are looked at by "
          + "mingfa exam create"))
    for group in RefusalGroup.groups(of: refused) {
      let count = group.entries.count
      lines.append(
        Wording(
          zh: "\(group.refusal.wording.zh)：\(count) 人，\(group.people("、") { "\($0)（第 \($1) 行）" })",
          en:
            "\(group.refusal.wording.en): \(count), \(group.people(", ") { "\($0) (line \($1))" })")
      )
    }
    return lines
  }
}

/// The people who are refused for one reason.
struct RefusalGroup {
  let refusal: Eligibility.Refusal
  let entries: [RosterEntry]

  /// In the order in which the reasons come first.
  static func groups(of refused: [ReadRoster.Refused]) -> [RefusalGroup] {
    var order: [Eligibility.Refusal] = []
    var entries: [Eligibility.Refusal: [RosterEntry]] = [:]
    for person in refused {
      for refusal in person.refusals {
        if entries[refusal] == nil { order.append(refusal) }
        entries[refusal, default: []].append(person.entry)
      }
    }
    return order.map { RefusalGroup(refusal: $0, entries: entries[$0] ?? []) }
  }

  /// Each by name and line.
  func people(_ separator: String, _ words: (String, Int) -> String) -> String {
    entries.map { words(SafeText.clean($0.name), $0.line) }.joined(separator: separator)
  }
}
