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

  @OptionGroup var limit: HitLimit

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

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let found = try SearchQuestions(data, actor: session.actor(in: data))
      .find(words.joined(separator: " "), bank: bank, limit: limit.wanted)
    let hits = found.prefix(limit.limit)
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          more: limit.isExceeded(by: found.count),
          questions: hits.map {
            .init(
              bank: $0.bankCode, question: $0.code, chapter: $0.chapter, stem: $0.stem,
              state: "\($0.state)")
          }))
    } text: {
      hits.flatMap { SearchPage.lines($0, style: session.style) }
    }
    limit.tell(found.count, session)
  }
}
