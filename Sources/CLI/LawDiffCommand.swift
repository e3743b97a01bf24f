import ArgumentParser
import Reports
import Statutes
import Terminal
import Text
import Workflows

/// `mingfa law diff`: what an amendment changed, and which questions it meets.
struct LawDiffCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "diff",
      Wording(
        zh: "新旧对照，列出涉及的题目",
        en: "Compare two editions, list the questions met"),
      examples: [
        "mingfa law diff 监察法", "mingfa law diff 监察法@2018-03-20 监察法@2024-12-25",
        Wording(zh: "mingfa law diff 旧.txt 新.txt", en: "mingfa law diff old.txt new.txt").spoken,
        "mingfa law diff 监察法 --summary",
      ], aliases: ["对照"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "旧版：文件，或已载入的法律，可带日期", en: "Old edition: a file, or a loaded statute, dated or not",
      value: Wording(zh: "旧版", en: "old")),
    completion: .file(extensions: ["md", "markdown", "txt"]))
  var old: String

  @Argument(
    help: .worded(
      zh: "新版；不写就是最新的一版", en: "New edition; the newest where none is named",
      value: Wording(zh: "新版", en: "new")),
    completion: .file(extensions: ["md", "markdown", "txt"]))
  var new: String?

  @Flag(help: .worded(zh: "只列各类条数", en: "Only how many articles of each kind"))
  var summary = false

  func run() throws {
    let session = try CommandSession(options)
    let comparing = try CompareEditions(try session.openData(), actor: session.actor)
    switch try comparing.compare(old, new) {
    case .refused(let problems):
      tell(problems, session: session)
      let errors = problems.count { $0.severity == .error }
      session.note(
        Wording(
          zh: "有 \(errors) 处错误，没有对照；改好再试",
          en: "\(errors) errors, nothing was compared; mend them and try again"))
      throw ExitCode(
        ReadReport(problems: problems).isUnreadable ? ExitStatus.noInput : ExitStatus.data)
    case .compared(let comparison, let problems):
      tell(problems, session: session)
      try session.print(format.format) {
        try JSONText.encode(EditionDiffDocument(comparison, isSummary: summary))
      } text: {
        EditionDiffPage.lines(comparison, isSummary: summary, style: session.style)
      }
    }
  }

  private func tell(_ problems: [ReadProblem], session: CommandSession) {
    for problem in problems {
      for line in ProblemList.lines(of: problem, session: session) { session.screen.message(line) }
    }
  }
}
