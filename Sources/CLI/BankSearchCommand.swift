import ArgumentParser
import Questions
import Reports
import Terminal
import Text
import Workflows

/// `mingfa bank search`: finds questions by words.
struct BankSearchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "search", Wording(zh: "按词查找题目", en: "Find questions by words"),
      examples: [
        Wording(zh: "mingfa bank search 定金", en: "mingfa bank search congress").spoken,
        Wording(
          zh: "mingfa bank search 定金 违约 --bank civil-code",
          en: "mingfa bank search people state --bank constitution-en"
        ).spoken,
      ], aliases: ["查找"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Argument(
    help: .worded(
      zh: "要找的词，可以多个，都要出现", en: "Words that must all occur", value: Wording(zh: "词", en: "words")))
  var words: [String]

  @Option(help: .worded(zh: "只找这个题库", en: "This bank only", value: Wording(zh: "题库", en: "bank")))
  var bank: String?

  @Option(
    help: .worded(
      zh: "最多几道（默认 20）", en: "So many at most (default 20)", value: Wording(zh: "数", en: "n")))
  var limit: Int = 20

  private struct Document: Encodable {
    struct Question: Encodable {
      var bank: String
      var question: String
      var chapter: String
      var stem: String
      var state: String
    }
    var schema = "mingfa.bank-search/1"
    /// Whether there are more than were asked for.
    var more: Bool
    var questions: [Question]
  }

  func validate() throws {
    guard (1...10_000).contains(limit) else {
      throw ValidationError(
        Wording(zh: "--limit 请用 1 到 10000", en: "--limit takes 1 to 10000").spoken)
    }
  }

  func run() throws {
    let session = try CommandSession(options)
    // One more than is shown tells whether there are more.
    let found = try SearchQuestions(try session.openData(), actor: session.actor)
      .find(words.joined(separator: " "), bank: bank, limit: limit + 1)
    let hits = found.prefix(limit)
    let isCut = found.count > limit
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          more: isCut,
          questions: hits.map {
            .init(
              bank: $0.bankCode, question: $0.code, chapter: $0.chapter, stem: $0.stem,
              state: "\($0.state)")
          }))
    } text: {
      hits.flatMap { SearchPage.lines($0, style: session.style) }
    }
    if hits.isEmpty {
      session.note(Wording(zh: "没有找到；换个词试试", en: "Nothing was found; try another word"))
    } else if isCut {
      session.note(
        Wording(
          zh: "只显示前 \(limit) 道；用 --limit 看更多，或者多写一个词",
          en: "Only the first \(limit) are shown; --limit shows more, a further word fewer"))
    }
  }
}
