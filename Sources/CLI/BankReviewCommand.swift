import ArgumentParser
import Reports
import Statutes
import Terminal
import Text
import Workflows

/// `mingfa bank review`: what is in doubt, and the trainer's decisions.
struct BankReviewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "review",
      Wording(
        zh: "复核存疑的题：法律修订、学员异议、待审的新版本",
        en: "Review questions in doubt: amended law, objections, versions that wait"),
      examples: [
        "mingfa bank review", "mingfa bank review --list",
        Wording(
          zh: "mingfa bank review --as 张三 --bank civil-code",
          en: "mingfa bank review --as Zhang --bank civil-code"
        ).spoken,
        "mingfa bank review --list --on 2027-01-15",
      ], aliases: ["复核"])
  }

  @OptionGroup var options: GlobalOptions
  @OptionGroup var format: FormatOption

  @Option(help: .worded(zh: "只看这个题库", en: "This bank only", value: Wording(zh: "题库", en: "bank")))
  var bank: String?

  @Option(
    name: .customLong("as"),
    help: .worded(
      zh: "复核人姓名，和决定一起留档", en: "The reviewer's name, kept with each decision",
      value: Wording(zh: "姓名", en: "name")))
  var reviewer: String?

  @Option(
    help: .worded(
      zh: "按这一天施行的法律看，如考试那天", en: "Judge by the law of this day, such as an exam's",
      value: Wording(zh: "日期", en: "date")))
  var on: CalendarDate?

  @Flag(help: .worded(zh: "只列出，不复核", en: "List only"))
  var list = false

  func run() throws {
    let session = try CommandSession(options)
    let data = try session.openData()
    let review = try ReviewBank(data, actor: session.actor(in: data))
    let queue = try review.queue(bank: bank, on: on)
    session.note(held: queue.held)
    guard format.format == .text, !list, session.isInteractive, !queue.isEmpty else {
      return try session.print(format.format) {
        try JSONText.encode(ReviewDocument(queue))
      } text: {
        ReviewPage.overview(queue, style: session.style)
      }
    }
    guard let name = try name(session) else { return }
    let screen = ReviewScreen(review, reviewer: name, talk: session.talk)
    if let leaving = try screen.walk(queue) { throw ExitCode(HomeCommand.status(of: leaving)) }
  }

  /// The name that was given, else the one that is typed; nil where the person leaves.
  private func name(_ session: CommandSession) throws -> String? {
    if let reviewer { return try ReviewBank.reviewer(reviewer) }
    try session.screen.lines(
      session.style.sentence(
        Wording(
          zh: "每个决定都和复核人的姓名一起留档", en: "Each decision is kept with the reviewer's name")))
    switch try session.talk.nextLine(
      LinePrompt(Wording(zh: "你的姓名> ", en: "Your name> ").spoken))
    {
    case .line(let line): return try ReviewBank.reviewer(line)
    case .left: return nil
    }
  }
}
