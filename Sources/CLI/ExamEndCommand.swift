import ArgumentParser
import Terminal
import Text
import Workflows

/// `mingfa exam end`.
struct ExamEndCommand: SignedInCommand {
  static var configuration: CommandConfiguration {
    .worded(
      "end", Wording(zh: "结束一场，收卷", en: "End the wave that sits, and take papers in"),
      examples: ["mingfa exam end"], aliases: ["结束"])
  }
  @OptionGroup var options: GlobalOptions
  @OptionGroup var signing: SignInOption
  @OptionGroup var which: ExamOption

  @Flag(
    help: .worded(
      zh: "还有人没到时间也收卷，不再问", en: "Do not ask, though somebody still has time"))
  var yes = false

  func run(_ desk: SignedIn) throws {
    let talk = desk.session.talk
    let exam = try FindExam(desk.data).exam(heldNow: which.exam)
    let holding = HoldExam(desk.data, actor: desk.actor)
    let outstanding = try holding.outstanding(in: exam)
    if outstanding.candidates > 0, !yes {
      guard desk.session.isInteractive else {
        throw ExamFailure.stillSitting(
          candidates: outstanding.candidates, longest: outstanding.longest)
      }
      try confirm(outstanding, talk)
    }
    let (wave, taken) = try HoldExam(desk.data, actor: try desk.actorNow()).end(exam)
    try talk.say(
      Wording(
        zh: "第 \(wave) 场已结束，收上 \(taken) 份没交的卷",
        en: "Wave \(wave) has ended; \(taken) papers were taken in"))
  }

  /// Enter alone ends nothing: papers cannot be handed out again.
  private func confirm(_ outstanding: HoldExam.Outstanding, _ talk: Conversation) throws {
    let minutes = (outstanding.longest + 59_999) / 60_000
    try talk.say(
      Wording(
        zh: "第 \(outstanding.wave) 场还有 \(outstanding.candidates) 人在考，最多的还剩 \(minutes) 分钟；"
          + "现在收卷他们就不能再答",
        en:
          "In wave \(outstanding.wave) \(outstanding.candidates) candidates still sit, with up to "
          + "\(minutes) minutes left, and could answer no more"))
    let prompt = Wording(zh: "输入 y = 收卷，回车 = 不收> ", en: "y = take papers in, Enter = do not> ")
    switch try talk.nextLine(LinePrompt(prompt(talk.language), style: .bold)) {
    case .line(let line):
      if ["y", "yes", "是", "收卷"].contains(InputText.narrowed(line).lowercased()) { return }
      try talk.say(Wording(zh: "没有收卷，考试继续", en: "No paper was taken in; the exam goes on"))
      throw ExitCode(ExitStatus.checkFailed)
    case .left(let leaving):
      throw ExitCode(leaving == .back ? ExitStatus.checkFailed : HomeCommand.status(of: leaving))
    }
  }
}
