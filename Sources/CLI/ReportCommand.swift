import ArgumentParser
import Foundation
import Learning
import Reports
import Terminal
import Text
import Workflows

/// `mingfa report`: figures for the county.
struct ReportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "report", Wording(zh: "报表", en: "Reports"),
      examples: [
        "mingfa report pass-rate", "mingfa report pass-rate --format json",
        Wording(
          zh: "mingfa report pass-rate --from 2026-01 --to 2026-12 --output 合格率.csv",
          en: "mingfa report pass-rate --from 2026-01 --to 2026-12 --output pass-rate.csv"
        ).spoken,
      ], subcommands: [PassRate.self, NotebookReportCommand.self], aliases: ["报表"])
  }

  /// Which exams a report counts.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case exam, mock
  }

  /// `mingfa report pass-rate`.
  struct PassRate: SignedInCommand {
    static var configuration: CommandConfiguration {
      .worded(
        "pass-rate",
        Wording(
          zh: "合格率：按单位和月份，来自正式考试或模拟考试",
          en: "Pass rates by unit and month, of formal or of mock exams"),
        examples: [
          "mingfa report pass-rate",
          "mingfa report pass-rate --from 2026-01 --to 2026-12",
          "mingfa report pass-rate --kind mock",
          "mingfa report pass-rate --format csv --output -",
        ], aliases: ["合格率"])
    }

    @OptionGroup var options: GlobalOptions
    @OptionGroup var signing: SignInOption

    @Option(
      help: .worded(
        zh: "exam（正式考试）或 mock（模拟考试）；不写：有公布了成绩的正式考试就是它",
        en: "exam (formal) or mock; without it formal exams where any has published results",
        value: Wording(zh: "种类", en: "kind")))
    var kind: Kind?

    @Option(
      help: .worded(
        zh: "正式考试的合格率以 present（实考）或 expected（应考）人数计",
        en: "The pass rate of formal exams is of those present or of those expected",
        value: Wording(zh: "口径", en: "basis")))
    var basis = ExamRateReport.Basis.present

    @Option(
      help: .worded(
        zh: "起始月份，如 2026-01", en: "First month, as in 2026-01",
        value: Wording(zh: "月份", en: "month")))
    var from: String?

    @Option(help: .worded(zh: "截止月份", en: "Last month", value: Wording(zh: "月份", en: "month")))
    var to: String?

    @Option(help: .worded(zh: "只算这个题库", en: "This bank only", value: Wording(zh: "题库", en: "bank")))
    var bank: String?

    @Option(
      help: .worded(
        zh: "只算这个单位及下级，如 某县/某镇", en: "This unit and those below, as in A/B",
        value: Wording(zh: "单位", en: "path")))
    var unit: String?

    @Option(
      help: .worded(
        zh: "text、csv 或 json；不写则显示在屏幕上，并把 CSV 存进 reports 文件夹",
        en: "text, csv or json; without it, shown on the screen and kept as CSV in 'reports'",
        value: Wording(zh: "格式", en: "format")))
    var format: ReportFormat?

    @OptionGroup var destination: OutputOption

    func run(_ desk: SignedIn) throws {
      let session = desk.session
      let selection = BuildPassRate.Selection(
        from: try month(from), to: try month(to), bank: bank, unit: unit)
      let report = try report(selection, desk)
      let output = destination.output
      let form = format ?? (destination.path == nil ? .text : format(of: output))
      try session.put(try form.text(of: report, session), into: destination.path)
      guard format == nil, output == nil else { return }
      let path = session.reportPath(fileName(report, Spoken.language))
      try WriteFile.write(
        CSVRenderer.text(of: report, in: Spoken.language), to: path, makesFolder: true)
      session.note(
        Wording(
          zh: "已写出 \(shown(path))（可用 Excel 打开）", en: "Wrote \(shown(path)) (opens in Excel)"))
    }

    private func report(
      _ selection: BuildPassRate.Selection, _ desk: SignedIn
    ) throws -> Report {
      let exams = BuildExamRates(desk.data, actor: desk.actor)
      switch try kind ?? (exams.hasAny() ? .exam : .mock) {
      case .exam: return try exams.report(selection, basis: basis)
      case .mock: return try BuildPassRate(desk.data, actor: desk.actor).report(selection)
      }
    }

    /// A path as a person would type it here: without the folder she is in.
    private func shown(_ path: String) -> String {
      let here = FileManager.default.currentDirectoryPath + "/"
      return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }

    private func format(of path: String?) -> ReportFormat {
      switch (path.map { ($0 as NSString).pathExtension.lowercased() }) ?? "" {
      case "json": .json
      case "txt": .text
      default: .csv
      }
    }

    /// The name says what and when: 合格率-某县_某镇-2026-01-2026-12.csv.
    private func fileName(_ report: Report, _ language: Language) -> String {
      let title =
        (report.id == "exam-rates"
        ? Wording(zh: "正式考试合格率", en: "exam-pass-rate")
        : Wording(zh: "合格率", en: "pass-rate"))(language)
      let months = report.rows.compactMap { row -> String? in
        guard row.cells.count > 1, case .text(let month) = row.cells[1] else { return nil }
        return month
      }
      let span = [from ?? months.first, to ?? months.last].compactMap { $0 }
      // A part of the county must not overwrite the whole.
      let part = [unit, bank].compactMap { $0?.replacing("/", with: "_") }
      return ([title] + part + (span.first == span.last ? Array(span.prefix(1)) : span))
        .joined(separator: "-") + ".csv"
    }

    private func month(_ text: String?) throws -> YearMonth? {
      guard let text else { return nil }
      guard let month = YearMonth(text) else { throw Failure.badMonth(text) }
      return month
    }
  }
}

extension ExamRateReport.Basis: ExpressibleByArgument {}
