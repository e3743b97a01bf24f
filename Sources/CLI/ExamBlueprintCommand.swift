import ArgumentParser
import Exams
import Reports
import Terminal
import Text
import Workflows

/// `mingfa exam blueprint`: what exams are made of.
struct ExamBlueprintCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "blueprint",
      Wording(zh: "细目表：列出、查看、检查", en: "Blueprints of exams: list, show, check"),
      examples: [
        "mingfa exam blueprint list",
        "mingfa exam blueprint show cadre-yearly",
        Wording(
          zh: "mingfa exam blueprint check 本县.yaml", en: "mingfa exam blueprint check our.yaml"
        )
        .spoken,
      ],
      subcommands: [
        BlueprintListCommand.self, BlueprintShowCommand.self, BlueprintCheckCommand.self,
      ], aliases: ["细目表"])
  }
}

/// `mingfa exam blueprint list`.
struct BlueprintListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "list",
      Wording(
        zh: "列出细目表：随程序来的，和数据文件夹里的",
        en: "List blueprints: the shipped ones, and those in the data folder"),
      examples: ["mingfa exam blueprint list", "mingfa exam blueprint list --format json"],
      aliases: ["列表"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  private struct Document: Encodable {
    struct Entry: Encodable {
      var code: String
      var title: String
      var file: String
      var isOwn: Bool
      var questions: Int
      var full: String
      var passMark: String
      var minutes: Int
    }
    struct Refused: Encodable {
      var file: String
      var errors: Int
    }
    var schema = "mingfa.exam-blueprint-list/1"
    var blueprints: [Entry]
    /// Files with errors.
    var refused: [Refused]
  }

  func run() throws {
    let session = try CommandSession(options)
    let files = ReadBlueprints(session.environment).all()
    let refused = files.filter { $0.blueprint == nil }
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          blueprints: files.compactMap { file in
            file.blueprint.map {
              Document.Entry(
                code: $0.code, title: SafeText.clean($0.title), file: SafeText.clean(file.path),
                isOwn: file.isOwn, questions: $0.count, full: $0.full.text,
                passMark: $0.passMark.text, minutes: $0.time.minutes)
            }
          },
          refused: refused.map {
            .init(file: SafeText.clean($0.path), errors: $0.report.errorCount)
          }))
    } text: {
      session.style.table(table(of: files))
    }
    for file in refused {
      session.note(
        Wording(
          zh: "\(file.path)：有 \(file.report.errorCount) 处错误，没有列出；用 mingfa exam blueprint check 查看",
          en: "\(file.path): \(file.report.errorCount) errors, not listed; see them with mingfa "
            + "exam blueprint check"))
    }
  }

  private func table(of files: [ReadBlueprints.File]) -> AlignedColumns {
    AlignedColumns(
      headings: [
        .init(Wording(zh: "代号", en: "Code").spoken), .init(Wording(zh: "名称", en: "Title").spoken),
        .init(Wording(zh: "题数", en: "Questions").spoken, .right),
        .init(Wording(zh: "满分", en: "Points").spoken, .right),
        .init(Wording(zh: "合格", en: "Pass").spoken, .right),
        .init(Wording(zh: "分钟", en: "Minutes").spoken, .right),
      ],
      rows: files.compactMap { file in
        file.blueprint.map {
          [
            $0.code, SafeText.clean($0.title), String($0.count), $0.full.text, $0.passMark.text,
            String($0.time.minutes),
          ]
        }
      })
  }
}

/// `mingfa exam blueprint show`.
struct BlueprintShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "show",
      Wording(zh: "打印一份细目表，可存成文件再改", en: "Print a blueprint, to be kept as a file and changed"),
      examples: [
        "mingfa exam blueprint show cadre-yearly",
        Wording(
          zh: "mingfa exam blueprint show cadre-yearly > 本县.yaml",
          en: "mingfa exam blueprint show cadre-yearly > our.yaml"
        ).spoken,
      ], aliases: ["查看"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "细目表的代号，或它的文件（.yaml）", en: "A blueprint's code, or its file (.yaml)",
      value: Wording(zh: "细目表", en: "blueprint")),
    completion: .file(extensions: ["yaml", "yml"]))
  var blueprint: String

  func run() throws {
    let session = try CommandSession(options)
    let file = try ReadBlueprints(session.environment).find(blueprint)
    guard let found = file.blueprint else { return }
    switch format.format {
    case .json:
      try session.screen.write(try JSONText.encode(BlueprintDocument(found, isOwn: file.isOwn)))
    case .text:
      // English keys say themselves what they are.
      try session.screen.write(
        ReadBlueprints.text(
          of: found, remarks: Spoken.language == .chinese ? .chinese : nil))
    }
  }
}

/// `mingfa exam blueprint check`.
struct BlueprintCheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "check",
      Wording(zh: "检查细目表文件，列出全部错误", en: "Check files of blueprints, naming every error"),
      examples: [
        Wording(
          zh: "mingfa exam blueprint check 本县.yaml", en: "mingfa exam blueprint check our.yaml"
        )
        .spoken
      ], aliases: ["检查"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "细目表文件（.yaml）", en: "Files of blueprints (.yaml)", value: Wording(zh: "文件", en: "file")),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  private struct Document: Encodable {
    struct File: Encodable {
      struct Problem: Encodable {
        var line: Int?
        var column: Int?
        var quote: String?
        var message: String
      }
      var file: String
      /// The blueprint's, where it has no error.
      var code: String?
      var errors: Int
      var problems: [Problem]
    }
    var schema = "mingfa.exam-blueprint-check/1"
    var files: [File]
  }

  func run() throws {
    let session = try CommandSession(options)
    let checked = files.map { ReadBlueprints.read(file: $0) }
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          files: checked.map { file in
            .init(
              file: SafeText.clean(file.path), code: file.blueprint?.code,
              errors: file.report.errorCount,
              problems: file.report.problems.map { problem in
                .init(
                  line: problem.position?.line, column: problem.position?.column,
                  quote: problem.quote.map { SafeText.clean($0) },
                  message: SafeText.clean(problem.fact.wording(Spoken.language)))
              })
          }))
    } text: {
      checked.flatMap { file in
        file.report.problems.flatMap { ProblemList.lines(of: $0, session: session) }
          + session.style.wrapped(verdict(file).spoken)
      }
    }
    guard checked.contains(where: { $0.blueprint == nil }) else { return }
    throw ExitCode(
      checked.contains { $0.report.isUnreadable } ? ExitStatus.noInput : ExitStatus.data)
  }

  private func verdict(_ file: ReadBlueprints.File) -> Wording {
    let name = SafeText.clean(file.path)
    guard let blueprint = file.blueprint else {
      return Wording(
        zh: "\(name)：\(file.report.errorCount) 处错误", en: "\(name): \(file.report.errorCount) errors"
      )
    }
    let (questions, full) = (blueprint.count, blueprint.full.text)
    return Wording(
      zh: "\(name)：没有错误；\(blueprint.code)，\(questions) 题，满分 \(full)，合格 \(blueprint.passMark.text)",
      en: "\(name): no error; \(blueprint.code), \(questions) questions, \(full) points, pass mark "
        + "\(blueprint.passMark.text)")
  }
}
