import ArgumentParser
import Foundation
import Questions
import Reports
import Terminal
import Text
import Workflows

/// `mingfa bank`: loading and looking at question banks.
struct BankCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "bank", Wording(zh: "题库：载入、检查、查看", en: "Question banks: load, check, look"),
      examples: [
        Wording(zh: "mingfa bank check 我的题库.txt", en: "mingfa bank check my-bank.txt").spoken,
        Wording(zh: "mingfa bank load 我的题库.txt", en: "mingfa bank load my-bank.txt").spoken,
        "mingfa bank list", "mingfa bank show civil-code CC-001",
        Wording(zh: "mingfa bank search 定金", en: "mingfa bank search congress").spoken,
      ],
      subcommands: [
        BankLoadCommand.self, BankCheckCommand.self, BankCiteCommand.self,
        BankListCommand.self, BankShowCommand.self,
        BankSearchCommand.self, BankObjectionsCommand.self, BankReviewCommand.self,
        BankEditCommand.self, BankAddCommand.self,
      ], aliases: ["题库"])
  }
}

/// `mingfa bank load`.
struct BankLoadCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "load",
      Wording(
        zh: "载入题库：全部成功，或一题不动", en: "Load banks: a file whole, or nothing of it"),
      examples: [
        "mingfa bank load questionbanks/civil-code.txt",
        Wording(zh: "mingfa bank load --dry-run 新版.txt", en: "mingfa bank load --dry-run new.txt")
          .spoken,
        Wording(zh: "mingfa bank load --retire 新版.txt", en: "mingfa bank load --retire new.txt")
          .spoken,
      ], aliases: ["载入"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "题库文件（.txt）", en: "Bank files (.txt)", value: Wording(zh: "文件", en: "file")),
    completion: .file(extensions: ["txt"]))
  var files: [String]

  @Flag(
    help: .worded(
      zh: "文件里没有的题停用（不删除）", en: "Retire questions that the file lacks (nothing is deleted)"))
  var retire = false

  @Flag(help: .worded(zh: "允许用旧版换下已载入的新版", en: "Let an older version replace a newer one"))
  var older = false

  @Flag(help: .worded(zh: "只比较，不写入", en: "Compare only, write nothing"))
  var dryRun = false

  private struct Document: Encodable {
    struct Bank: Encodable {
      var file: String
      var bank: String
      var title: String
      var added: Int
      var changed: Int
      var amended: Int
      var unchanged: Int
      var lacking: Int
      var retired: Int
      var due: Int
      /// Questions that were changed in the program and stayed so.
      var edited: Int
      /// Questions with an error, which wait for a review.
      var inReview: Int
      /// Questions that cite what a newer edition changed.
      var flagged: Int
      var warnings: Int
    }
    var schema = "mingfa.bank-load/1"
    var dryRun: Bool
    var banks: [Bank]
  }

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let loading = LoadBank(data, actor: session.actor)
    var document = Document(dryRun: dryRun, banks: [])
    do {
      try load(with: loading, session: session, into: &document)
    } catch {
      // What was loaded before a file that cannot be is told all the same.
      if format.format == .json { try session.screen.write(try JSONText.encode(document)) }
      throw error
    }
    if format.format == .json { try session.screen.write(try JSONText.encode(document)) }
  }

  private func load(
    with loading: LoadBank, session: CommandSession, into document: inout Document
  ) throws {
    for file in files {
      switch try loading.load(
        file: file, retireMissing: retire, dryRun: dryRun, allowsOlder: older)
      {
      case .refused(let report):
        try ProblemList.print(report, session: session)
        session.note(
          Wording(
            zh: "\(file)：有 \(report.errorCount) 处错误，没有载入；改好再试",
            en: "\(file): \(report.errorCount) errors, nothing was loaded; mend them and try again")
        )
        throw ExitCode(report.isUnreadable ? ExitStatus.noInput : ExitStatus.data)
      case .loaded(let summary, let report):
        document.banks.append(
          Document.Bank(
            file: file, bank: summary.bank, title: summary.title, added: summary.added,
            changed: summary.changed, amended: summary.amended, unchanged: summary.unchanged,
            lacking: summary.lacking, retired: summary.retired, due: summary.due,
            edited: summary.edited, inReview: summary.doubtful, flagged: summary.flagged,
            warnings: report.warningCount))
        if format.format == .text {
          try session.screen.lines(lines(summary, warnings: report.warningCount, session.style))
        }
      }
    }
  }

  private func lines(
    _ summary: BankLoadSummary, warnings: Int, _ style: PageStyle
  ) -> [String] {
    let state = dryRun ? Wording(zh: "（试载，未写入）", en: " (dry run, nothing written)").spoken : ""
    let head = Wording(zh: "题库", en: "Bank").spoken
    var parts = [
      Wording(zh: "新增 \(summary.added)", en: "\(summary.added) new"),
      Wording(zh: "新版本 \(summary.changed)", en: "\(summary.changed) with a new version"),
      Wording(zh: "只改解析等 \(summary.amended)", en: "\(summary.amended) with new details"),
      Wording(zh: "未变 \(summary.unchanged)", en: "\(summary.unchanged) unchanged"),
    ]
    if summary.retired > 0 {
      parts.append(Wording(zh: "停用 \(summary.retired)", en: "\(summary.retired) retired"))
    }
    var lines = style.wrapped("\(head) \(summary.bank) \(summary.title)\(state)")
    lines += style.wrapped(
      parts.map(\.spoken).joined(separator: Wording(zh: "，", en: ", ").spoken), first: "  ",
      indent: 2)
    if summary.lacking > 0 {
      lines += style.wrapped(
        Wording(
          zh: "文件里没有、原样保留的旧题 \(summary.lacking) 道；要停用它们请加 --retire",
          en: "\(summary.lacking) questions that the file lacks were left as they are; "
            + "add --retire to retire them"
        ).spoken, first: "  ", indent: 2)
    }
    if summary.due > 0 {
      lines += style.wrapped(
        Wording(
          zh: "答案有改动，\(summary.due) 条学习记录重新列为待复习",
          en: "Keys changed: \(summary.due) memories are due again"
        ).spoken, first: "  ", indent: 2)
    }
    lines += reviewLines(summary, style)
    if warnings > 0 {
      lines += style.wrapped(
        Wording(
          zh: "有 \(warnings) 处提醒；用 mingfa bank check 查看",
          en: "\(warnings) warnings; see them with mingfa bank check"
        ).spoken, first: "  ", indent: 2)
    }
    return lines
  }
}

extension BankLoadCommand {
  /// What a reviewer has to look at.
  private func reviewLines(_ summary: BankLoadSummary, _ style: PageStyle) -> [String] {
    let sentences: [(Int, Wording)] = [
      (
        summary.edited,
        Wording(
          zh: "在程序里改过、保留不动的题 \(summary.edited) 道；文件要盖过它们，请把版本号改大并用它们的新文字",
          en: "\(summary.edited) questions were changed in the program and stay as they are there")
      ),
      (
        summary.doubtful,
        Wording(
          zh: "检查出错、待审不出题的 \(summary.doubtful) 道；用 mingfa bank check 查看，改好再载入",
          en: "\(summary.doubtful) questions have errors and wait for a review; see them with "
            + "mingfa bank check")
      ),
      (
        summary.flagged,
        Wording(
          zh: "依据已修订、标为存疑的 \(summary.flagged) 道；用 mingfa bank review 复核",
          en: "\(summary.flagged) questions cite what was amended; review them with "
            + "mingfa bank review")
      ),
    ]
    return sentences.filter { $0.0 > 0 }
      .flatMap { style.wrapped($0.1.spoken, first: "  ", indent: 2) }
  }
}

/// `mingfa bank list`.
struct BankListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "list", Wording(zh: "列出已载入的题库", en: "List the loaded banks"),
      examples: ["mingfa bank list", "mingfa bank list --format json"], aliases: ["列表"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  private struct Document: Encodable {
    struct Bank: Encodable {
      var bank: String
      var title: String
      var language: String
      var version: String
      var questions: Int
      var items: Int
    }
    var schema = "mingfa.bank-list/1"
    var banks: [Bank]
  }

  func run() throws {
    let session = try CommandSession(options)
    let banks = try session.openData().banks.banks()
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          banks: banks.map {
            .init(
              bank: $0.code, title: $0.title, language: $0.language.rawValue,
              version: $0.version.text, questions: $0.questions, items: $0.items)
          }))
    } text: {
      guard !banks.isEmpty else { throw WorkflowFailure.noBanks }
      return session.style.table(
        AlignedColumns(
          headings: [
            .init(Wording(zh: "题库", en: "Bank").spoken),
            .init(Wording(zh: "名称", en: "Title").spoken),
            .init(Wording(zh: "版本", en: "Version").spoken),
            .init(Wording(zh: "题数", en: "Questions").spoken, .right),
          ],
          rows: banks.map {
            [$0.code, SafeText.clean($0.title), $0.version.text, String($0.questions)]
          }))
    }
  }
}
