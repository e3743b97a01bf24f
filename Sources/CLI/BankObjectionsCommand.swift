import ArgumentParser
import Reports
import Terminal
import Text
import Workflows

/// `mingfa bank objections`: what learners hold to be wrong, and the trainer's answers.
struct BankObjectionsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "objections",
      Wording(
        zh: "学员报告的“此题有误”：查看、答复", en: "What learners say is wrong with questions: list, answer"),
      examples: [
        "mingfa bank objections", "mingfa bank objections --open --bank civil-code",
        Wording(
          zh: "mingfa bank objections --answer 3 --accept 已更正答案",
          en: "mingfa bank objections --answer 3 --reject \"The article says otherwise\""
        ).spoken,
      ], aliases: ["异议"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Option(help: .worded(zh: "只看这个题库", en: "This bank only", value: Wording(zh: "题库", en: "bank")))
  var bank: String?

  @Flag(help: .worded(zh: "只看还没答复的", en: "Only those without an answer"))
  var open = false

  @Option(
    help: .worded(
      zh: "答复这个编号的异议，学员下次打开时看到",
      en: "Answer the objection with this number; the learner sees it next time",
      value: Wording(zh: "编号", en: "number")))
  var answer: Int64?

  @Option(
    help: .worded(
      zh: "采纳，写一句说明", en: "The learner is right; say what follows",
      value: Wording(zh: "说明", en: "text")))
  var accept: String?

  @Option(
    help: .worded(
      zh: "不采纳，写一句理由", en: "The question is right; say why", value: Wording(zh: "理由", en: "text")))
  var reject: String?

  private struct Document: Encodable {
    struct Answer: Encodable {
      var decision: String
      var text: String
      /// UTC, milliseconds since 1970.
      var answered: Int64
    }
    struct Objection: Encodable {
      var number: Int64
      var bank: String
      var question: String
      var version: Int
      var learner: Int64
      var reason: String
      var stem: String
      var letters: String
      /// UTC, milliseconds since 1970.
      var raised: Int64
      var answer: Answer?
    }
    var schema = "mingfa.bank-objections/1"
    var objections: [Objection]
  }

  func validate() throws {
    let decisions = [accept, reject].compactMap { $0 }.count
    guard decisions == (answer == nil ? 0 : 1) else {
      throw ValidationError(
        Wording(
          zh: "答复请写 --answer 编号，再写 --accept 说明 或 --reject 理由，二选一",
          en: "To answer give --answer NUMBER with either --accept TEXT or --reject TEXT"
        ).spoken)
    }
  }

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let review = ReviewObjections(data, actor: try session.actor(in: data))
    let objections =
      try answer.map {
        [try review.answer($0, accept == nil ? .rejected : .accepted, text: accept ?? reject ?? "")]
      } ?? review.list(bank: bank, openOnly: open)
    try session.print(format.format) {
      try JSONText.encode(
        Document(
          objections: objections.map {
            .init(
              number: $0.id, bank: $0.bankCode, question: $0.questionCode,
              version: $0.versionNumber, learner: $0.learner.number, reason: $0.reason,
              stem: $0.stem, letters: String($0.bankLetters), raised: $0.raisedAt,
              answer: $0.answer.map {
                .init(
                  decision: $0.decision.rawValue, text: $0.text, answered: $0.answeredAt)
              })
          }))
    } text: {
      guard !objections.isEmpty else {
        return session.style.wrapped(Wording(zh: "没有异议", en: "There are no objections").spoken)
      }
      return objections.flatMap { ObjectionPage.forTrainer($0, style: session.style) }
    }
  }
}
