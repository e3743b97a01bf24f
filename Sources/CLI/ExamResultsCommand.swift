import ArgumentParser
import Text
import Workflows

/// `mingfa exam results`.
struct ExamResultsCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "results", Wording(zh: "成绩单：屏幕、CSV、JSON", en: "The score list: screen, CSV, JSON"),
      examples: [
        "mingfa exam results", "mingfa exam results --exam cadre-yearly-20261204 --format csv",
      ], aliases: ["成绩"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  @Option(
    help: .worded(
      zh: "text、csv 或 json", en: "text, csv or json", value: Wording(zh: "格式", en: "format")))
  var format: ReportFormat = .text

  @OptionGroup var destination: OutputOption

  func run(_ desk: SignedIn) throws {
    let exam = try FindExam(desk.data).exam(withResults: which.exam)
    let report = try ListResults(desk.data, actor: desk.actor).report(exam)
    try desk.session.put(try format.text(of: report, desk.session), into: destination.path)
  }
}
