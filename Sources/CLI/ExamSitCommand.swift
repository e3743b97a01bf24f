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
      let number = try self.number ?? answer(talk, Wording(zh: "准考证号> ", en: "Admission number> "))
      let ticket = try answer(talk, Wording(zh: "验证码> ", en: "Code> "))
      let run: SitExam
      do {
        run = try SitExam(
          data, exam: exam, number: number.filter { !$0.isWhitespace }, ticket: ticket,
          terminal: TerminalName.here)
      } catch ExamFailure.wrongTicket where session.isInteractive && wrong < 4 {
        wrong += 1
        try talk.say(ExamFailure.wrongTicket.wording)
        // Each guess takes longer than the one before.
        TerminalName.wait(seconds: 1 << (wrong - 1))
        continue
      }
      let leaving = try SittingScreen(talk, run: run, data: data).goThrough()
      throw ExitCode(HomeCommand.status(of: leaving))
    }
  }

  private func answer(_ talk: Conversation, _ prompt: Wording) throws -> String {
    switch try talk.nextLine(LinePrompt(prompt(talk.language), style: .bold)) {
    case .line(let line): return line
    case .left(let leaving):
      throw ExitCode(leaving == .back ? ExitStatus.noInput : HomeCommand.status(of: leaving))
    }
  }
}
