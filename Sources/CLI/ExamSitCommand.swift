import ArgumentParser
import Terminal
import Text
import Workflows

/// `mingfa exam sit`: a candidate's sitting.
struct ExamSitCommand: GlobalCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "sit", Wording(zh: "考生入场答卷（凭准考证）", en: "Sit an exam, with the admission ticket"),
      examples: ["mingfa exam sit", "mingfa exam sit 1001"], aliases: ["答卷"])
  }
  @OptionGroup var options: GlobalOptions

  @Argument(
    help: .worded(zh: "准考证号", en: "Admission number", value: Wording(zh: "号", en: "number")))
  var number: String?

  @Option(
    help: .worded(
      zh: "几场考试同时开着时选一场", en: "Which exam, where several are open",
      value: Wording(zh: "考试", en: "exam")))
  var exam: String?

  func run() throws {
    let session = try CommandSession(options)
    try session.refuseSetClock()
    let data = try session.openData()
    let talk = session.talk
    // Whoever comes too early is told so before anything is typed.
    _ = try FindExam(data).sittingNow(exam)
    var wrong = 0
    while true {
      let number = try self.number ?? TicketPrompt.number(talk)
      let ticket = try TicketPrompt.code(talk)
      let run: SitExam
      do {
        run = try TicketPrompt.patiently {
          try SitExam(
            data, exam: exam, number: number, ticket: ticket, terminal: TerminalName.here)
        }
      } catch let refused as ExamFailure
        where TicketPrompt.mayRetry(refused) && session.isInteractive && wrong < 4
      {
        wrong += 1
        try talk.say(refused.wording)
        continue
      }
      let leaving = try SittingScreen(talk, run: run, data: data).goThrough()
      throw ExitCode(HomeCommand.status(of: leaving))
    }
  }
}
