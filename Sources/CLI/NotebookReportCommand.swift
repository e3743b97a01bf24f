import ArgumentParser
import Foundation
import Reports
import Terminal
import Text
import Workflows

/// `mingfa report notebook`: a learner's missed questions, for paper or a spreadsheet.
struct NotebookReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "notebook",
      Wording(zh: "错题本：导出成文本、表格或可打印的网页", en: "Missed questions as text, table or a page to print"),
      examples: [
        "mingfa report notebook",
        Wording(
          zh: "mingfa report notebook --learner 张三 --format html --large",
          en: "mingfa report notebook --learner Ann --format html --large"
        ).spoken,
        Wording(
          zh: "mingfa report notebook --format csv --output 错题.csv",
          en: "mingfa report notebook --format csv --output missed.csv"
        ).spoken,
      ], aliases: ["错题本"])
  }

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, csv, html
  }

  @OptionGroup var options: GlobalOptions

  @OptionGroup var whose: LearnerOption

  @Option(
    help: .worded(
      zh: "题库编号，可写多次；默认全部", en: "A bank's id, repeatable; default all",
      value: Wording(zh: "题库", en: "bank")))
  var bank: [String] = []

  @Option(
    help: .worded(
      zh: "text、csv 或 html（A4 打印，答案另起一页）", en: "text, csv or html (A4, keys on pages of their own)",
      value: Wording(zh: "格式", en: "format")))
  var format = Form.text

  @Flag(help: .worded(zh: "html 用 18 磅大字", en: "18 pt type in html"))
  var large = false

  @Option(
    help: .worded(
      zh: "写到这个文件；- 为标准输出；csv 和 html 默认存进 reports 文件夹",
      en: "Write to this file; - for standard output; csv and html go to 'reports' by default",
      value: Wording(zh: "文件", en: "file")))
  var output: String?

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let person = try whose.person(session, data)
    let leaf = try ExportNotebook(data, actor: session.actor)
      .leaf(of: person, banks: bank, language: Spoken.language)
    let text =
      switch format {
      case .text: NotebookText.text(of: leaf, in: Spoken.language)
      case .csv: NotebookCSV.text(of: leaf, in: Spoken.language)
      case .html: NotebookHTML.text(of: leaf, in: Spoken.language, isLarge: large)
      }
    try session.put(
      text, into: path(leaf, person.id.number, session), makesFolder: output == nil)
  }

  /// Where it goes; nil is standard output. The learner's number, not the name, stands in the file's.
  private func path(_ leaf: NotebookLeaf, _ number: Int64, _ session: CommandSession) -> String? {
    if let output { return output == "-" ? nil : output }
    guard format != .text else { return nil }
    let name = Wording(zh: "错题本", en: "notebook").spoken
    return session.reportPath("\(name)-\(number)-\(leaf.asOf).\(format.rawValue)")
  }
}
