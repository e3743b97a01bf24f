import ArgumentParser
import Reports
import Statutes
import Terminal
import Text
import Workflows

/// `mingfa law`: texts of statutes.
struct LawCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "law",
      Wording(zh: "法律：载入全文、查条文、按词查找、新旧对照", en: "Statutes: load texts, look up, search, compare"),
      examples: [
        Wording(zh: "mingfa law load 监察法.docx", en: "mingfa law load supervision-law.docx").spoken,
        "mingfa law list", "mingfa law show 民法典 184", "mingfa law search 定金",
      ],
      subcommands: [
        LawLoadCommand.self, LawListCommand.self, LawShowCommand.self, LawSearchCommand.self,
        LawDiffCommand.self, LawCoverageCommand.self, LawIndexCommand.self,
      ], aliases: ["法律"])
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads `2020-05-28`.
  package init?(argument: String) { self.init(iso: argument) }
}

/// `mingfa law load`.
struct LawLoadCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "load",
      Wording(
        zh: "载入法律全文（.docx、.txt、.md）：全部成功，或一条不动",
        en: "Load texts of statutes (.docx, .txt, .md): all of them, or nothing"),
      examples: [
        Wording(zh: "mingfa law load 监察法.docx", en: "mingfa law load supervision-law.docx").spoken,
        Wording(
          zh: "mingfa law load 民法典·*.md", en: "mingfa law load civil-code-book-*.md"
        ).spoken,
        Wording(
          zh: "mingfa law load 监察法.txt --effective 2025-06-01",
          en: "mingfa law load supervision-law.txt --effective 2025-06-01"
        ).spoken,
      ], aliases: ["载入"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "法律文件；一部法律分成几个文件的，一起写上",
      en: "Files of statutes; all files of a statute together", value: Wording(zh: "文件", en: "file")
    ),
    completion: .file(extensions: ["docx", "txt", "md", "markdown"]))
  var files: [String]

  @Option(
    help: .worded(
      zh: "版本日期（通过或修改的日期），文件里没有时用", en: "The edition's date, where the file does not give it",
      value: Wording(zh: "日期", en: "date")))
  var edition: CalendarDate?

  @Option(
    help: .worded(zh: "施行日期", en: "Since when it is in force", value: Wording(zh: "日期", en: "date"))
  )
  var effective: CalendarDate?

  @Flag(help: .worded(zh: "只检查和比较，不写入", en: "Check and compare only, write nothing"))
  var dryRun = false

  private struct Document: Encodable {
    struct Statute: Encodable {
      var statute: String
      var edition: String
      var effective: String?
      var articles: Int
      var outcome: String
      var index: String
      var differing: [String]
      /// Questions that cite what a newer edition changed.
      var touched: Int
    }
    var schema = "mingfa.law-load/1"
    var dryRun: Bool
    var warnings: Int
    var statutes: [Statute]
  }

  func run() throws {
    let session = try CommandSession(options)
    let loading = LoadStatutes(try session.openData(), actor: session.actor)
    switch try loading.load(
      files: files, edition: edition, effective: effective, dryRun: dryRun)
    {
    case .refused(let problems):
      tell(problems, session: session)
      let errors = problems.count { $0.severity == .error }
      session.note(
        Wording(
          zh: "有 \(errors) 处错误，没有载入；改好再试",
          en: "\(errors) errors, nothing was loaded; mend them and try again"))
      throw ExitCode(
        ReadReport(problems: problems).isUnreadable ? ExitStatus.noInput : ExitStatus.data)
    case .loaded(let loaded, let touched, let problems):
      tell(problems, session: session)
      try session.print(format.format) {
        try JSONText.encode(
          Document(
            dryRun: dryRun, warnings: problems.count,
            statutes: loaded.map { Self.entry($0, touched: touched[$0.summary.title] ?? 0) }))
      } text: {
        loaded.flatMap { LawPage.loaded($0, isTrial: dryRun, style: session.style) }
          + LawPage.touched(touched.values.reduce(0, +), style: session.style)
      }
    }
  }

  private static func entry(
    _ loaded: LoadStatutes.Loaded, touched: Int
  ) -> Document.Statute {
    let summary = loaded.summary
    let comparison = loaded.comparison
    return Document.Statute(
      statute: summary.title.short, edition: summary.date.iso,
      effective: summary.effective?.iso, articles: summary.articles,
      outcome: summary.outcome.rawValue, index: comparison.code,
      differing: comparison.differing.map(\.arabic), touched: touched)
  }

  private func tell(_ problems: [ReadProblem], session: CommandSession) {
    for problem in problems {
      for line in ProblemList.lines(of: problem, session: session) { session.screen.message(line) }
    }
  }
}

/// `mingfa law list`.
struct LawListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "list", Wording(zh: "列出已载入的法律", en: "List the loaded statutes"),
      examples: ["mingfa law list", "mingfa law list --format json"], aliases: ["列表"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  private struct Document: Encodable {
    struct Statute: Encodable {
      var statute: String
      var fullTitle: String
      var edition: String
      var effective: String?
      var articles: Int
      var newest: Bool
      var loaded: Int64
      var index: String
      var differing: [String]
    }
    var schema = "mingfa.law-list/1"
    var statutes: [Statute]
  }

  func run() throws {
    let session = try CommandSession(options)
    let held = try IndexStatutes(try session.openData(), actor: session.actor).held()
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          statutes: held.editions.map { edition in
            let (statute, comparison) = (edition.statute, edition.comparison)
            return .init(
              statute: statute.title.short, fullTitle: statute.fullTitle,
              edition: statute.date.iso, effective: statute.effective?.iso,
              articles: statute.articles, newest: statute.isNewest, loaded: statute.loadedAt,
              index: comparison.code, differing: comparison.differing.map(\.arabic))
          }))
    } text: {
      guard !held.editions.isEmpty else { throw WorkflowFailure.noStatutes }
      return LawPage.list(held.editions, hasIndex: held.hasIndex, style: session.style)
    }
  }
}

extension IndexStatutes.Comparison {
  /// As JSON has it.
  fileprivate var code: String {
    switch self {
    case .same: "same"
    case .differs: "differs"
    case .otherEdition: "otherEdition"
    case .unknown: "unknown"
    }
  }

  /// The articles that differ.
  fileprivate var differing: [ArticleNumber] {
    if case .differs(let articles) = self { articles } else { [] }
  }
}
