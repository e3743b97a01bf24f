import ArgumentParser
import Foundation
import Reports
import Terminal
import Text
import Workflows

/// `mingfa law coverage`: which articles are asked about, and how often.
struct LawCoverageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "coverage",
      Wording(zh: "覆盖：各章各条被问到几次", en: "Which articles are asked about, and how often"),
      examples: [
        "mingfa law coverage", "mingfa law coverage 民法典 --bank civil-code",
        Wording(
          zh: "mingfa law coverage --learner 张三", en: "mingfa law coverage --learner Ann"
        ).spoken,
        "mingfa law coverage --format html",
      ], aliases: ["覆盖"])
  }

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json, html
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .worded(
      zh: "法律名称，可写多部；默认题库写明的全部", en: "Names of statutes; default: all that banks name",
      value: Wording(zh: "法律", en: "statute")))
  var statutes: [String] = []

  @Option(
    help: .worded(
      zh: "题库编号，可写多次；默认全部", en: "A bank's id, repeatable; default all",
      value: Wording(zh: "题库", en: "bank")))
  var bank: [String] = []

  @Option(
    help: .worded(
      zh: "学员姓名或号码：看哪些条从未问到", en: "A learner's name or number: what was never asked",
      value: Wording(zh: "学员", en: "who")))
  var learner: String?

  @Option(
    help: .worded(
      zh: "text、csv、json 或 html（网页，默认存进 reports 文件夹）",
      en: "text, csv, json or html (a page, kept in 'reports' by default)",
      value: Wording(zh: "格式", en: "format")))
  var format: Form?

  @Option(
    help: .worded(
      zh: "写到这个文件；- 为标准输出", en: "Write to this file; - for standard output",
      value: Wording(zh: "文件", en: "file")),
    completion: .file())
  var output: String?

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let person = try learner.map { try EditLearners(data, actor: session.actor).find($0) }
    let map = try ShowCoverage(data, actor: session.actor)
      .map(of: statutes, banks: bank, learner: person)
    let language = Spoken.language
    let form = format ?? output.flatMap { $0 == "-" ? nil : Self.form(ofFile: $0) } ?? .text
    let text =
      switch form {
      case .text: CoveragePage.lines(map, style: session.style).map { $0 + "\n" }.joined()
      case .csv: CoverageCSV.text(of: map, in: language)
      case .json: try CoverageJSON.text(of: map)
      case .html: CoverageHTML.text(of: map, in: language)
      }
    try session.put(text, into: path(map, form, session), makesFolder: output == nil)
  }

  /// What a file's name asks for.
  private static func form(ofFile path: String) -> Form {
    switch (path as NSString).pathExtension.lowercased() {
    case "csv": .csv
    case "json": .json
    case "html", "htm": .html
    default: .text
    }
  }

  /// Where it goes; nil is standard output.
  private func path(_ map: CoverageMap, _ form: Form, _ session: CommandSession) -> String? {
    if let output { return output == "-" ? nil : output }
    guard form == .html else { return nil }
    return session.reportPath(Self.fileName(map, statutes: statutes, banks: bank))
  }

  /// The name says of what, whose and when, so that a part does not overwrite the whole:
  /// 法律覆盖-民法典-civil-code-学员1-2026-11-24.html.
  private static func fileName(_ map: CoverageMap, statutes: [String], banks: [String]) -> String {
    let titles = statutes.isEmpty ? [] : map.statutes.map(\.title)
    let codes = banks.isEmpty ? [] : map.banks.map(\.code)
    // Three names at most: a file's name has 255 bytes.
    let parts = [titles, codes].map { names in
      names.prefix(3).joined(separator: "_") + (names.count > 3 ? "_\(names.count)" : "")
    }
    let person = map.person.map {
      Wording(zh: "学员\($0.number)", en: "learner-\($0.number)").spoken
    }
    let name = [Wording(zh: "法律覆盖", en: "coverage").spoken] + parts + [person ?? "", map.asOf]
    let whole = name.filter { !$0.isEmpty }.joined(separator: "-").replacing("/", with: "_")
    return shortened(SafeText.clean(whole), toBytes: 240) + ".html"
  }

  private static func shortened(_ text: String, toBytes limit: Int) -> String {
    var text = text
    while text.utf8.count > limit { text.removeLast() }
    return text
  }
}
