import ArgumentParser
import Reports
import Terminal
import Text
import Workflows

/// `mingfa bank show`: a bank's chapters, one question, or the whole bank as text.
struct BankShowCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "show",
      Wording(zh: "查看题库、某道题，或导出文本", en: "Show a bank or a question, or write it out as text"),
      examples: [
        "mingfa bank show civil-code", "mingfa bank show civil-code CC-001",
        "mingfa bank show civil-code CC-001 --format json",
        "mingfa bank show civil-code --format source > civil-code.txt",
      ], aliases: ["查看"])
  }

  enum ShowFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, source
  }

  @OptionGroup var options: GlobalOptions

  @Argument(help: .worded(zh: "题库编号", en: "A bank's id", value: Wording(zh: "题库", en: "bank")))
  var bank: String

  @Argument(
    help: .worded(zh: "题目编号", en: "A question's code", value: Wording(zh: "编号", en: "code")))
  var code: String?

  @Option(
    help: .worded(
      zh: "输出：text、json 或 source（题库原文）", en: "text, json or source (the bank as a file)",
      value: Wording(zh: "格式", en: "format")))
  var format = ShowFormat.text

  private struct Document: Encodable {
    struct Statute: Encodable {
      var title: String
      var edition: String
    }
    struct Review: Encodable {
      var date: String
      var reviewer: String
    }
    struct Chapter: Encodable {
      var title: String
      var questions: Int
    }
    var schema = "mingfa.bank-show/1"
    var bank: String
    var title: String
    var language: String
    var version: String
    var questions: Int
    var statutes: [Statute]
    var checked: Review?
    var chapters: [Chapter]
  }

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let showing = try ShowBank(data, actor: session.actor(in: data))
    let found = try showing.find(bank)
    if let code {
      let question = try showing.question(code, in: found)
      try session.screen.write(
        format == .json
          ? try JSONText.encode(QuestionDocument(question))
          : try showing.source(of: question))
      return
    }
    switch format {
    case .source:
      let source = try showing.source(of: found)
      try session.screen.write(source.text)
      session.note(held: source.held.questions)
      for statute in source.mixed {
        session.note(
          Wording(
            zh: "\(statute.quoted)：有的题已按新版，有的还在复核，文件只能写一个版本；"
              + "请复核完（mingfa bank review）再导出",
            en: "\(statute.quoted): some questions rest on the newer edition and some are still in "
              + "review; a file names one edition, so finish with mingfa bank review first"))
      }
    case .json, .text:
      try overview(found, data: data, session: session)
      tell(try showing.held(of: found), session)
    }
  }

  /// Whoever counts the questions learns where the others are.
  private func tell(_ held: ShowBank.Held, _ session: CommandSession) {
    guard held.questions > 0 else { return }
    session.note(
      Wording(
        zh: "另有 \(held.questions) 题在考试 \(held.exams.joined(separator: "、")) 的卷上，"
          + "公布成绩前练习里没有",
        en: "\(held.questions) more questions are on the papers of exam "
          + "\(held.exams.joined(separator: ", ")), away from practice until its results are published"
      ))
  }

  private func overview(_ found: StoredBank, data: MingfaData, session: CommandSession) throws {
    let chapters = try data.banks.chapters(of: found.id)
    let editions = try data.banks.editions(of: found.id)
    try session.print(format == .json ? .json : .text) {
      try JSONText.encode(
        Document(
          bank: found.code, title: found.title, language: found.language.rawValue,
          version: found.version.text, questions: found.questions,
          statutes: editions.map { .init(title: $0.title.short, edition: $0.date.iso) },
          checked: found.reviewedOn.map { .init(date: $0, reviewer: found.reviewedBy ?? "") },
          chapters: chapters.map { .init(title: $0.title, questions: $0.questions) }))
    } text: {
      var lines = session.style.wrapped("\(found.code)   \(found.title)   \(found.version.text)")
      for edition in editions {
        lines += session.style.wrapped(
          "\(edition.title.quoted) \(edition.date.iso)", first: "  ", indent: 2)
      }
      return lines
        + session.style.table(
          AlignedColumns(
            headings: [
              .init(Wording(zh: "章节", en: "Chapter").spoken),
              .init(Wording(zh: "题数", en: "Questions").spoken, .right),
            ],
            rows: chapters.map { chapter in
              [
                chapter.title.isEmpty
                  ? Wording(zh: "（无章节）", en: "(no chapter)").spoken : SafeText.clean(chapter.title),
                String(chapter.questions),
              ]
            }))
    }
  }
}
